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
            var bytes = machine.NewUninitialized<byte>(units.Length);
            if (bytes is null)
                return Status.Raised;
            var piece = Machine.PieceOf<char>();
            for (var done = 0; done < units.Length; done += piece)
            {
                Ascii.FromUtf16(units.Slice(done, Math.Min(piece, units.Length - done)), bytes.AsSpan(done), out _);
                if (!machine.MayGoOn())
                    return Status.Raised;
            }
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
        var units = machine.NewUninitialized<char>(bytes.Count);
        if (units is null)
            return Status.Raised;
        for (var done = 0; done < units.Length; done += Machine.PieceBytes)
        {
            Encoding.Latin1.GetChars(bytes.Span.Slice(done, Math.Min(Machine.PieceBytes, units.Length - done)), units.AsSpan(done));
            if (!machine.MayGoOn())
                return Status.Raised;
        }
        return Finish(machine, units, ref result);
    }

    /// <summary>NotImplemented when there are lone surrogates.</summary>
    private static Status EncodeUtf8(Machine machine, ReadOnlySpan<char> units, ref Value result)
    {
        var length = Encoding.UTF8.GetByteCount(units);
        var bytes = machine.NewUninitialized<byte>(length);
        if (bytes is null)
            return Status.Raised;
        var rest = bytes.AsSpan();
        while (true)
        {
            var piece = units[..Math.Min(units.Length, Machine.PieceOf<char>())];
            var isLast = piece.Length == units.Length;
            var status = Utf8.FromUtf16(piece, rest, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: isLast);
            if (status is not (OperationStatus.Done or OperationStatus.NeedMoreData) || isLast && status != OperationStatus.Done)
                return Status.NotImplemented;
            rest = rest[written..];
            units = units[read..];
            if (isLast)
                break;
            if (!machine.MayGoOn())
                return Status.Raised;
        }
        result.SetObject(PyBytes.Adopt(bytes));
        return Status.Ok;
    }

    /// <summary>NotImplemented when the bytes are not UTF-8.</summary>
    private static Status DecodeUtf8(Machine machine, ReadOnlySpan<byte> bytes, ref Value result)
    {
        var units = machine.NewUninitialized<char>(bytes.Length);
        if (units is null)
            return Status.Raised;
        var count = 0;
        while (true)
        {
            var piece = bytes[..Math.Min(bytes.Length, Machine.PieceBytes)];
            var isLast = piece.Length == bytes.Length;
            var status = Utf8.ToUtf16(piece, units.AsSpan(count), out var read, out var written, replaceInvalidSequences: false, isFinalBlock: isLast);
            if (status is not (OperationStatus.Done or OperationStatus.NeedMoreData) || isLast && status != OperationStatus.Done)
                return Status.NotImplemented;
            count += written;
            bytes = bytes[read..];
            if (isLast)
                break;
            if (!machine.MayGoOn())
                return Status.Raised;
        }
        return Finish(machine, units.AsSpan(0, count), ref result);
    }

    private static Status Finish(Machine machine, ReadOnlySpan<char> units, ref Value result)
    {
        if (!machine.Charge(0, (long)units.Length * sizeof(char)) || CodePoints.TryCopy(machine, units) is not { } text)
            return Status.Raised;
        result.SetObject(PyStr.From(text));
        return Status.Ok;
    }
}
