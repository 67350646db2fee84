using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Powers and inverses modulo an int, charged step by step.</summary>
internal static class BigModular
{
    /// <summary>pow(left, exponent, modulus); false with an exception pending.</summary>
    public static bool TryPower(Machine machine, BigInteger left, BigInteger exponent, BigInteger modulus, out BigInteger power)
    {
        power = BigInteger.Zero;
        if (modulus.IsZero)
            return machine.Raise(Types.ValueError, "pow() 3rd argument cannot be 0") == Status.Ok;
        var positive = BigInteger.Abs(modulus);
        if (!BigMath.TryDivMod(machine, left, positive, out _, out var factor))
            return false;
        if (exponent.Sign < 0)
        {
            if (!TryInverse(machine, factor, positive, out factor))
                return false;
            exponent = -exponent;
        }
        if (positive.IsOne)
            return true;
        var bytes = BigMath.ByteCount(exponent);
        if (!machine.Charge(bytes, bytes))
            return false;
        var bits = exponent.ToByteArray(isUnsigned: true, isBigEndian: true);
        var done = positive <= ulong.MaxValue
            ? TryPowerOfWords(machine, (ulong)factor, bits, (ulong)positive, out power)
            : TryPowerOfBigs(machine, factor, bits, positive, out power);
        // The result has the modulus's sign.
        if (modulus.Sign < 0 && !power.IsZero)
            power += modulus;
        return done;
    }

    private static bool TryPowerOfWords(Machine machine, ulong factor, byte[] exponent, ulong modulus, out BigInteger power)
    {
        ulong product = 1;
        power = default;
        foreach (var digit in exponent)
        {
            if (!machine.Charge(8))
                return false;
            for (var bit = 7; bit >= 0; bit--)
            {
                product = (ulong)((UInt128)product * product % modulus);
                if ((digit >> bit & 1) != 0)
                    product = (ulong)((UInt128)product * factor % modulus);
            }
        }
        power = product;
        return true;
    }

    private static bool TryPowerOfBigs(Machine machine, BigInteger factor, byte[] exponent, BigInteger modulus, out BigInteger power)
    {
        power = BigInteger.One;
        foreach (var digit in exponent)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                if (!power.IsOne && !TryMultiply(machine, power, power, modulus, out power))
                    return false;
                if ((digit >> bit & 1) != 0 && !TryMultiply(machine, power, factor, modulus, out power))
                    return false;
            }
        }
        return true;
    }

    private static bool TryMultiply(Machine machine, BigInteger left, BigInteger right, BigInteger modulus, out BigInteger product) =>
        BigMath.TryMultiply(machine, left, right, out product)
        && BigDivision.TryDivRem(machine, product, modulus, out _, out product);

    /// <summary>The inverse by Euclid's algorithm.</summary>
    private static bool TryInverse(Machine machine, BigInteger value, BigInteger modulus, out BigInteger inverse)
    {
        var (rest, next) = (modulus, value);
        var (coefficient, nextCoefficient) = (BigInteger.Zero, BigInteger.One);
        inverse = default;
        while (!next.IsZero)
        {
            if (!machine.Charge(BigMath.ByteCount(rest) * 4, BigMath.ByteCount(rest) * 3))
                return false;
            var quotient = BigInteger.DivRem(rest, next, out var remainder);
            (rest, next) = (next, remainder);
            (coefficient, nextCoefficient) = (nextCoefficient, coefficient - quotient * nextCoefficient);
        }
        if (!rest.IsOne)
            return machine.Raise(Types.ValueError, "base is not invertible for the given modulus") == Status.Ok;
        inverse = coefficient.Sign < 0 ? coefficient + modulus : coefficient;
        return true;
    }
}
