using System.Globalization;
using System.Text;

namespace Krait.Mpy;

/// <summary>
/// Floats as decimal text, digit for digit as the reference compiler writes and reads them: not always the shortest
/// text, nor always the nearest double.
/// </summary>
internal static class FloatText
{
    const ulong SignificandLimit = 0x1999999999999998;
    const int ExponentLimit = (int.MaxValue / 2 - 9) / 10;
    const double Log10Of2 = 0.3010299956639812;

    /// <summary>The text of a float; one that looks like an int gets <c>.0</c>.</summary>
    public static string Format(double value)
    {
        var text = FormatShort(value);
        return text.AsSpan().ContainsAny(".en") ? text : text + ".0";
    }

    /// <summary>The text of a float, without the <c>.0</c> of integral ones.</summary>
    public static string FormatShort(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        var sign = double.IsNegative(value) ? "-" : "";
        value = Math.Abs(value);
        if (double.IsInfinity(value))
            return sign + "inf";
        if (value == 0)
            return sign + "0";
        var exponent = DecimalExponent(value);
        for (var digits = 16; ; digits++)
        {
            var significand = ExtendedFloat.From(value).ScaleByPowerOfTen(digits - exponent - 1).AddHalfAndTruncate();
            var text = Layout(significand, digits, exponent);
            if (digits == 19 || TryParse(Encoding.ASCII.GetBytes(text), out var parsed) && parsed == value)
                return sign + text;
        }
    }

    /// <summary>
    /// Reads <c>digits [. digits] [e [+-] digits]</c>; returns false when the text goes on after that or the
    /// exponent has no digits.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        var significand = new Significand();
        var at = 0;
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
            significand.Add(text[at] - '0', inFraction: false);
        if (at < text.Length && text[at] == '.')
            for (at++; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
                significand.Add(text[at] - '0', inFraction: true);
        var exponent = 0;
        var complete = true;
        if (at < text.Length && text[at] == 'e')
        {
            at++;
            var negative = at < text.Length && text[at] == '-';
            if (negative || at < text.Length && text[at] == '+')
                at++;
            complete = at < text.Length;
            for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
                if (exponent < ExponentLimit)
                    exponent = exponent * 10 + text[at] - '0';
            if (negative)
                exponent = -exponent;
        }
        value = significand.Scale(exponent);
        return complete && at == text.Length;
    }

    /// <summary>The place of the first significant digit, seen from the decimal point.</summary>
    static int DecimalExponent(double value)
    {
        // The exponent field of a subnormal says nothing about its size; the loop walks further then.
        var binaryExponent = (int)(BitConverter.DoubleToUInt64Bits(value) >> 52) - 1023;
        var exponent = (int)(binaryExponent * Log10Of2);
        var atLeastOne = value >= 1;
        while (value >= PowerOfTen(exponent + (atLeastOne ? 1 : 0)) == atLeastOne)
            exponent += atLeastOne ? 1 : -1;
        return exponent;
    }

    static double PowerOfTen(int power) => ExtendedFloat.From(1UL).ScaleByPowerOfTen(power).ToDouble();

    static string Layout(ulong significand, int digits, int exponent)
    {
        var text = significand.ToString(CultureInfo.InvariantCulture);
        if (text.Length > digits)
        {
            text = text[..digits];
            exponent++;
        }
        text = text.PadLeft(digits, '0');
        if (exponent is > 0 and < 16)
        {
            var whole = text[..(exponent + 1)];
            var fraction = text[(exponent + 1)..].TrimEnd('0');
            return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
        }
        var tail = text[1..].TrimEnd('0');
        if (exponent is >= -4 and < 0)
            return "0." + new string('0', -exponent - 1) + (text[0] + tail).TrimEnd('0');
        var mantissa = tail.Length == 0 ? text[..1] : $"{text[0]}.{tail}";
        return exponent == 0 ? mantissa : $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>
    /// The digits of a literal as a 64-bit number. Zeros wait until a digit follows them; digits beyond the limit
    /// count as zeros.
    /// </summary>
    struct Significand
    {
        ulong value;
        int exponent;
        int wholeZeros;
        int fractionZeros;

        public void Add(int digit, bool inFraction)
        {
            if (digit == 0 || value >= SignificandLimit)
            {
                if (inFraction)
                    fractionZeros++;
                else
                    wholeZeros++;
                return;
            }
            for (; wholeZeros > 0; wholeZeros--)
                Accept(0, inFraction: false);
            for (; fractionZeros > 0; fractionZeros--)
                Accept(0, inFraction: true);
            Accept(digit, inFraction);
        }

        public readonly double Scale(int power) =>
            value == 0 ? 0 : ExtendedFloat.From(value).ScaleByPowerOfTen(power + exponent + wholeZeros).ToDouble();

        void Accept(int digit, bool inFraction)
        {
            if (value < SignificandLimit)
            {
                value = value * 10 + (uint)digit;
                exponent -= inFraction ? 1 : 0;
            }
            else
            {
                exponent += inFraction ? 0 : 1;
            }
        }
    }
}
