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
    /// <summary>The largest int: .NET's own limit is a little above.</summary>
    public const long LargestBits = 0x7fff_0000;

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
        product = (((high << half) + (middle - high - low)) << half) + low;
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
        if (exponent > LargestBits || (bits - 1) * (long)exponent > LargestBits)
            return machine.Raise(Types.MemoryError) == Status.Ok;
        if (left == 2)
            return TryShiftLeft(machine, power, exponent, out power);
        var count = (long)exponent;
        // A result that the budget does not hold is not begun.
        if (!machine.Charge(0, (bits - 1) * count >> 3))
            return false;
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
        if (count > LargestBits || left.GetBitLength() + (long)count > LargestBits)
            return machine.Raise(Types.MemoryError) == Status.Ok;
        var bytes = ByteCount(left) + ((long)count >> 3);
        if (!machine.Charge(bytes, bytes))
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
