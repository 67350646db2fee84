using Krait.Core;

namespace Krait.Objects;

/// <summary>What is asked of two sets, whatever they are made of: sets, views of dicts.</summary>
internal static class SetAlgebra
{
    /// <summary>Whether an item of <paramref name="iterated"/> is in <paramref name="asked"/>, or is not, as
    /// <paramref name="wanted"/> says.</summary>
    public static Status FindFirst(Machine machine, in Value iterated, in Value asked, bool wanted, out bool found)
    {
        found = false;
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterated, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick() || Operations.Contains(machine, asked, item, out var contained) != Status.Ok)
                return Status.Raised;
            if (contained != wanted)
                continue;
            found = true;
            return Status.Ok;
        }
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Adds to a set the items of <paramref name="iterated"/> that are in <paramref name="asked"/>.</summary>
    public static Status AddCommon(Machine machine, PySetBase set, in Value iterated, in Value asked)
    {
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterated, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            if (!meter.Tick() || Operations.Contains(machine, asked, item, out var found) != Status.Ok
                || found && set.Add(machine, item) != Status.Ok)
                return Status.Raised;
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Compares two sets: whether they have the same items, or the one has all of the other's.</summary>
    public static Status Compare(Machine machine, BinaryOperator op, in Value left, long leftCount, in Value right, long rightCount, ref Value result)
    {
        if (op is BinaryOperator.Greater or BinaryOperator.GreaterEqual)
            return Compare(machine, Operators.Mirror(op), right, rightCount, left, leftCount, ref result);
        var possible = op switch
        {
            BinaryOperator.Less => leftCount < rightCount,
            BinaryOperator.LessEqual => leftCount <= rightCount,
            _ => leftCount == rightCount,
        };
        var missing = !possible;
        if (possible && FindFirst(machine, left, right, wanted: false, out missing) != Status.Ok)
            return Status.Raised;
        result.SetBool(missing == (op == BinaryOperator.NotEqual));
        return Status.Ok;
    }
}
