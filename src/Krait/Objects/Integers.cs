using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>The operators of int: on 64 bits as long as these hold the result, beyond that through
/// <see cref="BigMath"/>.</summary>
internal static class Integers
{
    /// <summary>Ints up to here are floats without rounding.</summary>
    private const long LargestExactFloat = 1L << 53;

    /// <summary>A binary operator in its plain form on ints of 64 bits.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, long left, long right, ref Value result)
    {
        long small;
        switch (op)
        {
            case BinaryOperator.Add when IntegerMath.TryAdd(left, right, out small):
            case BinaryOperator.Subtract when IntegerMath.TrySubtract(left, right, out small):
            case BinaryOperator.Multiply when IntegerMath.TryMultiply(left, right, out small):
            case BinaryOperator.LeftShift when right >= 0 && IntegerMath.TryShiftLeft(left, right, out small):
            case BinaryOperator.Power when right >= 0 && IntegerMath.TryPower(left, right, out small):
                break;
            case BinaryOperator.FloorDivide when right is not (0 or -1):
                small = IntegerMath.FloorDivide(left, right);
                break;
            case BinaryOperator.Modulo when right is not (0 or -1):
                small = IntegerMath.Modulo(left, right);
                break;
            case BinaryOperator.RightShift when right >= 0:
                small = IntegerMath.ShiftRight(left, right);
                break;
            case BinaryOperator.And:
                small = left & right;
                break;
            case BinaryOperator.Or:
                small = left | right;
                break;
            case BinaryOperator.Xor:
                small = left ^ right;
                break;
            case BinaryOperator.TrueDivide when right != 0 && IsExactFloat(left) && IsExactFloat(right):
                result.SetFloat((double)left / right);
                return Status.Ok;
            default:
                return Binary(machine, op, (BigInteger)left, (BigInteger)right, ref result);
        }
        result.SetInt(small);
        return Status.Ok;
    }

    /// <summary>A binary operator in its plain form on ints of any size.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, BigInteger left, BigInteger right, ref Value result)
    {
        BigInteger value;
        switch (op)
        {
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo or BinaryOperator.TrueDivide when right.IsZero:
                return machine.Raise(Types.ZeroDivisionError, op switch
                {
                    BinaryOperator.FloorDivide => "integer division or modulo by zero",
                    BinaryOperator.Modulo => "integer modulo by zero",
                    _ => "division by zero",
                });
            case BinaryOperator.LeftShift or BinaryOperator.RightShift when right.Sign < 0:
                return machine.Raise(Types.ValueError, "negative shift count");
            case BinaryOperator.TrueDivide:
                return TrueDivide(machine, left, right, ref result);
            case BinaryOperator.Power when right.Sign < 0:
                return NegativePower(machine, left, right, ref result);
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                var bytes = Math.Max(BigMath.ByteCount(left), BigMath.ByteCount(right)) + sizeof(uint);
                if (!machine.Charge(bytes, bytes))
                    return Status.Raised;
                value = op switch
                {
                    BinaryOperator.Add => left + right,
                    BinaryOperator.Subtract => left - right,
                    BinaryOperator.And => left & right,
                    BinaryOperator.Or => left | right,
                    _ => left ^ right,
                };
                break;
            case BinaryOperator.Multiply:
                if (!BigMath.TryMultiply(machine, left, right, out value))
                    return Status.Raised;
                break;
            case BinaryOperator.FloorDivide:
                if (!BigMath.TryDivMod(machine, left, right, out value, out _))
                    return Status.Raised;
                break;
            case BinaryOperator.Modulo:
                if (!BigMath.TryDivMod(machine, left, right, out _, out value))
                    return Status.Raised;
                break;
            case BinaryOperator.Power:
                if (!BigMath.TryPower(machine, left, right, out value))
                    return Status.Raised;
                break;
            case BinaryOperator.LeftShift:
                if (!BigMath.TryShiftLeft(machine, left, right, out value))
                    return Status.Raised;
                break;
            case BinaryOperator.RightShift:
                if (!BigMath.TryShiftRight(machine, left, right, out value))
                    return Status.Raised;
                break;
            default:
                return Status.NotImplemented;
        }
        return machine.Return(ref result, value);
    }

