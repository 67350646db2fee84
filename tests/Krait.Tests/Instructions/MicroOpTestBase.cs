using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>What the generated tests of micro-ops share: inputs that are random but the same in each run, with the edges
/// of their kinds among them, and the comparison.</summary>
public abstract class MicroOpTestBase
{
    private protected const int Rounds = 2000;

    private static readonly long[] EdgeInts =
        [0, 1, -1, 2, 63, 64, int.MaxValue, int.MinValue, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, 3037000499, 3037000500, long.MaxValue, long.MinValue];

    private static readonly double[] EdgeFloats =
        [0, -0.0, 1, -1, 0.5, 1e308, -1e308, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9007199254740992];

    private static readonly string[] Texts = ["", "a", "b", "ab", "ab", "é", "a longer text", "a longer texu"];

    // Not a secret: the same numbers each time.
    private readonly Random random = new(20);

    private protected Interpreter.Interpreter Machine { get; } = TestFunction.Machine();

    private protected Value AnyInt() => Value.Int(random.Next(3) switch
    {
        0 => EdgeInts[random.Next(EdgeInts.Length)],
        1 => random.Next(-100, 100),
        _ => random.NextInt64() >> random.Next(64),
    });

    private protected Value AnyFloat() => Value.Float(random.Next(3) switch
    {
        0 => EdgeFloats[random.Next(EdgeFloats.Length)],
        1 => random.Next(-100, 100) / 4.0,
        _ => BitConverter.Int64BitsToDouble(random.NextInt64() << random.Next(2)),
    });

    private protected Value AnyBool() => Value.Bool(random.Next(2) == 0);

    private protected Value AnyStr() => Value.Of(PyStr.From(Texts[random.Next(Texts.Length)]));

    private protected static long AsInt(in Value value) => value.Bits;

    private protected static double AsFloat(in Value value) => value.AsFloat;

    private protected static double AsFloat(double value) => value;

    private protected static void AssertSame(Status status, in Value generic, in Value special)
    {
        Assert.Equal(Status.Ok, status);
        Assert.Equal(generic.Object, special.Object);
        if (!generic.IsFloat || !double.IsNaN(generic.AsFloat) || !double.IsNaN(special.AsFloat))
            Assert.Equal(generic.Bits, special.Bits);
    }
}
