using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Generators and coroutines: frames that are kept. Resuming one links its frame in above the caller's; a
/// yield unlinks it; nothing is copied.</summary>
[Micro]
internal static class Generators
{
    /// <summary>Calls a generator function: the arguments are matched now, the body runs later.</summary>
    public static Status Create(Interpreter machine, PyFunction function, in Arguments arguments, ref Value result)
    {
        var unit = function.Code.Unit;
        var slots = machine.NewArray<Value>(unit.FrameSize);
        if (slots is null || !Binding.Bind(machine, function, arguments, slots.AsSpan(0, unit.LocalCount)))
            return Status.Raised;
        var frame = new Frame { Slots = slots, Top = unit.StackBase };
        frame.SetFunction(function);
        var generator = new PyGenerator(frame);
        frame.Generator = generator;
        result.SetObject(generator);
        return Status.Ok;
    }

    /// <summary>Links a generator's frame in. The value sent replaces the one it yielded.</summary>
    public static Status Resume(Interpreter machine, PyGenerator generator, in Value sent, Continuation continuation, int aux, object? state)
    {
        if (generator.IsRunning)
            return machine.Raise(Types.ValueError, "generator already executing");
        if (generator.HasStarted)
        {
            if (generator.Frame is { } waiting)
                waiting.Peek().Set(sent);
        }
        else if (!sent.IsNone)
        {
            return machine.Raise(Types.TypeError, "can't send non-None value to a just-started generator");
        }
        return LinkIn(machine, generator, continuation, aux, state);
    }

    /// <summary>Resumes a generator by raising the pending exception at the place where it waits. Of generators that
    /// delegate to each other the innermost gets it first. The caller's instruction is not done yet: an exception that
    /// none of them handles, and a value that is there at once, are answers to it.</summary>
    public static Status ResumeRaising(Interpreter machine, PyGenerator generator, Continuation continuation, ref Value result)
    {
        var caller = machine.Current;
        var exception = machine.Pending!;
        var closes = exception.Type.IsSubclassOf(Types.GeneratorExit);
        Frame frame;
        Status status;
        while (true)
        {
            status = LinkInRaising(machine, generator, continuation, exception);
            frame = machine.Current;
            if (status != Status.Pushed)
                break;
            if (!IsDelegating(frame))
            {
                machine.Pending = exception;
                return Unwinding.Unwind(machine, caller) ? Status.Pushed : Status.Raised;
            }
            // The value that would have been replaced by the one sent goes; the instruction is passed.
            frame.Pop();
            frame.Offset++;
            if (closes || frame.Peek().Object is not PyGenerator inner)
            {
                status = DelegateThrow(machine, frame, exception, closes, ref result);
                break;
            }
            generator = inner;
            continuation = Continuation.YieldFrom;
        }
        if (status == Status.Raised && frame != caller)
            return DelegateRaised(machine, frame) || Unwinding.Unwind(machine, caller) ? Status.Pushed : Status.Raised;
        for (; status == Status.Ok && frame != caller; frame = machine.Current)
        {
            PassOn(frame, result);
            Unlink(machine, frame);
        }
        return status;
    }

    /// <summary>Links in the frame of a generator that an exception is thrown into; the exception is not pending then.
    /// It is when the generator ended.</summary>
    private static Status LinkInRaising(Interpreter machine, PyGenerator generator, Continuation continuation, PyException exception)
    {
        if (generator.IsRunning)
            return machine.Raise(Types.ValueError, "generator already executing");
        machine.Pending = exception;
        if (generator.Frame is not { } frame)
            return Status.Raised;
        if (frame.Blocks == 0 && !IsDelegating(frame))
        {
            // Nothing in it could notice: it ends where it stands.
            exception.AddTraceback(frame.Function.Code, Math.Max(frame.Offset - 1, 0));
            Ended(generator);
            ReplaceStop(machine);
            return Status.Raised;
        }
        machine.Pending = null;
        return LinkIn(machine, generator, continuation, 0, null);
    }

