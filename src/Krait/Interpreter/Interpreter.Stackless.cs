using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <content>Built-in functions that run Python as a pushed frame.</content>
internal sealed partial class Interpreter
{
    internal override Status Invoke(in Value callee, in Arguments arguments, ref Value result) =>
        Calls.Invoke(this, callee, ref arguments[0], arguments.Positional, arguments.Keywords, hasRoom: false, ref result);

    internal override Status Invoke(in Value callee, in Arguments arguments, Pending pending, ref Value result) =>
        Calls.Invoke(this, callee, ref arguments[0], arguments.Positional, arguments.Keywords, new After(Continuation.Resume, 0, pending), ref result);

    internal override Status Instantiate(PyType type, in Arguments arguments, ref Value result) => type is ClassType made
        ? Construction.Instantiate(this, made, ref arguments[0], arguments.Positional, arguments.Keywords, hasRoom: false, ref result)
        : base.Instantiate(type, arguments, ref result);

    internal override Status Next(in Value iterator, in Value fallback, ref Value result)
    {
        var state = fallback.IsNull ? null : new DefaultValue(fallback);
        if (iterator.Object is PyGenerator generator)
        {
            if (generator.Frame is not null)
                return Generators.Resume(this, generator, Value.None, Continuation.GeneratorResult, 0, state);
        }
        else if (iterator.Object is PyObject item && Specials.Find(this, item, Special.Next, out var method))
        {
            var status = Pushes.Method(this, method, iterator, new After(Continuation.GeneratorResult, 0, state), ref result);
            if (status != Status.Raised || fallback.IsNull || !Catch(Types.StopIteration))
                return status;
            result.Set(fallback);
            return Status.Ok;
        }
        return base.Next(iterator, fallback, ref result);
    }

    internal override Status Iterate(in Value iterable, ref Value result) => Iterators.Start(this, iterable, Continuation.IterResult, ref result);

    internal override Status Length(in Value value, ref Value result)
    {
        if (value.Object is not PyObject item || !Specials.Find(this, item, Special.Len, out var method))
            return base.Length(value, ref result);
        Value answer = default;
        var status = Pushes.Method(this, method, value, Continuation.LengthResult, ref answer);
        if (status == Status.Ok)
            status = Numbers.CheckLength(this, answer, out var length) == Status.Ok ? Return(ref result, length) : Status.Raised;
        return status;
    }

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
        return Generators.ResumeRaising(this, generator, Continuation.GeneratorResult, ref result);
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
        var status = Generators.ResumeRaising(this, generator, Continuation.CloseResult, ref result);
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
