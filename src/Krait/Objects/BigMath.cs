using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Arithmetic on big ints that a limit can stop: what a result costs is charged before it is computed, and long
/// computations are cut into pieces with a poll in between.
/// </summary>
/// <remarks>Every Try method answers false with an exception pending.</remarks>
internal static class BigMath
{
    /// <summary>The largest int, 80 million digits long: what .NET does with it in one go, such as a sum or a shift, takes
    /// a few milliseconds.</summary>
    public const long LargestBits = 1 << 28;

    /// <summary>Operands from here on are cut: a product of this size takes about five milliseconds.</summary>
    private const long PieceBits = 1 << 18;

    /// <summary>The number of bits of the magnitude.</summary>
    public static long BitLength(BigInteger value) => BigInteger.Abs(value).GetBitLength();

    /// <summary>About how many bytes the number takes.</summary>
    public static long ByteCount(BigInteger value) => (value.GetBitLength() >> 3) + 8;

    /// <summary>Whether 2**exponent divides the value.</summary>
    public static bool IsMultipleOfPower(BigInteger value, int exponent) =>
        value.IsZero || ((value >> exponent) << exponent) == value;

    /// <summary>Charges for one product of operands with these many bits.</summary>
    public static bool ChargeProduct(Machine machine, long leftBits, long rightBits)
    {
        var bytes = (leftBits + rightBits >> 3) + 8;
        var shorter = Math.Min(leftBits, rightBits) / 32 + 1;
        var longer = Math.Max(leftBits, rightBits) / 32 + 1;
        // The exponent of Karatsuba's method; the factor is measured against a loop's step.
        var work = shorter < 16 ? shorter * longer : (long)(8 * longer * Math.Pow(shorter, 0.585));
        return machine.Charge(work, bytes);
    }

    /// <summary>Charges for the memory of a result with these many bits, and refuses what no int can be.</summary>
    public static bool TryReserve(Machine machine, double bits)
    {
        if (bits <= 8.0 * Machine.LargestAllocation && !machine.Charge(0, (long)bits >> 3))
            return false;
        return bits <= LargestBits || machine.Raise(Types.MemoryError) == Status.Ok;
    }

    /// <summary>left * right</summary>
    public static bool TryMultiply(Machine machine, BigInteger left, BigInteger right, out BigInteger product)
    {
        product = default;
        var leftBits = left.GetBitLength();
        var rightBits = right.GetBitLength();
        if (leftBits + rightBits > LargestBits)
            return machine.Raise(Types.MemoryError) == Status.Ok;
        if (Math.Max(leftBits, rightBits) <= PieceBits || Math.Min(leftBits, rightBits) <= 64)
        {
            if (!ChargeProduct(machine, leftBits, rightBits))
                return false;
            product = left * right;
            return true;
        }
        // Sizes that differ much: the longer one in pieces. Otherwise Karatsuba: three products of halves.
        var half = (int)(Math.Max(leftBits, rightBits) + 1 >> 1);
        if (leftBits <= half)
            return TryMultiplyUneven(machine, right, left, half, out product);
        if (rightBits <= half)
            return TryMultiplyUneven(machine, left, right, half, out product);
        var leftHigh = left >> half;
        var leftLow = left - (leftHigh << half);
        var rightHigh = right >> half;
        var rightLow = right - (rightHigh << half);
        if (!TryMultiply(machine, leftHigh, rightHigh, out var high)
            || !TryMultiply(machine, leftLow, rightLow, out var low)
            || !TryMultiply(machine, leftHigh + leftLow, rightHigh + rightLow, out var middle))
            return false;
        middle -= high;
        if (!machine.MayGoOn())
            return false;
        middle -= low;
        if (!machine.MayGoOn())
            return false;
        high <<= half;
        if (!machine.MayGoOn())
            return false;
        high += middle;
        if (!machine.MayGoOn())
            return false;
        product = (high << half) + low;
        return true;
    }

    /// <summary>Floor division and remainder; the divisor is not zero.</summary>
    public static bool TryDivMod(Machine machine, BigInteger left, BigInteger right, out BigInteger quotient, out BigInteger remainder)
    {
        if (!BigDivision.TryDivRem(machine, BigInteger.Abs(left), BigInteger.Abs(right), out quotient, out remainder))
            return false;
        // The remainder takes the divisor's sign, and the quotient goes down accordingly.
        if (left.Sign < 0 == right.Sign < 0)
        {
            if (right.Sign < 0)
                remainder = -remainder;
            return true;
        }
        quotient = -quotient;
        if (!remainder.IsZero)
        {
            quotient -= 1;
            remainder = BigInteger.Abs(right) - remainder;
        }
        if (right.Sign < 0)
            remainder = -remainder;
        return true;
    }

    /// <summary>left ** exponent; the exponent is not negative.</summary>
    public static bool TryPower(Machine machine, BigInteger left, BigInteger exponent, out BigInteger power)
    {
        power = BigInteger.One;
        if (exponent.IsZero || left.IsOne)
            return true;
        if (left.IsZero || left == BigInteger.MinusOne)
        {
            power = left.IsZero || !exponent.IsEven ? left : BigInteger.One;
            return true;
        }
        var bits = BitLength(left);
        if (left == 2)
            return TryShiftLeft(machine, power, exponent, out power);
        // A result that the budget does not hold is not begun.
        if (!TryReserve(machine, (bits - 1) * (double)exponent))
            return false;
        var count = (long)exponent;
        for (var bit = 63 - BitOperations.LeadingZeroCount((ulong)count); bit >= 0; bit--)
        {
            if (!TryMultiply(machine, power, power, out power))
                return false;
            if ((count >> bit & 1) != 0 && !TryMultiply(machine, power, left, out power))
                return false;
        }
        return true;
    }

    /// <summary>left &lt;&lt; count; the count is not negative.</summary>
    public static bool TryShiftLeft(Machine machine, BigInteger left, BigInteger count, out BigInteger shifted)
    {
        shifted = default;
        if (left.IsZero)
            return true;
        if (count > long.MaxValue)
            return machine.Raise(Types.OverflowError, "too many digits in integer") == Status.Ok;
        var bits = left.GetBitLength() + (double)count;
        if (!TryReserve(machine, bits) || !machine.Charge((long)bits >> 3))
            return false;
        shifted = left << (int)count;
        return true;
    }

    /// <summary>left &gt;&gt; count; the count is not negative.</summary>
    public static bool TryShiftRight(Machine machine, BigInteger left, BigInteger count, out BigInteger shifted)
    {
        var bytes = ByteCount(left);
        shifted = default;
        if (!machine.Charge(bytes, bytes))
            return false;
        shifted = count > left.GetBitLength() ? left.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero : left >> (int)count;
        return true;
    }

    private static bool TryMultiplyUneven(Machine machine, BigInteger longer, BigInteger shorter, int half, out BigInteger product)
    {
        product = default;
        var high = longer >> half;
        var low = longer - (high << half);
        if (!TryMultiply(machine, high, shorter, out var highProduct) || !TryMultiply(machine, low, shorter, out var lowProduct))
            return false;
        product = (highProduct << half) + lowProduct;
        return true;
    }
}
