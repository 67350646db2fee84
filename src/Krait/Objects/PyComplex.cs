using Krait.Core;

namespace Krait.Objects;

/// <summary>A complex.</summary>
internal class PyComplex(double real, double imaginary) : PyObject
{
    public double Real { get; } = real;

    public double Imaginary { get; } = imaginary;

    public override PyType Type => Types.Complex;

    internal override Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, ComplexText.Repr(Real, Imaginary));

    internal override Status Format(Machine machine, string specification, ref Value result) =>
        specification.Length == 0
            ? Operations.Str(machine, Value.Of(this), ref result)
            : NumberFormat.Complex(machine, Real, Imaginary, specification, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = Numbers.Hash(Value.Of(this));
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Real != 0 || Imaginary != 0;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        Numbers.Compare(op, Value.Of(this), other, ref result);

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Numbers.BinarySlot(machine, op, Value.Of(this), other, reflected, ref result);

    internal override Status Unary(Machine machine, UnaryOperator op, ref Value result) =>
        Numbers.Unary(machine, op, Value.Of(this), ref result);
}

/// <summary>An instance of a Python class that derives from complex.</summary>
internal sealed class PyComplexInstance : PyComplex, IInstance
{
    private InstanceState state;

    public PyComplexInstance(ClassType type, double real, double imaginary)
        : base(real, imaginary)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
