using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>Whole square roots of ints, by halves: Zimmermann, "Karatsuba Square Root", 1999.</summary>
internal static class SquareRoot
{
    /// <summary>root * root + remainder is the number, and root the largest; false with an exception pending.</summary>
    public static bool TryCompute(Machine machine, BigInteger number, out BigInteger root, out BigInteger remainder)
    {
        if (number <= ulong.MaxValue)
        {
            var word = (ulong)number;
            var small = OfWord(word);
            root = small;
            remainder = word - small * small;
            return true;
        }
        // Four quarters, the highest of which has one of its two upper bits set after an even shift.
        var quarter = (int)((BigMath.BitLength(number) + 3) / 4);
        var shift = (int)(4L * quarter - BigMath.BitLength(number)) & ~1;
        root = remainder = default;
        var bytes = BigMath.ByteCount(number) * 4;
        if (!machine.Charge(bytes, bytes))
            return false;
        var scaled = number << shift;
        if (!TryCompute(machine, scaled >> (2 * quarter), out var high, out var rest))
            return false;
        var middle = Piece(scaled, quarter, quarter);
        if (!BigDivision.TryDivRem(machine, (rest << quarter) | middle, high << 1, out var low, out var left)
            || !BigMath.TryMultiply(machine, low, low, out var square))
            return false;
        root = (high << quarter) + low;
        remainder = ((left << quarter) | Piece(scaled, 0, quarter)) - square;
        if (remainder.Sign < 0)
        {
            remainder += (root << 1) - 1;
            root -= 1;
        }
        if (shift == 0)
            return true;
        root >>= shift / 2;
        if (!BigMath.TryMultiply(machine, root, root, out square))
            return false;
        remainder = number - square;
        return true;
    }

    private static BigInteger Piece(BigInteger value, int position, int bits)
    {
        var shifted = value >> position;
        return shifted - ((shifted >> bits) << bits);
    }

    private static ulong OfWord(ulong number)
    {
        // The float's root is at most one off.
        var root = Math.Min((ulong)Math.Sqrt(number), uint.MaxValue);
        while (root * root > number)
            root--;
        while (root < uint.MaxValue && (root + 1) * (root + 1) <= number)
            root++;
        return root;
    }
}
