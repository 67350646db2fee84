using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// Exception blocks and what leaves them: handlers, finally, with, return and jumps across them.
/// </summary>
/// <remarks>A block is a value slot behind the frame's locals: Bits hold the handler's offset, the saved depth of the
/// stack and the finally flag; Object is the exception while its handler runs, otherwise nothing.</remarks>
[Micro]
internal static class Flow
{
    private const int DepthShift = 32;
    private const long FinallyFlag = 1L << 62;

    /// <summary>The token of END_FINALLY that continues a return.</summary>
    private const long ReturnToken = -1;

    /// <summary>SETUP_EXCEPT and SETUP_FINALLY.</summary>
    [Op(Effects.SetsUpBlock, Writes = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static void SetupBlock(Frame frame, int target, int depth, int isFinally)
    {
        ref var block = ref frame.Block(frame.Blocks++);
        block.Object = null;
        block.Bits = (uint)target | (long)depth << DepthShift | (isFinally != 0 ? FinallyFlag : 0);
    }

    /// <summary>Whether the innermost block's handler does not run.</summary>
    [Guard(Reads = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsQuietBlock(Frame frame) => frame.Block(frame.Blocks - 1).Object is null;

    /// <summary>Drops a block whose handler does not run.</summary>
    [Op(Writes = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static void DropBlock(Frame frame) => frame.Blocks--;

    private static int Handler(in Value block) => (int)(uint)block.Bits;

    private static int Depth(in Value block) => (int)((block.Bits & ~FinallyFlag) >> DepthShift);

    private static bool IsFinally(in Value block) => (block.Bits & FinallyFlag) != 0;

    /// <summary>Drops the innermost block; if its handler ran, what is being handled changes.</summary>
    public static void PopBlock(Interpreter machine, Frame frame)
    {
        ref var block = ref frame.Block(--frame.Blocks);
        if (block.Object is null)
            return;
        block.Object = null;
        machine.ActiveHandlers--;
        machine.Handled = FindHandled(machine);
    }

    /// <summary>The exception that the innermost active handler of all linked frames handles.</summary>
    public static PyException? FindHandled(Interpreter machine)
    {
        if (machine.ActiveHandlers == 0)
            return null;
        for (var frame = machine.Current; frame is not null; frame = frame.Caller)
            for (var i = frame.Blocks - 1; i >= 0; i--)
                if (frame.Block(i).Object is PyException handled)
                    return handled;
        return null;
    }

    /// <summary>Gives the pending exception to the innermost handler of the frame that is not running yet. False when
    /// there is none.</summary>
    public static bool EnterHandler(Interpreter machine, Frame frame, PyException exception)
    {
        // The offset behind the instruction that raised: a handler at or before it is running or done.
        var at = frame.Offset - 1;
        while (frame.Blocks > 0 && Handler(frame.Block(frame.Blocks - 1)) <= at)
            PopBlock(machine, frame);
        if (frame.Blocks == 0)
            return false;
        ref var block = ref frame.Block(frame.Blocks - 1);
        frame.Top = Depth(block);
        frame.Offset = Handler(block);
        block.Object = exception;
        machine.ActiveHandlers++;
        machine.Handled = exception;
        machine.Pending = null;
        frame.Push(Value.Of(exception));
        return true;
    }

    /// <summary>POP_EXCEPT_JUMP.</summary>
    [Terminator(Effects.Jumps | Effects.Ends, Reads = Memory.Blocks, Writes = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status PopExcept(Interpreter machine, int target)
    {
        var frame = machine.Current;
        PopBlock(machine, frame);
        frame.Offset = target;
        return Status.Ok;
    }

    /// <summary>Jumps; a backward jump is a step and polls.</summary>
    public static Status JumpTo(Interpreter machine, Frame frame, int target)
    {
        var backward = target < frame.Offset;
        frame.Offset = target;
        return backward ? machine.AtBackwardJump(frame.Function.Code) : Status.Ok;
    }

    /// <summary>END_FINALLY: the token says what the handler interrupted.</summary>
    [Terminator(Effects.Anything | Effects.Jumps | Effects.JumpsBack | Effects.PopsFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status EndFinally(Interpreter machine)
    {
        var frame = machine.Current;
        PopBlock(machine, frame);
        Value token = frame.Pop();
        if (token.IsNone)
            return Status.Ok;
        if (token.Object is PyException exception)
        {
            machine.Pending = exception;
            machine.Reraising = true;
            return Status.Raised;
        }
        return token.Bits == ReturnToken
            ? ContinueReturn(machine, frame)
            : ContinueJump(machine, frame, (int)token.Bits);
    }

    /// <summary>RETURN_VALUE where blocks are set up, a continuation waits or a generator ends.</summary>
    [Terminator(Effects.Anything | Effects.PopsFrame | Effects.Jumps | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Return(Interpreter machine) => ContinueReturn(machine, machine.Current);

    /// <summary>Runs the next pending finally handler, or returns. The value is on top of the stack.</summary>
    private static Status ContinueReturn(Interpreter machine, Frame frame)
    {
        Value value = frame.Pop();
        while (frame.Blocks > 0)
        {
            ref var block = ref frame.Block(frame.Blocks - 1);
            if (IsFinally(block) && Handler(block) >= frame.Offset)
            {
                frame.Top = Depth(block);
                frame.Push(value);
                frame.Push(Value.Int(ReturnToken));
                frame.Offset = Handler(block);
                return Status.Ok;
            }
            PopBlock(machine, frame);
        }
        return Continuations.Return(machine, frame, value);
    }

    /// <summary>UNWIND_JUMP: leaves blocks, running their finally handlers, then jumps. The low 7 bits count the blocks,
    /// bit 7 drops a loop's iterator.</summary>
    [Terminator(Effects.Jumps | Effects.JumpsBack | Effects.Polls | Effects.Ends, Reads = Memory.Blocks, Writes = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnwindJump(Interpreter machine, int target, int extra)
    {
        var frame = machine.Current;
        frame.Push(Value.Int(target));
        return ContinueJump(machine, frame, extra);
    }

    /// <summary>Leaves <paramref name="remaining"/> more blocks; the destination is on top of the stack.</summary>
    private static Status ContinueJump(Interpreter machine, Frame frame, int remaining)
    {
        while ((remaining & 0x7f) > 0)
        {
            remaining--;
            ref var block = ref frame.Block(frame.Blocks - 1);
            if (IsFinally(block))
            {
                if (Handler(block) >= frame.Offset)
                {
                    // The handler runs as a subroutine; END_FINALLY comes back here.
                    Value destination = frame.Pop();
                    frame.Top = Math.Max(frame.Top, Depth(block));
                    frame.Push(destination);
                    frame.Push(Value.Int(remaining));
                    frame.Offset = Handler(block);
                    return Status.Ok;
                }
                CancelFinally(frame);
            }
            PopBlock(machine, frame);
        }
        var target = (int)frame.Pop().Bits;
        if ((remaining & 0x80) != 0)
            frame.Top -= 4;
        return JumpTo(machine, frame, target);
    }

    /// <summary>A jump out of a finally handler that runs: what it interrupted is forgotten. Under the destination lie
    /// the handler's token, and for a return or a jump its value or destination.</summary>
    private static void CancelFinally(Frame frame)
    {
        Value destination = frame.Pop();
        var token = frame.Pop();
        if (token.IsInt)
            frame.Pop();
        frame.Push(destination);
    }

    /// <summary>SETUP_WITH: the manager's __exit__ and __enter__ are looked up in that order, __enter__ is called.</summary>
    [Terminator(Effects.MayRaise | Effects.PushesFrame | Effects.CallsPython | Effects.SetsUpBlock), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status SetupWith(Interpreter machine, int target)
    {
        var frame = machine.Current;
        Value manager = frame.Pop();
        Value exit = default, exitSelf = default, enter = default, enterSelf = default;
        if (!Access.FindSpecial(machine, manager, machine.Names[Special.Enter], ref enter, ref enterSelf))
            return machine.Pending is not null ? Status.Raised : machine.Raise(Types.TypeError,
                $"'{Operations.TypeName(manager)}' object does not support the context manager protocol");
        if (!Access.FindSpecial(machine, manager, machine.Names[Special.Exit], ref exit, ref exitSelf))
            return machine.Pending is not null ? Status.Raised : machine.Raise(Types.TypeError,
                $"'{Operations.TypeName(manager)}' object does not support the context manager protocol (missed __exit__ method)");
        frame.Push(exit);
        frame.Push(exitSelf);
        Value result = default;
        // The block is set up only once __enter__ has returned: what it raises is not the with statement's business.
        var after = new After(Continuation.EnterResult, target);
        var status = enterSelf.IsNull
            ? Pushes.Invoke(machine, enter, [], after, ref result)
            : Pushes.Invoke(machine, enter, [enterSelf], after, ref result);
        return status == Status.Ok ? AfterEnter(frame, target, result) : status;
    }

    /// <summary>__enter__ returned: the block protects the body from here on.</summary>
    public static Status AfterEnter(Frame frame, int target, in Value entered)
    {
        SetupBlock(frame, target, frame.Top, 1);
        frame.Push(entered);
        return Status.Ok;
    }

    /// <summary>WITH_CLEANUP: calls __exit__ as the token demands.</summary>
    [Terminator(Effects.MayRaise | Effects.PushesFrame | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status WithCleanup(Interpreter machine)
    {
        var frame = machine.Current;
        Value token = frame.Peek();
        // Under an exception or None lies the exit pair; under a return or jump token lies its value first.
        var pair = token.IsInt ? 2 : 1;
        Value exit = frame.Peek(pair + 1);
        Value self = frame.Peek(pair);
        Value type = Value.None, exception = Value.None, traceback = Value.None;
        if (token.Object is PyException raised)
        {
            type = Value.Of(raised.Type);
            exception = token;
            traceback = raised.Traceback is { } trace ? Value.Of(trace) : Value.None;
        }
        Value result = default;
        var status = self.IsNull
            ? Pushes.Invoke(machine, exit, [type, exception, traceback], Continuation.ExitResult, ref result)
            : Pushes.Invoke(machine, exit, [self, type, exception, traceback], Continuation.ExitResult, ref result);
        return status == Status.Ok ? AfterExit(machine, frame, result) : status;
    }

    /// <summary>__exit__ returned: the exit pair goes; a true answer swallows the exception.</summary>
    public static Status AfterExit(Interpreter machine, Frame frame, in Value answer)
    {
        Value token = frame.Pop();
        Value carried = default;
        if (token.IsInt)
            carried = frame.Pop();
        if (token.Object is PyException)
        {
            var status = Operations.Truth(machine, answer, out var swallow);
            if (status != Status.Ok)
                return status;
            if (swallow)
                token = Value.None;
        }
        frame.Top -= 2;
        if (!carried.IsNull)
            frame.Push(carried);
        frame.Push(token);
        return Status.Ok;
    }

    /// <summary>RAISE_LAST: raises again what is being handled.</summary>
    [Terminator(Effects.MayRaise | Effects.Ends, Reads = Memory.Blocks), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseLast(Interpreter machine)
    {
        if (machine.Handled is not { } handled)
            return machine.Raise(Types.RuntimeError, "No active exception to reraise");
        machine.Pending = handled;
        machine.Reraising = true;
        return Status.Raised;
    }

    /// <summary>RAISE_OBJ.</summary>
    [Terminator(Effects.MayRaise | Effects.CallsPython | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseObject(Interpreter machine, ref Value exception) =>
        ToException(machine, exception, "exceptions must derive from BaseException", out var raised) == Status.Ok
            ? machine.Raise(raised!)
            : Status.Raised;

    /// <summary>RAISE_FROM.</summary>
    [Terminator(Effects.MayRaise | Effects.CallsPython | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseFrom(Interpreter machine, ref Value exception, ref Value cause)
    {
        if (ToException(machine, exception, "exceptions must derive from BaseException", out var raised) != Status.Ok)
            return Status.Raised;
        PyException? origin = null;
        if (!cause.IsNone && ToException(machine, cause, "exception causes must derive from BaseException", out origin) != Status.Ok)
            return Status.Raised;
        raised!.SetCause(origin);
        return machine.Raise(raised);
    }

    /// <summary>An exception instance, or an exception type called without arguments.</summary>
    public static Status ToException(Machine machine, in Value value, string complaint, out PyException? exception)
    {
        exception = value.Object as PyException;
        if (exception is not null)
            return Status.Ok;
        if (value.Object is not PyType type || !type.IsSubclassOf(Types.BaseException))
            return machine.Raise(Types.TypeError, complaint);
        Value made = default;
        var status = machine.Call(value, ref made);
        if (status != Status.Ok)
            return status;
        exception = made.Object as PyException;
        return exception is not null ? Status.Ok : machine.Raise(Types.TypeError,
            $"calling {type.Name} should have returned an instance of BaseException, not {Operations.TypeName(made)}");
    }
}
