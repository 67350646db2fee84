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

    /// <summary>A string of these units and then more, for which the caller has charged; null with an exception pending.</summary>
    /// <remarks>Bounded: as long as what is copied.</remarks>
    public static string? TryCopy(Machine machine, ReadOnlySpan<char> units, ReadOnlySpan<char> more = default)
    {
        if (units.Length + more.Length <= Machine.PieceOf<char>())
            return string.Concat(units, more);
        var copied = false;
        var text = string.Create(units.Length + more.Length, new Copying(machine, units, more, ref copied), static (target, copying) =>
            copying.Copied = copying.Machine.TryCopy(copying.Units, target) && copying.Machine.TryCopy(copying.More, target[copying.Units.Length..]));
        return copied ? text : null;
    }

    /// <summary>The UTF-16 text of code points, of which <paramref name="astral"/> take two units; null with an exception
    /// pending.</summary>
    public static string? ToText(Machine machine, ReadOnlySpan<int> points, int astral)
    {
        var units = machine.NewUninitialized<char>(points.Length + astral);
        if (units is null)
            return null;
        var at = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] < FirstAstral)
                units[at++] = (char)points[i];
            else
            {
                Fill(units.AsSpan(at, 2), points[i]);
                at += 2;
            }
            if (!machine.MayGoOn(i))
                return null;
        }
        return TryCopy(machine, units);
    }

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

    /// <summary>What is copied into a string that is being made, and whether all of it was.</summary>
    private readonly ref struct Copying(Machine machine, ReadOnlySpan<char> units, ReadOnlySpan<char> more, ref bool copied)
    {
        public readonly ReadOnlySpan<char> More = more;
        public readonly Machine Machine = machine;
        public readonly ReadOnlySpan<char> Units = units;
        public readonly ref bool Copied = ref copied;
    }
}

/// <summary>The code points of a str by their index: its UTF-16 units when each of them is one.</summary>
internal readonly ref struct PointView(Machine machine, PyStr text)
{
    private readonly ReadOnlySpan<char> narrow = text.IsWide ? default : text.Span;
    private readonly ReadOnlySpan<int> wide = text.IsWide ? text.Points(machine) : default;

    public int Length => narrow.Length + wide.Length;

    public int this[int index] => narrow.IsEmpty ? wide[index] : narrow[index];
}
