using Krait.Core;

namespace Krait.Objects;

/// <summary>iter(bytes): its bytes as ints.</summary>
[PyType("bytes_iterator", PositionalOnly = true)]
internal sealed class BytesIterator(PyBytes bytes) : PyObject
{
    private PyBytes? bytes = bytes;
    private int index;

    public override PyType Type => Types.BytesIterator;

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (bytes is null)
            return Status.Stop;
        if (index < bytes.Count)
        {
            result.SetInt(bytes.Span[index++]);
            return Status.Ok;
        }
        bytes = null;
        return Status.Stop;
    }

    [PyFunction("__length_hint__")]
    internal long LengthHint(Machine machine) => bytes is null ? 0 : bytes.Count - index;

    [PyFunction("__setstate__")]
    internal Status SetState(Machine machine, long state)
    {
        if (bytes is not null)
            index = (int)Math.Clamp(state, 0, bytes.Count);
        return Status.Ok;
    }
}
