using Krait.Campaign;
using Krait.Core;
using Krait.Instructions;
using TestFunction = Krait.Tests.Instructions.TestFunction;

namespace Krait.Tests.Campaign;

/// <summary>The checker notices code that no verifier would let through: these functions are made around it.</summary>
public class PromiseCheckerTests
{
    private static string Broken(byte[] code, int depth = 16, int locals = 2)
    {
        var machine = TestFunction.Machine();
        machine.IsTraced = true;
        machine.Observer = new PromiseChecker().Check;
        Value result = default;
        return Assert.Throws<BrokenPromiseException>(
            () => machine.Call(Value.Of(TestFunction.Create(code, 0, locals, depth)), [], ref result)).Message;
    }

    [Fact]
    public void A_stack_that_is_too_high_is_noticed() => Assert.Contains("slots", Broken(
        [(byte)Opcode.LoadConstNone, (byte)Opcode.LoadConstNone, (byte)Opcode.LoadConstNone, (byte)Opcode.ReturnValue], depth: 2), StringComparison.Ordinal);

    [Fact]
    public void A_stack_that_is_too_low_is_noticed() => Assert.Contains("underflow", Broken(
        [(byte)Opcode.LoadConstNone, (byte)Opcode.RotTwo, (byte)Opcode.ReturnValue]), StringComparison.Ordinal);

    [Fact]
    public void A_local_that_is_no_cell_is_noticed() => Assert.Contains("cell", Broken(
        [(byte)Opcode.LoadDeref, 0, (byte)Opcode.ReturnValue]), StringComparison.Ordinal);

    [Fact]
    public void An_iterator_that_is_none_is_noticed() => Assert.Contains("iterator", Broken(
        [.. Enumerable.Repeat((byte)Opcode.LoadConstNone, 4), (byte)Opcode.ForIter, 0, (byte)Opcode.LoadConstNone, (byte)Opcode.ReturnValue]), StringComparison.Ordinal);

    [Fact]
    public void An_int_of_the_program_is_no_token() => Assert.Contains("no handler runs", Broken(
        [(byte)Opcode.LoadConstSmallIntMulti + 17, (byte)Opcode.EndFinally, (byte)Opcode.LoadConstNone, (byte)Opcode.ReturnValue]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Aux")]
    [InlineData("State")]
    [InlineData("Continuation")]
    public void An_instruction_that_writes_what_its_caller_left_in_the_frame_is_noticed(string field)
    {
        var machine = TestFunction.Machine();
        var checker = new PromiseChecker();
        machine.IsTraced = true;
        machine.Observer = frame =>
        {
            checker.Check(frame);
            if (frame.Offset != 1)
                return;
            frame.Aux += field == "Aux" ? 1 : 0;
            frame.State = field == "State" ? field : frame.State;
            frame.Continuation = field == "Continuation" ? Continuation.Discard : frame.Continuation;
        };
        Value result = default;
        byte[] code = [(byte)Opcode.LoadConstNone, (byte)Opcode.LoadConstNone, (byte)Opcode.PopTop, (byte)Opcode.ReturnValue];
        Assert.Contains("of its own frame", Assert.Throws<BrokenPromiseException>(
            () => machine.Call(Value.Of(TestFunction.Create(code, 0)), [], ref result)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_meet_with_other_heights_are_noticed() => Assert.Contains("another path", Broken(
        // for ever: push None, go back
        [(byte)Opcode.LoadConstNone, (byte)Opcode.Jump, 0x40 - 3]), StringComparison.Ordinal);
}
