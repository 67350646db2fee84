using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// Calls whose frame may have something of its own to follow: a class that is called waits for __init__, a generator's
/// send for the next value. A frame has one continuation, so a relay goes below it: a frame that holds the call on its
/// stack and returns what comes back, with the caller's continuation. Programs do not see it.
/// </summary>
internal static class Relay
{
    /// <summary>Calls anything with arguments that start at <paramref name="first"/>.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, ref Value first, int positional, int keywords, in After after, ref Value result)
    {
        var count = positional + 2 * keywords;
        var caller = machine.Current;
        // The callee, the arguments, and a place for the value when there are none. A callable in C# may call another
        // one without any Python between them.
        var size = count + 2;
        if (machine.Depth >= machine.RecursionLimit)
            return Calls.TooDeep(machine);
        if (!machine.EnterRecursion() || !machine.HasRoom(caller, size))
            return Status.Raised;
        var frame = Interpreter.Link(caller);
        Interpreter.Place(frame, caller, size);
        frame.SetFunction(Boundary.Return);
        frame.Top = 0;
        frame.Offset = 0;
        frame.Blocks = 0;
        frame.Continuation = Continuation.Push;
        frame.Locals = null;
        after.SetOn(frame);
        for (var i = 0; i < count; i++)
            frame[i + 1].Set(Unsafe.Add(ref first, i));
        Value target = callee;
        machine.Depth++;
        machine.Current = frame;
        var status = Calls.Invoke(machine, target, ref frame[1], positional, keywords, hasRoom: true, ref result);
        if (status != Status.Pushed)
            Unwinding.Drop(machine, frame);
        return status;
    }
}
