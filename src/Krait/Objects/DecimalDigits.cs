using System.Globalization;
using System.Numerics;

namespace Krait.Objects;

/// <summary>
/// The decimal digits of a finite float's magnitude: 0.DIGITS * 10**Point. Exactly rounded, ties to even.
/// </summary>
internal readonly struct DecimalDigits(string digits, int point)
{
    /// <summary>No float has more digits behind the point than this: what is asked for beyond is zeros.</summary>
    private const int LargestFraction = 1074;

    /// <summary>The bits of a float that are zero in a power of two.</summary>
    private const ulong MantissaMask = (1UL << (Floats.MantissaBits - 1)) - 1;

    /// <summary>Up to here a power of ten times a mantissa fits 128 bits.</summary>
    private const int LargestFastScale = 22;

    /// <summary>The digits without leading zeros; at least one.</summary>
    public string Digits { get; } = digits;

    /// <summary>Where the decimal point is, counted from the first digit.</summary>
    public int Point { get; } = point;

    /// <summary>Whether all digits are zero.</summary>
    public bool IsZero => !Digits.AsSpan().ContainsAnyExcept('0');

    /// <summary>The fewest digits that are read back as the same float.</summary>
    public static DecimalDigits Shortest(double magnitude)
    {
        Span<char> text = stackalloc char[32];
        Span<char> digits = stackalloc char[32];
        magnitude.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        // At powers of two, whose neighbour below is nearer than the one above, .NET may give a digit too few.
        if ((BitConverter.DoubleToUInt64Bits(magnitude) & MantissaMask) == 0
            && double.Parse(text[..length], CultureInfo.InvariantCulture) != magnitude)
            magnitude.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
        var count = 0;
        var point = 0;
        var pointSeen = false;
        var exponent = 0;
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (c == '.')
                pointSeen = true;
            else if (c == 'E')
            {
                exponent = int.Parse(text[(i + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else if (count == 0 && c == '0')
                point -= pointSeen ? 1 : 0;
            else
            {
                digits[count++] = c;
                point += pointSeen ? 0 : 1;
            }
        }
        while (count > 0 && digits[count - 1] == '0')
            count--;
        return count == 0 ? new("0", 1) : new(digits[..count].ToString(), point + exponent);
    }

    /// <summary>The value rounded to this many digits behind the point; the digits end there, unless the value has no
    /// more: then what is missing are zeros.</summary>
    public static DecimalDigits Fixed(double magnitude, int decimals)
    {
        // Bounded: by the longest fraction that a float has.
        decimals = Math.Min(decimals, LargestFraction);
        var scaled = Scale(magnitude, decimals);
        var digits = scaled.IsZero ? new string('0', decimals + 1) : scaled.ToString(CultureInfo.InvariantCulture);
        return scaled.IsZero ? new(digits, 1) : new(digits, digits.Length - decimals);
    }

    /// <summary>The value rounded to this many significant digits, at least one; fewer when the value has no more.</summary>
    public static DecimalDigits Significant(double magnitude, int count)
    {
        if (magnitude == 0)
            return new("0", 1);
        // The estimate is never too large; that it was too small, or that rounding carried, shows in the length.
        for (var point = (int)Math.Floor(Math.Log10(magnitude) - 1e-9) + 1; ; point++)
        {
            var decimals = (int)Math.Min((long)count - point, LargestFraction);
            var digits = Scale(magnitude, decimals).ToString(CultureInfo.InvariantCulture);
            if (digits.Length - decimals <= point)
                return new(digits, point);
        }
    }

    /// <summary>magnitude * 10**decimals as the nearest whole number, ties to even.</summary>
    public static BigInteger Scale(double magnitude, int decimals)
    {
        Floats.Split(magnitude, out var mantissa, out var exponent);
        if (decimals is >= 0 and <= LargestFastScale && exponent is <= 0 and > -128)
        {
            var product = (UInt128)mantissa * PowerOfTen(decimals);
            if (exponent == 0)
                return product;
            var whole = product >> -exponent;
            var rest = product - (whole << -exponent);
            var half = UInt128.One << (-exponent - 1);
            return rest > half || (rest == half && !UInt128.IsEvenInteger(whole)) ? whole + 1 : whole;
        }
        // Bounded: decimals are at most LargestFraction, and as many below zero as a float has digits.
        var numerator = new BigInteger(mantissa);
        var denominator = BigInteger.One;
        if (decimals >= 0)
            numerator *= BigInteger.Pow(10, decimals);
        else
            denominator = BigInteger.Pow(10, -decimals);
        if (exponent >= 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var order = (remainder << 1).CompareTo(denominator);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static UInt128 PowerOfTen(int exponent)
    {
        var power = UInt128.One;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}
