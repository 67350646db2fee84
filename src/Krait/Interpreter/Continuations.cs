using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>What follows when a pushed frame returns, yields or raises: one handler for each member of
/// <see cref="Continuation"/>. They act on the saved frame of the caller, which then goes on.</summary>
internal static class Continuations
{
    /// <summary>The running frame returns a value.</summary>
    public static Status Return(Interpreter machine, Frame frame, in Value value)
    {
        var caller = frame.Caller!;
        Value result = value;
        machine.Depth--;
        machine.Current = caller;
        var continuation = frame.Continuation;
        var aux = frame.Aux;
        var state = frame.State;
        frame.State = null;
        if (frame.Generator is { } generator)
        {
            Generators.Ended(generator);
            return Generators.AfterEnd(machine, caller, continuation, aux, state, result);
        }
        return Deliver(machine, caller, continuation, aux, state, ref result);
    }

    /// <summary>Gives the value of a pushed frame to the instruction that pushed it.</summary>
    public static Status Deliver(Interpreter machine, Frame caller, Continuation continuation, int aux, object? state, ref Value value)
    {
        Status status;
        switch (continuation)
        {
            case Continuation.Push:
            case Continuation.AttributeResult:
            case Continuation.NestedNext:
                break;
            case Continuation.Discard:
                return Status.Ok;
            case Continuation.InitResult:
                if (TypeMethods.CheckInitResult(machine, value) != Status.Ok)
                    return Status.Raised;
                value = Value.Of((PyObject)state!);
                break;
            case Continuation.Resume:
                Value given = value;
                status = ((Pending)state!).Resume(machine, given, ref value);
                if (status != Status.Ok)
                    return status;
                break;
            case Continuation.OperatorResult:
                if (value.Object == (object)Singletons.NotImplemented)
                {
                    status = OperatorCalls.Try(machine, (BinaryOperator)(aux & 0xff), (aux >> 8) + 1,
                        caller[caller.Top], caller[caller.Top + 1], ref value);
                    if (status != Status.Ok)
                        return status;
                }
                break;
            case Continuation.ContainsResult:
                if (Truths.ToBool(machine, ref value) != Status.Ok)
                    return Status.Raised;
                break;
            case Continuation.TruthThenJump:
                return Truths.Answer(machine, value, aux, out var truth) == Status.Ok ? Truths.Jump(machine, caller, aux, truth) : Status.Raised;
            case Continuation.TruthThenPush:
                if (Truths.Answer(machine, value, aux, out truth) != Status.Ok)
                    return Status.Raised;
                value.SetBool(truth != ((aux & 1) != 0));
                break;
            case Continuation.LengthResult:
                if (Numbers.CheckLength(machine, value, out var length) != Status.Ok)
                    return Status.Raised;
                value.SetInt(length);
                break;
            case Continuation.IterResult:
                if (Iterators.Check(machine, value) != Status.Ok)
                    return Status.Raised;
                break;
            case Continuation.IterStackResult:
                if (Iterators.Check(machine, value) != Status.Ok)
                    return Status.Raised;
                Iterators.PushStack(caller, value);
                return Status.Ok;
            case Continuation.ForIter:
                break;
            case Continuation.YieldFrom:
                return Generators.Delegate(machine, caller, value);
            case Continuation.GeneratorResult:
                break;
            case Continuation.CloseResult:
                return machine.Raise(Types.RuntimeError, "generator ignored GeneratorExit");
            case Continuation.EnterResult:
                return Flow.AfterEnter(caller, aux, value);
            case Continuation.ExitResult:
                return Flow.AfterExit(machine, caller, value);
            case Continuation.MethodResult:
                caller.Push(value);
                value = default;
                break;
        }
        caller.Push(value);
        return Status.Ok;
    }

    /// <summary>A pushed frame ended with the pending exception. True: the instruction deals with it and the caller
    /// goes on (or another frame was pushed); false: it goes on through the caller.</summary>
    public static bool TakeException(Interpreter machine, Frame caller, Continuation continuation, int aux, object? state)
    {
        switch (continuation)
        {
            case Continuation.ForIter:
                if (!machine.CatchStop())
                    return false;
                caller.Top -= 4;
                return Flow.JumpTo(machine, caller, aux) == Status.Ok;
            case Continuation.YieldFrom:
                return Generators.DelegateRaised(machine, caller);
            case Continuation.NestedNext:
                if (!machine.CatchStop())
                    return false;
                caller.Aux = Boundary.Stopped;
                caller.Push(Value.None);
                return true;
            case Continuation.CloseResult:
                if (!machine.Catch(Types.GeneratorExit) && !machine.Catch(Types.StopIteration))
                    return false;
                caller.Push(Value.None);
                return true;
            case Continuation.GeneratorResult when state is DefaultValue given:
                if (!machine.Catch(Types.StopIteration))
                    return false;
                caller.Push(given.Value);
                return true;
            case Continuation.AttributeResult or Continuation.MethodResult:
                return Access.TryGetAttr(machine, caller, (PyStr)state!, continuation);
            case Continuation.Resume:
                Value result = default;
                var status = ((Pending)state!).ResumeRaised(machine, ref result);
                if (status == Status.Ok)
                    caller.Push(result);
                return status != Status.Raised;
            default:
                return false;
        }
    }
}

/// <summary>The default of next(iterator, default) while the iterator runs.</summary>
internal sealed class DefaultValue(in Value value)
{
    public readonly Value Value = value;
}
