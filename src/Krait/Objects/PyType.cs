using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A Python type: a <see cref="BuiltinType"/>, which belongs to the process and never changes, or a
/// <see cref="ClassType"/>, which a class statement made in one engine.
/// </summary>
public abstract class PyType : PyObject
{
    private protected PyType(string name)
    {
        Name = name;
        QualifiedName = name;
    }

    /// <summary>The type's <c>__name__</c>.</summary>
    public string Name { get; private protected set; }

    /// <summary>The type's <c>__qualname__</c>.</summary>
    public string QualifiedName { get; private protected set; }

    /// <summary>The module that defines it; "builtins" for the language's own.</summary>
    internal string ModuleName { get; private protected set; } = "builtins";

    /// <summary>The direct bases, in order.</summary>
    internal PyType[] Bases { get; private protected set; } = [];

    /// <summary>The method resolution order (C3), this type first, object last.</summary>
    internal PyType[] Mro { get; private protected set; } = [];

    /// <summary>The builtin type whose C# class represents the instances.</summary>
    internal abstract BuiltinType Layout { get; }

    /// <summary>The type, this one or one it derives from, that last added storage to the instances.</summary>
    internal abstract PyType SolidBase { get; }

    /// <summary>Whether operations ask the type's special methods: a class written in Python, or a host's in C#. Krait's
    /// own types have slots instead.</summary>
    internal bool DefinesSpecials { get; private protected init; }

    /// <summary>Finds a special method that operations ask, unbound; None means that the type refuses the operation.</summary>
    internal virtual bool FindSpecial(Machine machine, Special special, out Value method)
    {
        method = default;
        return false;
    }

    /// <summary>Finds a member in this type's own namespace, not in its bases.</summary>
    internal abstract bool TryGetOwn(Machine machine, PyStr name, out Value value);

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        PyUnion.Binary(machine, op, Value.Of(this), other, reflected, ref result);

    /// <summary>type[key] where the metaclass has no <c>__getitem__</c>: the class's <c>__class_getitem__</c>.</summary>
    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (this == Types.Type)
            return PyGenericAlias.Make(machine, Value.Of(this), key, ref result);
        if (!Lookup(machine, machine.Names[Special.ClassGetItem], out var member))
            return machine.Raise(Types.TypeError, $"type '{Name}' is not subscriptable");
        Value method = default;
        return Attributes.BindToType(machine, member, this, ref method) == Status.Ok
            ? machine.Call(method, key, ref result)
            : Status.Raised;
    }

    /// <summary>Finds a member along the method resolution order, unbound.</summary>
    internal bool Lookup(Machine machine, PyStr name, out Value value)
    {
        foreach (var type in Mro)
            if (type.TryGetOwn(machine, name, out value))
                return true;
        value = default;
        return false;
    }

    /// <summary>Whether instances of this type are instances of <paramref name="other"/>.</summary>
    internal bool IsSubclassOf(PyType other)
    {
        if (this == other)
            return true;
        foreach (var type in Mro)
            if (type == other)
                return true;
        return false;
    }
}
