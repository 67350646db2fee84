using Krait.Core;

namespace Krait.Objects;

/// <summary>A frozenset.</summary>
[PyType("frozenset", IsBase = true, PositionalOnly = true, Slots = Slots.Repr | Slots.Hash | Slots.Equality | Slots.Order
    | Slots.Length | Slots.Contains | Slots.Iterate | Slots.SetAlgebra)]
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

    internal override Status Copy(Machine machine, ref Value result)
    {
        if (GetType() != typeof(PyFrozenSet))
            return base.Copy(machine, ref result);
        result.SetObject(this);
        return Status.Ok;
    }

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
