using Krait.Core;

namespace Krait.Objects;

/// <summary>dir(): the names of a value's attributes, its own and its class's.</summary>
internal static class AttributeNames
{
    /// <summary>dir(value): what a Python class's <c>__dir__</c> says, sorted.</summary>
    public static Status Directory(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is not PyObject item || !Specials.Find(machine, item, Special.Dir, out var method))
            return Of(machine, value, ref result);
        Value names = default;
        var status = Specials.Call(machine, method, value, ref names);
        if (status != Status.Ok || Iteration.Collect(machine, names, out var items) != Status.Ok)
            return Status.Raised;
        if (PyList.From(machine, items) is not { } list)
            return Status.Raised;
        result.SetObject(list);
        return ListSort.Sort(machine, list, default, reverse: false);
    }

    /// <summary>object.__dir__, type.__dir__ and a module's: sorted here already.</summary>
    public static Status Of(Machine machine, in Value value, ref Value result)
    {
        var names = new PyDict();
        switch (value.Object)
        {
            case PyModule module:
                return Sorted(machine, module.Members, ref result);
            case PyType type:
                AddClass(machine, names, type);
                if (!HasDictionary(type))
                    _ = names.RemoveName(machine, machine.Names.Dict);
                break;
            default:
                AddClass(machine, names, Operations.TypeOf(value));
                if (value.Object is IInstance instance)
                    foreach (var name in instance.State.Shape.Names)
                        names.SetName(machine, name, Value.None);
                if (OwnDictionary(machine, value) is { } own)
                    AddKeys(machine, names, own);
                else if (value.Object is not IInstance { State.Shape.Owner.HasDictionary: true })
                    _ = names.RemoveName(machine, machine.Names.Dict);
                break;
        }
        return Sorted(machine, names, ref result);
    }

    /// <summary>The keys of a namespace as a sorted list.</summary>
    public static Status Sorted(Machine machine, PyDict names, ref Value result)
    {
        var list = new PyList();
        for (var position = 0; names.NextEntry(ref position, out var key, out _);)
            if (list.Append(machine, key) != Status.Ok)
                return Status.Raised;
        result.SetObject(list);
        return ListSort.Sort(machine, list, default, reverse: false);
    }

    /// <summary>Whether the instances of a type have attributes of their own.</summary>
    private static bool HasDictionary(PyType type) => type switch
    {
        ClassType made => made.HasDictionary,
        BuiltinType { ExceptionKind: not null } => true,
        _ => type == Types.Type || type == Types.Function || type == Types.Module || type == Types.StaticMethod || type == Types.ClassMethod,
    };

    private static PyDict? OwnDictionary(Machine machine, in Value value) => value.Object switch
    {
        IInstance instance => instance.State.Dictionary,
        PyObject item => item.AttributeDictionary(machine, create: false),
        _ => null,
    };

    private static void AddClass(Machine machine, PyDict names, PyType type)
    {
        foreach (var parent in type.Mro)
        {
            if (parent is ClassType made)
                AddKeys(machine, names, made.Members);
            else
                foreach (var name in ((BuiltinType)parent).Members.Names)
                    names.SetName(machine, machine.Intern(name), Value.None);
        }
    }

    private static void AddKeys(Machine machine, PyDict names, PyDict source)
    {
        for (var position = 0; source.NextEntry(ref position, out var key, out _);)
            if (key.Object is PyStr name)
                names.SetName(machine, machine.Interned.Get(name), Value.None);
    }
}