    /// <summary>+number, -number or ~number.</summary>
    public static Status Unary(Machine machine, UnaryOperator op, in Number number, ref Value result)
    {
        if (number.Kind == NumberKind.Long && (op != UnaryOperator.Negative || number.Long != long.MinValue))
        {
            result.SetInt(op switch
            {
                UnaryOperator.Negative => -number.Long,
                UnaryOperator.Invert => ~number.Long,
                _ => number.Long,
            });
            return Status.Ok;
        }
        var value = number.Big;
        var bytes = BigMath.ByteCount(value);
        if (!machine.Charge(bytes, bytes))
            return Status.Raised;
        return machine.Return(ref result, op switch
        {
            UnaryOperator.Negative => -value,
            UnaryOperator.Invert => -value - 1,
            _ => value,
        });
    }

    /// <summary>The float nearest to an int, ties to even; infinite beyond the largest float.</summary>
    public static double ToDouble(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        var excess = (int)magnitude.GetBitLength() - 64;
        double nearest;
        if (excess <= 0)
            nearest = Floats.Compose((ulong)magnitude, 0, false);
        else
        {
            var top = magnitude >> excess;
            nearest = Floats.Compose((ulong)top, excess, !BigMath.IsMultipleOfPower(magnitude, excess));
        }
        return value.Sign < 0 ? -nearest : nearest;
    }

    /// <summary>The OverflowError of an int that is beyond every float.</summary>
    public static Status TooLargeForFloat(Machine machine) =>
        machine.Raise(Types.OverflowError, "int too large to convert to float");

    /// <summary>The number of bits of the magnitude: int.bit_length().</summary>
    public static long BitLength(in Number number) => number.Kind == NumberKind.Long
        ? 64 - BitOperations.LeadingZeroCount(Magnitude(number.Long))
        : BigMath.BitLength(number.Big);

    /// <summary>|value|, also of the smallest long.</summary>
    public static ulong Magnitude(long value) => value < 0 ? unchecked(0UL - (ulong)value) : (ulong)value;

    private static bool IsExactFloat(long value) => value is >= -LargestExactFloat and <= LargestExactFloat;

    private static Status NegativePower(Machine machine, BigInteger left, BigInteger right, ref Value result)
    {
        var x = ToDouble(left);
        var y = ToDouble(right);
        return double.IsFinite(x) && double.IsFinite(y)
            ? Floats.Binary(machine, BinaryOperator.Power, x, y, ref result)
            : TooLargeForFloat(machine);
    }

    /// <summary>left / right, rounded once: neither operand is made a float first.</summary>
    private static Status TrueDivide(Machine machine, BigInteger left, BigInteger right, ref Value result)
    {
        // A quotient of 64 bits and whether anything is left decide the rounding; fewer bits do for a subnormal result.
        const int QuotientBits = 62;
        const int SmallestExponent = -1080;
        var negative = left.Sign < 0 != right.Sign < 0;
        var numerator = BigInteger.Abs(left);
        var denominator = BigInteger.Abs(right);
        var difference = BigMath.BitLength(numerator) - BigMath.BitLength(denominator);
        if (difference > 1025)
            return machine.Raise(Types.OverflowError, "integer division result too large for a float");
        if (numerator.IsZero || difference < SmallestExponent)
        {
            result.SetFloat(negative ? -0.0 : 0.0);
            return Status.Ok;
        }
        var shift = (int)Math.Max(difference - QuotientBits, SmallestExponent);
        var bytes = BigMath.ByteCount(numerator) + BigMath.ByteCount(denominator);
        if (!machine.Charge(bytes * 2, bytes * 2))
            return Status.Raised;
        if (shift < 0)
            numerator <<= -shift;
        else
            denominator <<= shift;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var value = Floats.Compose((ulong)quotient, shift, !remainder.IsZero);
        if (!double.IsFinite(value))
            return machine.Raise(Types.OverflowError, "integer division result too large for a float");
        result.SetFloat(negative ? -value : value);
        return Status.Ok;
    }
}
