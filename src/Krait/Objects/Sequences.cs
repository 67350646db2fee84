using Krait.Core;

namespace Krait.Objects;

/// <summary>A sequence of which C# knows the items: tuple and list.</summary>
internal interface ISequence
{
    /// <summary>The number of items right now.</summary>
    int Count { get; }

    /// <summary>The item at an index below <see cref="Count"/>.</summary>
    Value this[int index] { get; }
}

/// <summary>What tuple and list do alike. Comparing items may run Python, which may shorten a list meanwhile: the
/// count is read anew for every item.</summary>
internal static class Sequences
{
    /// <summary>Compares by the first items that differ, then by length.</summary>
    public static Status Compare(Machine machine, BinaryOperator op, ISequence left, ISequence right, ref Value result)
    {
        if (left.Count != right.Count && op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            result.SetBool(op == BinaryOperator.NotEqual);
            return Status.Ok;
        }
        var meter = new WorkMeter(machine);
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (!meter.Tick())
                return Status.Raised;
            var a = left[i];
            var b = right[i];
            if (Value.Is(a, b))
                continue;
            if (Operations.Equals(machine, a, b, out var equal) != Status.Ok)
                return Status.Raised;
            if (equal)
                continue;
            if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
                return Operations.Compare(machine, op, a, b, ref result);
            result.SetBool(op == BinaryOperator.NotEqual);
            return Status.Ok;
        }
        result.SetBool(Operators.Holds(op, left.Count.CompareTo(right.Count)));
        return Status.Ok;
    }

    /// <summary>The index of the first item that equals <paramref name="value"/>, from <paramref name="start"/> to
    /// before <paramref name="stop"/>, both counted from either end; -1 when there is none.</summary>
    public static Status IndexOf(Machine machine, ISequence sequence, in Value value, long start, long stop, out int index)
    {
        var count = sequence.Count;
        start = start < 0 ? Math.Max(start + count, 0) : start;
        stop = stop < 0 ? stop + count : stop;
        var meter = new WorkMeter(machine);
        for (var i = start; i < stop && i < sequence.Count; i++)
        {
            index = (int)i;
            if (!meter.Tick() || Operations.Equals(machine, sequence[index], value, out var equal) != Status.Ok)
                return Status.Raised;
            if (equal)
                return Status.Ok;
        }
        index = -1;
        return Status.Ok;
    }

    /// <summary>How many items equal <paramref name="value"/>.</summary>
    public static Status CountOf(Machine machine, ISequence sequence, in Value value, out long count)
    {
        count = 0;
        var meter = new WorkMeter(machine);
        for (var i = 0; i < sequence.Count; i++)
        {
            if (!meter.Tick() || Operations.Equals(machine, sequence[i], value, out var equal) != Status.Ok)
                return Status.Raised;
            count += equal ? 1 : 0;
        }
        return Status.Ok;
    }

    /// <summary>The TypeError of adding what is no such sequence, unless the other operand may still know how.</summary>
    public static Status CannotConcatenate(Machine machine, string sequence, in Value other) =>
        other.Object is PyObject item && Specials.Find(machine, item, Special.RAdd, out _)
            ? Status.NotImplemented
            : machine.Raise(Types.TypeError, $"can only concatenate {sequence} (not \"{Operations.TypeName(other)}\") to {sequence}");

    /// <summary>How often to repeat a sequence that is multiplied by <paramref name="other"/>: never less than 0 times.</summary>
    public static Status TryCount(Machine machine, in Value other, bool reflected, out long count)
    {
        count = 0;
        Value integer = default;
        var status = Conversions.Index(machine, other, ref integer);
        if (status == Status.NotImplemented)
            return !reflected && other.Object is PyObject item && Specials.Find(machine, item, Special.RMultiply, out _)
                ? status
                : machine.Raise(Types.TypeError, $"can't multiply sequence by non-int of type '{Operations.TypeName(other)}'");
        if (status != Status.Ok)
            return status;
        if (!Indices.Fits(integer, out count))
            return machine.Raise(Types.OverflowError, $"cannot fit '{Operations.TypeName(other)}' into an index-sized integer");
        count = Math.Max(count, 0);
        return Status.Ok;
    }

    /// <summary>Writes the items between brackets.</summary>
    public static Status Repr(Machine machine, PyObject self, ISequence sequence, string open, string close, ref Value result)
    {
        if (!machine.EnterRepr(self))
            return machine.Return(ref result, $"{open[0]}...{close[^1]}");
        var writer = new ReprWriter(machine);
        var status = writer.Write(open);
        for (var i = 0; status == Status.Ok && i < sequence.Count; i++)
            status = writer.WriteItem(sequence[i], isFirst: i == 0);
        machine.LeaveRepr(self);
        return status == Status.Ok && (status = writer.Write(close)) == Status.Ok ? writer.Finish(ref result) : status;
    }
}
