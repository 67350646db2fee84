using System.Runtime.CompilerServices;

namespace Krait.Core;

/// <summary>Python's arithmetic on ints of 64 bits: what the interpreter's fast paths do, and where they give up.</summary>
internal static class IntegerMath
{
    /// <summary>left + right, or false when 64 bits do not hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(long left, long right, out long sum)
    {
        sum = unchecked(left + right);
        // Overflow shows in the sign: the sum then differs in sign from both operands.
        return ((left ^ sum) & (right ^ sum)) >= 0;
    }

    /// <summary>left - right, or false when 64 bits do not hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySubtract(long left, long right, out long difference)
    {
        difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) >= 0;
    }

    /// <summary>left * right, or false when 64 bits do not hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMultiply(long left, long right, out long product)
    {
        var high = Math.BigMul(left, right, out product);
        return high == product >> 63;
    }

    /// <summary>left // right; <paramref name="right"/> is neither 0, nor -1 with the smallest long on the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FloorDivide(long left, long right)
    {
        var quotient = left / right;
        // Division truncates; Python's goes down, which differs for an inexact quotient below zero.
        return (left ^ right) < 0 && quotient * right != left ? quotient - 1 : quotient;
    }

    /// <summary>left % right with the sign of the divisor; the same condition as <see cref="FloorDivide"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Modulo(long left, long right)
    {
        var remainder = left % right;
        return remainder != 0 && (remainder ^ right) < 0 ? remainder + right : remainder;
    }

    /// <summary>left &lt;&lt; count, or false when 64 bits do not hold it; the count is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShiftLeft(long left, long count, out long shifted)
    {
        shifted = unchecked(left << (int)count);
        return count < 64 ? shifted >> (int)count == left : left == 0 && (shifted = 0) == 0;
    }

    /// <summary>left &gt;&gt; count; the count is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ShiftRight(long left, long count) => left >> (int)Math.Min(count, 63);

    /// <summary>left ** exponent, or false when 64 bits do not hold it; the exponent is not negative.</summary>
    public static bool TryPower(long left, long exponent, out long power)
    {
        power = 1;
        var square = left;
        while (true)
        {
            if ((exponent & 1) != 0 && !TryMultiply(power, square, out power))
                return false;
            exponent >>= 1;
            if (exponent == 0)
                return true;
            if (!TryMultiply(square, square, out square))
                return false;
        }
    }
}

/// <summary>Python's floor division and remainder on floats; divisors are not zero.</summary>
internal static class FloatMath
{
    /// <summary>left // right</summary>
    public static double FloorDivide(double left, double right)
    {
        DivMod(left, right, out var quotient, out _);
        return quotient;
    }

    /// <summary>left % right with the sign of the divisor, also when the result is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Modulo(double left, double right)
    {
        var remainder = left % right;
        if (remainder == 0)
            return Math.CopySign(0.0, right);
        return remainder < 0 != right < 0 ? remainder + right : remainder;
    }

    /// <summary>Both at once.</summary>
    public static void DivMod(double left, double right, out double quotient, out double remainder)
    {
        remainder = Modulo(left, right);
        // The C remainder is exact, so the quotient taken from it is a whole number up to one rounding.
        var truncated = left % right;
        var whole = (left - truncated) / right;
        if (truncated != 0 && truncated < 0 != right < 0)
            whole -= 1;
        if (whole == 0)
        {
            quotient = Math.CopySign(0.0, left / right);
            return;
        }
        quotient = Math.Floor(whole);
        if (whole - quotient > 0.5)
            quotient += 1;
    }
}
