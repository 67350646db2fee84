using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>Products of consecutive ints, by halves so that the factors of each multiplication are of one size.</summary>
internal static class Products
{
    /// <summary>So many factors are multiplied one after the other.</summary>
    private const long LeafFactors = 16;

    /// <summary>first * (first + 1) * ... of <paramref name="count"/> factors; false with an exception pending.</summary>
    public static bool TryRange(Machine machine, BigInteger first, long count, out BigInteger product)
    {
        product = BigInteger.One;
        // The larger half of the factors has at least the bits of the middle one.
        var middle = BigMath.BitLength(first + count / 2) - 1;
        if (count / 2 * (double)middle > BigMath.LargestBits)
            return machine.Raise(Types.MemoryError) == Status.Ok;
        if (first <= long.MaxValue - count)
            return TrySmall(machine, (long)first, count, out product);
        return TryHalves(machine, first, count, out product);
    }

    private static bool TryHalves(Machine machine, BigInteger first, long count, out BigInteger product)
    {
        if (count == 1)
        {
            product = first;
            return machine.Charge(BigMath.ByteCount(first), BigMath.ByteCount(first));
        }
        product = BigInteger.One;
        return count == 0
            || (TryHalves(machine, first, count / 2, out var low)
                && TryHalves(machine, first + count / 2, count - count / 2, out var high)
                && BigMath.TryMultiply(machine, low, high, out product));
    }

    private static bool TrySmall(Machine machine, long first, long count, out BigInteger product)
    {
        product = BigInteger.One;
        if (count > LeafFactors)
            return TrySmall(machine, first, count / 2, out var low)
                && TrySmall(machine, first + count / 2, count - count / 2, out var high)
                && BigMath.TryMultiply(machine, low, high, out product);
        var part = 1L;
        for (var factor = first; factor < first + count; factor++)
        {
            if (IntegerMath.TryMultiply(part, factor, out var next))
            {
                part = next;
                continue;
            }
            product *= part;
            part = factor;
        }
        product *= part;
        return machine.Charge(64 * LeafFactors, LeafFactors * sizeof(long));
    }
}
