using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>Number theory: exact on ints of any size.</content>
internal static partial class MathModule
{
    /// <summary>n!</summary>
    [PyFunction("factorial")]
    internal static Status Factorial(Machine machine, BigInteger n, ref Value result)
    {
        if (n.Sign < 0)
            return machine.Raise(Types.ValueError, "factorial() not defined for negative values");
        if (n > long.MaxValue)
            return machine.Raise(Types.OverflowError, $"factorial() argument should not exceed {long.MaxValue}");
        return Products.TryRange(machine, BigInteger.One, (long)n, out var product) ? machine.Return(ref result, product) : Status.Raised;
    }

    /// <summary>The number of ways to choose k of n items without order.</summary>
    [PyFunction("comb")]
    internal static Status Comb(Machine machine, BigInteger n, BigInteger k, ref Value result)
    {
        if (n.Sign < 0)
            return machine.Raise(Types.ValueError, "n must be a non-negative integer");
        if (k.Sign < 0)
            return machine.Raise(Types.ValueError, "k must be a non-negative integer");
        var fewer = BigInteger.Min(k, n - k);
        if (fewer.Sign < 0)
        {
            result.SetInt(0);
            return Status.Ok;
        }
        if (fewer > long.MaxValue)
            return machine.Raise(Types.OverflowError, $"min(n - k, k) must not exceed {long.MaxValue}");
        return Products.TryRange(machine, n - fewer + 1, (long)fewer, out var numerator)
            && Products.TryRange(machine, BigInteger.One, (long)fewer, out var denominator)
            && BigDivision.TryDivRem(machine, numerator, denominator, out var count, out _)
            ? machine.Return(ref result, count)
            : Status.Raised;
    }

    /// <summary>The number of ways to choose k of n items in order; without k, n!.</summary>
    [PyFunction("perm")]
    internal static Status Perm(Machine machine, in Value n, ref Value result, in Value k = default)
    {
        if (Numbers.ToBigInteger(machine, n, out var items) != Status.Ok)
            return Status.Raised;
        if (k.IsNull || k.IsNone)
            return Factorial(machine, items, ref result);
        if (Numbers.ToBigInteger(machine, k, out var chosen) != Status.Ok)
            return Status.Raised;
        if (items.Sign < 0)
            return machine.Raise(Types.ValueError, "n must be a non-negative integer");
        if (chosen.Sign < 0)
            return machine.Raise(Types.ValueError, "k must be a non-negative integer");
        if (chosen > items)
        {
            result.SetInt(0);
            return Status.Ok;
        }
        if (chosen > long.MaxValue)
            return machine.Raise(Types.OverflowError, $"k must not exceed {long.MaxValue}");
        return Products.TryRange(machine, items - chosen + 1, (long)chosen, out var product)
            ? machine.Return(ref result, product)
            : Status.Raised;
    }

    /// <summary>The whole part of the square root of n.</summary>
    [PyFunction("isqrt")]
    internal static Status Isqrt(Machine machine, BigInteger n, ref Value result)
    {
        if (n.Sign < 0)
            return machine.Raise(Types.ValueError, "isqrt() argument must be nonnegative");
        return SquareRoot.TryCompute(machine, n, out var root, out _) ? machine.Return(ref result, root) : Status.Raised;
    }

    /// <summary>The greatest common divisor of ints.</summary>
    [PyFunction("gcd")]
    internal static Status Gcd(Machine machine, [Rest] in Arguments integers, ref Value result) =>
        Fold(machine, "gcd", integers, BigInteger.Zero, CommonDivisor.TryCompute, ref result);

    /// <summary>The least common multiple of ints.</summary>
    [PyFunction("lcm")]
    internal static Status Lcm(Machine machine, [Rest] in Arguments integers, ref Value result) =>
        Fold(machine, "lcm", integers, BigInteger.One, TryLcm, ref result);

    private delegate bool Combination(Machine machine, BigInteger left, BigInteger right, out BigInteger result);

    private static Status Fold(Machine machine, string name, in Arguments integers, BigInteger start, Combination combine, ref Value result)
    {
        if (integers.Keywords > 0)
            return machine.Raise(Types.TypeError, $"math.{name}() takes no keyword arguments");
        var total = start;
        for (var i = 0; i < integers.Positional; i++)
            if (Numbers.ToBigInteger(machine, integers[i], out var next) != Status.Ok || !combine(machine, total, next, out total))
                return Status.Raised;
        return machine.Return(ref result, total);
    }

    private static bool TryLcm(Machine machine, BigInteger left, BigInteger right, out BigInteger multiple)
    {
        multiple = BigInteger.Zero;
        if (left.IsZero || right.IsZero)
            return true;
        return CommonDivisor.TryCompute(machine, left, right, out var divisor)
            && BigDivision.TryDivRem(machine, BigInteger.Abs(left), divisor, out var quotient, out _)
            && BigMath.TryMultiply(machine, quotient, BigInteger.Abs(right), out multiple);
    }
}
