using System.Globalization;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Floats as text and back, in every form but hexadecimal (<see cref="FloatHex"/>).</summary>
internal static class FloatText
{
    /// <summary>From this exponent on, and below <see cref="SmallestFixedPoint"/>, repr uses the exponent form.</summary>
    private const int LargestFixedPoint = 16;
    private const int SmallestFixedPoint = -4;
    private const int DefaultPrecision = 6;

    /// <summary>repr(value): the shortest text that is read back as the same float.</summary>
    public static string Repr(double value) => Format(value, 'r', 0, alternate: false, pointZero: true);

    /// <summary>Formats for <c>%</c> and format(), after charging for the precision; null with an exception pending.</summary>
    /// <param name="machine">The machine to charge.</param>
    /// <param name="value">The float.</param>
    /// <param name="type">One of e E f F g G, or r for repr's digits.</param>
    /// <param name="precision">Digits behind the point, or significant digits for g; -1 for the default.</param>
    /// <param name="alternate">Whether <c>#</c> keeps the point, and the zeros of g.</param>
    public static string? Format(Machine machine, double value, char type, int precision, bool alternate)
    {
        var length = Math.Max(precision, 0) + 400L;
        return machine.Charge(length, length * sizeof(char)) ? Format(value, type, precision, alternate, pointZero: false) : null;
    }

    /// <summary>Formats; <paramref name="pointZero"/> adds ".0" to what would look like an int.</summary>
    public static string Format(double value, char type, int precision, bool alternate, bool pointZero)
    {
        var sign = double.IsNegative(value) && !double.IsNaN(value) ? "-" : "";
        var upper = char.IsAsciiLetterUpper(type);
        if (!double.IsFinite(value))
            return sign + (double.IsNaN(value) ? upper ? "NAN" : "nan" : upper ? "INF" : "inf");
        if (precision < 0)
            precision = DefaultPrecision;
        var magnitude = Math.Abs(value);
        switch (char.ToLowerInvariant(type))
        {
            case 'f':
                return sign + FixedPoint(DecimalDigits.Fixed(magnitude, precision), precision, alternate, pointZero);
            case 'e':
                var scientific = DecimalDigits.Significant(magnitude, LimitedAdd(precision, 1));
                return sign + Exponent(scientific, precision, alternate, upper);
            case 'g':
                precision = Math.Max(precision, 1);
                var general = Trim(DecimalDigits.Significant(magnitude, precision));
                var kept = alternate ? precision - 1 : general.Digits.Length - 1;
                return general.Point <= SmallestFixedPoint || general.Point > precision - (pointZero ? 1 : 0)
                    ? sign + Exponent(general, kept, alternate, upper)
                    : sign + FixedPoint(general, Math.Max(kept + 1 - general.Point, 0), alternate, pointZero);
            default:
                var shortest = DecimalDigits.Shortest(magnitude);
                return shortest.Point <= SmallestFixedPoint || shortest.Point > LargestFixedPoint
                    ? sign + Exponent(shortest, shortest.Digits.Length - 1, alternate, upper)
                    : sign + FixedPoint(shortest, Math.Max(shortest.Digits.Length - shortest.Point, 0), alternate, pointZero);
        }
    }

    /// <summary>Reads a float as float() does: spaces around, underscores between digits, digits of any script, inf and
    /// nan. False when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (NumberText.Plain(text) is not { } plain)
            return false;
        var body = plain.AsSpan();
        var negative = body is ['-', ..];
        if (body is ['-' or '+', ..])
            body = body[1..];
        if (body.Equals("inf", StringComparison.OrdinalIgnoreCase) || body.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            value = double.PositiveInfinity;
        else if (body.Equals("nan", StringComparison.OrdinalIgnoreCase))
            value = Floats.NaN;
        else if (!IsDecimal(body) || !double.TryParse(body, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value))
            return false;
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>The length of the decimal number (digits, point, exponent) at the beginning of a text; 0 for none.</summary>
    public static int DecimalLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        var digits = SkipDigits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            digits += SkipDigits(text, ref at);
        }
        if (digits == 0)
            return 0;
        if (at >= text.Length || text[at] is not ('e' or 'E'))
            return at;
        var end = at + 1;
        if (end < text.Length && text[end] is '+' or '-')
            end++;
        return SkipDigits(text, ref end) > 0 ? end : at;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text) => text.Length > 0 && DecimalLength(text) == text.Length;

    private static int SkipDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - start;
    }

    private static DecimalDigits Trim(DecimalDigits digits)
    {
        var trimmed = digits.Digits.TrimEnd('0');
        return trimmed.Length == 0 ? new("0", 1) : new(trimmed, digits.Point);
    }

    private static string FixedPoint(DecimalDigits digits, int decimals, bool alternate, bool pointZero)
    {
        if (decimals == 0 && pointZero)
            decimals = 1;
        // Bounded: whoever lets a script choose the precision charges for it.
        var whole = Math.Max(digits.Point, 0);
        var length = Math.Max(whole, 1) + (decimals > 0 ? 1 + decimals : alternate ? 1 : 0);
        return string.Create(length, (digits, whole, decimals), static (span, state) =>
        {
            var (digits, whole, decimals) = state;
            span.Fill('0');
            var text = digits.Digits.AsSpan();
            var integer = text[..Math.Min(whole, text.Length)];
            integer.CopyTo(span);
            var point = Math.Max(whole, 1);
            if (point == span.Length)
                return;
            span[point] = '.';
            var fraction = text[integer.Length..];
            var leadingZeros = Math.Max(-digits.Point, 0);
            if (leadingZeros < decimals)
                fraction[..Math.Min(fraction.Length, decimals - leadingZeros)].CopyTo(span[(point + 1 + leadingZeros)..]);
        });
    }

    private static string Exponent(DecimalDigits digits, int decimals, bool alternate, bool upper)
    {
        var exponent = digits.IsZero ? 0 : digits.Point - 1;
        var mantissa = FixedPoint(new(digits.Digits, 1), decimals, alternate, false);
        var size = Math.Abs(exponent);
        return $"{mantissa}{(upper ? 'E' : 'e')}{(exponent < 0 ? '-' : '+')}{(size < 10 ? "0" : "")}{size}";
    }

    private static int LimitedAdd(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);
}
