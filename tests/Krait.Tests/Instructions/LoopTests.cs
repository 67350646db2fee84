using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>The generated loops run functions made of bytes: each test is one, written out.</summary>
public class LoopTests
{
    private static byte Short(int offset) => (byte)(offset + 0x40);

    private static byte SmallInt(int value) => (byte)((int)Opcode.LoadConstSmallIntMulti + 16 + value);

    private static byte Load(int local) => (byte)((int)Opcode.LoadFastMulti + local);

    private static byte Store(int local) => (byte)((int)Opcode.StoreFastMulti + local);

    private static Value Eval(byte[] code, params Value[] arguments)
    {
        Assert.Equal(Status.Ok, TestFunction.Run(code, arguments, out var result, locals: 4));
        return result;
    }

    private static void AssertSame(Value expected, Value actual)
    {
        Assert.Equal(expected.Object, actual.Object);
        Assert.Equal(expected.Bits, actual.Bits);
    }

    /// <summary>while i &lt; n: i += 1, as the compiler writes it.</summary>
    private static readonly byte[] CountUp =
    [
        (byte)Opcode.Jump, Short(4),
        Load(0), SmallInt(1), (byte)Opcode.BinaryOpInplaceAdd, Store(0),
        Load(0), Load(1), (byte)Opcode.BinaryOpLess, (byte)Opcode.PopJumpIfTrue, Short(-9),
        Load(0), (byte)Opcode.ReturnValue,
    ];

    [Theory]
    [InlineData(Opcode.BinaryOpAdd, 2, 3, 5)]
    [InlineData(Opcode.BinaryOpSubtract, 2, 3, -1)]
    [InlineData(Opcode.BinaryOpMultiply, -4, 3, -12)]
    [InlineData(Opcode.BinaryOpMultiply, 3000000000, 3000000000, 9000000000000000000)]
    [InlineData(Opcode.BinaryOpFloorDivide, 7, 2, 3)]
    [InlineData(Opcode.BinaryOpFloorDivide, -7, 2, -4)]
    [InlineData(Opcode.BinaryOpFloorDivide, 7, -2, -4)]
    [InlineData(Opcode.BinaryOpFloorDivide, -8, 2, -4)]
    [InlineData(Opcode.BinaryOpModulo, 7, 3, 1)]
    [InlineData(Opcode.BinaryOpModulo, -7, 3, 2)]
    [InlineData(Opcode.BinaryOpModulo, 7, -3, -2)]
    [InlineData(Opcode.BinaryOpModulo, -6, 3, 0)]
    [InlineData(Opcode.BinaryOpLeftShift, 3, 4, 48)]
    [InlineData(Opcode.BinaryOpLeftShift, -1, 63, long.MinValue)]
    [InlineData(Opcode.BinaryOpRightShift, -9, 2, -3)]
    [InlineData(Opcode.BinaryOpRightShift, -9, 1000, -1)]
    [InlineData(Opcode.BinaryOpAnd, 12, 10, 8)]
    [InlineData(Opcode.BinaryOpInplaceOr, 12, 10, 14)]
    [InlineData(Opcode.BinaryOpXor, 12, 10, 6)]
    public void Ints_are_computed_in_the_loop(object opcode, long left, long right, long expected) =>
        AssertSame(Value.Int(expected), Eval([Load(0), Load(1), (byte)(Opcode)opcode, (byte)Opcode.ReturnValue], Value.Int(left), Value.Int(right)));

    [Theory]
    [InlineData(Opcode.BinaryOpAdd, long.MaxValue, 1)]
    [InlineData(Opcode.BinaryOpSubtract, long.MinValue, 1)]
    [InlineData(Opcode.BinaryOpMultiply, long.MaxValue, 2)]
    [InlineData(Opcode.BinaryOpMultiply, 3037000500, 3037000500)]
    [InlineData(Opcode.BinaryOpMultiply, long.MinValue, -1)]
    [InlineData(Opcode.BinaryOpLeftShift, 1, 63)]
    [InlineData(Opcode.BinaryOpLeftShift, 1, 64)]
    public void An_int_of_more_than_64_bits_is_the_generic_forms(object opcode, long left, long right) =>
        Assert.IsType<PyInt>(Eval([Load(0), Load(1), (byte)(Opcode)opcode, (byte)Opcode.ReturnValue], Value.Int(left), Value.Int(right)).Object);