    private static Status LinkIn(Interpreter machine, PyGenerator generator, Continuation continuation, int aux, object? state)
    {
        if ((machine.Poll | machine.CallToll) != 0 && machine.AtCall() != Status.Ok)
            return Status.Raised;
        if (machine.Depth >= machine.RecursionLimit)
            return Calls.TooDeep(machine);
        var frame = generator.Frame!;
        var caller = machine.Current;
        // Mostly the same caller as last time: what is the same is not written, which saves write barriers.
        if (frame.Caller != caller)
            frame.Caller = caller;
        if (frame.Next != caller.Next)
            frame.Next = caller.Next;
        if (frame.Chunk != caller.Chunk)
            frame.Chunk = caller.Chunk;
        frame.End = caller.End;
        frame.Continuation = continuation;
        frame.Aux = aux;
        if (frame.State != state)
            frame.State = state;
        generator.IsRunning = true;
        generator.HasStarted = true;
        var active = CountActive(frame);
        if (active != 0)
        {
            machine.ActiveHandlers += active;
            machine.Current = frame;
            machine.Handled = Flow.FindHandled(machine);
        }
        machine.Depth++;
        machine.Current = frame;
        return Status.Pushed;
    }

    private static int CountActive(Frame frame)
    {
        var count = 0;
        for (var i = 0; i < frame.Blocks; i++)
            if (frame.Block(i).Object is not null)
                count++;
        return count;
    }

