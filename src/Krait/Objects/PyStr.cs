using System.Runtime.CompilerServices;
using System.Text;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <summary>
/// A str: code points in a UTF-16 .NET string.
/// </summary>
/// <remarks>
/// <para>Nearly every str is <em>narrow</em>: each UTF-16 unit is a code point, so an index is an index. A <em>wide</em>
/// str has code points beyond U+FFFF, which take two units; operations by index then use its code points as an array
/// (<see cref="Points"/>), made when first needed. Algorithms are generic over the unit (TextMethods) and run on
/// <c>char</c>, on <c>int</c>, and for bytes on <c>byte</c>.</para>
/// <para>Python allows surrogates as code points of their own. A lone one is a lone unit. Two that stand side by side
/// look like one astral code point in UTF-16: such a str is marked <em>split</em>, and its units (when narrow) or its
/// points (when wide) are what counts; <see cref="Text"/> is then only how it prints.</para>
/// <para>Concatenation appends in place to a shared <see cref="StrBuffer"/> where the left side is the buffer's end, so
/// that <c>s += x</c> in a loop is linear; <see cref="Text"/> makes the .NET string when somebody asks for it.</para>
/// <para>Parts: this file holds the representation; <c>PyStr.Slots.cs</c> the operators and protocols;
/// <c>PyStr.*.cs</c> the methods by subject.</para>
/// </remarks>
[PyType("str", IsBase = true, PositionalOnly = true, Slots = Slots.Add | Slots.Multiply | Slots.Modulo)]
internal partial class PyStr : PyObject
{
    /// <summary>What is known of the text.</summary>
    [Flags]
    private enum Traits : byte
    {
        None = 0,

        /// <summary>The others are known.</summary>
        Scanned = 1,

        /// <summary>All code points are below 128.</summary>
        Ascii = 2,

        /// <summary>Some code points take two units.</summary>
        Wide = 4,

        /// <summary>Some neighbouring surrogates are code points of their own.</summary>
        Split = 8,

        /// <summary>Each unit is a code point, whatever the units look like.</summary>
        Units = 16,

        Interned = 32,
    }

    /// <summary>A <see cref="string"/>, a <see cref="StrBuffer"/> whose first <see cref="units"/> units are the text,
    /// or <see cref="PointText"/>.</summary>
    private object content;

    private long hash;
    private readonly int units;
    private int count;
    private Traits traits;

    /// <summary>A str with this text; a surrogate pair is one code point.</summary>
    private PyStr(string text, Traits traits)
    {
        content = text;
        units = text.Length;
        this.traits = traits;
    }

    private PyStr(StrBuffer buffer, int units, int count, Traits traits)
    {
        content = buffer;
        this.units = units;
        this.count = count;
        this.traits = traits;
    }

    private PyStr(PointText wide, Traits traits)
    {
        content = wide;
        units = wide.Text.Length;
        count = wide.Points.Length;
        this.traits = traits;
    }

    /// <summary>A str of another class with the same text.</summary>
    private protected PyStr(PyStr source)
    {
        content = source.content;
        hash = source.hash;
        units = source.units;
        count = source.count;
        traits = source.traits & ~Traits.Interned;
    }

    public override PyType Type => Types.Str;

    /// <summary>The text in UTF-16. Two neighbouring surrogates may be one code point or, rarely, two.</summary>
    public string Text => content as string ?? Materialize();

    /// <summary>The UTF-16 units, without making a .NET string of a text that is still being appended to.</summary>
    public ReadOnlySpan<char> Span => content switch
    {
        string text => text,
        StrBuffer buffer => buffer.Units(units),
        _ => ((PointText)content).Text,
    };

    /// <summary>The number of code points.</summary>
    public int Count
    {
        get
        {
            _ = Known;
            return count;
        }
    }

    /// <summary>Whether all code points are below 128.</summary>
    public bool IsAscii => (Known & Traits.Ascii) != 0;

    /// <summary>Whether some code point is beyond U+FFFF, so that units are not code points.</summary>
    public bool IsWide => (Known & Traits.Wide) != 0;

    /// <summary>Whether neighbouring surrogates stand for themselves, so that <see cref="Text"/> does not tell all.</summary>
    public bool IsSplit => (Known & Traits.Split) != 0;

    /// <summary>Whether this is the one object of its engine for this text: interned strings are equal when they are
    /// the same.</summary>
    public bool IsInterned => (traits & Traits.Interned) != 0;

    private Traits Known => (traits & Traits.Scanned) != 0 ? traits : Scan();

    /// <summary>A str with this text; a surrogate pair in it is one code point.</summary>
    public static PyStr From(string text) => new(text, Traits.None);

    /// <summary>A str in which each UTF-16 unit is a code point, surrogates too.</summary>
    public static PyStr FromUnits(string units) => new(units, Traits.Units);

    /// <summary>A str of ASCII characters, as the caller knows.</summary>
    public static PyStr FromAscii(string text) => new(text, Traits.Scanned | Traits.Ascii) { count = text.Length };

    /// <summary>A plain str with the text of one of any class.</summary>
    public static PyStr Copy(PyStr text) => new(text);

    /// <summary>A str of one code point.</summary>
    public static PyStr FromPoint(int codePoint) => codePoint < CodePoints.FirstAstral
        ? new(((char)codePoint).ToString(), Traits.Units)
        : new(char.ConvertFromUtf32(codePoint), Traits.None);

