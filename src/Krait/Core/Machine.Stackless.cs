using Krait.Objects;

namespace Krait.Core;

/// <content>What built-in functions ask of the interpreter so that Python runs as a pushed frame: these may answer
/// <see cref="Status.Pushed"/>. Without an interpreter they do the same through C#.</content>
public abstract partial class Machine
{
    /// <summary>Calls anything.</summary>
    internal virtual Status Invoke(in Value callee, in Arguments arguments, ref Value result) => callee.Object is PyObject item
        ? item.Call(this, arguments, ref result)
        : Raise(Types.TypeError, $"'{Operations.TypeName(callee)}' object is not callable");

    /// <summary>Calls anything. When a frame was pushed, <paramref name="pending"/> goes on with what it returns; an
    /// answer that is there at once is the caller's to go on with.</summary>
    internal virtual Status Invoke(in Value callee, in Arguments arguments, Pending pending, ref Value result) =>
        Invoke(callee, arguments, ref result);

    /// <summary>Runs a function without parameters on a namespace of its own (a class body), then goes on as
    /// <see cref="Invoke(in Value, in Arguments, Pending, ref Value)"/> does.</summary>
    internal virtual Status RunBody(PyFunction body, PyDict locals, Pending pending, ref Value result) => NoInterpreter();

    /// <summary>type.__call__(type, ...).</summary>
    internal virtual Status Instantiate(PyType type, in Arguments arguments, ref Value result) => type is BuiltinType builtin
        ? TypeMethods.CallBuiltin(this, builtin, arguments, ref result)
        : NoInterpreter();

    /// <summary>next(iterator), or next(iterator, fallback) when there is one.</summary>
    internal virtual Status Next(in Value iterator, in Value fallback, ref Value result)
    {
        var status = Operations.Next(this, iterator, ref result);
        if (status != Status.Stop)
            return status;
        if (fallback.IsNull)
            return StopValue.IsNone || StopValue.IsNull ? Raise(Types.StopIteration) : Raise(Types.StopIteration, StopValue);
        result.Set(fallback);
        return Status.Ok;
    }

    /// <summary>iter(iterable).</summary>
    internal virtual Status Iterate(in Value iterable, ref Value result) => Operations.Iterate(this, iterable, ref result);

    /// <summary>len(value).</summary>
    internal virtual Status Length(in Value value, ref Value result)
    {
        var status = Operations.Length(this, value, out var length);
        if (status == Status.Ok)
            result.SetInt(length);
        return status;
    }

    /// <summary>bool(value).</summary>
    internal virtual Status Truth(in Value value, ref Value result)
    {
        var status = Operations.Truth(this, value, out var truth);
        if (status == Status.Ok)
            result.SetBool(truth);
        return status;
    }

    /// <summary>generator.send(value).</summary>
    internal virtual Status Send(PyGenerator generator, in Value value, ref Value result) => NoInterpreter();

    /// <summary>generator.throw(exception).</summary>
    internal virtual Status Throw(PyGenerator generator, PyException exception, ref Value result) => NoInterpreter();

    /// <summary>generator.close().</summary>
    internal virtual Status Close(PyGenerator generator, ref Value result) => NoInterpreter();

    /// <summary>The next value of a generator for C#: never <see cref="Status.Pushed"/>, <see cref="Status.Stop"/> at
    /// the end.</summary>
    internal virtual Status NextNested(PyGenerator generator, ref Value result) => NoInterpreter();

    private Status NoInterpreter() => Raise(Types.SystemError, "this machine has no interpreter");
}
