using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Splitting and joining.</content>
internal partial class PyStr
{
    [PyFunction("split")]
    internal Status Split(Machine machine, ref Value result, [Named("sep")] in Value separator = default, [Named("maxsplit")] long limit = -1) =>
        Split(machine, separator, limit, fromEnd: false, ref result);

    [PyFunction("rsplit")]
    internal Status RSplit(Machine machine, ref Value result, [Named("sep")] in Value separator = default, [Named("maxsplit")] long limit = -1) =>
        Split(machine, separator, limit, fromEnd: true, ref result);

    [PyFunction("splitlines")]
    internal Status SplitLines(Machine machine, ref Value result, [Named("keepends")] int keepEnds = 0)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        return IsWide
            ? TextSplit<WideUnits, int>.Lines(machine, Points(machine), keepEnds != 0, ref result)
            : TextSplit<NarrowUnits, char>.Lines(machine, Span, keepEnds != 0, ref result);
    }

    [PyFunction("partition")]
    internal Status Partition(Machine machine, in Value separator, ref Value result) =>
        Partition(machine, separator, fromEnd: false, ref result);

    [PyFunction("rpartition")]
    internal Status RPartition(Machine machine, in Value separator, ref Value result) =>
        Partition(machine, separator, fromEnd: true, ref result);

    [PyFunction("join")]
    internal Status Join(Machine machine, in Value iterable, ref Value result) => StrJoin.Join(machine, this, iterable, ref result);

    private Status Split(Machine machine, in Value separator, long limit, bool fromEnd, ref Value result)
    {
        if (limit < 0)
            limit = long.MaxValue;
        if (!machine.Charge(units))
            return Status.Raised;
        if (separator.IsNull || separator.IsNone)
            return (IsWide, fromEnd) switch
            {
                (false, false) => TextSplit<NarrowUnits, char>.AtSpaces(machine, Span, limit, ref result),
                (false, true) => TextSplit<NarrowUnits, char>.AtSpacesFromEnd(machine, Span, limit, ref result),
                (true, false) => TextSplit<WideUnits, int>.AtSpaces(machine, Points(machine), limit, ref result),
                (true, true) => TextSplit<WideUnits, int>.AtSpacesFromEnd(machine, Points(machine), limit, ref result),
            };
        if (separator.Object is not PyStr wanted)
            return machine.Raise(Types.TypeError, $"must be str or None, not {Operations.TypeName(separator)}");
        if (wanted.units == 0)
            return machine.Raise(Types.ValueError, "empty separator");
        if (IsWide || wanted.IsWide)
        {
            var points = CodePoints.Widen(machine, this);
            var wantedPoints = CodePoints.Widen(machine, wanted);
            return fromEnd
                ? TextSplit<WideUnits, int>.AtFromEnd(machine, points, wantedPoints, limit, ref result)
                : TextSplit<WideUnits, int>.At(machine, points, wantedPoints, limit, ref result);
        }
        return fromEnd
            ? TextSplit<NarrowUnits, char>.AtFromEnd(machine, Span, wanted.Span, limit, ref result)
            : TextSplit<NarrowUnits, char>.At(machine, Span, wanted.Span, limit, ref result);
    }

    private Status Partition(Machine machine, in Value separator, bool fromEnd, ref Value result)
    {
        if (!TryText(machine, separator, out var wanted) || !machine.Charge(units))
            return Status.Raised;
        if (wanted.units == 0)
            return machine.Raise(Types.ValueError, "empty separator");
        if (!TryFind(machine, wanted, 0, Count, fromEnd, out var found))
            return Status.Raised;
        if (found < 0)
        {
            var none = Value.Of(machine.Interned.Empty);
            var all = Value.Of(Plain);
            result.SetObject(new PyTuple(fromEnd ? [none, none, all] : [all, none, none]));
            return Status.Ok;
        }
        return IsWide
            ? TextSplit<WideUnits, int>.Partition(machine, Points(machine), found, wanted.Plain, wanted.Count, ref result)
            : TextSplit<NarrowUnits, char>.Partition(machine, Span, found, wanted.Plain, wanted.Count, ref result);
    }
}
