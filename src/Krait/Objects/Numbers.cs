using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// int, bool, float and complex together: what depends on the kinds of both operands is decided here, what one kind
/// does is in the class named for it.
/// </summary>
/// <remarks>
/// <para>Parts: <see cref="Number"/> takes a value apart; this file has operators, <c>Numbers.Compare.cs</c> comparison
/// and hash, <c>Numbers.Conversions.cs</c> what other types ask of a number, <c>Numbers.Builtins.cs</c> the functions
/// abs, divmod, pow and round.</para>
/// <para><see cref="Integers"/>, <see cref="Floats"/> and <see cref="ComplexNumbers"/> compute; <see cref="IntText"/>,
/// <see cref="FloatText"/> and <see cref="ComplexText"/> read and write; <see cref="NumberFormat"/> formats;
/// <see cref="IntMethods"/>, <see cref="FloatMethods"/>, <see cref="BoolMethods"/> and <see cref="ComplexMethods"/>
/// are what Python sees.</para>
/// </remarks>
internal static partial class Numbers
{
    /// <summary>A binary operator in its plain form, for whichever operand is asked first.
    /// <see cref="Status.NotImplemented"/> when one is no number, or when the right one is an instance of a Python
    /// class of a wider kind: its reflected method goes first.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        if (left.IsInt && right.IsInt)
            return Integers.Binary(machine, op, left.Bits, right.Bits, ref result);
        if (left.IsFloat && right.IsFloat)
            return Floats.Binary(machine, op, left.AsFloat, right.AsFloat, ref result);
        return Defers(left, right) ? Status.NotImplemented : Mixed(machine, op, left, right, ref result);
    }

    /// <summary>The binary operators of a number that is an object.</summary>
    public static Status BinarySlot(Machine machine, BinaryOperator op, in Value self, in Value other, bool reflected, ref Value result)
    {
        if (Operators.IsInplace(op))
            return Status.NotImplemented;
        return reflected
            ? Mixed(machine, op, other, self, ref result)
            : Binary(machine, op, self, other, ref result);
    }

    /// <summary>+value, -value or ~value.</summary>
    public static Status Unary(Machine machine, UnaryOperator op, in Value value, ref Value result)
    {
        var number = Number.Of(value);
        switch (number.Kind)
        {
            case NumberKind.Long or NumberKind.Big:
                return Integers.Unary(machine, op, number, ref result);
            case NumberKind.Float when op != UnaryOperator.Invert:
                result.SetFloat(op == UnaryOperator.Negative ? -number.Real : number.Real);
                return Status.Ok;
            case NumberKind.Complex when op == UnaryOperator.Negative:
                result.SetObject(new PyComplex(-number.Real, -number.Imaginary));
                return Status.Ok;
            case NumberKind.Complex when op == UnaryOperator.Positive:
                result.SetObject(new PyComplex(number.Real, number.Imaginary));
                return Status.Ok;
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>repr and str of a tagged number.</summary>
    public static Status Repr(Machine machine, in Value value, ref Value result)
    {
        if (value.IsInt)
            return machine.Return(ref result, value.Bits.ToString());
        if (value.IsFloat)
            return machine.Return(ref result, FloatText.Repr(value.AsFloat));
        return machine.Return(ref result, value.AsBool ? "True" : "False");
    }

    /// <summary>format(value, specification)</summary>
    public static Status Format(Machine machine, in Value value, string specification, ref Value result)
    {
        if (specification.Length == 0)
            return Operations.Str(machine, value, ref result);
        var number = Number.Of(value);
        return number.Kind switch
        {
            NumberKind.Float => NumberFormat.Float(machine, number.Real, specification, ref result),
            NumberKind.Complex => NumberFormat.Complex(machine, number.Real, number.Imaginary, specification, ref result),
            _ => NumberFormat.Int(machine, number, Operations.TypeName(value), specification, ref result),
        };
    }

    private static Status Mixed(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        var a = Number.Of(left);
        var b = Number.Of(right);
        if (a.Kind == NumberKind.None || b.Kind == NumberKind.None)
            return Status.NotImplemented;
        if (a.Kind == NumberKind.Complex || b.Kind == NumberKind.Complex)
            return ComplexNumbers.Binary(machine, op, a, b, ref result);
        if (a.Kind == NumberKind.Float || b.Kind == NumberKind.Float)
        {
            if (!Floats.Knows(op))
                return Status.NotImplemented;
            return a.TryToDouble(out var x) && b.TryToDouble(out var y)
                ? Floats.Binary(machine, op, x, y, ref result)
                : Integers.TooLargeForFloat(machine);
        }
        if (a.Kind == NumberKind.Big || b.Kind == NumberKind.Big)
            return Integers.Binary(machine, op, a.Big, b.Big, ref result);
        // Asked first: the result may overwrite an operand.
        var isBool = left.IsBool && right.IsBool && op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor;
        var status = Integers.Binary(machine, op, a.Long, b.Long, ref result);
        if (isBool)
            result.SetBool(result.Bits != 0);
        return status;
    }

    private static bool Defers(in Value left, in Value right) => right.Object switch
    {
        PyFloatInstance => Number.Of(left).IsInt,
        PyComplexInstance => left.Object is not PyComplex,
        _ => false,
    };
}
