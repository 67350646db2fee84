using Krait.Core;

namespace Krait.Objects;

/// <summary>An instance of a Python class that derives from int.</summary>
internal sealed class PyIntInstance : PyObject, IInstance
{
    private InstanceState state;

    public PyIntInstance(ClassType type, in Value number)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
        Number = number;
    }

    /// <summary>The int: tagged, or a <see cref="PyInt"/>.</summary>
    public Value Number { get; }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;

    internal override Status Repr(Machine machine, ref Value result) => Numbers.Repr(machine, Number, ref result);

    internal override Status Format(Machine machine, string specification, ref Value result) =>
        Numbers.Format(machine, Value.Of(this), specification, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = Numbers.Hash(Number);
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth) => Operations.Truth(machine, Number, out truth);

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        Numbers.Compare(op, Value.Of(this), other, ref result);

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Numbers.BinarySlot(machine, op, Value.Of(this), other, reflected, ref result);

    internal override Status Unary(Machine machine, UnaryOperator op, ref Value result) =>
        Numbers.Unary(machine, op, Number, ref result);
}
