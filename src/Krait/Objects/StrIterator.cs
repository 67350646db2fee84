using Krait.Core;

namespace Krait.Objects;

/// <summary>iter(str): its characters.</summary>
[PyType("str_iterator", PositionalOnly = true)]
internal sealed class StrIterator(PyStr text) : PyObject
{
    private PyStr? text = text;
    private int index;

    public override PyType Type => Types.StrIterator;

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (text is null)
            return Status.Stop;
        if (index < text.Count)
        {
            result.SetObject(machine.Interned.Character(text.PointAt(machine, index++)));
            return Status.Ok;
        }
        text = null;
        return Status.Stop;
    }

    [PyFunction("__length_hint__")]
    internal long LengthHint(Machine machine) => text is null ? 0 : text.Count - index;

    [PyFunction("__setstate__")]
    internal Status SetState(Machine machine, long state)
    {
        if (text is not null)
            index = (int)Math.Clamp(state, 0, text.Count);
        return Status.Ok;
    }
}
