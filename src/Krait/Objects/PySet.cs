using Krait.Core;

namespace Krait.Objects;

/// <summary>A set: ordered by insertion.</summary>
[PyType("set", IsBase = true, PositionalOnly = true, Unhashable = true, Slots = Slots.SetAlgebra | Slots.InplaceSetAlgebra)]
internal partial class PySet : PySetBase
{
    public override PyType Type => Types.Set;

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value iterable = default)
    {
        var set = type is ClassType derived ? new PySetInstance(derived) : new PySet();
        if (!iterable.IsNull && set.Update(machine, iterable) != Status.Ok)
            return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    [PyFunction("__init__")]
    internal Status Initialize(Machine machine, in Value iterable = default)
    {
        Keys.Clear();
        return iterable.IsNull ? Status.Ok : Update(machine, iterable);
    }

    [PyFunction("add")]
    internal Status AddItem(Machine machine, in Value item) => Add(machine, item);

    [PyFunction("clear")]
    internal void Clear() => Keys.Clear();

    [PyFunction("discard")]
    internal Status Discard(Machine machine, in Value item) => Remove(machine, item, out _);

    [PyFunction("remove")]
    internal Status Remove(Machine machine, in Value item)
    {
        var status = Remove(machine, item, out var removed);
        return status == Status.Ok && !removed ? machine.Raise(Types.KeyError, item) : status;
    }

    /// <summary>Removes and gives the first item.</summary>
    [PyFunction("pop")]
    internal Status Pop(Machine machine, ref Value result)
    {
        var position = 0;
        if (!Keys.Next(ref position))
            return machine.Raise(Types.KeyError, Value.Of(PyStr.From("pop from an empty set")));
        result.Set(Keys.Entries[position - 1].Key);
        Keys.RemoveAt(position - 1);
        return Status.Ok;
    }

    [PyFunction("update")]
    internal Status UpdateAll(Machine machine, [Rest(NoKeywords = true)] Arguments others)
    {
        for (var i = 0; i < others.Positional; i++)
            if (Update(machine, others[i]) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    [PyFunction("intersection_update")]
    internal Status IntersectionUpdate(Machine machine, [Rest(NoKeywords = true)] Arguments others)
    {
        Value common = default;
        if (Intersection(machine, others, ref common) != Status.Ok)
            return Status.Raised;
        Keys = ((PySet)common.Object!).Keys;
        return Status.Ok;
    }

    [PyFunction("difference_update")]
    internal Status DifferenceUpdateAll(Machine machine, [Rest(NoKeywords = true)] Arguments others)
    {
        for (var i = 0; i < others.Positional; i++)
            if (DifferenceUpdate(machine, others[i]) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    [PyFunction("symmetric_difference_update")]
    internal Status SymmetricDifferenceUpdateBy(Machine machine, in Value other) => SymmetricDifferenceUpdate(machine, other);

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyFunction("copy")]
    internal override Status Copy(Machine machine, ref Value result) => base.Copy(machine, ref result);

    [PyFunction("union")]
    internal override Status Union(Machine machine, [Rest(NoKeywords = true)] Arguments others, ref Value result) =>
        base.Union(machine, others, ref result);

    [PyFunction("intersection")]
    internal override Status Intersection(Machine machine, [Rest(NoKeywords = true)] Arguments others, ref Value result) =>
        base.Intersection(machine, others, ref result);

    [PyFunction("difference")]
    internal override Status Difference(Machine machine, [Rest(NoKeywords = true)] Arguments others, ref Value result) =>
        base.Difference(machine, others, ref result);

    [PyFunction("symmetric_difference")]
    internal override Status SymmetricDifference(Machine machine, in Value other, ref Value result) =>
        base.SymmetricDifference(machine, other, ref result);

    [PyFunction("isdisjoint")]
    internal override Status IsDisjoint(Machine machine, in Value other, ref Value result) =>
        base.IsDisjoint(machine, other, ref result);

    [PyFunction("issubset")]
    internal override Status IsSubset(Machine machine, in Value other, ref Value result) =>
        base.IsSubset(machine, other, ref result);

    [PyFunction("issuperset")]
    internal override Status IsSuperset(Machine machine, in Value other, ref Value result) =>
        base.IsSuperset(machine, other, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, $"unhashable type: '{Type.Name}'");
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (!Operators.IsInplace(op))
            return base.Binary(machine, op, other, reflected, ref result);
        if (other.Object is not PySetBase set)
            return Status.NotImplemented;
        Status status;
        switch (op)
        {
            case BinaryOperator.InplaceOr:
                status = Update(machine, ref set.Keys);
                break;
            case BinaryOperator.InplaceAnd:
                status = IntersectionWith(machine, other, out var common);
                if (status == Status.Ok)
                    Keys = common.Keys;
                break;
            case BinaryOperator.InplaceSubtract:
                status = DifferenceUpdate(machine, other);
                break;
            case BinaryOperator.InplaceXor:
                status = SymmetricDifferenceUpdate(machine, other);
                break;
            default:
                return Status.NotImplemented;
        }
        result.SetObject(this);
        return status;
    }

    private protected override PySetBase NewEmpty() => new PySet();
}

/// <summary>An instance of a Python class that derives from set.</summary>
internal sealed class PySetInstance : PySet, IInstance
{
    private InstanceState state;

    public PySetInstance(ClassType type)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
