using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Iteration without a fast path. A loop's iterator takes four slots: NULL, the iterator, two unused.</summary>
[Micro]
internal static class Iterators
{
    /// <summary>GET_ITER.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status GetIter(Interpreter machine, ref Value iterable, ref Value result) =>
        Start(machine, iterable, Continuation.IterResult, ref result);

    /// <summary>GET_ITER_STACK.</summary>
    [Terminator(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status GetIterStack(Interpreter machine)
    {
        var frame = machine.Current;
        Value iterable = frame.Pop();
        Value result = default;
        var status = Start(machine, iterable, Continuation.IterStackResult, ref result);
        if (status == Status.Ok)
            PushStack(frame, result);
        return status;
    }

    /// <summary>iter(iterable); a Python __iter__ is pushed with the continuation given.</summary>
    public static Status Start(Interpreter machine, in Value iterable, Continuation continuation, ref Value result)
    {
        if (iterable.Object is PyObject item && Specials.Find(machine, item, Special.Iter, out var method) && !method.IsNone)
        {
            var status = Pushes.Method(machine, method, iterable, continuation, ref result);
            return status == Status.Ok ? Check(machine, result) : status;
        }
        return Operations.Iterate(machine, iterable, ref result);
    }

    /// <summary>What __iter__ returns must be an iterator.</summary>
    public static Status Check(Machine machine, in Value iterator) => Operations.IsIterator(machine, iterator)
        ? Status.Ok
        : machine.Raise(Types.TypeError, $"iter() returned non-iterator of type '{Operations.TypeName(iterator)}'");

    /// <summary>Pushes the four slots of a loop's iterator.</summary>
    public static void PushStack(Frame frame, in Value iterator)
    {
        frame.Push(Value.Null);
        frame.Push(iterator);
        frame.Push(Value.Null);
        frame.Push(Value.Null);
    }

    /// <summary>FOR_ITER of anything.</summary>
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ForIter(Interpreter machine, int target)
    {
        var frame = machine.Current;
        ref var iterator = ref frame.Peek(2);
        if (iterator.Object is PyGenerator { Frame: not null, IsRunning: false } generator)
            return Generators.Resume(machine, generator, Value.None, Continuation.ForIter, target, null);
        Value item = default;
        Status status;
        if (iterator.Object is PyObject holder && Specials.Find(machine, holder, Special.Next, out var method))
            status = Pushes.Method(machine, method, iterator, new After(Continuation.ForIter, target), ref item);
        else
            status = Operations.Next(machine, iterator, ref item);
        switch (status)
        {
            case Status.Ok:
                frame.Push(item);
                return Status.Ok;
            case Status.Stop:
            case Status.Raised when machine.CatchStop():
                frame.Top -= 4;
                frame.Offset = target;
                return Status.Ok;
            default:
                return status;
        }
    }
}
