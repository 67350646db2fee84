using Krait.Core;

namespace Krait.Objects;

/// <summary>The operators of complex.</summary>
internal static class ComplexNumbers
{
    /// <summary>Whole exponents up to here are multiplied out, larger ones go through polar coordinates.</summary>
    private const double LargestMultipliedExponent = 100;

    /// <summary>A binary operator in its plain form; at least one operand is complex.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, in Number left, in Number right, ref Value result)
    {
        if (op is not (BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.TrueDivide or BinaryOperator.Power))
            return Status.NotImplemented;
        if (!left.TryToDouble(out var a) || !right.TryToDouble(out var c))
            return Integers.TooLargeForFloat(machine);
        var b = left.Imaginary;
        var d = right.Imaginary;
        switch (op)
        {
            case BinaryOperator.Add:
                return Return(a + c, b + d, ref result);
            case BinaryOperator.Subtract:
                return Return(a - c, b - d, ref result);
            case BinaryOperator.Multiply:
                var product = Multiply((a, b), (c, d));
                return Return(product.Real, product.Imaginary, ref result);
            case BinaryOperator.TrueDivide:
                if (c == 0 && d == 0)
                    return machine.Raise(Types.ZeroDivisionError, "complex division by zero");
                var quotient = Divide((a, b), (c, d));
                return Return(quotient.Real, quotient.Imaginary, ref result);
            default:
                return Power(machine, a, b, c, d, ref result);
        }
    }

    /// <summary>(a+bi) ** (c+di)</summary>
    public static Status Power(Machine machine, double a, double b, double c, double d, ref Value result)
    {
        (double Real, double Imaginary) power;
        if (d == 0 && c == Math.Floor(c) && Math.Abs(c) <= LargestMultipliedExponent)
        {
            power = MultiplyOut((a, b), (int)Math.Abs(c));
            if (c <= 0)
            {
                if (power == (0, 0))
                    return ZeroToNegative(machine);
                power = Divide((1, 0), power);
            }
        }
        else if (a == 0 && b == 0)
        {
            if (d != 0 || c < 0)
                return ZeroToNegative(machine);
            power = (0, 0);
        }
        else
            power = PolarPower(a, b, c, d);
        return double.IsInfinity(power.Real) || double.IsInfinity(power.Imaginary)
            ? machine.Raise(Types.OverflowError, "complex exponentiation")
            : Return(power.Real, power.Imaginary, ref result);
    }

    private static Status ZeroToNegative(Machine machine) =>
        machine.Raise(Types.ZeroDivisionError, "0.0 to a negative or complex power");

    private static Status Return(double real, double imaginary, ref Value result)
    {
        result.SetObject(new PyComplex(real, imaginary));
        return Status.Ok;
    }

    private static (double Real, double Imaginary) Multiply((double Real, double Imaginary) x, (double Real, double Imaginary) y) =>
        (x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    /// <summary>Smith's division: scales by the larger part of the divisor, so that nothing overflows on the way.</summary>
    private static (double Real, double Imaginary) Divide((double Real, double Imaginary) x, (double Real, double Imaginary) y)
    {
        if (Math.Abs(y.Real) >= Math.Abs(y.Imaginary))
        {
            var ratio = y.Imaginary / y.Real;
            var scale = y.Real + y.Imaginary * ratio;
            return ((x.Real + x.Imaginary * ratio) / scale, (x.Imaginary - x.Real * ratio) / scale);
        }
        if (Math.Abs(y.Imaginary) >= Math.Abs(y.Real))
        {
            var ratio = y.Real / y.Imaginary;
            var scale = y.Real * ratio + y.Imaginary;
            return ((x.Real * ratio + x.Imaginary) / scale, (x.Imaginary * ratio - x.Real) / scale);
        }
        return (double.NaN, double.NaN);
    }

    private static (double Real, double Imaginary) MultiplyOut((double Real, double Imaginary) x, int exponent)
    {
        var power = (Real: 1.0, Imaginary: 0.0);
        for (; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                power = Multiply(power, x);
            x = Multiply(x, x);
        }
        return power;
    }

    private static (double Real, double Imaginary) PolarPower(double a, double b, double c, double d)
    {
        var modulus = double.Hypot(a, b);
        var angle = Math.Atan2(b, a);
        var length = Math.Pow(modulus, c);
        var phase = angle * c;
        if (d != 0)
        {
            length /= Math.Exp(angle * d);
            phase += d * Math.Log(modulus);
        }
        return (length * Math.Cos(phase), length * Math.Sin(phase));
    }
}
