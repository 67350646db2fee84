using System.Numerics;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>A number among the constants: an int of any size or a float.</summary>
internal readonly record struct Number(bool IsFloat, double Float, BigInteger Int)
{
    /// <summary>The ints that are words of the machine where the reference compiler runs.</summary>
    const long HostSmallIntMax = (1L << 62) - 1;

    public static Number From(BigInteger value) => new(false, 0, value);

    public static Number From(double value) => new(true, value, default);

    public static bool IsHostSmall(BigInteger value) => value <= HostSmallIntMax && value >= ~HostSmallIntMax;

    /// <summary>Small ints are rounded once; larger ones digit by digit, the highest 32 bits first.</summary>
    public double ToFloat()
    {
        if (IsFloat)
            return Float;
        if (IsHostSmall(Int))
            return (long)Int;
        var digits = BigInteger.Abs(Int).ToByteArray(isUnsigned: true, isBigEndian: true);
        var result = 0.0;
        for (var i = -(4 - digits.Length % 4) % 4; i < digits.Length; i += 4)
        {
            var digit = 0u;
            for (var j = Math.Max(i, 0); j < i + 4; j++)
                digit = digit << 8 | digits[j];
            result = result * 4294967296.0 + digit;
        }
        return Int.Sign < 0 ? -result : result;
    }
}

/// <summary>
/// Operators on constants. Whatever would raise an exception, need a complex number or take too much room has no
/// result, and is left to be computed at run time.
/// </summary>
internal static class ConstantArithmetic
{
    /// <summary>
    /// The largest int that compiles. The reference compiler goes on until its heap ends, after minutes: to write an
    /// int in decimal takes time that grows with the square of its size.
    /// </summary>
    public const int MaxBits = 1 << 18;

    public static bool TryUnary(Symbol op, in Number operand, out Number result)
    {
        result = op switch
        {
            Symbol.Plus => operand,
            Symbol.Minus => operand.IsFloat ? Number.From(-operand.Float) : Number.From(-operand.Int),
            _ => Number.From(-operand.Int - 1),
        };
        return op != Symbol.Tilde || !operand.IsFloat;
    }

    public static bool TryBinary(Symbol op, in Number left, in Number right, out Number result) =>
        left.IsFloat || right.IsFloat || op == Symbol.Slash
        || op == Symbol.DoubleStar && right.Int.Sign < 0
            ? TryFloat(op, left.ToFloat(), right.ToFloat(), out result)
            : TryInt(op, left.Int, right.Int, out result);

    static bool TryFloat(Symbol op, double left, double right, out Number result)
    {
        double? value = op switch
        {
            Symbol.Plus => left + right,
            Symbol.Minus => left - right,
            Symbol.Star => left * right,
            Symbol.Slash when right != 0 => left / right,
            Symbol.DoubleSlash when right != 0 => FloorDivide(left, right),
            Symbol.Percent when right != 0 => Modulo(left, right),
            Symbol.DoubleStar when !(left == 0 && right < 0 && !double.IsInfinity(right))
                && !(left < 0 && right != Math.Floor(right) && !double.IsNaN(right)) => Math.Pow(left, right),
            _ => null,
        };
        result = Number.From(value.GetValueOrDefault());
        return value is not null;
    }

    static double Modulo(double left, double right)
    {
        var modulo = left % right;
        if (modulo == 0)
            return Math.CopySign(0, right);
        return modulo < 0 != right < 0 ? modulo + right : modulo;
    }

    static double FloorDivide(double left, double right)
    {
        var modulo = left % right;
        var quotient = (left - modulo) / right;
        if (modulo != 0 && modulo < 0 != right < 0)
            quotient -= 1;
        if (quotient == 0)
            return Math.CopySign(0, left / right);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    static bool TryInt(Symbol op, BigInteger left, BigInteger right, out Number result)
    {
        BigInteger? value = op switch
        {
            Symbol.Bar => left | right,
            Symbol.Caret => left ^ right,
            Symbol.Ampersand => left & right,
            Symbol.Plus => left + right,
            Symbol.Minus => left - right,
            Symbol.Star when left.GetBitLength() + right.GetBitLength() <= MaxBits => left * right,
            Symbol.DoubleSlash when !right.IsZero => FloorDivide(left, right),
            Symbol.Percent when !right.IsZero => left - FloorDivide(left, right) * right,
            Symbol.ShiftLeft => ShiftLeft(left, right),
            Symbol.ShiftRight when right.Sign >= 0 && right <= long.MaxValue => left >> (int)BigInteger.Min(right, int.MaxValue),
            Symbol.DoubleStar => Power(left, right),
            _ => null,
        };
        result = Number.From(value.GetValueOrDefault());
        return value is not null && value.Value.GetBitLength() <= MaxBits;
    }

    static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return rest.Sign * right.Sign < 0 ? quotient - 1 : quotient;
    }

    static BigInteger? ShiftLeft(BigInteger left, BigInteger right)
    {
        if (right.Sign < 0 || right > long.MaxValue)
            return null;
        if (left.IsZero)
            return left;
        return right + left.GetBitLength() <= MaxBits ? left << (int)right : null;
    }

    static BigInteger? Power(BigInteger left, BigInteger right)
    {
        if (BigInteger.Abs(left) <= 1)
            return left.IsOne || right.IsZero ? 1 : right.IsEven ? left * left : left;
        return right * left.GetBitLength() <= MaxBits ? BigInteger.Pow(left, (int)right) : null;
    }
}
