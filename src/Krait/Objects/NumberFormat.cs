using System.Numerics;
using Krait.Core;
using Krait.Objects.Formatting;

namespace Krait.Objects;

/// <summary>format(number, specification), and the pieces that <c>%</c> formatting uses.</summary>
internal static class NumberFormat
{
    private const int DefaultPrecision = 6;

    /// <summary>The text of an int for <c>%</c>: sign, prefix, digits; null with an exception pending.</summary>
    /// <param name="machine">The machine to charge.</param>
    /// <param name="number">An int.</param>
    /// <param name="type">One of d i u o x X b.</param>
    /// <param name="precision">The least number of digits; -1 for none.</param>
    /// <param name="alternate">Whether <c>#</c> asks for 0o, 0x, 0b.</param>
    public static string? FormatInt(Machine machine, in Number number, char type, int precision, bool alternate)
    {
        if (Digits(machine, number, type, out var negative) is not { } digits || !machine.Charge(precision, precision * 2L))
            return null;
        var prefix = alternate ? Prefix(type) : "";
        return (negative ? "-" : "") + prefix + digits.PadLeft(Math.Max(precision, 0), '0');
    }

    /// <summary>format(int, specification)</summary>
    public static Status Int(Machine machine, in Number number, string typeName, string specification, ref Value result)
    {
        if (!FormatSpec.TryParse(machine, specification, typeName, 'd', '>', out var spec))
            return Status.Raised;
        switch (spec.Type)
        {
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%':
                return number.TryToDouble(out var value) ? Float(machine, value, spec, ref result) : Integers.TooLargeForFloat(machine);
            case 'b' or 'c' or 'd' or 'o' or 'x' or 'X' or 'n':
                break;
            default:
                return spec.RaiseUnknownType(machine, typeName);
        }
        if (spec.Precision >= 0)
            return machine.Raise(Types.ValueError, "Precision not allowed in integer format specifier");
        if (spec.CoerceNegativeZero)
            return machine.Raise(Types.ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
        if (spec.Type == 'c')
            return Character(machine, number, spec, ref result);
        if (Digits(machine, number, (char)spec.Type, out var negative) is not { } digits)
            return Status.Raised;
        var group = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        return Layout(machine, spec, Sign(spec, negative), spec.Alternate ? Prefix((char)spec.Type) : "", digits, "", group, ref result);
    }

    /// <summary>format(float, specification)</summary>
    public static Status Float(Machine machine, double value, string specification, ref Value result) =>
        FormatSpec.TryParse(machine, specification, "float", '\0', '>', out var spec)
            ? Float(machine, value, spec, ref result)
            : Status.Raised;

    /// <summary>format(complex, specification)</summary>
    public static Status Complex(Machine machine, double real, double imaginary, string specification, ref Value result)
    {
        if (!FormatSpec.TryParse(machine, specification, "complex", '\0', '>', out var spec))
            return Status.Raised;
        if (spec.Type is not (0 or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            return spec.RaiseUnknownType(machine, "complex");
        if (spec.Fill == '0')
            return machine.Raise(Types.ValueError, "Zero padding is not allowed in complex format specifier");
        if (spec.Align == '=')
            return machine.Raise(Types.ValueError, "'=' alignment flag is not allowed in complex format specifier");
        var parentheses = spec.Type == 0 && (real != 0 || double.IsNegative(real));
        var first = "";
        if (spec.Type != 0 || parentheses)
        {
            if (Part(machine, real, spec, '\0') is not { } text)
                return Status.Raised;
            first = text;
        }
        if (Part(machine, imaginary, spec, first.Length > 0 ? '+' : '\0') is not { } second)
            return Status.Raised;
        return spec.Pad(machine, parentheses ? $"({first}{second}j)" : $"{first}{second}j", 0, ref result);
    }

    private static Status Float(Machine machine, double value, in FormatSpec spec, ref Value result)
    {
        if (spec.Type is not (0 or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
            return spec.RaiseUnknownType(machine, "float");
        var percent = spec.Type == '%';
        if (Text(machine, percent ? value * 100 : value, spec, pointZero: spec.Type == 0) is not { } text)
            return Status.Raised;
        var negative = text[0] == '-';
        var digits = DigitCount(text, negative ? 1 : 0);
        return Layout(machine, spec, Sign(spec, negative), "", text.Substring(negative ? 1 : 0, digits),
            text[(digits + (negative ? 1 : 0))..] + (percent ? "%" : ""), 3, ref result);
    }

    /// <summary>One part of a complex: grouped, with its sign, not filled.</summary>
    private static string? Part(Machine machine, double value, in FormatSpec spec, char sign)
    {
        if (Text(machine, value, spec, pointZero: false) is not { } text)
            return null;
        var negative = text[0] == '-';
        var start = negative ? 1 : 0;
        var digits = DigitCount(text, start);
        var grouped = Group(text.AsSpan(start, digits), spec.Grouping, 3, 0);
        return (sign != 0 && !negative ? sign.ToString() : Sign(spec, negative)) + grouped + text[(start + digits)..];
    }

    /// <summary>The digits of a float with a minus sign: precision and type, before sign, grouping and filling.</summary>
    private static string? Text(Machine machine, double value, in FormatSpec spec, bool pointZero)
    {
        var precision = spec.Precision;
        var type = spec.Type switch
        {
            0 when precision < 0 => 'r',
            0 or 'n' => 'g',
            '%' => 'f',
            var given => (char)given,
        };
        var length = Math.Max(precision, 0) + 400L;
        if (!machine.Charge(length, length * sizeof(char)))
            return null;
        var text = FloatText.Format(value, type, precision < 0 ? DefaultPrecision : precision, spec.Alternate, pointZero);
        return spec.CoerceNegativeZero && text[0] == '-' && IsZero(text) ? text[1..] : text;
    }

    private static bool IsZero(string text)
    {
        foreach (var c in text)
        {
            if (c is 'e' or 'E')
                return true;
            if (c is not ('-' or '0' or '.'))
                return false;
        }
        return true;
    }

    private static Status Character(Machine machine, in Number number, in FormatSpec spec, ref Value result)
    {
        if (spec.Sign != 0)
            return machine.Raise(Types.ValueError, "Sign not allowed with integer format specifier 'c'");
        if (spec.Alternate)
            return machine.Raise(Types.ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
        if (number.Kind == NumberKind.Big)
            return machine.Raise(Types.OverflowError, "Python int too large to convert to C long");
        if (number.Long is < 0 or > 0x10ffff)
            return machine.Raise(Types.OverflowError, "%c arg not in range(0x110000)");
        var point = (int)number.Long;
        var text = point is >= 0xd800 and < 0xe000 ? ((char)point).ToString() : char.ConvertFromUtf32(point);
        return spec.Pad(machine, text, 0, ref result);
    }

    private static string? Digits(Machine machine, in Number number, char type, out bool negative)
    {
        negative = number.Kind == NumberKind.Long ? number.Long < 0 : number.Big.Sign < 0;
        var bits = type switch
        {
            'b' => 1,
            'o' => 3,
            'x' or 'X' => 4,
            _ => 0,
        };
        if (bits > 0)
            return IntText.Radix(machine, BigInteger.Abs(number.Big), bits, type == 'X');
        return number.Kind == NumberKind.Long
            ? Integers.Magnitude(number.Long).ToString()
            : IntText.Decimal(machine, BigInteger.Abs(number.Big));
    }

    private static string Prefix(char type) => type switch
    {
        'b' => "0b",
        'o' => "0o",
        'x' => "0x",
        'X' => "0X",
        _ => "",
    };

    private static string Sign(in FormatSpec spec, bool negative) => negative ? "-" : spec.Sign switch
    {
        '+' => "+",
        ' ' => " ",
        _ => "",
    };

    private static int DigitCount(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }

    /// <summary>Puts the parts together: filling with zeros in front of grouped digits makes more groups.</summary>
    private static Status Layout(Machine machine, in FormatSpec spec, string sign, string prefix, string digits, string rest, int group, ref Value result)
    {
        if (spec.Grouping != 0 && digits.Length > 0)
        {
            var width = spec.Fill == '0' && spec.Align == '=' ? (long)spec.Width - sign.Length - prefix.Length - rest.Length : 0;
            var length = Math.Max(width, digits.Length) * 2;
            if (!machine.Charge(length, length * sizeof(char)))
                return Status.Raised;
            digits = Group(digits, spec.Grouping, group, (int)Math.Max(width, 0));
        }
        return spec.Pad(machine, sign + prefix + digits + rest, sign.Length + prefix.Length, ref result);
    }

    /// <summary>Separates groups of digits; zeros in front make it at least <paramref name="width"/> long, and one
    /// longer rather than begin with a separator.</summary>
    private static string Group(ReadOnlySpan<char> digits, char separator, int group, int width)
    {
        if (separator == 0)
            return digits.ToString();
        var count = Math.Max(digits.Length, (int)((long)width * group / (group + 1)));
        while (count + (count - 1) / group < width)
            count++;
        var length = count + (count - 1) / group;
        // Bounded: Layout charges for the width, and a complex part has no width.
        var grouped = new char[length];
        var at = length;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && i % group == 0)
                grouped[--at] = separator;
            grouped[--at] = i < digits.Length ? digits[digits.Length - 1 - i] : '0';
        }
        return new string(grouped);
    }
}
