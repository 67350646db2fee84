using System.Globalization;
using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Ints as text and back. Text beyond a few hundred digits goes through <see cref="DigitTree"/>, which takes
/// far less than quadratic time and polls.</summary>
internal static class IntText
{
    private const string LimitAdvice = "; use sys.set_int_max_str_digits() to increase the limit";

    /// <summary>repr(value)</summary>
    public static Status Repr(Machine machine, BigInteger value, ref Value result) =>
        Decimal(machine, value) is { } text ? machine.Return(ref result, text) : Status.Raised;

    /// <summary>The decimal text; null with an exception pending.</summary>
    public static string? Decimal(Machine machine, BigInteger value)
    {
        var most = DigitTree.MostDigits(value, 10);
        var limit = machine.MaxStrDigits;
        // The estimate is at most one digit too large; far beyond the limit nothing is computed.
        if (limit > 0 && most - 1 > limit)
            return RaiseLimit(machine, "");
        if (!machine.Charge(most, most * sizeof(char)))
            return null;
        if (most <= DigitTree.LeafDigits)
            return value.ToString(CultureInfo.InvariantCulture);
        if (DigitTree.Write(machine, BigInteger.Abs(value)) is not { } digits)
            return null;
        if (limit > 0 && digits.Length > limit)
            return RaiseLimit(machine, "");
        return value.Sign < 0 ? "-" + digits : digits;
    }

    /// <summary>The digits of a magnitude to base 2, 8 or 16; null with an exception pending.</summary>
    public static string? Radix(Machine machine, BigInteger magnitude, int bitsPerDigit, bool upper)
    {
        var count = Math.Max((BigMath.BitLength(magnitude) + bitsPerDigit - 1) / bitsPerDigit, 1);
        var digits = machine.NewUninitialized<char>(count);
        if (digits is null)
            return null;
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var mask = (1 << bitsPerDigit) - 1;
        for (var i = 0; i < digits.Length; i++)
        {
            // A digit of 8 may begin in one byte and end in the next.
            var bit = (long)(digits.Length - 1 - i) * bitsPerDigit;
            var at = (int)(bit >> 3);
            var two = bytes[at] | (at + 1 < bytes.Length ? bytes[at + 1] << 8 : 0);
            var digit = two >> (int)(bit & 7) & mask;
            digits[i] = (char)(digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10);
            if (!machine.MayGoOn(i))
                return null;
        }
        return Text.CodePoints.TryCopy(machine, digits);
    }

    /// <summary>int(text, base). <paramref name="source"/> is what the message shows.</summary>
    public static Status Parse(Machine machine, ReadOnlySpan<char> text, int numberBase, in Value source, ref Value result)
    {
        if (!machine.Charge(text.Length, (long)text.Length * sizeof(char)))
            return Status.Raised;
        var digits = NumberText.ToAscii(text).Trim(" \t\n\r\f\v");
        var negative = digits is ['-', ..];
        if (digits is ['-' or '+', ..])
            digits = digits[1..];
        var actualBase = TakePrefix(ref digits, numberBase, out var onlyZero);
        var status = Clean(machine, digits, actualBase, out var clean);
        if (status == Status.Raised)
            return status;
        if (status == Status.NotImplemented || (onlyZero && clean.ContainsAnyExcept('0')))
            return NumberText.Quote(machine, source) is { } quoted
                ? machine.Raise(Types.ValueError, $"invalid literal for int() with base {numberBase}: {quoted}")
                : Status.Raised;
        var limit = machine.MaxStrDigits;
        if (limit > 0 && clean.Length > limit && !BitOperations.IsPow2(actualBase))
        {
            RaiseLimit(machine, $": value has {clean.Length} digits");
            return Status.Raised;
        }
        if (!DigitTree.TryRead(machine, clean, actualBase, out var value))
            return Status.Raised;
        return machine.Return(ref result, negative ? -value : value);
    }

    /// <summary>Takes off 0x, 0o, 0b where the base allows it, with an underscore behind. Base 0 follows the prefix;
    /// without one it is 10, and then only zero may begin with 0.</summary>
    private static int TakePrefix(ref ReadOnlySpan<char> digits, int numberBase, out bool onlyZero)
    {
        var prefixed = digits is ['0', 'x' or 'X', ..] ? 16 : digits is ['0', 'o' or 'O', ..] ? 8 : digits is ['0', 'b' or 'B', ..] ? 2 : 0;
        onlyZero = false;
        if (prefixed != 0 && (numberBase == 0 || numberBase == prefixed))
        {
            digits = digits[2..];
            if (digits is ['_', ..])
                digits = digits[1..];
            return prefixed;
        }
        onlyZero = numberBase == 0 && digits is ['0', ..];
        return numberBase == 0 ? 10 : numberBase;
    }

    /// <summary>The digits without underscores, which stand between digits only; NotImplemented when something else does
    /// too.</summary>
    private static Status Clean(Machine machine, ReadOnlySpan<char> digits, int numberBase, out ReadOnlySpan<char> clean)
    {
        clean = digits;
        if (digits.Length == 0 || digits[0] == '_' || digits[^1] == '_' || digits.IndexOf("__") >= 0)
            return Status.NotImplemented;
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] != '_' && DigitTree.DigitOf(digits[i]) >= numberBase)
                return Status.NotImplemented;
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        if (digits.Contains('_'))
            clean = digits.ToString().Replace("_", "");
        return Status.Ok;
    }

    private static string? RaiseLimit(Machine machine, string detail)
    {
        machine.Raise(Types.ValueError, $"Exceeds the limit ({machine.MaxStrDigits} digits) for integer string conversion{detail}{LimitAdvice}");
        return null;
    }
}
