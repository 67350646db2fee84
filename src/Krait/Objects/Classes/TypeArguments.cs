using Krait.Core;

namespace Krait.Objects;

/// <summary>What aliases (list[int]) and unions (int | str) do alike with the types they are made of.</summary>
internal static class TypeArguments
{
    /// <summary>isinstance() and issubclass() refuse types with arguments.</summary>
    public static Status IsNoClass(Machine machine, string function) =>
        machine.Raise(Types.TypeError, $"{function}() argument 2 cannot be a parameterized generic");

    /// <summary>Writes a type as it is written in source: by its name, with its module unless that is builtins.</summary>
    public static Status Write(Machine machine, in ReprWriter writer, in Value type)
    {
        if (type.Object == (object)Singletons.Ellipsis)
            return writer.Write("...");
        if (Read(machine, type, "__origin__", out var origin) != Status.Ok || Read(machine, type, "__args__", out var arguments) != Status.Ok)
            return Status.Raised;
        if (!origin.IsNull && !arguments.IsNull)
            return writer.WriteItem(type);
        if (Read(machine, type, "__qualname__", out var name) != Status.Ok || Read(machine, type, "__module__", out var module) != Status.Ok)
            return Status.Raised;
        if (name.IsNull || module.IsNull || module.IsNone)
            return writer.WriteItem(type);
        if (Operations.Str(machine, name, out var text) != Status.Ok || Operations.Str(machine, module, out var place) != Status.Ok)
            return Status.Raised;
        return writer.Write(place == "builtins" ? text : $"{place}.{text}");
    }

    /// <summary>The type variables (what has <c>__typing_subst__</c>) among arguments and their own parameters.</summary>
    public static Status ParametersOf(Machine machine, PyTuple arguments, out PyTuple? parameters)
    {
        parameters = null;
        var found = new List<Value>();
        foreach (var argument in arguments.Items)
        {
            if (argument.Object is PyType)
                continue;
            if (Read(machine, argument, "__typing_subst__", out var substitute) != Status.Ok)
                return Status.Raised;
            if (!substitute.IsNull)
            {
                Include(found, argument);
                continue;
            }
            if (Read(machine, argument, "__parameters__", out var inner) != Status.Ok)
                return Status.Raised;
            foreach (var parameter in (inner.Object as PyTuple)?.Items ?? [])
                Include(found, parameter);
        }
        parameters = PyTuple.From(machine, [.. found]);
        return parameters is null ? Status.Raised : Status.Ok;
    }

    /// <summary>The arguments of <paramref name="generic"/> with its parameters replaced: a tuple.</summary>
    public static Status Substitute(Machine machine, in Value generic, PyTuple arguments, PyTuple parameters, in Value key, ref Value result)
    {
        Value single = key;
        var given = key.Object is PyTuple several ? several.Items.AsSpan() : new Span<Value>(ref single);
        if (given.Length != parameters.Count)
            return Operations.Repr(machine, generic, out var text) == Status.Ok
                ? machine.Raise(Types.TypeError, $"Too {(given.Length > parameters.Count ? "many" : "few")} arguments for {text}; actual {given.Length}, expected {parameters.Count}")
                : Status.Raised;
        var replaced = machine.NewArray<Value>(arguments.Count);
        if (replaced is null)
            return Status.Raised;
        for (var i = 0; i < replaced.Length; i++)
            if (SubstituteIn(machine, arguments.Items[i], parameters, given, ref replaced[i]) != Status.Ok)
                return Status.Raised;
        result.SetObject(new PyTuple(replaced));
        return Status.Ok;
    }

    private static Status SubstituteIn(Machine machine, in Value argument, PyTuple parameters, Span<Value> given, ref Value result)
    {
        result.Set(argument);
        if (argument.Object is PyType)
            return Status.Ok;
        if (Read(machine, argument, "__typing_subst__", out var substitute) != Status.Ok)
            return Status.Raised;
        if (!substitute.IsNull)
            return machine.Call(substitute, given[IndexOf(parameters.Items, argument)], ref result);
        if (Read(machine, argument, "__parameters__", out var inner) != Status.Ok)
            return Status.Raised;
        if (inner.Object is not PyTuple { Count: > 0 } own)
            return Status.Ok;
        var values = machine.NewArray<Value>(own.Count);
        if (values is null)
            return Status.Raised;
        for (var i = 0; i < values.Length; i++)
            values[i] = given[IndexOf(parameters.Items, own.Items[i])];
        return Operations.GetItem(machine, argument, Value.Of(new PyTuple(values)), ref result);
    }

    private static void Include(List<Value> found, in Value parameter)
    {
        if (IndexOf(found, parameter) < 0)
            found.Add(parameter);
    }

    private static int IndexOf(IReadOnlyList<Value> values, in Value value)
    {
        for (var i = 0; i < values.Count; i++)
            if (Value.Is(values[i], value))
                return i;
        return -1;
    }

    /// <summary>An attribute, or no value when there is none.</summary>
    private static Status Read(Machine machine, in Value value, string name, out Value attribute)
    {
        Value read = default;
        var status = Attributes.Get(machine, value, machine.Intern(name), ref read);
        attribute = status == Status.Ok ? read : default;
        return status == Status.Ok || machine.Catch(Types.AttributeError) ? Status.Ok : Status.Raised;
    }
}