    /// <summary>A str of these code points, at most <see cref="CodePoints.End"/>; null with an exception pending.</summary>
    public static PyStr? FromPoints(Machine machine, ReadOnlySpan<int> points)
    {
        var astral = CodePoints.CountAstral(points);
        var text = CodePoints.ToText(machine, points, astral);
        if (text is null)
            return null;
        if (astral == 0)
            return FromUnits(text);
        // The text is as good as the points unless it pairs what they do not.
        return CodePoints.Count(text) == points.Length
            ? From(text)
            : new PyStr(new PointText(text, points.ToArray()), Traits.Scanned | Traits.Wide | Traits.Split);
    }

    /// <summary>The code points of a wide str; the machine is charged when the array is made.</summary>
    public ReadOnlySpan<int> Points(Machine machine)
    {
        if (content is PointText known)
            return known.Points;
        var text = Text;
        var points = new PointText(text, CodePoints.ToPoints(machine, text, Count));
        content = points;
        return points.Points;
    }

    /// <summary>left + right, or null with an exception pending.</summary>
    public static PyStr? Concat(Machine machine, PyStr left, PyStr right)
    {
        if (right.units == 0 && left.GetType() == typeof(PyStr))
            return left;
        if (left.units == 0 && right.GetType() == typeof(PyStr))
            return right;
        var total = (long)left.units + right.units;
        var both = left.Known & right.Known & Traits.Ascii | (left.traits | right.traits) & (Traits.Wide | Traits.Split);
        if (left.units > 0 && right.units > 0 && char.IsHighSurrogate(left.Span[^1]) && char.IsLowSurrogate(right.Span[0]))
            both |= Traits.Split;
        if (both == (Traits.Wide | Traits.Split))
            return ConcatPoints(machine, left, right);
        if ((both & Traits.Split) != 0)
            both |= Traits.Units;
        both |= Traits.Scanned;
        var count = left.count + right.count;
        if (left.content is StrBuffer tail && tail.TryAppend(machine, left.units, right.Span, out var raised))
            return raised ? null : new PyStr(tail, (int)total, count, both);
        if (!machine.Charge(total, total * sizeof(char)))
            return null;
        if (left.units >= StrBuffer.LeastText && right.units <= left.units)
        {
            var buffer = StrBuffer.Create(machine, left.Span, right.Span);
            return buffer is null ? null : new PyStr(buffer, (int)total, count, both);
        }
        return CodePoints.TryCopy(machine, left.Span, right.Span) is { } text ? new PyStr(text, both) { count = count } : null;
    }

    /// <summary>The hash, keyed by the engine's seed and kept; never 0 and never -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long HashCode(Machine machine) => hash != 0 ? hash : ComputeHash(machine);

    /// <summary>Whether both are the same text.</summary>
    public bool ContentEquals(PyStr other)
    {
        if (this == other)
            return true;
        if (units != other.units || (hash != other.hash && hash != 0 && other.hash != 0) || !Span.SequenceEqual(other.Span))
            return false;
        // The same units mean the same text, unless a pair of surrogates is one code point here and two there.
        return ((traits | other.traits) & (Traits.Split | Traits.Units)) == 0
            || (Known & (Traits.Wide | Traits.Split)) == (other.Known & (Traits.Wide | Traits.Split)) && SamePoints(other);
    }

    /// <summary>The order of the code points: negative, 0 or positive. False with an exception pending.</summary>
    public bool TryCompare(Machine machine, PyStr other, out int order)
    {
        var wide = (Known | other.Known) & Traits.Wide;
        return wide == 0
            ? machine.TryCompare(Span, other.Span, out order)
            : machine.TryCompare(CodePoints.Widen(machine, this), CodePoints.Widen(machine, other), out order);
    }

    /// <summary>The engine's table marks its own.</summary>
    internal void MarkInterned() => traits |= Traits.Interned;

    public override string ToString() => Text;

    private string Materialize()
    {
        if (content is PointText wide)
            return wide.Text;
        var text = ((StrBuffer)content).ToText(units);
        content = text;
        return text;
    }

    private long ComputeHash(Machine machine)
    {
        machine.Debit(units, 0);
        hash = KeyedHash.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Span), machine.HashSeed);
        return hash;
    }

    private Traits Scan()
    {
        var span = Span;
        count = units;
        if (Ascii.IsValid(span))
            traits |= Traits.Ascii;
        else if (CodePoints.Count(span) is var points && points != units)
        {
            if ((traits & Traits.Units) != 0)
                traits |= Traits.Split;
            else
            {
                traits |= Traits.Wide;
                count = points;
            }
        }
        return traits |= Traits.Scanned;
    }

    private bool SamePoints(PyStr other) => content is not PointText mine || other.content is not PointText theirs
        || mine.Points.AsSpan().SequenceEqual(theirs.Points);

    private static PyStr? ConcatPoints(Machine machine, PyStr left, PyStr right)
    {
        var points = machine.NewArray<int>((long)left.count + right.count);
        if (points is null)
            return null;
        CodePoints.Widen(machine, left).CopyTo(points);
        CodePoints.Widen(machine, right).CopyTo(points.AsSpan(left.count));
        return FromPoints(machine, points);
    }

    /// <summary>A wide text with its code points.</summary>
    private sealed class PointText(string text, int[] points)
    {
        public readonly string Text = text;
        public readonly int[] Points = points;
    }
}
