using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Pushes frames of special methods whose arguments do not lie on the stack as a call has them. The answer is
/// <see cref="Status.Ok"/> with the result when the method is a generator function: its call is done at once.</summary>
internal static class Pushes
{
    /// <summary>method(self)</summary>
    public static Status Method(Interpreter machine, PyFunction method, in Value self, Continuation continuation, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        return Push(machine, method, ref values, 1, continuation, ref result);
    }

    /// <summary>method(self, argument)</summary>
    public static Status Method(Interpreter machine, PyFunction method, in Value self, in Value argument, Continuation continuation, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        values[1] = argument;
        return Push(machine, method, ref values, 2, continuation, ref result);
    }

    /// <summary>method(self, first, second)</summary>
    public static Status Method(Interpreter machine, PyFunction method, in Value self, in Value first, in Value second, Continuation continuation, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        values[1] = first;
        values[2] = second;
        return Push(machine, method, ref values, 3, continuation, ref result);
    }

    /// <summary>Calls anything with self and up to three arguments; <paramref name="result"/> when it did not push.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, ReadOnlySpan<Value> arguments, Continuation continuation, ref Value result)
    {
        var values = new Values();
        for (var i = 0; i < arguments.Length; i++)
            values[i] = arguments[i];
        // What else may push a frame (a class, a generator's send) gives it a continuation of its own: it is waited for.
        if (callee.Object is not (PyFunction or PyMethod { Function.Object: PyFunction }))
            return machine.Call(callee, new Arguments(ref Unsafe.As<Values, Value>(ref values), arguments.Length, 0), ref result);
        var status = Calls.Invoke(machine, callee, ref Unsafe.As<Values, Value>(ref values), arguments.Length, 0, hasRoom: false, ref result);
        if (status == Status.Pushed)
            Continue(machine.Current, continuation);
        return status;
    }

    /// <summary>Sets what follows when a frame returns that was just pushed.</summary>
    public static void Continue(Frame frame, Continuation continuation)
    {
        if (continuation != Continuation.Push)
            frame.Continuation = continuation;
    }

    private static Status Push(Interpreter machine, PyFunction method, ref Values values, int count, Continuation continuation, ref Value result)
    {
        // The arguments are copied from here into the new frame: they lie in no chunk.
        var status = Calls.Push(machine, method, ref Unsafe.As<Values, Value>(ref values), count, 0, ref result);
        if (status == Status.Pushed)
            Continue(machine.Current, continuation);
        return status;
    }

    [InlineArray(4)]
    private struct Values
    {
        private Value first;
    }
}
