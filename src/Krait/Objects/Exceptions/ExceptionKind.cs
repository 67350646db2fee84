using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// What a builtin exception type adds to a plain exception: attributes derived from the arguments, keyword arguments,
/// a way to show itself. One frozen object for each; the types that add nothing share <see cref="Plain"/>.
/// </summary>
internal class ExceptionKind
{
    public static readonly ExceptionKind Plain = new();

    private protected ExceptionKind()
    {
    }

    /// <summary>The names of the attributes, in the order of their indices.</summary>
    public virtual string[] Fields => [];

    /// <summary>How many of the attributes, from the first that <see cref="FirstKeyword"/> names, are keyword arguments.</summary>
    public virtual int Keywords => 0;

    /// <summary>The index of the first attribute that a keyword argument may set.</summary>
    public virtual int FirstKeyword => 0;

    /// <summary>Sets the attributes that follow from the arguments; all are None before.</summary>
    public virtual Status Derive(Machine machine, PyException exception, Value[] fields) => Status.Ok;

    /// <summary>str(exception).</summary>
    public virtual Status Str(Machine machine, PyException exception, ref Value result) => exception.Arguments.Items switch
    {
        [] => machine.Return(ref result, ""),
        [var only] => Operations.Str(machine, only, ref result),
        _ => Operations.Repr(machine, Value.Of(exception.Arguments), ref result),
    };

    /// <summary><c>__init__</c>: the arguments, and the keyword arguments that the kind knows.</summary>
    public Status Initialize(Machine machine, PyException exception, in Arguments arguments)
    {
        if (arguments.Keywords != 0 && Keywords == 0)
            return machine.Raise(Types.TypeError, $"{exception.Type.Name}() takes no keyword arguments");
        if (arguments.Keywords > Keywords)
            return machine.Raise(Types.TypeError,
                $"{OwnerName}() takes at most {Keywords} keyword argument{(Keywords == 1 ? "" : "s")} ({arguments.Keywords} given)");
        var items = PyTuple.From(machine, arguments.Values);
        if (items is null)
            return Status.Raised;
        var status = exception.Reset(machine, items);
        for (var i = 0; i < arguments.Keywords && status == Status.Ok; i++)
        {
            var name = arguments.KeywordName(i).Text;
            var index = Array.IndexOf(Fields, name, FirstKeyword, Keywords);
            status = index < 0
                ? machine.Raise(Types.TypeError, $"'{name}' is an invalid keyword argument for {OwnerName}()")
                : exception.SetField(machine, index, arguments.KeywordValue(i));
        }
        return status;
    }

    /// <summary>The type that messages about keyword arguments name.</summary>
    private protected virtual string OwnerName => "BaseException";

    /// <summary>str() of a value for a message, appended.</summary>
    private protected static bool Append(Machine machine, StringBuilder text, in Value value)
    {
        if (Operations.Str(machine, value, out string part) != Status.Ok || !machine.Charge(part.Length, 2L * part.Length))
            return false;
        text.Append(part);
        return true;
    }

    /// <summary>repr() of a value for a message, appended.</summary>
    private protected static bool AppendRepr(Machine machine, StringBuilder text, in Value value)
    {
        if (Operations.Repr(machine, value, out var part) != Status.Ok || !machine.Charge(part.Length, 2L * part.Length))
            return false;
        text.Append(part);
        return true;
    }
}

/// <summary>KeyError shows its key as repr, so that a missing '' is seen.</summary>
internal sealed class KeyErrorKind : ExceptionKind
{
    public override Status Str(Machine machine, PyException exception, ref Value result) =>
        exception.Arguments.Items is [var key]
            ? Operations.Repr(machine, key, ref result)
            : base.Str(machine, exception, ref result);
}

/// <summary>StopIteration: the value that a generator returned.</summary>
internal sealed class StopIterationKind : ExceptionKind
{
    private static readonly string[] names = ["value"];

    public override string[] Fields => names;

    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        if (exception.Arguments.Items is [var first, ..])
            fields[0] = first;
        return Status.Ok;
    }
}

/// <summary>SystemExit: the exit code.</summary>
internal sealed class SystemExitKind : ExceptionKind
{
    private static readonly string[] names = ["code"];

    public override string[] Fields => names;

    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        fields[0] = exception.Arguments.Items switch
        {
            [] => Value.None,
            [var only] => only,
            _ => Value.Of(exception.Arguments),
        };
        return Status.Ok;
    }
}

/// <summary>NameError: the name.</summary>
internal sealed class NameErrorKind : ExceptionKind
{
    private static readonly string[] names = ["name"];

    public override string[] Fields => names;

    public override int Keywords => 1;

    private protected override string OwnerName => "NameError";
}

/// <summary>AttributeError: the name, and the object that has no such attribute.</summary>
internal sealed class AttributeErrorKind : ExceptionKind
{
    private static readonly string[] names = ["name", "obj"];

    public override string[] Fields => names;

    public override int Keywords => 2;

    private protected override string OwnerName => "AttributeError";
}

/// <summary>ImportError: the message, the module's name and path.</summary>
internal sealed class ImportErrorKind : ExceptionKind
{
    private static readonly string[] names = ["msg", "name", "path"];

    public override string[] Fields => names;

    public override int Keywords => 2;

    public override int FirstKeyword => 1;

    private protected override string OwnerName => "ImportError";

    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        if (exception.Arguments.Items is [var message])
            fields[0] = message;
        return Status.Ok;
    }

    public override Status Str(Machine machine, PyException exception, ref Value result)
    {
        var status = exception.Field(machine, 0, out var message);
        if (status == Status.Ok && message.Object is PyStr { } text && text.GetType() == typeof(PyStr))
            result.SetObject(text);
        else if (status == Status.Ok)
            status = base.Str(machine, exception, ref result);
        return status;
    }
}
