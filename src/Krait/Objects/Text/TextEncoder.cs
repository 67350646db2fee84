using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Encodes code point by code point; what the encoding does not have goes to the error handler.</summary>
internal ref struct TextEncoder
{
    private readonly Machine machine;
    private readonly Codec codec;
    private readonly string errors;
    private readonly PyStr text;
    private ByteBuilder bytes;

    public TextEncoder(Machine machine, Codec codec, string errors, PyStr text)
    {
        this.machine = machine;
        this.codec = codec;
        this.errors = errors;
        this.text = text;
        bytes = new ByteBuilder(machine);
    }

    /// <summary>Writes the bytes.</summary>
    public Status Run(ref Value result)
    {
        if (codec.HasMark)
            Append(0xfeff);
        var points = new PointView(machine, text);
        var position = 0;
        while (position < points.Length && !bytes.Failed)
        {
            if (Has(points[position]))
            {
                Append(points[position++]);
                continue;
            }
            var end = position + 1;
            // UTF-16 and UTF-32 report one character at a time, the others all that stand together.
            while (codec.Kind < CodecKind.Utf16 && end < points.Length && !Has(points[end]))
                end++;
            var status = Handle(points, position, end);
            if (status != Status.Ok)
                return status;
            position = end;
        }
        return bytes.Finish(ref result);
    }

    private readonly bool Has(int point) => codec.Kind switch
    {
        CodecKind.Ascii => point < 128,
        CodecKind.Latin1 => point < 256,
        _ => !IsSurrogate(point),
    };

    private static bool IsSurrogate(int point) => point is >= 0xd800 and <= 0xdfff;

    private Status Handle(PointView points, int start, int end)
    {
        for (; start < end && !bytes.Failed; start++)
        {
            var point = points[start];
            switch (errors)
            {
                case "ignore":
                    break;
                case "replace":
                    Append('?');
                    break;
                case "backslashreplace":
                    AppendEscape(point);
                    break;
                case "xmlcharrefreplace":
                    AppendAscii($"&#{point};");
                    break;
                case "surrogateescape" when codec.Kind < CodecKind.Utf16 && point is >= 0xdc80 and <= 0xdcff:
                    bytes.Append((byte)point);
                    break;
                case "surrogatepass" when codec.Kind is not (CodecKind.Ascii or CodecKind.Latin1):
                    Append(point);
                    break;
                case "strict" or "surrogateescape" or "surrogatepass":
                    return Raise(start, end);
                default:
                    return machine.Raise(Types.LookupError, $"unknown error handler name '{errors}'");
            }
        }
        return Status.Ok;
    }

    private readonly Status Raise(int start, int end)
    {
        var reason = codec.Kind switch
        {
            CodecKind.Ascii => "ordinal not in range(128)",
            CodecKind.Latin1 => "ordinal not in range(256)",
            _ => "surrogates not allowed",
        };
        return CodecErrors.Raise(machine, Types.UnicodeEncodeError, codec, text, start, end, reason);
    }

    private void AppendEscape(int point)
    {
        var escape = new StrBuilder(machine);
        StrRepr.AppendHex(ref escape, point);
        AppendAscii(escape.Units);
    }

    private void AppendAscii(ReadOnlySpan<char> ascii)
    {
        foreach (var character in ascii)
            Append(character);
    }

    /// <summary>Appends a code point, surrogates as if they were characters.</summary>
    private void Append(int point)
    {
        switch (codec.Kind)
        {
            case CodecKind.Utf8:
                AppendUtf8(point);
                break;
            case CodecKind.Utf16 when point >= CodePoints.FirstAstral:
                AppendWord(0xd7c0 + (point >> 10), 2);
                AppendWord(0xdc00 | (point & 0x3ff), 2);
                break;
            case CodecKind.Utf16:
                AppendWord(point, 2);
                break;
            case CodecKind.Utf32:
                AppendWord(point, 4);
                break;
            default:
                bytes.Append((byte)point);
                break;
        }
    }

    private void AppendWord(int word, int size)
    {
        for (var i = 0; i < size; i++)
            bytes.Append((byte)(word >> 8 * (codec.IsBigEndian ? size - 1 - i : i)));
    }

    private void AppendUtf8(int point)
    {
        var (lead, rest) = point switch
        {
            < 0x80 => (point, 0),
            < 0x800 => (0xc0 | point >> 6, 1),
            < CodePoints.FirstAstral => (0xe0 | point >> 12, 2),
            _ => (0xf0 | point >> 18, 3),
        };
        bytes.Append((byte)lead);
        while (--rest >= 0)
            bytes.Append((byte)(0x80 | (point >> 6 * rest & 0x3f)));
    }
}
