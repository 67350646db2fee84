using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Splitting and joining.</content>
internal partial class PyBytes
{
    [PyFunction("split")]
    internal Status Split(Machine machine, ref Value result, [Named("sep")] in Value separator = default, [Named("maxsplit")] long limit = -1)
    {
        if (!TrySeparator(machine, separator, ref limit, out var wanted))
            return Status.Raised;
        return wanted is null
            ? TextSplit<ByteUnits, byte>.AtSpaces(machine, Span, limit, ref result)
            : TextSplit<ByteUnits, byte>.At(machine, Span, wanted.Span, limit, ref result);
    }

    [PyFunction("rsplit")]
    internal Status RSplit(Machine machine, ref Value result, [Named("sep")] in Value separator = default, [Named("maxsplit")] long limit = -1)
    {
        if (!TrySeparator(machine, separator, ref limit, out var wanted))
            return Status.Raised;
        return wanted is null
            ? TextSplit<ByteUnits, byte>.AtSpacesFromEnd(machine, Span, limit, ref result)
            : TextSplit<ByteUnits, byte>.AtFromEnd(machine, Span, wanted.Span, limit, ref result);
    }

    [PyFunction("splitlines")]
    internal Status SplitLines(Machine machine, ref Value result, [Named("keepends")] int keepEnds = 0) =>
        machine.Charge(Count) ? TextSplit<ByteUnits, byte>.Lines(machine, Span, keepEnds != 0, ref result) : Status.Raised;

    [PyFunction("partition")]
    internal Status Partition(Machine machine, in Value separator, ref Value result) =>
        Partition(machine, separator, fromEnd: false, ref result);

    [PyFunction("rpartition")]
    internal Status RPartition(Machine machine, in Value separator, ref Value result) =>
        Partition(machine, separator, fromEnd: true, ref result);

    [PyFunction("join")]
    internal Status Join(Machine machine, in Value iterable, ref Value result) => StrJoin.Join(machine, this, iterable, ref result);

    /// <summary>The arguments of split(): null separates at white space, a negative limit is none.</summary>
    private bool TrySeparator(Machine machine, in Value separator, ref long limit, out PyBytes? wanted)
    {
        wanted = null;
        if (limit < 0)
            limit = long.MaxValue;
        if (separator.IsNull || separator.IsNone)
            return machine.Charge(Count);
        if (!TryBytes(machine, separator, out var bytes) || !machine.Charge(Count))
            return false;
        wanted = bytes;
        if (wanted.Count != 0)
            return true;
        machine.Raise(Types.ValueError, "empty separator");
        return false;
    }

    private Status Partition(Machine machine, in Value separator, bool fromEnd, ref Value result)
    {
        if (!TryBytes(machine, separator, out var wanted) || !machine.Charge(Count))
            return Status.Raised;
        if (wanted.Count == 0)
            return machine.Raise(Types.ValueError, "empty separator");
        if (!TryFind(machine, Span, wanted.Span, fromEnd, out var found))
            return Status.Raised;
        if (found >= 0)
            return TextSplit<ByteUnits, byte>.Partition(machine, Span, found, wanted.Plain, wanted.Count, ref result);
        var none = Value.Of(From([]));
        var all = Value.Of(Plain);
        result.SetObject(new PyTuple(fromEnd ? [none, none, all] : [all, none, none]));
        return Status.Ok;
    }
}
