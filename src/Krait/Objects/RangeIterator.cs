using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Iterates over a range of 64-bit ints. The interpreter steps it directly.</summary>
[PyType("range_iterator")]
internal sealed partial class RangeIterator(long current, long step, long remaining) : PyIterator
{
    /// <summary>The next int.</summary>
    internal long Current = current;

    /// <summary>What is added after each; behind the last one the sum may wrap, and is not used.</summary>
    internal readonly long Step = step;

    /// <summary>How many ints are left.</summary>
    internal long Remaining = remaining;

    public override PyType Type => Types.RangeIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;

    internal override Status Next(Machine machine, ref Value result)
    {
        if (Remaining == 0)
            return Status.Stop;
        Remaining--;
        result.SetInt(Current);
        Current += Step;
        return Status.Ok;
    }
}

/// <summary>Iterates over a range that leaves 64 bits.</summary>
[PyType("longrange_iterator")]
internal sealed class BigRangeIterator(BigInteger current, BigInteger step, BigInteger remaining) : PyIterator
{
    private BigInteger current = current;
    private BigInteger remaining = remaining;

    public override PyType Type => Types.BigRangeIterator;

    [PyFunction("__length_hint__")]
    internal BigInteger LengthHint() => remaining;

    internal override Status Next(Machine machine, ref Value result)
    {
        if (remaining.IsZero)
            return Status.Stop;
        remaining -= 1;
        result.Set(PyInt.Normalize(current));
        current += step;
        return Status.Ok;
    }
}