    /// <summary>YIELD_VALUE: unlinks the frame; the value stays on its stack until it is replaced by the one sent.</summary>
    [Terminator(Effects.MayRaise | Effects.Suspends | Effects.PopsFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status YieldValue(Interpreter machine)
    {
        var frame = machine.Current;
        Value value = frame.Peek();
        return Yield(machine, frame, value);
    }

    /// <summary>Unlinks a frame that yields, and those that delegate to it: each yields the value in its turn.</summary>
    private static Status Yield(Interpreter machine, Frame frame, Value value)
    {
        while (true)
        {
            Unlink(machine, frame);
            var caller = machine.Current;
            switch (frame.Continuation)
            {
                case Continuation.ForIter:
                    caller.Push(value);
                    return Status.Ok;
                case Continuation.YieldFrom:
                    PassOn(caller, value);
                    frame = caller;
                    break;
                default:
                    var state = frame.State;
                    frame.State = null;
                    return Continuations.Deliver(machine, caller, frame.Continuation, frame.Aux, state, ref value);
            }
        }
    }

    /// <summary>Makes the frame's caller the running frame; the frame can be linked in again.</summary>
    private static void Unlink(Interpreter machine, Frame frame)
    {
        frame.Generator!.IsRunning = false;
        machine.Depth--;
        machine.Current = frame.Caller!;
        var active = CountActive(frame);
        if (active != 0)
        {
            machine.ActiveHandlers -= active;
            machine.Handled = Flow.FindHandled(machine);
        }
    }

    /// <summary>A generator's frame will not run again.</summary>
    public static void Ended(PyGenerator generator)
    {
        generator.IsRunning = false;
        generator.HasStarted = true;
        generator.Frame = null;
    }

    /// <summary>A generator returned: what that means depends on who resumed it.</summary>
    public static Status AfterEnd(Interpreter machine, Frame caller, Continuation continuation, int aux, object? state, in Value value)
    {
        machine.StopValue = value;
        switch (continuation)
        {
            case Continuation.ForIter:
                caller.Top -= 4;
                return Flow.JumpTo(machine, caller, aux);
            case Continuation.YieldFrom:
                return DelegateDone(machine, caller, value);
            case Continuation.NestedNext:
                caller.Aux = Boundary.Stopped;
                caller.Push(value);
                return Status.Ok;
            case Continuation.CloseResult:
                caller.Push(Value.None);
                return Status.Ok;
            case Continuation.GeneratorResult when state is DefaultValue given:
                caller.Push(given.Value);
                return Status.Ok;
            default:
                return value.IsNone ? machine.Raise(Types.StopIteration) : machine.Raise(Types.StopIteration, value);
        }
    }

    /// <summary>A StopIteration that leaves a generator's body is an error of its own (PEP 479).</summary>
    public static void ReplaceStop(Interpreter machine)
    {
        var pending = machine.Pending!;
        if (!pending.Type.IsSubclassOf(Types.StopIteration))
            return;
        machine.Pending = null;
        machine.Raise(Types.RuntimeError, "generator raised StopIteration");
        machine.Pending!.SetCause(pending);
        machine.Pending.SetContext(pending);
    }

    /// <summary>FOR_ITER on a generator.</summary>
    [Terminator(Effects.MayRaise | Effects.PushesFrame | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ResumeForIter(Interpreter machine, int target)
    {
        var frame = machine.Current;
        var generator = Unsafe.As<PyGenerator>(frame.Peek(2).Object)!;
        return Resume(machine, generator, Value.None, Continuation.ForIter, target, null);
    }

    // ---- yield from -------------------------------------------------------------------------------------------------

    /// <summary>YIELD_FROM: sends the value on top to the iterator below.</summary>
    [Terminator(Effects.Anything | Effects.Suspends | Effects.PopsFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status YieldFrom(Interpreter machine)
    {
        var frame = machine.Current;
        Value sent = frame.Pop();
        Value iterator = frame.Peek();
        if (iterator.Object is PyGenerator generator)
        {
            if (generator.Frame is null && !generator.IsRunning)
                return DelegateDone(machine, frame, Value.None);
            return Resume(machine, generator, sent, Continuation.YieldFrom, 0, null);
        }
        Value result = default;
        Status status;
        if (sent.IsNone)
        {
            status = Specials.Find(machine, iterator.AsObject ?? Singletons.Ellipsis, Special.Next, out var method)
                ? Pushes.Method(machine, method, iterator, Continuation.YieldFrom, ref result)
                : Operations.Next(machine, iterator, ref result);
        }
        else
        {
            status = Attributes.Get(machine, iterator, machine.Names.Send, ref result);
            if (status == Status.Ok)
            {
                Value send = result;
                status = Pushes.Invoke(machine, send, [sent], Continuation.YieldFrom, ref result);
            }
        }
        return status switch
        {
            Status.Ok => Delegate(machine, frame, result),
            Status.Stop => DelegateDone(machine, frame, machine.StopValue),
            Status.Raised when machine.CatchStop() => DelegateDone(machine, frame, machine.StopValue),
            _ => status,
        };
    }

    /// <summary>The inner iterator gave a value: the outer generator yields it, and comes back to YIELD_FROM.</summary>
    public static Status Delegate(Interpreter machine, Frame frame, in Value value)
    {
        PassOn(frame, value);
        return Yield(machine, frame, value);
    }

    /// <summary>Makes a frame ready to yield a value of its inner iterator.</summary>
    private static void PassOn(Frame frame, in Value value)
    {
        // The instruction is one byte: the frame's offset goes back to it, the value sent takes the place of this one.
        frame.Offset--;
        frame.Push(value);
    }

    /// <summary>The inner iterator is done: its value takes its place.</summary>
    private static Status DelegateDone(Interpreter machine, Frame frame, in Value value)
    {
        _ = machine;
        frame.Peek().Set(value);
        return Status.Ok;
    }

    /// <summary>The inner iterator raised: StopIteration carries its value, anything else goes on.</summary>
    public static bool DelegateRaised(Interpreter machine, Frame frame)
    {
        if (!machine.CatchStop())
            return false;
        return DelegateDone(machine, frame, machine.StopValue) == Status.Ok;
    }

    private static unsafe bool IsDelegating(Frame frame) =>
        // The offset lies in the code (rule "jump.inside"): it was saved by the loop or by Delegate.
        frame.Generator!.HasStarted && frame.Offset < frame.Unit.CodeLength
        && frame.Unit.Code[frame.Offset] == (byte)Opcode.YieldFrom;

    /// <summary>An exception is thrown into a generator that waits in YIELD_FROM: the inner iterator gets it first.</summary>
    private static Status DelegateThrow(Interpreter machine, Frame frame, PyException exception, bool closes, ref Value result)
    {
        Value iterator = frame.Peek();
        if (closes)
        {
            if (Close(machine, iterator) != Status.Ok)
                return Status.Raised;
        }
        else if (iterator.Object is PyObject item && item.Type.Lookup(machine, machine.Names.Throw, out _)
            && Attributes.Get(machine, iterator, machine.Names.Throw, ref result) == Status.Ok)
        {
            Value method = result;
            return Pushes.Invoke(machine, method, [Value.Of(exception)], Continuation.YieldFrom, ref result);
        }
        machine.Pending = exception;
        return Status.Raised;
    }

    /// <summary>Closes an iterator that has a close method.</summary>
    private static Status Close(Interpreter machine, in Value iterator)
    {
        if (iterator.Object is not PyObject item || !item.Type.Lookup(machine, machine.Names.Close, out _))
            return Status.Ok;
        Value result = default;
        return Attributes.Get(machine, iterator, machine.Names.Close, ref result) == Status.Ok
            ? machine.Call(result, ref result)
            : Status.Raised;
    }
}
