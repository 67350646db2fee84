using Krait.Core;

namespace Krait.Objects;

/// <summary>A frozenset.</summary>
[PyType("frozenset", IsBase = true, PositionalOnly = true, Slots = Slots.SetAlgebra)]
internal partial class PyFrozenSet : PySetBase
{
    private long knownHash;
    private bool isHashKnown;

    public override PyType Type => Types.FrozenSet;

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value iterable = default)
    {
        if (type == Types.FrozenSet && iterable.Object?.GetType() == typeof(PyFrozenSet))
        {
            result.Set(iterable);
            return Status.Ok;
        }
        var set = type is ClassType derived ? new PyFrozenSetInstance(derived) : new PyFrozenSet();
        if (!iterable.IsNull && set.Update(machine, iterable) != Status.Ok)
            return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyFunction("copy")]
    internal override Status Copy(Machine machine, ref Value result)
    {
        if (GetType() != typeof(PyFrozenSet))
            return base.Copy(machine, ref result);
        result.SetObject(this);
        return Status.Ok;
    }

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

    /// <summary>Combines the hashes of the items whatever their order (CPython's mixing).</summary>
    internal override Status Hash(Machine machine, out long hash)
    {
        hash = knownHash;
        if (isHashKnown)
            return Status.Ok;
        if (!machine.Charge(Count))
            return Status.Raised;
        var mixed = 0UL;
        for (var position = 0; Keys.Next(ref position);)
        {
            var part = (ulong)Keys.Entries[position - 1].Hash;
            mixed ^= ((part ^ 89869747) ^ (part << 16)) * 3644798167;
        }
        mixed ^= ((ulong)Count + 1) * 1927868237;
        mixed ^= (mixed >> 11) ^ (mixed >> 25);
        mixed = mixed * 69069 + 907133923;
        hash = knownHash = mixed == ulong.MaxValue ? 590923713 : (long)mixed;
        isHashKnown = true;
        return Status.Ok;
    }

    private protected override PySetBase NewEmpty() => new PyFrozenSet();
}

/// <summary>An instance of a Python class that derives from frozenset.</summary>
internal sealed class PyFrozenSetInstance : PyFrozenSet, IInstance
{
    private InstanceState state;

    public PyFrozenSetInstance(ClassType type)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