    [Fact]
    public void Division_by_zero_is_the_generic_forms() =>
        Assert.Equal(Status.Raised, TestFunction.Run([Load(0), Load(1), (byte)Opcode.BinaryOpModulo, (byte)Opcode.ReturnValue], [Value.Int(1), Value.Int(0)], out _));

    [Fact]
    public void Floats_and_ints_mix()
    {
        byte[] code = [Load(0), Load(1), (byte)Opcode.BinaryOpSubtract, (byte)Opcode.ReturnValue];
        AssertSame(Value.Float(-1.5), Eval(code, Value.Float(0.5), Value.Int(2)));
        AssertSame(Value.Float(1.5), Eval(code, Value.Int(2), Value.Float(0.5)));
        AssertSame(Value.Float(0.25), Eval(code, Value.Float(0.75), Value.Float(0.5)));
    }

    [Fact]
    public void A_while_loop_counts_up()
    {
        AssertSame(Value.Int(1000), Eval(CountUp, Value.Int(0), Value.Int(1000)));
        AssertSame(Value.Int(7), Eval(CountUp, Value.Int(7), Value.Int(0)));
    }

    [Fact]
    public void A_comparison_that_no_jump_follows_is_a_value()
    {
        byte[] code = [Load(0), Load(1), (byte)Opcode.BinaryOpLessEqual, (byte)Opcode.ReturnValue];
        AssertSame(Value.True, Eval(code, Value.Int(3), Value.Int(3)));
        AssertSame(Value.False, Eval(code, Value.Float(3.5), Value.Float(3)));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 3)]
    public void A_jump_with_two_bytes_goes_as_far(long condition, long expected)
    {
        byte[] padding = [.. Enumerable.Repeat((byte)Opcode.LoadConstNone, 100)];
        // Forward over the padding: 15 bits, 0x4000 more than the distance, low seven bits first.
        var distance = 0x4000 + padding.Length + 2;
        byte[] code =
        [
            Load(0), (byte)Opcode.PopJumpIfTrue, (byte)(0x80 | (distance & 0x7f)), (byte)(distance >> 7),
            .. padding, SmallInt(3), (byte)Opcode.ReturnValue,
            SmallInt(2), (byte)Opcode.ReturnValue,
        ];
        Assert.Equal(Status.Ok, TestFunction.Run(code, [Value.Int(condition)], out var result, depth: 128));
        AssertSame(Value.Int(expected), result);
    }

    [Fact]
    public void Operands_of_several_bytes_are_decoded_out_of_line()
    {
        AssertSame(Value.Int(-8192), Eval([(byte)Opcode.LoadConstSmallInt, 0xc0, 0x00, (byte)Opcode.ReturnValue]));
        AssertSame(Value.Int(300), Eval([(byte)Opcode.LoadConstSmallInt, 0x82, 0x2c, (byte)Opcode.ReturnValue]));
        AssertSame(Value.Int(-1), Eval([(byte)Opcode.LoadConstSmallInt, 0x7f, (byte)Opcode.ReturnValue]));
        AssertSame(Value.Int(5), Eval([(byte)Opcode.LoadFastN, 0x80, 0x01, (byte)Opcode.ReturnValue], Value.Int(4), Value.Int(5)));
    }

    [Fact]
    public void The_stack_is_turned_and_copied()
    {
        // 1 2 3 rotated is 3 1 2; 3 - (1 * 2).
        AssertSame(Value.Int(1), Eval(
            [SmallInt(1), SmallInt(2), SmallInt(3), (byte)Opcode.RotThree, (byte)Opcode.BinaryOpMultiply, (byte)Opcode.BinaryOpSubtract, (byte)Opcode.ReturnValue]));
        // 1.5 None swapped: the float is on top.
        AssertSame(Value.Float(1.5), Eval([Load(0), (byte)Opcode.LoadConstNone, (byte)Opcode.RotTwo, (byte)Opcode.ReturnValue], Value.Float(1.5)));
        // 5 3 5 3: 5 - (3 - (5 - 3)).
        AssertSame(Value.Int(4), Eval(
            [SmallInt(5), SmallInt(3), (byte)Opcode.DupTopTwo, (byte)Opcode.BinaryOpSubtract, (byte)Opcode.BinaryOpSubtract, (byte)Opcode.BinaryOpSubtract, (byte)Opcode.ReturnValue]));
        AssertSame(Value.Int(4), Eval(
            [SmallInt(2), (byte)Opcode.DupTop, (byte)Opcode.BinaryOpMultiply, SmallInt(9), (byte)Opcode.PopTop, (byte)Opcode.ReturnValue]));
    }

    [Fact]
    public void A_local_that_is_not_set_raises()
    {
        Assert.Equal(Status.Raised, TestFunction.Run([Load(2), (byte)Opcode.ReturnValue], [], out _, locals: 4));
        Assert.Equal(Status.Raised, TestFunction.Run([(byte)Opcode.DeleteFast, 0, Load(0), (byte)Opcode.ReturnValue], [Value.True], out _, locals: 4));
    }

    [Fact]
    public void Cells_are_read_written_and_emptied()
    {
        var cell = new PyCell();
        byte[] code = [SmallInt(5), (byte)Opcode.StoreDeref, 0, (byte)Opcode.LoadDeref, 0, (byte)Opcode.DeleteDeref, 0, (byte)Opcode.ReturnValue];
        AssertSame(Value.Int(5), Eval(code, Value.Of(cell)));
        Assert.True(cell.Contents.IsNull);
        Assert.Equal(Status.Raised, TestFunction.Run([(byte)Opcode.LoadDeref, 0, (byte)Opcode.ReturnValue], [Value.Of(cell)], out _));
    }

    [Fact]
    public void A_jump_that_may_keep_its_value_keeps_it_when_it_jumps()
    {
        byte[] code = [Load(0), (byte)Opcode.JumpIfTrueOrPop, 1, SmallInt(7), (byte)Opcode.ReturnValue];
        AssertSame(Value.True, Eval(code, Value.True));
        AssertSame(Value.Int(7), Eval(code, Value.False));
    }

    [Fact]
    public void A_call_pushes_a_frame_and_its_return_goes_on_in_the_caller()
    {
        var callee = TestFunction.Create([Load(0), Load(1), (byte)Opcode.BinaryOpMultiply, (byte)Opcode.ReturnValue], 2);
        byte[] code = [SmallInt(1), Load(0), SmallInt(6), SmallInt(7), (byte)Opcode.CallFunction, 2, (byte)Opcode.BinaryOpAdd, (byte)Opcode.ReturnValue];
        AssertSame(Value.Int(43), Eval(code, Value.Of(callee)));
    }

    [Fact]
    public void The_metered_loop_charges_a_step_for_each_backward_jump()
    {
        Assert.Equal(50, StepsFor(150) - StepsFor(100));
        Assert.Equal(Status.Raised, TestFunction.Run(CountUp, [Value.Int(0), Value.Int(1000)], out _, new Limits { Steps = 500 }));
    }

    private static long StepsFor(long iterations)
    {
        var machine = TestFunction.Machine(new Limits { Steps = 1000 });
        Value result = default;
        Value[] arguments = [Value.Int(0), Value.Int(iterations)];
        Assert.Equal(Status.Ok, machine.Call(Value.Of(TestFunction.Create(CountUp, 2)), arguments, ref result));
        return 1000 - machine.StepsLeft;
    }

    [Fact]
    public void The_traced_loop_sees_every_instruction()
    {
        var machine = TestFunction.Machine();
        machine.IsTraced = true;
        var counts = machine.VariantCounts = new long[256 * 256];
        Value result = default;
        Value[] arguments = [Value.Int(0), Value.Int(10)];
        Assert.Equal(Status.Ok, machine.Call(Value.Of(TestFunction.Create(CountUp, 2)), arguments, ref result));
        AssertSame(Value.Int(10), result);
        long[] Counts(Opcode opcode) => [.. counts.AsSpan((int)opcode * 256, 256).ToArray().Where(count => count != 0)];
        Assert.Equal([11], Counts(Opcode.BinaryOpLess));
        Assert.Equal([11], Counts(Opcode.PopJumpIfTrue));
        Assert.Equal([10], Counts(Opcode.BinaryOpInplaceAdd));
        Assert.Equal([1], Counts(Opcode.ReturnValue));
    }

    [Fact]
    public void A_poll_stops_a_loop_at_its_backward_jump()
    {
        var machine = TestFunction.Machine();
        using var timer = new Timer(_ => machine.Request(PollReason.Cancelled), null, 20, Timeout.Infinite);
        Value result = default;
        Value[] arguments = [Value.Int(0), Value.Int(long.MaxValue)];
        Assert.Equal(Status.Raised, machine.Call(Value.Of(TestFunction.Create(CountUp, 2)), arguments, ref result));
        Assert.Equal(LimitKind.Cancelled, machine.Pending!.LimitKind);
    }
}
