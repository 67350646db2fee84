using Krait.Core;

namespace Krait.Objects.Text;

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

    /// <summary>How many code points take two units.</summary>
    public static int CountAstral(ReadOnlySpan<int> points)
    {
        var count = 0;
        foreach (var point in points)
            count += point >= FirstAstral ? 1 : 0;
        return count;
    }

    /// <summary>The UTF-16 text of code points, of which <paramref name="astral"/> take two units.</summary>
    /// <remarks>Bounded: whoever made the points has charged for them.</remarks>
    public static string ToText(ReadOnlySpan<int> points, int astral) =>
        string.Create(points.Length + astral, points, static (units, points) =>
        {
            var at = 0;
            foreach (var point in points)
            {
                if (point < FirstAstral)
                    units[at++] = (char)point;
                else
                {
                    Fill(units.Slice(at, 2), point);
                    at += 2;
                }
            }
        });

    /// <summary>The code points of UTF-16 text that has <paramref name="count"/> of them.</summary>
    public static int[] ToPoints(Machine machine, ReadOnlySpan<char> text, int count)
    {
        machine.Debit(text.Length, (long)count * sizeof(int));
        var points = new int[count];
        var position = 0;
        for (var i = 0; i < count; i++)
        {
            points[i] = At(text, position);
            position += points[i] < FirstAstral ? 1 : 2;
        }
        return points;
    }

    /// <summary>The code points of any str: what algorithms use when one of their operands is wide.</summary>
    public static ReadOnlySpan<int> Widen(Machine machine, PyStr text)
    {
        if (text.IsWide)
            return text.Points(machine);
        var units = text.Span;
        machine.Debit(units.Length, (long)units.Length * sizeof(int));
        var points = new int[units.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = units[i];
        return points;
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
