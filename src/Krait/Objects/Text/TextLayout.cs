using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Stripping, padding, tabs and replacing in any text. Where nothing changes, the answer is the object that
/// each method gets as self.</summary>
internal static class TextLayout<TUnits, T>
    where TUnits : ITextUnits<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>Without white space at the sides asked for.</summary>
    public static Status StripSpaces(Machine machine, ReadOnlySpan<T> text, PyObject self, Sides sides, ref Value result)
    {
        var start = 0;
        var end = text.Length;
        if ((sides & Sides.Left) != 0)
            for (; start < end && TUnits.IsSpace(text[start]); start++)
                if (!machine.MayGoOn(start))
                    return Status.Raised;
        if ((sides & Sides.Right) != 0)
            for (; end > start && TUnits.IsSpace(text[end - 1]); end--)
                if (!machine.MayGoOn(end))
                    return Status.Raised;
        return Part(machine, text, self, start, end, ref result);
    }

    /// <summary>Without any of <paramref name="unwanted"/> at the sides asked for.</summary>
    public static Status Strip(Machine machine, ReadOnlySpan<T> text, PyObject self, ReadOnlySpan<T> unwanted, Sides sides, ref Value result)
    {
        if (!machine.Charge((long)text.Length + unwanted.Length))
            return Status.Raised;
        var sorted = unwanted.ToArray();
        Array.Sort(sorted);
        var start = 0;
        var end = text.Length;
        if ((sides & Sides.Left) != 0)
            for (; start < end && Array.BinarySearch(sorted, text[start]) >= 0; start++)
                if (!machine.MayGoOn(start))
                    return Status.Raised;
        if ((sides & Sides.Right) != 0)
            for (; end > start && Array.BinarySearch(sorted, text[end - 1]) >= 0; end--)
                if (!machine.MayGoOn(end))
                    return Status.Raised;
        return Part(machine, text, self, start, end, ref result);
    }

    /// <summary>The text between two positions; the text itself when that is all of it.</summary>
    public static Status Part(Machine machine, ReadOnlySpan<T> text, PyObject self, int start, int end, ref Value result)
    {
        if (end - start != text.Length)
            return TextSlices<TUnits, T>.Copy(machine, text[start..end], ref result);
        result.SetObject(self);
        return Status.Ok;
    }

    /// <summary>With <paramref name="left"/> and <paramref name="right"/> times the filling beside it.</summary>
    public static Status Pad(Machine machine, ReadOnlySpan<T> text, long left, long right, T filling, ref Value result)
    {
        if (left > Machine.LargestAllocation || right > Machine.LargestAllocation)
            return machine.Raise(Types.MemoryError);
        var units = machine.NewUninitialized<T>(left + text.Length + right);
        if (units is null || !machine.TryFill(units.AsSpan(0, (int)left), filling) || !machine.TryCopy(text, units.AsSpan((int)left))
            || !machine.TryFill(units.AsSpan((int)left + text.Length), filling))
            return Status.Raised;
        return TUnits.Adopt(machine, units, ref result);
    }

    /// <summary>With zeros in front up to <paramref name="width"/>, behind the sign if there is one.</summary>
    public static Status ZeroFill(Machine machine, ReadOnlySpan<T> text, long width, ref Value result)
    {
        var zeros = width - text.Length;
        if (zeros > Machine.LargestAllocation)
            return machine.Raise(Types.MemoryError);
        var units = machine.NewUninitialized<T>(width);
        if (units is null)
            return Status.Raised;
        var sign = !text.IsEmpty && (text[0].Equals(TUnits.Ascii('+')) || text[0].Equals(TUnits.Ascii('-'))) ? 1 : 0;
        text[..sign].CopyTo(units);
        if (!machine.TryFill(units.AsSpan(sign, (int)zeros), TUnits.Ascii('0')) || !machine.TryCopy(text[sign..], units.AsSpan(sign + (int)zeros)))
            return Status.Raised;
        return TUnits.Adopt(machine, units, ref result);
    }

    /// <summary>With spaces up to the next multiple of <paramref name="size"/> columns in place of each tab.</summary>
    public static Status ExpandTabs(Machine machine, ReadOnlySpan<T> text, PyObject self, int size, ref Value result)
    {
        if (!text.Contains(TUnits.Ascii('\t')))
        {
            result.SetObject(self);
            return Status.Ok;
        }
        long length = 0;
        long column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            length += Advance(text[i], size, ref column);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        var units = machine.NewUninitialized<T>(length);
        if (units is null)
            return Status.Raised;
        column = 0;
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var width = (int)Advance(text[i], size, ref column);
            if (!machine.TryFill(units.AsSpan(at, width), text[i].Equals(TUnits.Ascii('\t')) ? TUnits.Ascii(' ') : text[i]) || !machine.MayGoOn(i))
                return Status.Raised;
            at += width;
        }
        return TUnits.Adopt(machine, units, ref result);
    }

    /// <summary>With <paramref name="replacement"/> for each <paramref name="old"/>, at most <paramref name="limit"/>
    /// times; an empty one stands between all units.</summary>
    public static Status Replace(Machine machine, ReadOnlySpan<T> text, PyObject self, ReadOnlySpan<T> old, ReadOnlySpan<T> replacement, long limit, ref Value result)
    {
        var count = Math.Min(limit, text.Length + 1L);
        if (!old.IsEmpty && !TextSearch.TryCount(machine, text, old, limit, out count))
            return Status.Raised;
        if (count == 0 || (old.IsEmpty && replacement.IsEmpty))
        {
            result.SetObject(self);
            return Status.Ok;
        }
        var units = machine.NewUninitialized<T>(text.Length + count * ((long)replacement.Length - old.Length));
        if (units is null
            || !(old.IsEmpty ? TryInterleave(machine, text, replacement, (int)count, units) : TryReplaceEach(machine, text, old, replacement, (int)count, units)))
            return Status.Raised;
        return TUnits.Adopt(machine, units, ref result);
    }

    private static long Advance(T unit, int size, ref long column)
    {
        if (unit.Equals(TUnits.Ascii('\t')))
        {
            var width = size > 0 ? size - column % size : 0;
            column += width;
            return width;
        }
        column = unit.Equals(TUnits.Ascii('\n')) || unit.Equals(TUnits.Ascii('\r')) ? 0 : column + 1;
        return 1;
    }

    private static bool TryInterleave(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> replacement, int count, Span<T> units)
    {
        for (var i = 0; i < count; i++)
        {
            if (!machine.TryCopy(replacement, units) || !machine.MayGoOn(i))
                return false;
            units = units[replacement.Length..];
            if (i == text.Length)
                return true;
            units[0] = text[i];
            units = units[1..];
        }
        return machine.TryCopy(text[count..], units);
    }

    private static bool TryReplaceEach(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> old, ReadOnlySpan<T> replacement, int count, Span<T> units)
    {
        var from = 0;
        var occurrences = new Occurrences<T>(machine, text, old, backwards: false);
        for (var i = 0; i < count; i++)
        {
            if (!occurrences.TryNext(out var found) || !machine.TryCopy(text[from..found], units))
                return false;
            units = units[(found - from)..];
            if (!machine.TryCopy(replacement, units) || !machine.MayGoOn(i))
                return false;
            units = units[replacement.Length..];
            from = found + old.Length;
        }
        occurrences.Dispose();
        return machine.TryCopy(text[from..], units);
    }
}

/// <summary>The ends of a text.</summary>
[Flags]
internal enum Sides
{
    Left = 1,
    Right = 2,
    Both = Left | Right,
}
