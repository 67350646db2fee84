using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>The greatest common divisor, by Lehmer's algorithm: the leading bits of both numbers tell many of Euclid's
/// quotients, which are then applied to the numbers at once.</summary>
internal static class CommonDivisor
{
    /// <summary>Numbers up to here are left to .NET, which takes about a millisecond.</summary>
    private const long PieceBits = 1 << 14;

    /// <summary>The greatest common divisor; false with an exception pending.</summary>
    public static bool TryCompute(Machine machine, BigInteger left, BigInteger right, out BigInteger divisor)
    {
        divisor = default;
        var (larger, smaller) = (BigInteger.Abs(left), BigInteger.Abs(right));
        if (larger < smaller)
            (larger, smaller) = (smaller, larger);
        while (smaller.GetBitLength() > PieceBits)
        {
            // Four products of a long and a word, and their sums.
            var bytes = BigMath.ByteCount(larger);
            if (!machine.Charge(bytes * 6, bytes * 6))
                return false;
            if (!TryReduce(ref larger, ref smaller))
            {
                if (!BigDivision.TryDivRem(machine, larger, smaller, out _, out var rest))
                    return false;
                (larger, smaller) = (smaller, rest);
            }
        }
        // A long number and a short one: one division makes both short.
        if (larger.GetBitLength() > PieceBits && !smaller.IsZero)
        {
            if (!BigDivision.TryDivRem(machine, larger, smaller, out _, out var rest))
                return false;
            (larger, smaller) = (smaller, rest);
        }
        if (!machine.Charge(PieceBits))
            return false;
        divisor = BigInteger.GreatestCommonDivisor(larger, smaller);
        return true;
    }

    /// <summary>As many of Euclid's steps as the leading 62 bits decide (Collins's condition: a quotient is certain while
    /// the remainders are larger than the coefficients that multiply the unknown bits). False when they decide none.</summary>
    private static bool TryReduce(ref BigInteger larger, ref BigInteger smaller)
    {
        var shift = (int)(larger.GetBitLength() - 62);
        var x = (long)(larger >> shift);
        var y = (long)(smaller >> shift);
        long a = 1, b = 0, c = 0, d = 1;
        while (y + c != 0 && y + d != 0)
        {
            var quotient = (x + a) / (y + c);
            if (quotient != (x + b) / (y + d))
                break;
            var (nextA, nextB) = ((Int128)a - (Int128)quotient * c, (Int128)b - (Int128)quotient * d);
            if (Int128.Abs(nextA) > int.MaxValue || Int128.Abs(nextB) > int.MaxValue)
                break;
            (a, b, c, d) = (c, d, (long)nextA, (long)nextB);
            (x, y) = (y, x - quotient * y);
        }
        if (b == 0)
            return false;
        (larger, smaller) = (a * larger + b * smaller, c * larger + d * smaller);
        return true;
    }
}
