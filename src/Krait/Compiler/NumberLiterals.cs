using System.Globalization;
using System.Numerics;
using System.Text;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>The text of number tokens to numbers. Underscores are gone by now.</summary>
internal static class NumberLiterals
{
    public static BigInteger ParseInt(in Token token, ReadOnlySpan<byte> text)
    {
        var radix = text.Length < 2 || text[0] != '0' ? 10 : (char)(text[1] | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
        var digits = radix is 16 or 8 or 2 ? text[2..] : text;
        var valid = digits.Length > 0;
        foreach (var digit in digits)
            valid &= DigitValue(digit) < Math.Max(radix, 1);
        if (!valid)
        {
            throw new SourceException(
                "SyntaxError",
                $"invalid syntax for integer with base {radix}: '{Encoding.ASCII.GetString(digits)}'",
                token.Line, token.Position, token.Length);
        }
        if (digits.Length <= 15)
            return ParseShort(digits, Math.Max(radix, 1));
        if (digits.Length * Math.Log2(Math.Max(radix, 2)) > ConstantArithmetic.MaxBits)
            throw new SourceException("MemoryError", "integer literal too long", token.Line, token.Position, token.Length);
        return radix switch
        {
            10 => BigInteger.Parse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture),
            0 => BigInteger.Zero,
            _ => ParseBits(digits, BitOperations.Log2((uint)radix)),
        };
    }

    public static Constant ParseFloat(in Token token, ReadOnlySpan<byte> text)
    {
        var imaginary = text[^1] is (byte)'j' or (byte)'J';
        if (!FloatText.TryParse(imaginary ? text[..^1] : text, out var value))
            throw new SourceException("SyntaxError", "invalid syntax for number", token.Line, token.Position, token.Length);
        return imaginary ? new ImaginaryConstant(value) : new FloatConstant(value);
    }

    static long ParseShort(ReadOnlySpan<byte> digits, int radix)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * radix + DigitValue(digit);
        return value;
    }

    /// <summary>Digits of a power of two, packed from the last one on.</summary>
    static BigInteger ParseBits(ReadOnlySpan<byte> digits, int bitsPerDigit)
    {
        var bytes = new byte[(int)(((long)digits.Length * bitsPerDigit + 7) / 8)];
        var at = 0L;
        for (var i = digits.Length - 1; i >= 0; i--, at += bitsPerDigit)
        {
            var bits = DigitValue(digits[i]) << (int)(at & 7);
            bytes[at >> 3] |= (byte)bits;
            if (bits > 0xff)
                bytes[(at >> 3) + 1] |= (byte)(bits >> 8);
        }
        return new BigInteger(bytes, isUnsigned: true);
    }

    static int DigitValue(byte digit) => (char)digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'z' => digit - 'a' + 10,
        >= 'A' and <= 'Z' => digit - 'A' + 10,
        _ => int.MaxValue,
    };
}
