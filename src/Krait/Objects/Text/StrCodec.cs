using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Text to bytes and back: the ways in, which hand ordinary text to .NET. What .NET does not do as Python does
/// (error handlers, lone surrogates) is in <see cref="TextEncoder"/> and <see cref="TextDecoder"/>.</summary>
internal static class StrCodec
{
    /// <summary>text.encode(encoding, errors); null stands for the default.</summary>
    public static Status Encode(Machine machine, PyStr text, string? encoding, string? errors, ref Value result)
    {
        var codec = encoding is null ? Codec.Utf8 : Codec.Find(encoding);
        if (codec is null)
            return machine.Raise(Types.LookupError, $"unknown encoding: {encoding}");
        var units = text.Span;
        if (text.IsAscii && codec.Kind <= CodecKind.Latin1 && !codec.HasMark)
        {
            var bytes = machine.NewArray<byte>(units.Length);
            if (bytes is null)
                return Status.Raised;
            Ascii.FromUtf16(units, bytes, out _);
            result.SetObject(PyBytes.Adopt(bytes));
            return Status.Ok;
        }
        if (codec == Codec.Utf8 && !text.IsSplit)
        {
            var status = EncodeUtf8(machine, units, ref result);
            if (status != Status.NotImplemented)
                return status;
        }
        return new TextEncoder(machine, codec, errors ?? "strict", text).Run(ref result);
    }

    /// <summary>bytes.decode(encoding, errors); null stands for the default.</summary>
    public static Status Decode(Machine machine, PyBytes bytes, string? encoding, string? errors, ref Value result)
    {
        var codec = encoding is null ? Codec.Utf8 : Codec.Find(encoding);
        if (codec is null)
            return machine.Raise(Types.LookupError, $"unknown encoding: {encoding}");
        if (codec.Kind <= CodecKind.Ascii && Ascii.IsValid(bytes.Span) || codec.Kind == CodecKind.Latin1)
            return FromLatin1(machine, bytes, ref result);
        if (codec == Codec.Utf8)
        {
            var status = DecodeUtf8(machine, bytes.Span, ref result);
            if (status != Status.NotImplemented)
                return status;
        }
        return new TextDecoder(machine, codec, errors ?? "strict", bytes).Run(ref result);
    }

    /// <summary>The str of UTF-8 that a program image holds, for which the caller has charged: surrogates are stored as
    /// three bytes each, as Python's surrogatepass does. What is no UTF-8 at all, which the verifier does not let pass,
    /// shows as escapes.</summary>
    public static PyStr FromStoredUtf8(Machine machine, ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return PyStr.From(Encoding.UTF8.GetString(utf8));
        Value result = default;
        var bytes = PyBytes.From(utf8);
        return Decode(machine, bytes, null, "surrogatepass", ref result) == Status.Ok
            || (machine.Catch(Types.UnicodeDecodeError) && Decode(machine, bytes, null, "backslashreplace", ref result) == Status.Ok)
            ? (PyStr)result.Object!
            : machine.Interned.Empty;
    }

    private static Status FromLatin1(Machine machine, PyBytes bytes, ref Value result)
    {
        if (!machine.Charge(bytes.Count, (long)bytes.Count * sizeof(char)))
            return Status.Raised;
        result.SetObject(PyStr.From(string.Create(bytes.Count, bytes, static (units, bytes) =>
            Encoding.Latin1.GetChars(bytes.Span, units))));
        return Status.Ok;
    }

    /// <summary>NotImplemented when there are lone surrogates.</summary>
    private static Status EncodeUtf8(Machine machine, ReadOnlySpan<char> units, ref Value result)
    {
        var length = Encoding.UTF8.GetByteCount(units);
        var bytes = machine.NewArray<byte>(length);
        if (bytes is null)
            return Status.Raised;
        if (Utf8.FromUtf16(units, bytes, out _, out _, replaceInvalidSequences: false) != OperationStatus.Done)
            return Status.NotImplemented;
        result.SetObject(PyBytes.Adopt(bytes));
        return Status.Ok;
    }

    /// <summary>NotImplemented when the bytes are not UTF-8.</summary>
    private static Status DecodeUtf8(Machine machine, ReadOnlySpan<byte> bytes, ref Value result)
    {
        var units = machine.NewArray<char>(bytes.Length);
        if (units is null)
            return Status.Raised;
        if (Utf8.ToUtf16(bytes, units, out _, out var count, replaceInvalidSequences: false) != OperationStatus.Done)
            return Status.NotImplemented;
        if (!machine.Charge(0, (long)count * sizeof(char)))
            return Status.Raised;
        result.SetObject(PyStr.From(new string(units, 0, count)));
        return Status.Ok;
    }
}
