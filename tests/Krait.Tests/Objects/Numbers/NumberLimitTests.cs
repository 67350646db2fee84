using System.Diagnostics;
using System.Numerics;
using Krait.Core;
using Krait.Modules;
using Krait.Objects;

namespace Krait.Tests.Objects;

/// <summary>Nothing large is computed without being asked for first, and nothing long goes on when it must stop.</summary>
public class NumberLimitTests
{
    private static readonly BigInteger large = BigInteger.Pow(7, 1_000_000);
    private static readonly BigInteger dividend = large * large;
    private static readonly BigInteger divisor = large / 11;

    [Theory]
    [InlineData(BinaryOperator.LeftShift, 1, 1_000_000_000L)]
    [InlineData(BinaryOperator.Power, 3, 1_000_000_000L)]
    [InlineData(BinaryOperator.Power, 2, 1_000_000_000L)]
    public void A_result_beyond_the_memory_budget_is_not_computed(BinaryOperator op, long left, long right)
    {
        var machine = new BareMachine(new Limits { AllocatedBytes = 1 << 20 });
        var watch = Stopwatch.StartNew();
        Value result = default;
        Assert.Equal(Status.Raised, Operations.Binary(machine, op, Value.Int(left), Value.Int(right), ref result));
        Assert.Equal(LimitKind.Memory, machine.Pending!.LimitKind);
        Assert.True(watch.ElapsedMilliseconds < 1000);
    }

    [Fact]
    public void A_result_beyond_what_an_int_can_be_is_a_MemoryError()
    {
        foreach (var (op, left, right) in new[]
        {
            (BinaryOperator.LeftShift, 1L, 1L << 40), (BinaryOperator.Power, 10, 1L << 40), (BinaryOperator.LeftShift, -7, long.MaxValue),
        })
        {
            var machine = new BareMachine();
            Value result = default;
            Assert.Equal(Status.Raised, Operations.Binary(machine, op, Value.Int(left), Value.Int(right), ref result));
            Assert.Equal(Types.MemoryError, machine.Pending!.Type);
        }
    }

    [Theory]
    [InlineData("multiply")]
    [InlineData("divide")]
    [InlineData("power")]
    [InlineData("modular power")]
    [InlineData("write")]
    [InlineData("read")]
    [InlineData("factorial")]
    [InlineData("combinations")]
    [InlineData("square root")]
    [InlineData("greatest common divisor")]
    public void Work_beyond_the_step_budget_is_not_done(string work)
    {
        var machine = new BareMachine(new Limits { Steps = 100_000 }) { MaxStrDigits = 0 };
        var watch = Stopwatch.StartNew();
        Assert.False(Do(machine, work));
        Assert.Equal(LimitKind.Steps, machine.Pending!.LimitKind);
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("multiply")]
    [InlineData("divide")]
    [InlineData("power")]
    [InlineData("modular power")]
    [InlineData("write")]
    [InlineData("read")]
    [InlineData("factorial")]
    [InlineData("combinations")]
    [InlineData("square root")]
    public void Long_work_notices_that_it_is_cancelled(string work)
    {
        var machine = new BareMachine { MaxStrDigits = 0 };
        machine.Request(PollReason.Cancelled);
        Assert.False(Do(machine, work));
        Assert.Equal(LimitKind.Cancelled, machine.Pending!.LimitKind);
    }

    [Fact]
    public void Text_of_too_many_digits_is_refused_in_both_directions()
    {
        var machine = new BareMachine();
        Value result = default;
        Assert.Equal(Status.Ok, IntText.Repr(machine, BigInteger.Pow(10, 4299), ref result));
        Assert.Equal(Status.Raised, IntText.Repr(machine, BigInteger.Pow(10, 4300), ref result));
        Assert.Equal("Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", Message(machine));
        Assert.Equal(Status.Raised, IntText.Repr(machine, -BigInteger.Pow(10, 100_000), ref result));
        var digits = new string('1', 4301);
        Assert.Equal(Status.Ok, IntText.Parse(machine, digits.AsSpan(1), 10, Value.None, ref result));
        Assert.Equal(Status.Ok, IntText.Parse(machine, digits, 16, Value.None, ref result));
        Assert.Equal(Status.Raised, IntText.Parse(machine, digits, 10, Value.None, ref result));
        Assert.Equal("Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit", Message(machine));
        machine.MaxStrDigits = 0;
        Assert.Equal(Status.Ok, IntText.Parse(machine, digits, 10, Value.None, ref result));
    }

    [Fact]
    public void Formatting_charges_for_the_precision_first()
    {
        var machine = new BareMachine(new Limits { AllocatedBytes = 1 << 20 });
        Value result = default;
        Assert.Equal(Status.Raised, Krait.Objects.Numbers.Format(machine, Value.Float(1), ".1000000000f", ref result));
        Assert.Equal(LimitKind.Memory, machine.Pending!.LimitKind);
    }

    private static bool Do(BareMachine machine, string work)
    {
        Value result = default;
        return work switch
        {
            "multiply" => BigMath.TryMultiply(machine, large - 1, large - 3, out _),
            "divide" => BigMath.TryDivMod(machine, dividend, divisor, out _, out _),
            "power" => BigMath.TryPower(machine, 3, 2_000_000, out _),
            "modular power" => BigModular.TryPower(machine, 3, BigInteger.One << 20_000, (BigInteger.One << 20_000) - 1, out _),
            "write" => IntText.Decimal(machine, large - 1) is not null,
            "read" => IntText.Parse(machine, new string('7', 900_000), 10, Value.None, ref result) == Status.Ok,
            "factorial" => MathModule.Factorial(machine, 200_000, ref result) == Status.Ok,
            "combinations" => MathModule.Comb(machine, 2_000_000, 200_000, ref result) == Status.Ok,
            "square root" => MathModule.Isqrt(machine, large - 1, ref result) == Status.Ok,
            _ => MathModule.Gcd(machine, new Arguments(new[] { PyInt.Normalize(large - 1), PyInt.Normalize(BigInteger.Pow(3, 1_500_000)) }), ref result) == Status.Ok,
        };
    }

    private static string Message(BareMachine machine) => ((PyStr)machine.Pending!.Arguments.Items[0].Object!).Text;
}
