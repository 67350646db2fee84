using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Finding and counting.</content>
internal partial class PyBytes
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
        if (!TryWanted(machine, sub, out var wanted)
            || !TextArguments.TryRange(machine, start, end, Count, out var from, out var to)
            || !machine.Charge(Count))
            return Status.Raised;
        long count = from > to ? 0 : to - from + 1;
        if (count > 0 && !wanted.IsEmpty && !TextSearch.TryCount(machine, Span[from..to], wanted, long.MaxValue, out count))
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
    internal Status RemovePrefix(Machine machine, in Value prefix, ref Value result)
    {
        if (!TryBytes(machine, prefix, out var affix))
            return Status.Raised;
        return Span.StartsWith(affix.Span)
            ? GetSlice(machine, affix.Count, 1, Count - affix.Count, ref result)
            : Self(ref result);
    }

    [PyFunction("removesuffix")]
    internal Status RemoveSuffix(Machine machine, in Value suffix, ref Value result)
    {
        if (!TryBytes(machine, suffix, out var affix))
            return Status.Raised;
        return Span.EndsWith(affix.Span)
            ? GetSlice(machine, 0, 1, Count - affix.Count, ref result)
            : Self(ref result);
    }

    private static bool TryFind(Machine machine, ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted, bool backwards, out int found) => backwards
        ? TextSearch.TryLastIndexOf(machine, text, wanted, out found)
        : TextSearch.TryIndexOf(machine, text, wanted, out found);

    /// <summary>What to look for: bytes, or an int as one byte.</summary>
    private static bool TryWanted(Machine machine, in Value value, out ReadOnlySpan<byte> wanted)
    {
        if (value.Object is PyBytes bytes)
        {
            wanted = bytes.Span;
            return true;
        }
        wanted = default;
        var status = TryByte(machine, value, out var single);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, $"argument should be integer or bytes-like object, not '{Operations.TypeName(value)}'");
        else if (status == Status.Ok)
            wanted = new[] { single };
        return status == Status.Ok;
    }

    private Status Search(Machine machine, in Value sub, in Value start, in Value end, bool backwards, bool required, ref Value result)
    {
        if (!TryWanted(machine, sub, out var wanted)
            || !TextArguments.TryRange(machine, start, end, Count, out var from, out var to)
            || !machine.Charge(Math.Max(to - from, 0)))
            return Status.Raised;
        var found = -1;
        if (to - from >= wanted.Length && !TryFind(machine, Span[from..to], wanted, backwards, out found))
            return Status.Raised;
        if (found < 0 && required)
            return machine.Raise(Types.ValueError, "subsection not found");
        result.SetInt(found < 0 ? -1 : found + from);
        return Status.Ok;
    }

    private Status HasAffix(Machine machine, string method, in Value affixes, in Value start, in Value end, bool atEnd, ref Value result)
    {
        if (!TextArguments.TryRange(machine, start, end, Count, out var from, out var to))
            return Status.Raised;
        var part = from <= to ? Span[from..to] : default;
        var found = false;
        if (affixes.Object is PyBytes affix)
            found = from <= to && (atEnd ? part.EndsWith(affix.Span) : part.StartsWith(affix.Span));
        else if (affixes.Object is PyTuple tuple)
        {
            foreach (ref readonly var item in tuple.Items.AsSpan())
            {
                if (!TryBytes(machine, item, out var candidate) || !machine.Charge(candidate.Count))
                    return Status.Raised;
                found = from <= to && (atEnd ? part.EndsWith(candidate.Span) : part.StartsWith(candidate.Span));
                if (found)
                    break;
            }
        }
        else
            return machine.Raise(Types.TypeError, $"{method} first arg must be bytes or a tuple of bytes, not {Operations.TypeName(affixes)}");
        result.SetBool(found);
        return Status.Ok;
    }
}
