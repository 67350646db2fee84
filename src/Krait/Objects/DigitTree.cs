using System.Globalization;
using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Long numbers between binary and digits of a base: halves the digits at a power of the base until a piece is small,
/// so that the cost is that of a few multiplications of the whole.
/// </summary>
internal static class DigitTree
{
    /// <summary>Pieces of so many digits are converted in one go.</summary>
    public const int LeafDigits = 512;

    /// <summary>An upper bound of the number of digits, at most one too large.</summary>
    public static long MostDigits(BigInteger value, int numberBase) =>
        (long)(BigMath.BitLength(value) / Math.Log2(numberBase)) + 1;

    /// <summary>The value of a digit; more than any base for what is none.</summary>
    public static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    /// <summary>The decimal digits of a number that is not negative; null with an exception pending.</summary>
    public static string? Write(Machine machine, BigInteger value)
    {
        // The powers 10**(LeafDigits * 2**i), up to the square root of the value.
        var powers = new List<BigInteger> { BigInteger.Pow(10, LeafDigits) };
        while (powers[^1] <= value && BigMath.BitLength(powers[^1]) * 2 <= BigMath.BitLength(value) + 1)
        {
            if (!BigMath.TryMultiply(machine, powers[^1], powers[^1], out var square))
                return null;
            powers.Add(square);
        }
        var room = machine.NewArray<char>((long)LeafDigits << powers.Count);
        if (room is null || !Write(machine, value, powers, powers.Count - 1, room))
            return null;
        return room.AsSpan().TrimStart('0').ToString();
    }

    /// <summary>The number that digits of a base stand for; false with an exception pending.</summary>
    public static bool TryRead(Machine machine, ReadOnlySpan<char> digits, int numberBase, out BigInteger value)
    {
        if (digits.Length <= LeafDigits)
        {
            value = ReadLeaf(digits, numberBase);
            return true;
        }
        // Bounded: a power of LeafDigits digits, and what is squared is charged.
        var powers = new List<BigInteger> { BigInteger.Pow(numberBase, LeafDigits) };
        while ((long)LeafDigits << powers.Count < digits.Length)
        {
            if (!BigMath.TryMultiply(machine, powers[^1], powers[^1], out var square))
            {
                value = default;
                return false;
            }
            powers.Add(square);
        }
        return TryRead(machine, digits, numberBase, powers, powers.Count - 1, out value);
    }

    /// <summary>Writes exactly as many digits as there is room: 2 * LeafDigits * 2**level.</summary>
    private static bool Write(Machine machine, BigInteger value, List<BigInteger> powers, int level, Span<char> room)
    {
        if (level < 0)
        {
            value.TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
            room[..written].CopyTo(room[^written..]);
            room[..^written].Fill('0');
            return machine.Charge((long)LeafDigits * LeafDigits / 16);
        }
        var half = room.Length / 2;
        return BigDivision.TryDivRem(machine, value, powers[level], out var high, out var low)
            && Write(machine, high, powers, level - 1, room[..half])
            && Write(machine, low, powers, level - 1, room[half..]);
    }

    private static bool TryRead(Machine machine, ReadOnlySpan<char> digits, int numberBase, List<BigInteger> powers, int level, out BigInteger value)
    {
        if (level < 0)
        {
            value = ReadLeaf(digits, numberBase);
            return machine.Charge((long)LeafDigits * LeafDigits / 16);
        }
        var lowDigits = LeafDigits << level;
        if (digits.Length <= lowDigits)
            return TryRead(machine, digits, numberBase, powers, level - 1, out value);
        value = default;
        if (!TryRead(machine, digits[..^lowDigits], numberBase, powers, level - 1, out var high)
            || !TryRead(machine, digits[^lowDigits..], numberBase, powers, level - 1, out var low)
            || !BigMath.TryMultiply(machine, high, powers[level], out value))
            return false;
        value += low;
        return true;
    }

    private static BigInteger ReadLeaf(ReadOnlySpan<char> digits, int numberBase)
    {
        if (numberBase == 10)
            return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        // As many digits at a time as 32 bits surely hold.
        var value = BigInteger.Zero;
        while (digits.Length > 0)
        {
            var chunk = digits[..Math.Min(digits.Length, 6)];
            ulong part = 0;
            ulong scale = 1;
            foreach (var c in chunk)
            {
                part = part * (uint)numberBase + (uint)DigitOf(c);
                scale *= (uint)numberBase;
            }
            value = value * scale + part;
            digits = digits[chunk.Length..];
        }
        return value;
    }
}
