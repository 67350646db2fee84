using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>The operators of float, and floats as mantissa and exponent.</summary>
internal static class Floats
{
    /// <summary>The exponent of the last bit of a subnormal float: no float has a smaller one.</summary>
    public const int SmallestExponent = -1074;

    /// <summary>The bits of a mantissa.</summary>
    public const int MantissaBits = 53;

    /// <summary>The NaN that text and constants make: positive, as CPython's. .NET's own is negative, which copysign shows.</summary>
    public static double NaN => BitConverter.Int64BitsToDouble(0x7ff8_0000_0000_0000);

    /// <summary>Whether floats have this operator.</summary>
    public static bool Knows(BinaryOperator op) => op is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply
        or BinaryOperator.TrueDivide or BinaryOperator.FloorDivide or BinaryOperator.Modulo or BinaryOperator.Power;

    /// <summary>A binary operator in its plain form.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, double left, double right, ref Value result)
    {
        switch (op)
        {
            case BinaryOperator.Add:
                result.SetFloat(left + right);
                return Status.Ok;
            case BinaryOperator.Subtract:
                result.SetFloat(left - right);
                return Status.Ok;
            case BinaryOperator.Multiply:
                result.SetFloat(left * right);
                return Status.Ok;
            case BinaryOperator.TrueDivide:
                if (right == 0)
                    return machine.Raise(Types.ZeroDivisionError, "float division by zero");
                result.SetFloat(left / right);
                return Status.Ok;
            case BinaryOperator.FloorDivide:
                if (right == 0)
                    return machine.Raise(Types.ZeroDivisionError, "float floor division by zero");
                result.SetFloat(FloatMath.FloorDivide(left, right));
                return Status.Ok;
            case BinaryOperator.Modulo:
                if (right == 0)
                    return machine.Raise(Types.ZeroDivisionError, "float modulo");
                result.SetFloat(FloatMath.Modulo(left, right));
                return Status.Ok;
            case BinaryOperator.Power:
                return Power(machine, left, right, ref result);
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>|value| as mantissa * 2**exponent, the mantissa below 2**53; value is finite.</summary>
    public static void Split(double value, out ulong mantissa, out int exponent)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        mantissa = bits & 0xf_ffff_ffff_ffff;
        exponent = (int)(bits >> 52) & 0x7ff;
        if (exponent == 0)
            exponent = SmallestExponent;
        else
        {
            mantissa |= 1UL << (MantissaBits - 1);
            exponent += SmallestExponent - 1;
        }
    }

    /// <summary>The float nearest to (mantissa + a little if <paramref name="inexact"/>) * 2**exponent, ties to even;
    /// infinite beyond the largest float. "A little" is less than 1 and decides ties.</summary>
    public static double Compose(ulong mantissa, int exponent, bool inexact)
    {
        if (mantissa == 0)
            return 0;
        var length = 64 - BitOperations.LeadingZeroCount(mantissa);
        var last = Math.Max(length + exponent - MantissaBits, SmallestExponent);
        var drop = last - exponent;
        if (drop <= 0)
            return Math.ScaleB((double)mantissa, exponent);
        if (drop > 64)
            return 0;
        var kept = drop == 64 ? 0 : mantissa >> drop;
        var half = 1UL << (drop - 1);
        var rest = mantissa & (half | (half - 1));
        if (rest > half || (rest == half && (inexact || (kept & 1) != 0)))
            kept++;
        return Math.ScaleB((double)kept, last);
    }

    /// <summary>The int of a float without its fraction; false with an exception pending for an infinity or NaN.</summary>
    public static bool TryTruncate(Machine machine, double value, out BigInteger whole)
    {
        whole = default;
        if (double.IsNaN(value))
            return machine.Raise(Types.ValueError, "cannot convert float NaN to integer") == Status.Ok;
        if (double.IsInfinity(value))
            return machine.Raise(Types.OverflowError, "cannot convert float infinity to integer") == Status.Ok;
        whole = new BigInteger(value);
        return true;
    }

    /// <summary>int(value) for a value that is already whole, or whose fraction does not count.</summary>
    public static Status Truncate(Machine machine, double value, ref Value result)
    {
        if (Math.Abs(value) < 9.2e18)
        {
            result.SetInt((long)value);
            return Status.Ok;
        }
        return TryTruncate(machine, value, out var whole) ? machine.Return(ref result, whole) : Status.Raised;
    }

    /// <summary>The OverflowError that C's ERANGE becomes.</summary>
    public static Status OutOfRange(Machine machine)
    {
        var arguments = new PyTuple([Value.Int(34), Value.Of(PyStr.From("Numerical result out of range"))]);
        return machine.Raise(PyException.Create(Types.OverflowError, arguments));
    }

    private static Status Power(Machine machine, double left, double right, ref Value result)
    {
        if (left == 0 && right < 0 && !double.IsInfinity(right))
            return machine.Raise(Types.ZeroDivisionError, "0.0 cannot be raised to a negative power");
        if (left < 0 && double.IsFinite(left) && double.IsFinite(right) && right != Math.Floor(right))
            return ComplexNumbers.Power(machine, left, 0, right, 0, ref result);
        var power = Math.Pow(left, right);
        if (double.IsInfinity(power) && double.IsFinite(left) && double.IsFinite(right))
            return OutOfRange(machine);
        result.SetFloat(power);
        return Status.Ok;
    }
}
