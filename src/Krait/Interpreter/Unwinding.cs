using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Takes the pending exception to its handler: through blocks, frames and what waits for them.</summary>
internal static class Unwinding
{
    /// <summary>Leaves <see cref="Interpreter.Current"/> where execution goes on; false when the exception reached the
    /// boundary of this run, or left the frames above <paramref name="end"/>.</summary>
    public static bool Unwind(Interpreter machine, Frame? end = null)
    {
        while (true)
        {
            var frame = machine.Current;
            if (frame.Function == Boundary.Function)
                return false;
            var exception = machine.Pending!;
            if (machine.Reraising)
                machine.Reraising = false;
            else if (frame.Function != Boundary.Return)
                exception.AddTraceback(frame.Function.Code, frame.Offset - 1);
            // A limit passes by every handler: no Python code runs any more.
            if (!exception.IsLimit && Flow.EnterHandler(machine, frame, exception))
                return true;
            var caller = frame.Caller!;
            var continuation = frame.Continuation;
            var aux = frame.Aux;
            var state = frame.State;
            Drop(machine, frame);
            if (frame.Generator is not null && !exception.IsLimit)
                Generators.ReplaceStop(machine);
            if (caller == end)
                return false;
            if (!machine.Pending!.IsLimit && TakeAndGoOn(machine, caller, continuation, aux, state))
                return true;
        }
    }

    /// <summary>Ends a frame that will not go on.</summary>
    public static void Drop(Interpreter machine, Frame frame)
    {
        if (frame.Function == Boundary.Function)
        {
            machine.Current = frame.Caller!;
            return;
        }
        frame.State = null;
        while (frame.Blocks > 0)
            Flow.PopBlock(machine, frame);
        machine.Depth--;
        machine.Current = frame.Caller!;
        if (frame.Generator is { } generator)
            Generators.Ended(generator);
    }

    private static bool TakeAndGoOn(Interpreter machine, Frame caller, Continuation continuation, int aux, object? state) =>
        continuation != Continuation.Push && Continuations.TakeException(machine, caller, continuation, aux, state);
}
