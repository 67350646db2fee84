using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>What follows when a frame that is about to be pushed returns.</summary>
internal readonly struct After(Continuation continuation, int aux = 0, object? state = null)
{
    public static implicit operator After(Continuation continuation) => new(continuation);

    /// <summary>Sets it on a frame that was just pushed and has nothing of its own to follow.</summary>
    public void SetOn(Frame frame)
    {
        if (continuation == Continuation.Push)
            return;
        frame.Continuation = continuation;
        frame.Aux = aux;
        frame.State = state;
    }
}

/// <summary>Pushes frames of special methods whose arguments do not lie on the stack as a call has them. The answer is
/// <see cref="Status.Ok"/> with the result when no frame was needed: the method is a generator function, or C#.</summary>
internal static class Pushes
{
    /// <summary>method(self)</summary>
    public static Status Method(Interpreter machine, in Value method, in Value self, in After after, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        return Method(machine, method, ref values, 1, after, ref result);
    }

    /// <summary>method(self, argument)</summary>
    public static Status Method(Interpreter machine, in Value method, in Value self, in Value argument, in After after, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        values[1] = argument;
        return Method(machine, method, ref values, 2, after, ref result);
    }

    /// <summary>method(self, first, second)</summary>
    public static Status Method(Interpreter machine, in Value method, in Value self, in Value first, in Value second, in After after, ref Value result)
    {
        var values = new Values();
        values[0] = self;
        values[1] = first;
        values[2] = second;
        return Method(machine, method, ref values, 3, after, ref result);
    }

    /// <summary>Calls anything with up to five arguments.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, ReadOnlySpan<Value> arguments, in After after, ref Value result)
    {
        var values = new Values();
        for (var i = 0; i < arguments.Length; i++)
            values[i] = arguments[i];
        return Calls.Invoke(machine, callee, ref values[0], arguments.Length, 0, after, ref result);
    }

    /// <summary>Calls an unbound special method. A function gets self as its first argument; what else stands in its
    /// place is bound first.</summary>
    private static Status Method(Interpreter machine, in Value method, ref Values values, int count, in After after, ref Value result)
    {
        // The arguments are copied from here into the new frame: they lie in no chunk.
        if (method.Object is PyFunction function)
        {
            var status = Calls.Push(machine, function, ref values[0], count, 0, ref result);
            if (status == Status.Pushed)
                after.SetOn(machine.Current);
            return status;
        }
        Value bound = default;
        return Attributes.Bind(machine, method, values[0], Operations.TypeOf(values[0]), ref bound) == Status.Ok
            ? Calls.Invoke(machine, bound, ref values[1], count - 1, 0, after, ref result)
            : Status.Raised;
    }

    [InlineArray(5)]
    private struct Values
    {
        private Value first;
    }
}
