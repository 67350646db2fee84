using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <content>Built-in functions that run Python as a pushed frame.</content>
internal sealed partial class Interpreter
{
    internal override Status Invoke(in Value callee, in Arguments arguments, ref Value result) =>
        Calls.Invoke(this, callee, ref arguments[0], arguments.Positional, arguments.Keywords, hasRoom: false, ref result);

    internal override Status Next(in Value iterator, in Value fallback, ref Value result)
    {
        var state = fallback.IsNull ? null : new DefaultValue(fallback);
        if (iterator.Object is PyGenerator generator)
        {
            if (generator.Frame is not null)
                return Generators.Resume(this, generator, Value.None, Continuation.GeneratorResult, 0, state);
        }
        else if (iterator.Object is PyObject item && Specials.Find(this, item, Special.Next, out var method) && method.Object is PyFunction function)
        {
            var status = Pushes.Method(this, function, iterator, Continuation.GeneratorResult, ref result);
            if (status == Status.Pushed)
                Current.State = state;
            return status;
        }
        return base.Next(iterator, fallback, ref result);
    }

    internal override Status Iterate(in Value iterable, ref Value result) => Iterators.Start(this, iterable, Continuation.IterResult, ref result);

    internal override Status Length(in Value value, ref Value result) =>
        value.Object is PyObject item && Specials.Find(this, item, Special.Len, out var method) && method.Object is PyFunction function
            ? Pushes.Method(this, function, value, Continuation.LengthResult, ref result)
            : base.Length(value, ref result);

    internal override Status Truth(in Value value, ref Value result)
    {
        var status = Truths.Test(this, value, Continuation.TruthThenPush, 0, out var truth);
        if (status == Status.Ok)
            result.SetBool(truth);
        return status;
    }

    internal override Status Send(PyGenerator generator, in Value value, ref Value result) =>
        generator.Frame is null && !generator.IsRunning
            ? Raise(Types.StopIteration)
            : Generators.Resume(this, generator, value, Continuation.GeneratorResult, 0, null);

    internal override Status Throw(PyGenerator generator, PyException exception, ref Value result)
    {
        Pending = exception;
        return Generators.ResumeRaising(this, generator, Continuation.GeneratorResult, 0, null);
    }

    internal override Status Close(PyGenerator generator, ref Value result)
    {
        if (generator.IsRunning)
            return Raise(Types.ValueError, "generator already executing");
        result.SetNone();
        if (generator.Frame is null)
            return Status.Ok;
        if (!generator.HasStarted)
        {
            Generators.Ended(generator);
            return Status.Ok;
        }
        Pending = PyException.Create(Types.GeneratorExit);
        var status = Generators.ResumeRaising(this, generator, Continuation.CloseResult, 0, null);
        // Nothing in it waited for the exception: it ended without running.
        return status == Status.Raised && generator.Frame is null && Pending!.Type == Types.GeneratorExit && Catch(Types.GeneratorExit)
            ? Status.Ok
            : status;
    }

    internal override Status NextNested(PyGenerator generator, ref Value result)
    {
        if (generator.Frame is null && !generator.IsRunning)
        {
            StopValue = Value.None;
            return Status.Stop;
        }
        var entry = EnterNested();
        return Finish(entry, Generators.Resume(this, generator, Value.None, Continuation.NestedNext, 0, null), ref result);
    }
}
