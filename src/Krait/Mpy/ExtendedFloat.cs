using System.Numerics;

namespace Krait.Mpy;

/// <summary>
/// A non-negative binary float with a 64-bit significand, rounded to nearest even: the long double of x86-64, in
/// which the reference compiler converts between decimal text and doubles. Its wider exponent never matters here,
/// apart from the overflow of powers of ten.
/// </summary>
internal readonly struct ExtendedFloat
{
    const int MaxExponent = 16383 - 63;
    static readonly ExtendedFloat infinity = new(1UL << 63, int.MaxValue);

    /// <summary>The value is <c>significand * 2^exponent</c>; the significand's top bit is set unless it is zero.</summary>
    readonly ulong significand;
    readonly int exponent;

    ExtendedFloat(ulong significand, int exponent)
    {
        this.significand = significand;
        this.exponent = exponent;
    }

    bool IsInfinite => exponent == int.MaxValue;

    public static ExtendedFloat From(ulong value) => Round(value, 0);

    public static ExtendedFloat From(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & (1UL << 52) - 1;
        var biased = (int)(bits >> 52) & 0x7ff;
        return biased == 0 ? Round(fraction, -1074) : Round(fraction | 1UL << 52, biased - 1075);
    }

    /// <summary>This value times ten to a power, by repeated squaring; every step rounds.</summary>
    public ExtendedFloat ScaleByPowerOfTen(int power)
    {
        var result = this;
        var ten = From(10UL);
        for (var bits = (uint)Math.Abs((long)power); bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
                result = power < 0 ? result / ten : result * ten;
            ten *= ten;
        }
        return result;
    }

    public static ExtendedFloat operator *(ExtendedFloat left, ExtendedFloat right) =>
        left.IsInfinite || right.IsInfinite
            ? infinity
            : Round((UInt128)left.significand * right.significand, left.exponent + right.exponent);

    public static ExtendedFloat operator /(ExtendedFloat left, ExtendedFloat right)
    {
        if (left.IsInfinite || right.IsInfinite)
            return left.IsInfinite ? left : default;
        var (quotient, rest) = UInt128.DivRem((UInt128)left.significand << 64, right.significand);
        var (low, last) = UInt128.DivRem(rest << 2, right.significand);
        return Round(quotient << 3 | low << 1 | (last == 0 ? 0u : 1u), left.exponent - right.exponent - 67);
    }

    /// <summary>This value plus one half, without its fraction.</summary>
    public ulong AddHalfAndTruncate()
    {
        var half = exponent switch
        {
            > 0 or < -64 => UInt128.Zero,
            0 => significand & 1, // A tie: it rounds to even.
            _ => UInt128.One << (-exponent - 1),
        };
        var sum = Round(significand + half, exponent);
        return sum.exponent >= 0 ? sum.significand << sum.exponent : sum.exponent <= -64 ? 0 : sum.significand >> -sum.exponent;
    }

    public double ToDouble()
    {
        if (significand == 0)
            return 0;
        var scale = exponent + 63L;
        if (scale > 1023)
            return double.PositiveInfinity;
        if (scale < -1075)
            return 0;
        // Rounding up carries from the fraction into the exponent field, which is right.
        var subnormal = scale < -1022;
        var shift = subnormal ? (int)(11 - 1022 - scale) : 11;
        var fraction = (ulong)RoundShift(significand, shift);
        return BitConverter.UInt64BitsToDouble(subnormal ? fraction : ((ulong)(scale + 1022) << 52) + fraction);
    }

    static ExtendedFloat Round(UInt128 value, int exponent)
    {
        if (value == 0)
            return default;
        var excess = 64 - (int)UInt128.LeadingZeroCount(value);
        var rounded = excess > 0 ? RoundShift(value, excess) : value << -excess;
        if (rounded >> 64 != 0)
            (rounded, excess) = (rounded >> 1, excess + 1);
        return exponent + excess > MaxExponent ? infinity : new ExtendedFloat((ulong)rounded, exponent + excess);
    }

    static UInt128 RoundShift(UInt128 value, int shift)
    {
        var kept = value >> shift;
        var rest = value - (kept << shift);
        var half = UInt128.One << (shift - 1);
        return rest > half || rest == half && !UInt128.IsEvenInteger(kept) ? kept + 1 : kept;
    }
}
