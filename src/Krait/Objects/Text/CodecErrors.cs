using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>The exceptions of encoding and decoding.</summary>
internal static class CodecErrors
{
    /// <summary>Raises a UnicodeEncodeError or UnicodeDecodeError about a part of <paramref name="source"/>.</summary>
    public static Status Raise(Machine machine, PyType type, Codec codec, PyObject source, int start, int end, string reason)
    {
        var arguments = new PyTuple(
        [
            Value.Of(PyStr.From(codec.Name)), Value.Of(source), Value.Int(start), Value.Int(end), Value.Of(PyStr.From(reason)),
        ]);
        return machine.Raise(PyException.Create(type, arguments));
    }
}
