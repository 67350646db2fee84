using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Division of big ints in pieces: recursive division after Burnikel and Ziegler ("Fast Recursive Division",
/// 1998), down to pieces that .NET divides in a few milliseconds.</summary>
internal static class BigDivision
{
    /// <summary>Divisors up to here are left to .NET: twice as many bits by this many take about ten milliseconds.</summary>
    private const int PieceBits = 1 << 17;

    /// <summary>Quotient and remainder of numbers that are not negative; the divisor is not zero. False: an exception
    /// is pending.</summary>
    public static bool TryDivRem(Machine machine, BigInteger left, BigInteger right, out BigInteger quotient, out BigInteger remainder)
    {
        var leftBits = left.GetBitLength();
        var rightBits = right.GetBitLength();
        if (leftBits < rightBits)
        {
            quotient = default;
            remainder = left;
            return true;
        }
        if (rightBits <= PieceBits && leftBits <= 2 * PieceBits || Math.Min(rightBits, leftBits - rightBits) <= 64)
            return TryDivide(machine, left, right, out quotient, out remainder);
        // Digits of as many bits as the divisor has, rounded up to what halves evenly; a small divisor takes many at once.
        var levels = 0;
        while (rightBits >> levels > PieceBits)
            levels++;
        var digitBits = rightBits <= PieceBits ? PieceBits : (int)(((rightBits - 1 >> levels) + 1) << levels);
        var scale = rightBits <= PieceBits ? 0 : (int)(digitBits - rightBits);
        var dividend = left << scale;
        var divisor = right << scale;
        quotient = default;
        remainder = default;
        for (var position = (dividend.GetBitLength() - 1) / digitBits * digitBits; position >= 0; position -= digitBits)
        {
            if (!machine.Charge(leftBits >> 3, leftBits >> 3))
                return false;
            var digit = Piece(dividend, position, digitBits);
            if (!TwoByOne(machine, (remainder << digitBits) | digit, divisor, digitBits, out var part, out remainder))
                return false;
            quotient = (quotient << digitBits) | part;
        }
        remainder >>= scale;
        return true;
    }

    /// <summary>Divides by a divisor of exactly <paramref name="bits"/> bits; the quotient fits as many.</summary>
    private static bool TwoByOne(Machine machine, BigInteger left, BigInteger right, int bits, out BigInteger quotient, out BigInteger remainder)
    {
        if (bits <= PieceBits || (bits & 1) != 0)
            return TryDivide(machine, left, right, out quotient, out remainder);
        var half = bits >> 1;
        remainder = default;
        if (!ThreeByTwo(machine, left >> half, right, half, out quotient, out var rest)
            || !ThreeByTwo(machine, (rest << half) | Piece(left, 0, half), right, half, out var low, out remainder))
            return false;
        quotient = (quotient << half) | low;
        return true;
    }

    /// <summary>Divides by a divisor of two halves; the quotient fits one half. The upper halves give an estimate that
    /// is at most two too large.</summary>
    private static bool ThreeByTwo(Machine machine, BigInteger left, BigInteger right, int half, out BigInteger quotient, out BigInteger remainder)
    {
        var rightHigh = right >> half;
        var rightLow = Piece(right, 0, half);
        var leftHigh = left >> half;
        remainder = default;
        BigInteger rest;
        if (leftHigh >> half < rightHigh)
        {
            if (!TwoByOne(machine, leftHigh, rightHigh, half, out quotient, out rest))
                return false;
        }
        else
        {
            quotient = (BigInteger.One << half) - 1;
            rest = leftHigh - (rightHigh << half) + rightHigh;
        }
        if (!BigMath.TryMultiply(machine, quotient, rightLow, out var product))
            return false;
        remainder = ((rest << half) | Piece(left, 0, half)) - product;
        while (remainder.Sign < 0)
        {
            remainder += right;
            quotient -= 1;
        }
        return true;
    }

    private static bool TryDivide(Machine machine, BigInteger left, BigInteger right, out BigInteger quotient, out BigInteger remainder)
    {
        quotient = remainder = default;
        var rightBits = right.GetBitLength();
        var quotientBits = Math.Max(left.GetBitLength() - rightBits, 1);
        // Division costs about two products of the quotient and the divisor.
        if (!BigMath.ChargeProduct(machine, quotientBits, rightBits) || !BigMath.ChargeProduct(machine, quotientBits, rightBits))
            return false;
        quotient = BigInteger.DivRem(left, right, out remainder);
        return true;
    }

    /// <summary>The bits of a number from <paramref name="position"/> on.</summary>
    private static BigInteger Piece(BigInteger value, long position, int bits)
    {
        var shifted = value >> (int)position;
        return shifted - ((shifted >> bits) << bits);
    }
}
