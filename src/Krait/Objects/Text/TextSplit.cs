using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>split(), rsplit(), splitlines(), partition() and rpartition() of any text.</summary>
internal static class TextSplit<TUnits, T>
    where TUnits : ITextUnits<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>Splits at runs of white space, at most <paramref name="limit"/> times.</summary>
    public static Status AtSpaces(Machine machine, ReadOnlySpan<T> text, long limit, ref Value result)
    {
        var parts = new PyList();
        var position = 0;
        while (true)
        {
            for (; position < text.Length && TUnits.IsSpace(text[position]); position++)
                if (!machine.MayGoOn(position))
                    return Status.Raised;
            if (position == text.Length)
                break;
            var start = position;
            var end = text.Length;
            if (parts.Count < limit)
            {
                for (; position < text.Length && !TUnits.IsSpace(text[position]); position++)
                    if (!machine.MayGoOn(position))
                        return Status.Raised;
                end = position;
            }
            else
                position = text.Length;
            if (Add(machine, parts, text[start..end]) != Status.Ok)
                return Status.Raised;
        }
        result.SetObject(parts);
        return Status.Ok;
    }

    /// <summary>Splits at runs of white space from the end, at most <paramref name="limit"/> times.</summary>
    public static Status AtSpacesFromEnd(Machine machine, ReadOnlySpan<T> text, long limit, ref Value result)
    {
        var parts = new PyList();
        var end = text.Length;
        while (true)
        {
            for (; end > 0 && TUnits.IsSpace(text[end - 1]); end--)
                if (!machine.MayGoOn(end))
                    return Status.Raised;
            if (end == 0)
                break;
            var start = parts.Count < limit ? end : 0;
            for (; start > 0 && !TUnits.IsSpace(text[start - 1]); start--)
                if (!machine.MayGoOn(start))
                    return Status.Raised;
            if (Add(machine, parts, text[start..end]) != Status.Ok)
                return Status.Raised;
            end = start;
        }
        return Reversed(parts, ref result);
    }

    /// <summary>Splits at a separator that is not empty, at most <paramref name="limit"/> times.</summary>
    public static Status At(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> separator, long limit, ref Value result)
    {
        var parts = new PyList();
        var start = 0;
        var separators = new Occurrences<T>(machine, text, separator, backwards: false);
        while (parts.Count < limit)
        {
            if (!separators.TryNext(out var found))
                return Status.Raised;
            if (found < 0)
                break;
            if (Add(machine, parts, text[start..found]) != Status.Ok)
                return Status.Raised;
            start = found + separator.Length;
        }
        separators.Dispose();
        result.SetObject(parts);
        return Add(machine, parts, text[start..]);
    }

    /// <summary>Splits at a separator that is not empty from the end, at most <paramref name="limit"/> times.</summary>
    public static Status AtFromEnd(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> separator, long limit, ref Value result)
    {
        var parts = new PyList();
        var end = text.Length;
        var separators = new Occurrences<T>(machine, text, separator, backwards: true);
        while (parts.Count < limit)
        {
            if (!separators.TryNext(out var found))
                return Status.Raised;
            if (found < 0)
                break;
            if (Add(machine, parts, text[(found + separator.Length)..end]) != Status.Ok)
                return Status.Raised;
            end = found;
        }
        separators.Dispose();
        return Add(machine, parts, text[..end]) == Status.Ok ? Reversed(parts, ref result) : Status.Raised;
    }

    /// <summary>The lines, without their ends unless <paramref name="keepEnds"/>.</summary>
    public static Status Lines(Machine machine, ReadOnlySpan<T> text, bool keepEnds, ref Value result)
    {
        var lines = new PyList();
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            for (; end < text.Length && !TUnits.IsLineBreak(text[end]); end++)
                if (!machine.MayGoOn(end))
                    return Status.Raised;
            var next = end;
            if (next < text.Length)
                next += text[next].Equals(TUnits.Ascii('\r')) && next + 1 < text.Length && text[next + 1].Equals(TUnits.Ascii('\n')) ? 2 : 1;
            if (Add(machine, lines, text[start..(keepEnds ? next : end)]) != Status.Ok)
                return Status.Raised;
            start = next;
        }
        result.SetObject(lines);
        return Status.Ok;
    }

    /// <summary>A tuple of what is in front of a position, the separator, and what is behind it.</summary>
    public static Status Partition(Machine machine, ReadOnlySpan<T> text, int found, PyObject separator, int length, ref Value result)
    {
        Value before = default, behind = default;
        if (TextSlices<TUnits, T>.Copy(machine, text[..found], ref before) != Status.Ok
            || TextSlices<TUnits, T>.Copy(machine, text[(found + length)..], ref behind) != Status.Ok)
            return Status.Raised;
        result.SetObject(new PyTuple([before, Value.Of(separator), behind]));
        return Status.Ok;
    }

    private static Status Add(Machine machine, PyList parts, ReadOnlySpan<T> part)
    {
        Value item = default;
        return TextSlices<TUnits, T>.Copy(machine, part, ref item) == Status.Ok ? parts.Append(machine, item) : Status.Raised;
    }

    private static Status Reversed(PyList parts, ref Value result)
    {
        // Strings alone: the list's storage is general.
        Array.Reverse(parts.Items, 0, parts.Count);
        result.SetObject(parts);
        return Status.Ok;
    }
}
