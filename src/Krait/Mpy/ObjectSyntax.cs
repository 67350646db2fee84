namespace Krait.Mpy;

/// <summary>The text forms of numbers in an object table.</summary>
internal static class ObjectSyntax
{
    /// <summary>The longest int that is accepted: turning text into a number costs more than linear time.</summary>
    public const int MaxDigits = 1 << 18;

    /// <summary>Decimal digits with an optional minus sign.</summary>
    public static bool IsInt(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', ..])
            text = text[1..];
        return text.Length is > 0 and <= MaxDigits && Digits(text) == text.Length;
    }

    /// <summary>A decimal float, <c>inf</c> or <c>nan</c>, with an optional sign.</summary>
    public static bool IsFloat(ReadOnlySpan<byte> text) => Float(text) is var length and > 0 && length == text.Length;

    /// <summary>An imaginary number, or a real and an imaginary part, in parentheses or not.</summary>
    public static bool IsComplex(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'(', .., (byte)')'])
            text = text[1..^1];
        var first = Float(text);
        if (first == 0)
            return false;
        text = text[first..];
        if (text is [(byte)'+' or (byte)'-', ..])
            text = Float(text) is var second and > 1 ? text[second..] : default;
        return text is [(byte)'j'];
    }

    /// <summary>The length of the float that the text begins with; 0 without one.</summary>
    private static int Float(ReadOnlySpan<byte> text)
    {
        var at = text is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var rest = text[at..];
        if (rest.StartsWith("inf"u8) || rest.StartsWith("nan"u8))
            return at + 3;
        var whole = Digits(rest);
        at += whole;
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            fraction = Digits(text[(at + 1)..]);
            at += 1 + fraction;
        }
        if (whole + fraction == 0)
            return 0;
        if (at < text.Length && text[at] == 'e')
        {
            var sign = at + 1 < text.Length && text[at + 1] is (byte)'-' or (byte)'+' ? 1 : 0;
            var exponent = Digits(text[Math.Min(at + 1 + sign, text.Length)..]);
            if (exponent == 0)
                return 0;
            at += 1 + sign + exponent;
        }
        return at;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
