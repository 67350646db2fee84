using Krait.Core;

namespace Krait.Objects;

/// <summary>What is asked of two sets, whatever they are made of: sets, views of dicts. A set means its items, whatever a
/// Python class that derives from it says of iteration and containment.</summary>
internal static class SetAlgebra
{
    /// <summary>Whether an item of <paramref name="iterated"/> is in <paramref name="asked"/>, or is not, as
    /// <paramref name="wanted"/> says.</summary>
    public static Status FindFirst(Machine machine, in Value iterated, PyObject asked, bool wanted, out bool found)
    {
        found = false;
        Value iterator = default, item = default;
        var status = Iterate(machine, iterated, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick() || asked.Contains(machine, item, out var contained) != Status.Ok)
                return Status.Raised;
            if (contained != wanted)
                continue;
            found = true;
            return Status.Ok;
        }
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Adds to a set the items of <paramref name="iterated"/> that are in <paramref name="asked"/>.</summary>
    public static Status AddCommon(Machine machine, PySetBase set, in Value iterated, PyObject asked)
    {
        Value iterator = default, item = default;
        var status = Iterate(machine, iterated, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            if (!meter.Tick() || asked.Contains(machine, item, out var found) != Status.Ok
                || found && set.Add(machine, item) != Status.Ok)
                return Status.Raised;
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Compares two sets: whether they have the same items, or the one has all of the other's.</summary>
    public static Status Compare(Machine machine, BinaryOperator op, PyObject left, long leftCount, PyObject right, long rightCount, ref Value result)
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
        if (possible && FindFirst(machine, Value.Of(left), right, wanted: false, out missing) != Status.Ok)
            return Status.Raised;
        result.SetBool(missing == (op == BinaryOperator.NotEqual));
        return Status.Ok;
    }

    private static Status Iterate(Machine machine, in Value iterated, ref Value iterator) => iterated.Object is PySetBase set
        ? set.Iterate(machine, ref iterator)
        : Operations.Iterate(machine, iterated, ref iterator);
}
