using Krait.Core;

namespace Krait.Objects;

/// <summary>Complexes as text and back.</summary>
internal static class ComplexText
{
    /// <summary>repr: the imaginary part alone when the real one is zero and positive.</summary>
    public static string Repr(double real, double imaginary)
    {
        var second = FloatText.Format(imaginary, 'r', 0, alternate: false, pointZero: false);
        if (real == 0 && !double.IsNegative(real))
            return second + "j";
        var first = FloatText.Format(real, 'r', 0, alternate: false, pointZero: false);
        return $"({first}{(second[0] == '-' ? "" : "+")}{second}j)";
    }

    /// <summary>Reads what complex() accepts: a real part, an imaginary one or both, in parentheses or not.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double real, out double imaginary)
    {
        real = imaginary = 0;
        if (NumberText.Plain(text) is not { } plain)
            return false;
        var body = plain.AsSpan();
        if (body is ['(', .., ')'])
            body = body[1..^1].Trim(" \t\n\r\f\v");
        if (body.Length == 0)
            return false;
        var length = PartLength(body, signNeeded: false);
        var rest = body[length..];
        if (rest is ['j' or 'J'])
            return TryImaginary(body[..length], out imaginary);
        if (length == 0 || !FloatText.TryParse(body[..length], out real))
            return false;
        if (rest.Length == 0)
            return true;
        length = PartLength(rest, signNeeded: true);
        return length > 0 && rest[length..] is ['j' or 'J'] && TryImaginary(rest[..length], out imaginary);
    }

    /// <summary>A number, or a sign alone for one.</summary>
    private static bool TryImaginary(ReadOnlySpan<char> text, out double value)
    {
        value = text is "-" ? -1 : 1;
        return text is "" or "+" or "-" || FloatText.TryParse(text, out value);
    }

    /// <summary>The length of a sign and a number at the beginning; the number may be missing.</summary>
    private static int PartLength(ReadOnlySpan<char> text, bool signNeeded)
    {
        var sign = text is ['+' or '-', ..] ? 1 : 0;
        if (signNeeded && sign == 0)
            return 0;
        var body = text[sign..];
        foreach (var word in (ReadOnlySpan<string>)["infinity", "inf", "nan"])
            if (body.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return sign + word.Length;
        return sign + FloatText.DecimalLength(body);
    }
}
