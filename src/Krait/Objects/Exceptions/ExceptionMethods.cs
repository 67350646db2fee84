using Krait.Core;

namespace Krait.Objects;

/// <summary>What every exception has: args, what it is chained to, where it came through, notes.</summary>
internal static class ExceptionMethods
{
    /// <summary>The attribute in which notes are kept.</summary>
    public const string Notes = "__notes__";

    public static void Bind(MemberTable members)
    {
        members.Method("with_traceback", WithTraceback);
        members.Method("add_note", AddNote);
        members.Property("args", GetArguments, SetArguments);
        members.Property("__cause__", GetCause, SetCause);
        members.Property("__context__", GetContext, SetContext);
        members.Property("__suppress_context__", GetSuppressContext, SetSuppressContext);
        members.Property("__traceback__", GetTraceback, SetTraceback);
    }

    private static PyException Self(in Arguments arguments) => (PyException)arguments[0].Object!;

    /// <summary>A setter without a value deletes.</summary>
    private static bool IsDelete(in Arguments arguments) => arguments[1].IsNull;

    private static Status MayNotBeDeleted(Machine machine, string name) =>
        machine.Raise(Types.TypeError, $"{name} may not be deleted");

    private static Status One(Machine machine, in Arguments arguments, string name) => arguments.Keywords != 0
        ? machine.Raise(Types.TypeError, $"BaseException.{name}() takes no keyword arguments")
        : arguments.Positional != 2
            ? machine.Raise(Types.TypeError, $"BaseException.{name}() takes exactly one argument ({arguments.Positional - 1} given)")
            : Status.Ok;

    private static Status WithTraceback(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = One(machine, arguments, "with_traceback");
        if (status == Status.Ok)
            status = SetTraceback(machine, arguments, ref result);
        result.Set(arguments[0]);
        return status;
    }

    private static Status AddNote(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = One(machine, arguments, "add_note");
        if (status != Status.Ok)
            return status;
        if (arguments[1].Object is not PyStr)
            return machine.Raise(Types.TypeError, $"note must be a str, not '{Operations.TypeName(arguments[1])}'");
        var name = machine.Intern(Notes);
        result.SetNone();
        if (Attributes.TryGetOwn(machine, arguments[0], name, out var notes))
            return notes.Object is PyList list
                ? list.Append(machine, arguments[1])
                : machine.Raise(Types.TypeError, "Cannot add note: __notes__ is not a list");
        var fresh = PyList.From(machine, [arguments[1]]);
        return fresh is null ? Status.Raised : Attributes.SetDefault(machine, arguments[0], name, Value.Of(fresh));
    }

    private static Status GetArguments(Machine machine, in Arguments arguments, ref Value result)
    {
        result.SetObject(Self(arguments).Arguments);
        return Status.Ok;
    }

    private static Status SetArguments(Machine machine, in Arguments arguments, ref Value result)
    {
        if (IsDelete(arguments))
            return MayNotBeDeleted(machine, "args");
        var status = Iteration.Collect(machine, arguments[1], out var items);
        return status == Status.Ok ? Self(arguments).SetArguments(machine, new PyTuple(items)) : status;
    }

    private static Status GetCause(Machine machine, in Arguments arguments, ref Value result) =>
        Give(Self(arguments).Cause, ref result);

    private static Status SetCause(Machine machine, in Arguments arguments, ref Value result)
    {
        if (IsDelete(arguments))
            return MayNotBeDeleted(machine, "__cause__");
        if (!TryTake(arguments[1], out var cause))
            return machine.Raise(Types.TypeError, "exception cause must be None or derive from BaseException");
        Self(arguments).SetCause(cause);
        return Status.Ok;
    }

    private static Status GetContext(Machine machine, in Arguments arguments, ref Value result) =>
        Give(Self(arguments).Context, ref result);

    private static Status SetContext(Machine machine, in Arguments arguments, ref Value result)
    {
        if (IsDelete(arguments))
            return MayNotBeDeleted(machine, "__context__");
        if (!TryTake(arguments[1], out var context))
            return machine.Raise(Types.TypeError, "exception context must be None or derive from BaseException");
        Self(arguments).Context = context;
        return Status.Ok;
    }

    private static Status GetSuppressContext(Machine machine, in Arguments arguments, ref Value result)
    {
        result.SetBool(Self(arguments).SuppressContext);
        return Status.Ok;
    }

    private static Status SetSuppressContext(Machine machine, in Arguments arguments, ref Value result)
    {
        if (IsDelete(arguments))
            return machine.Raise(Types.TypeError, "can't delete numeric/char attribute");
        if (!arguments[1].IsBool)
            return machine.Raise(Types.TypeError, "attribute value type must be bool");
        Self(arguments).SuppressContext = arguments[1].AsBool;
        return Status.Ok;
    }

    private static Status GetTraceback(Machine machine, in Arguments arguments, ref Value result) =>
        Give(Self(arguments).Traceback, ref result);

    private static Status SetTraceback(Machine machine, in Arguments arguments, ref Value result)
    {
        if (IsDelete(arguments))
            return MayNotBeDeleted(machine, "__traceback__");
        if (!arguments[1].IsNone && arguments[1].Object is not PyTraceback)
            return machine.Raise(Types.TypeError, "__traceback__ must be a traceback or None");
        Self(arguments).SetTraceback(arguments[1].Object as PyTraceback);
        return Status.Ok;
    }

    private static Status Give(PyObject? item, ref Value result)
    {
        result.Set(item is null ? Value.None : Value.Of(item));
        return Status.Ok;
    }

    private static bool TryTake(in Value value, out PyException? exception)
    {
        exception = value.Object as PyException;
        return exception is not null || value.IsNone;
    }
}
