using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Containers;

/// <summary>A key or item with a chosen hash, equal to others of the same identity number, that runs an action whenever
/// it is compared: what a Python class with a mischievous <c>__eq__</c> does.</summary>
internal sealed class HostileKey(int identity, long hash) : PyObject
{
    public Action? OnCompare { get; set; }

    public bool Raises { get; set; }

    public int Identity { get; } = identity;

    public override PyType Type => Types.Object;

    internal override Status Hash(Machine machine, out long result)
    {
        result = hash;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        OnCompare?.Invoke();
        if (Raises)
            return machine.Raise(Types.RuntimeError, "compared");
        if (other.Object is not HostileKey key || op is not (BinaryOperator.Equal or BinaryOperator.Less))
            return Status.NotImplemented;
        result.SetBool(op == BinaryOperator.Equal ? key.Identity == Identity : Identity < key.Identity);
        return Status.Ok;
    }

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, $"k{Identity}");
}
