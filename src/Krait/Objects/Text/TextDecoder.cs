using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Decodes character by character; what is none goes to the error handler.</summary>
internal ref struct TextDecoder
{
    private const int None = -1;

    private readonly Machine machine;
    private readonly string errors;
    private readonly PyBytes source;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly int start;
    private Codec codec;
    private StrBuilder text;

    /// <summary>Why the last <see cref="Read"/> found no character.</summary>
    private string reason = "";

    public TextDecoder(Machine machine, Codec codec, string errors, PyBytes source)
    {
        this.machine = machine;
        this.codec = codec;
        this.errors = errors;
        this.source = source;
        bytes = source.Span;
        text = new StrBuilder(machine);
        if (codec.HasMark)
            start = TakeMark();
    }

    /// <summary>Writes the str.</summary>
    public Status Run(ref Value result)
    {
        var position = start;
        while (position < bytes.Length && !text.Failed)
        {
            var point = Read(position, out var length);
            if (point != None)
                text.Append(point);
            else if (Handle(position, ref length) is var status && status != Status.Ok)
                return status;
            position += length;
        }
        return machine.Charge(bytes.Length) ? text.Finish(ref result) : Status.Raised;
    }

    /// <summary>Skips the mark; its byte order, or the machine's, is that of the rest.</summary>
    private int TakeMark()
    {
        if (codec.Kind == CodecKind.Utf8)
            return bytes.StartsWith("\ufeff"u8) ? 3 : 0;
        var big = codec.Kind == CodecKind.Utf16 ? bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xfe, 0xff]);
        var little = codec.Kind == CodecKind.Utf16 ? bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) : bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0]);
        codec = codec.Ordered(big);
        return !big && !little ? 0 : codec.Kind == CodecKind.Utf16 ? 2 : 4;
    }

    /// <summary>The character at a position and how many bytes it takes, or None and how many are no character.</summary>
    private int Read(int position, out int length)
    {
        length = 1;
        switch (codec.Kind)
        {
            case CodecKind.Utf8:
                return ReadUtf8(bytes[position..], out length);
            case CodecKind.Utf16:
                return ReadUtf16(bytes[position..], out length);
            case CodecKind.Utf32:
                return ReadUtf32(bytes[position..], out length);
            default:
                reason = "ordinal not in range(128)";
                return bytes[position] < 128 ? bytes[position] : None;
        }
    }

    private int ReadUtf8(ReadOnlySpan<byte> rest, out int length)
    {
        int lead = rest[0];
        length = 1;
        if (lead < 0x80)
            return lead;
        reason = "invalid start byte";
        if (lead is < 0xc2 or > 0xf4)
            return None;
        var count = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        var point = lead & (0xff >> count + 1);
        // The second byte's range keeps out long forms, surrogates and what is beyond the last code point.
        var (low, high) = lead switch { 0xe0 => (0xa0, 0xbf), 0xed => (0x80, 0x9f), 0xf0 => (0x90, 0xbf), 0xf4 => (0x80, 0x8f), _ => (0x80, 0xbf) };
        for (; length < count; length++)
        {
            reason = "unexpected end of data";
            if (length == rest.Length)
                return None;
            reason = "invalid continuation byte";
            if (rest[length] < low || rest[length] > high)
                return None;
            point = point << 6 | rest[length] & 0x3f;
            (low, high) = (0x80, 0xbf);
        }
        return point;
    }

    private int ReadUtf16(ReadOnlySpan<byte> rest, out int length)
    {
        length = rest.Length;
        reason = "truncated data";
        if (rest.Length < 2)
            return None;
        var unit = Word(rest[..2]);
        length = 2;
        if (unit is < 0xd800 or > 0xdfff)
            return unit;
        reason = "illegal encoding";
        if (unit >= 0xdc00)
            return None;
        reason = "unexpected end of data";
        if (rest.Length < 4)
        {
            length = rest.Length;
            return None;
        }
        reason = "illegal UTF-16 surrogate";
        var second = Word(rest.Slice(2, 2));
        if (second is < 0xdc00 or > 0xdfff)
            return None;
        length = 4;
        return CodePoints.FirstAstral + ((unit & 0x3ff) << 10 | second & 0x3ff);
    }

    private int ReadUtf32(ReadOnlySpan<byte> rest, out int length)
    {
        length = Math.Min(rest.Length, 4);
        reason = "truncated data";
        if (rest.Length < 4)
            return None;
        var point = Word(rest[..4]);
        reason = "code point not in range(0x110000)";
        if ((uint)point >= CodePoints.End)
            return None;
        reason = "code point in surrogate code point range(0xd800, 0xe000)";
        return point is >= 0xd800 and <= 0xdfff ? None : point;
    }

    private readonly int Word(ReadOnlySpan<byte> word)
    {
        var value = 0;
        for (var i = 0; i < word.Length; i++)
            value |= word[i] << 8 * (codec.IsBigEndian ? word.Length - 1 - i : i);
        return value;
    }

    /// <summary>Deals with bytes that are no character; the handler may take fewer or more of them.</summary>
    private Status Handle(int position, ref int length)
    {
        var wrong = bytes.Slice(position, length);
        switch (errors)
        {
            case "ignore":
                return Status.Ok;
            case "replace":
                text.Append(0xfffd);
                return Status.Ok;
            case "backslashreplace":
                foreach (var value in wrong)
                    StrRepr.AppendHex(ref text, value);
                return Status.Ok;
            case "surrogateescape" when wrong[0] >= 128:
                length = wrong.IndexOfAnyInRange((byte)0, (byte)127) is var ascii && ascii >= 0 ? ascii : length;
                foreach (var value in wrong[..length])
                    text.Append(0xdc00 + value);
                return Status.Ok;
            case "surrogatepass" when ReadSurrogate(bytes[position..], out var surrogate, ref length):
                text.Append(surrogate);
                return Status.Ok;
            case "strict" or "surrogateescape" or "surrogatepass":
                return CodecErrors.Raise(machine, Types.UnicodeDecodeError, codec, source, position, position + length, reason);
            case "xmlcharrefreplace":
                return machine.Raise(Types.TypeError, "don't know how to handle UnicodeDecodeError in error callback");
            default:
                return machine.Raise(Types.LookupError, $"unknown error handler name '{errors}'");
        }
    }

    private readonly bool ReadSurrogate(ReadOnlySpan<byte> rest, out int surrogate, ref int length)
    {
        var size = codec.Kind switch { CodecKind.Utf8 => 3, CodecKind.Utf16 => 2, CodecKind.Utf32 => 4, _ => int.MaxValue };
        surrogate = 0;
        if (rest.Length < size)
            return false;
        if (codec.Kind == CodecKind.Utf8)
        {
            if (rest[0] != 0xed || (rest[1] & 0xe0) != 0xa0 || (rest[2] & 0xc0) != 0x80)
                return false;
            surrogate = 0xd000 | (rest[1] & 0x3f) << 6 | rest[2] & 0x3f;
        }
        else
            surrogate = Word(rest[..size]);
        if (surrogate is < 0xd800 or > 0xdfff)
            return false;
        length = size;
        return true;
    }
}
