using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Finding and counting.</content>
internal partial class PyStr
{
    [PyFunction("find")]
    internal Status Find(Machine machine, in Value sub, ref Value result, in Value start = default, in Value end = default) =>
        Search(machine, sub, start, end, backwards: false, required: false, ref result);

    [PyFunction("rfind")]
    internal Status RFind(Machine machine, in Value sub, ref Value result, in Value start = default, in Value end = default) =>
        Search(machine, sub, start, end, backwards: true, required: false, ref result);

    [PyFunction("index")]
    internal Status Index(Machine machine, in Value sub, ref Value result, in Value start = default, in Value end = default) =>
        Search(machine, sub, start, end, backwards: false, required: true, ref result);

    [PyFunction("rindex")]
    internal Status RIndex(Machine machine, in Value sub, ref Value result, in Value start = default, in Value end = default) =>
        Search(machine, sub, start, end, backwards: true, required: true, ref result);

    [PyFunction("count")]
    internal Status CountOf(Machine machine, in Value sub, ref Value result, in Value start = default, in Value end = default)
    {
        if (!TryText(machine, sub, out var wanted)
            || !TextArguments.TryRange(machine, start, end, Count, out var from, out var to)
            || !machine.Charge(units))
            return Status.Raised;
        long count = 0;
        if (wanted.units == 0)
            count = Math.Max(to - from + 1L, 0);
        else if (from <= to && (IsWide || !wanted.IsWide)
            && !(IsWide
                ? TextSearch.TryCount(machine, Points(machine)[from..to], CodePoints.Widen(machine, wanted), long.MaxValue, out count)
                : TextSearch.TryCount(machine, Span[from..to], wanted.Span, long.MaxValue, out count)))
            return Status.Raised;
        result.SetInt(count);
        return Status.Ok;
    }

    [PyFunction("startswith")]
    internal Status StartsWith(Machine machine, in Value prefix, ref Value result, in Value start = default, in Value end = default) =>
        HasAffix(machine, "startswith", prefix, start, end, atEnd: false, ref result);

    [PyFunction("endswith")]
    internal Status EndsWith(Machine machine, in Value suffix, ref Value result, in Value start = default, in Value end = default) =>
        HasAffix(machine, "endswith", suffix, start, end, atEnd: true, ref result);

    [PyFunction("removeprefix")]
    internal Status RemovePrefix(Machine machine, PyStr prefix, ref Value result) =>
        HasAffix(machine, prefix, 0, Count, atEnd: false)
            ? Part(machine, prefix.Count, Count, ref result)
            : Str(machine, ref result);

    [PyFunction("removesuffix")]
    internal Status RemoveSuffix(Machine machine, PyStr suffix, ref Value result) =>
        HasAffix(machine, suffix, 0, Count, atEnd: true)
            ? Part(machine, 0, Count - suffix.Count, ref result)
            : Str(machine, ref result);

    /// <summary>The first or last position of <paramref name="wanted"/> between two positions, or -1. False with an
    /// exception pending.</summary>
    internal bool TryFind(Machine machine, PyStr wanted, int from, int to, bool backwards, out int found)
    {
        found = -1;
        if (to - from < wanted.Count || (wanted.IsWide && !IsWide))
            return true;
        var done = (IsWide, backwards) switch
        {
            (false, false) => TextSearch.TryIndexOf(machine, Span[from..to], wanted.Span, out found),
            (false, true) => TextSearch.TryLastIndexOf(machine, Span[from..to], wanted.Span, out found),
            (true, false) => TextSearch.TryIndexOf(machine, Points(machine)[from..to], CodePoints.Widen(machine, wanted), out found),
            (true, true) => TextSearch.TryLastIndexOf(machine, Points(machine)[from..to], CodePoints.Widen(machine, wanted), out found),
        };
        found = found < 0 ? -1 : found + from;
        return done;
    }

    private static bool TryText(Machine machine, in Value value, out PyStr text)
    {
        text = (value.Object as PyStr)!;
        if (text is not null)
            return true;
        machine.Raise(Types.TypeError, $"must be str, not {Operations.TypeName(value)}");
        return false;
    }

    private Status Search(Machine machine, in Value sub, in Value start, in Value end, bool backwards, bool required, ref Value result)
    {
        if (!TryText(machine, sub, out var wanted)
            || !TextArguments.TryRange(machine, start, end, Count, out var from, out var to)
            || !machine.Charge(Math.Max(to - from, 0)))
            return Status.Raised;
        if (!TryFind(machine, wanted, from, to, backwards, out var found))
            return Status.Raised;
        if (found < 0 && required)
            return machine.Raise(Types.ValueError, "substring not found");
        result.SetInt(found);
        return Status.Ok;
    }

    private Status HasAffix(Machine machine, string method, in Value affixes, in Value start, in Value end, bool atEnd, ref Value result)
    {
        if (!TextArguments.TryRange(machine, start, end, Count, out var from, out var to))
            return Status.Raised;
        var found = false;
        if (affixes.Object is PyStr affix)
            found = HasAffix(machine, affix, from, to, atEnd);
        else if (affixes.Object is PyTuple tuple)
        {
            foreach (ref readonly var item in tuple.Items.AsSpan())
            {
                if (item.Object is not PyStr candidate)
                    return machine.Raise(Types.TypeError, $"tuple for {method} must only contain str, not {Operations.TypeName(item)}");
                if (!machine.Charge(candidate.units))
                    return Status.Raised;
                found = HasAffix(machine, candidate, from, to, atEnd);
                if (found)
                    break;
            }
        }
        else
            return machine.Raise(Types.TypeError, $"{method} first arg must be str or a tuple of str, not {Operations.TypeName(affixes)}");
        result.SetBool(found);
        return Status.Ok;
    }

    private bool HasAffix(Machine machine, PyStr affix, int from, int to, bool atEnd)
    {
        if (to - from < affix.Count || (affix.IsWide && !IsWide))
            return false;
        var at = atEnd ? to - affix.Count : from;
        return IsWide
            ? Points(machine)[at..].StartsWith(CodePoints.Widen(machine, affix))
            : Span[at..].StartsWith(affix.Span);
    }

    private Status Part(Machine machine, int from, int to, ref Value result) => GetSlice(machine, from, 1, to - from, ref result);
}
