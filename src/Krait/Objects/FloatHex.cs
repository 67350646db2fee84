using System.Globalization;
using Krait.Core;

namespace Krait.Objects;

/// <summary>float.hex and float.fromhex.</summary>
internal static class FloatHex
{
    private const int FractionDigits = 13;

    /// <summary>Exponents beyond this are too large or too small whatever the digits; strings are shorter.</summary>
    private const long LargestExponent = long.MaxValue / 4;

    /// <summary>The exact hexadecimal form.</summary>
    public static string Write(double value)
    {
        if (!double.IsFinite(value))
            return FloatText.Repr(value);
        Floats.Split(value, out var mantissa, out var exponent);
        var sign = double.IsNegative(value) ? "-" : "";
        if (mantissa == 0)
            return sign + "0x0.0p+0";
        var lead = mantissa >> (Floats.MantissaBits - 1);
        var fraction = mantissa & ((1UL << (Floats.MantissaBits - 1)) - 1);
        var power = exponent + Floats.MantissaBits - 1;
        return $"{sign}0x{lead}.{fraction.ToString("x" + FractionDigits)}p{(power < 0 ? "" : "+")}{power}";
    }

    /// <summary>Reads the hexadecimal form; everything but the digits may be left out.</summary>
    public static Status Read(Machine machine, string text, ref Value result)
    {
        var body = text.AsSpan().Trim(" \t\n\r\f\v");
        var negative = body is ['-', ..];
        if (body is ['-' or '+', ..])
            body = body[1..];
        double value;
        if (body.Equals("inf", StringComparison.OrdinalIgnoreCase) || body.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            value = double.PositiveInfinity;
        else if (body.Equals("nan", StringComparison.OrdinalIgnoreCase))
            value = Floats.NaN;
        else if (!TryReadFinite(body, out value))
            return machine.Raise(Types.ValueError, "invalid hexadecimal floating-point string");
        else if (double.IsInfinity(value))
            return machine.Raise(Types.OverflowError, "hexadecimal value too large to represent as a float");
        result.SetFloat(negative ? -value : value);
        return Status.Ok;
    }

    private static bool TryReadFinite(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text is ['0', 'x' or 'X', ..])
            text = text[2..];
        ulong mantissa = 0;
        long exponent = 0;
        var inexact = false;
        var digits = 0;
        var pointSeen = false;
        var at = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '.' && !pointSeen)
            {
                pointSeen = true;
                continue;
            }
            if (!char.IsAsciiHexDigit(text[at]))
                break;
            digits++;
            // 60 bits and whether anything follows decide the rounding.
            if (mantissa >> 60 == 0)
            {
                mantissa = mantissa << 4 | (uint)Convert.ToInt32(text[at].ToString(), 16);
                exponent -= pointSeen ? 4 : 0;
            }
            else
            {
                inexact |= text[at] != '0';
                exponent += pointSeen ? 0 : 4;
            }
        }
        if (digits == 0)
            return false;
        if (at < text.Length)
        {
            if (text[at] is not ('p' or 'P') || !TryReadExponent(text[(at + 1)..], out var power))
                return false;
            exponent += power;
        }
        if (mantissa == 0)
            return true;
        value = Floats.Compose(mantissa, (int)Math.Clamp(exponent, -100_000, 100_000), inexact);
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out long exponent)
    {
        exponent = 0;
        var digits = text is ['-' or '+', ..] ? text[1..] : text;
        if (digits.Length == 0 || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out exponent) || exponent > LargestExponent)
            exponent = LargestExponent;
        if (text[0] == '-')
            exponent = -exponent;
        return true;
    }
}
