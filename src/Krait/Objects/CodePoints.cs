namespace Krait.Objects;

/// <summary>Code points in UTF-16 text. A surrogate without its partner is a code point of its own.</summary>
internal static class CodePoints
{
    /// <summary>The first code point that takes two UTF-16 units.</summary>
    public const int FirstAstral = 0x10000;

    /// <summary>One beyond the last code point.</summary>
    public const int End = 0x110000;

    /// <summary>The code point at a UTF-16 position; -1 behind the end.</summary>
    public static int At(ReadOnlySpan<char> text, int position)
    {
        if ((uint)position >= (uint)text.Length)
            return -1;
        var unit = text[position];
        return char.IsHighSurrogate(unit) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1])
            ? char.ConvertToUtf32(unit, text[position + 1])
            : unit;
    }

    /// <summary>The number of code points in UTF-16 text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        var rest = text;
        while (rest.IndexOfAnyInRange('\ud800', '\udbff') is var high && high >= 0)
        {
            if (high + 1 < rest.Length && char.IsLowSurrogate(rest[high + 1]))
                count--;
            rest = rest[(high + 1)..];
        }
        return count;
    }

    /// <summary>Fills a span with one code point over and over; an astral one needs an even length.</summary>
    public static void Fill(Span<char> span, int codePoint)
    {
        if (codePoint < FirstAstral)
        {
            span.Fill((char)codePoint);
            return;
        }
        var high = (char)(0xd7c0 + (codePoint >> 10));
        var low = (char)(0xdc00 | (codePoint & 0x3ff));
        for (var i = 0; i + 1 < span.Length; i += 2)
        {
            span[i] = high;
            span[i + 1] = low;
        }
    }
}
