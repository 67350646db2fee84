using System.Runtime.InteropServices;
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
        // Arguments have arguments.
        if (!machine.EnterRecursion())
            return Status.Raised;
        var found = new List<Value>();
        foreach (var argument in arguments.Items)
        {
            if (argument.Object is PyType)
                continue;
            if (Read(machine, argument, "__typing_subst__", out var substitute) != Status.Ok)
                return Status.Raised;
            if (!substitute.IsNull)
            {
                if (!TryInclude(machine, found, argument))
                    return Status.Raised;
                continue;
            }
            if (Read(machine, argument, "__parameters__", out var inner) != Status.Ok)
                return Status.Raised;
            foreach (var parameter in (inner.Object as PyTuple)?.Items ?? [])
                if (!TryInclude(machine, found, parameter))
                    return Status.Raised;
        }
        parameters = PyTuple.From(machine, [.. found]);
        return parameters is null ? Status.Raised : Status.Ok;
    }

    /// <summary>The arguments of <paramref name="generic"/> with its parameters replaced: a tuple.</summary>
    public static Status Substitute(Machine machine, in Value generic, PyTuple arguments, PyTuple parameters, in Value key, ref Value result)
    {
        if (!machine.EnterRecursion())
            return Status.Raised;
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
        int index;
        if (!substitute.IsNull)
        {
            if (!TryFind(machine, parameters.Items, argument, out index))
                return Status.Raised;
            return index >= 0
                ? machine.Call(substitute, given[index], ref result)
                : machine.Raise(Types.TypeError, $"'{Operations.TypeName(argument)}' object is not among the parameters");
        }
        if (Read(machine, argument, "__parameters__", out var inner) != Status.Ok)
            return Status.Raised;
        if (inner.Object is not PyTuple { Count: > 0 } own)
            return Status.Ok;
        var values = machine.NewArray<Value>(own.Count);
        if (values is null)
            return Status.Raised;
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryFind(machine, parameters.Items, own.Items[i], out index))
                return Status.Raised;
            // What was no parameter when the parameters were asked for stays what it is.
            values[i] = index >= 0 ? given[index] : own.Items[i];
        }
        return Operations.GetItem(machine, argument, Value.Of(new PyTuple(values)), ref result);
    }

    private static bool TryInclude(Machine machine, List<Value> found, in Value parameter)
    {
        if (!TryFind(machine, CollectionsMarshal.AsSpan(found), parameter, out var index))
            return false;
        if (index < 0)
            found.Add(parameter);
        return true;
    }

    /// <summary>The index of a value by identity, or -1. False with an exception pending: stop.</summary>
    private static bool TryFind(Machine machine, ReadOnlySpan<Value> values, in Value value, out int index)
    {
        index = -1;
        if (!machine.Charge(values.Length))
            return false;
        for (var i = 0; i < values.Length && index < 0; i++)
        {
            if (Value.Is(values[i], value))
                index = i;
            if (!machine.MayGoOn(i))
                return false;
        }
        return true;
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
