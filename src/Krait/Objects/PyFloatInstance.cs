using Krait.Core;

namespace Krait.Objects;

/// <summary>An instance of a Python class that derives from float.</summary>
internal sealed class PyFloatInstance : PyObject, IInstance
{
    private InstanceState state;

    public PyFloatInstance(ClassType type, double number)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
        Number = number;
    }

    public double Number { get; }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, FloatText.Repr(Number));

    internal override Status Format(Machine machine, string specification, ref Value result) =>
        Numbers.Format(machine, Value.Of(this), specification, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = Numbers.Hash(Value.Float(Number));
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Number != 0;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        Numbers.Compare(op, Value.Of(this), other, ref result);

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Numbers.BinarySlot(machine, op, Value.Of(this), other, reflected, ref result);

    internal override Status Unary(Machine machine, UnaryOperator op, ref Value result) =>
        Numbers.Unary(machine, op, Value.Float(Number), ref result);
}
