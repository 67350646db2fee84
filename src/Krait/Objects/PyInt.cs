using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>An int beyond 64 bits; smaller ones are tagged payloads and never this class.</summary>
internal sealed class PyInt(BigInteger number) : PyObject
{
    public BigInteger Number { get; } = number;

    public override PyType Type => Types.Int;

    /// <summary>The one form of an int: tagged where 64 bits hold it.</summary>
    public static Value Normalize(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.Int((long)number) : Value.Of(new PyInt(number));

    internal override Status Repr(Machine machine, ref Value result) => IntText.Repr(machine, Number, ref result);

    internal override Status Format(Machine machine, string specification, ref Value result) =>
        Numbers.Format(machine, Value.Of(this), specification, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = Numbers.Hash(Value.Of(this));
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        Numbers.Compare(op, Value.Of(this), other, ref result);

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Numbers.BinarySlot(machine, op, Value.Of(this), other, reflected, ref result);

    internal override Status Unary(Machine machine, UnaryOperator op, ref Value result) =>
        Numbers.Unary(machine, op, Value.Of(this), ref result);
}
