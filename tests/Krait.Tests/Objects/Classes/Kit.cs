using Krait.Core;
using Krait.Modules;
using Krait.Objects;

namespace Krait.Tests.Objects.Classes;

/// <summary>A machine without an interpreter, and the few operations that tests of classes write as C#.</summary>
internal sealed class Kit
{
    public Kit(Machine? machine = null)
    {
        Machine = machine ?? new BareMachine();
        BuiltinModules.FillBuiltins(Machine);
    }

    public Machine Machine { get; }

    public static Value Str(string text) => Value.Of(PyStr.From(text));

    public static Value Tuple(params Value[] items) => Value.Of(new PyTuple(items));

    /// <summary>A name of builtins.</summary>
    public Value this[string name] =>
        Machine.Builtins.TryGetName(Machine, Machine.Intern(name), out var value) ? value : throw new ArgumentException(name);

    /// <summary>Calls and gives the result; an exception becomes a failure of the test.</summary>
    public Value Call(in Value callee, params Value[] arguments)
    {
        Value result = default;
        return Machine.Call(callee, arguments, ref result) == Status.Ok ? result : throw new InvalidOperationException(TakeError());
    }

    /// <summary>Calls with keywords.</summary>
    public Value Call(in Value callee, Value[] arguments, params (string Name, Value Value)[] keywords)
    {
        Value result = default;
        return Call(callee, arguments, keywords, ref result) == Status.Ok ? result : throw new InvalidOperationException(TakeError());
    }

    /// <summary>The exception a call raises, as "Type: message".</summary>
    public string Error(in Value callee, params Value[] arguments)
    {
        Value result = default;
        Assert.Equal(Status.Raised, Machine.Call(callee, arguments, ref result));
        return TakeError();
    }

    public string Error(in Value callee, Value[] arguments, params (string Name, Value Value)[] keywords)
    {
        Value result = default;
        Assert.Equal(Status.Raised, Call(callee, arguments, keywords, ref result));
        return TakeError();
    }

    public Value Get(in Value value, string name)
    {
        Value result = default;
        return Attributes.Get(Machine, value, Machine.Intern(name), ref result) == Status.Ok
            ? result
            : throw new InvalidOperationException(TakeError());
    }

    public string GetError(in Value value, string name)
    {
        Value result = default;
        Assert.Equal(Status.Raised, Attributes.Get(Machine, value, Machine.Intern(name), ref result));
        return TakeError();
    }

    public void Set(in Value value, string name, in Value content)
    {
        if (Attributes.Set(Machine, value, Machine.Intern(name), content) != Status.Ok)
            throw new InvalidOperationException(TakeError());
    }

    public string SetError(in Value value, string name, in Value content)
    {
        Assert.Equal(Status.Raised, Attributes.Set(Machine, value, Machine.Intern(name), content));
        return TakeError();
    }

    public string DeleteError(in Value value, string name)
    {
        Assert.Equal(Status.Raised, Attributes.Delete(Machine, value, Machine.Intern(name)));
        return TakeError();
    }

    public string Repr(in Value value) =>
        Operations.Repr(Machine, value, out var text) == Status.Ok ? text : throw new InvalidOperationException(TakeError());

    public string Show(in Value value) =>
        Operations.Str(Machine, value, out string text) == Status.Ok ? text : throw new InvalidOperationException(TakeError());

    /// <summary>A class as a class statement makes it.</summary>
    public Value Class(string name, Value[] bases, params (string Name, Value Value)[] members) =>
        Call(Value.Of(Types.Type), Str(name), Tuple(bases), Value.Of(Namespace(members)));

    public string ClassError(string name, Value[] bases, params (string Name, Value Value)[] members) =>
        Error(Value.Of(Types.Type), Str(name), Tuple(bases), Value.Of(Namespace(members)));

    public PyDict Namespace(params (string Name, Value Value)[] members)
    {
        var result = new PyDict();
        foreach (var (name, value) in members)
            result.SetName(Machine, Machine.Intern(name), value);
        return result;
    }

    /// <summary>A function that binds like a method.</summary>
    public static Value Method(NativeFunction function) =>
        Value.Of(new PyBuiltin("method", function, Types.Object, BuiltinKind.Method));

    /// <summary>A method that gives a constant.</summary>
    public static Value Giving(Value value) => Method((_, in _, ref result) =>
    {
        result.Set(value);
        return Status.Ok;
    });

    public string TakeError()
    {
        var exception = Machine.Pending ?? throw new InvalidOperationException("nothing is pending");
        Machine.Pending = null;
        var message = Show(Value.Of(exception));
        return message.Length == 0 ? exception.Type.Name : $"{exception.Type.Name}: {message}";
    }

    private Status Call(in Value callee, Value[] arguments, (string Name, Value Value)[] keywords, ref Value result)
    {
        Value[] all = [.. arguments, .. keywords.SelectMany(pair => new[] { Value.Of(Machine.Intern(pair.Name)), pair.Value }), default];
        return Machine.Call(callee, new Arguments(ref all[0], arguments.Length, keywords.Length), ref result);
    }
}
