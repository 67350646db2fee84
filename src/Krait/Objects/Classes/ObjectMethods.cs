using Krait.Core;

namespace Krait.Objects;

/// <summary>What object gives to every value.</summary>
[PyType("object", IsBase = true, PositionalOnly = true, Slots = Slots.Repr | Slots.Str | Slots.Format | Slots.Hash
    | Slots.Equality | Slots.Order | Slots.GetAttribute | Slots.SetAttribute)]
internal static class ObjectMethods
{
    /// <summary>object.__new__: arguments are for whoever overrides one of the two steps, and for nobody otherwise.</summary>
    public static Status New(Machine machine, PyType type, in Arguments arguments, ref Value result)
    {
        var made = type as ClassType;
        if (arguments.Positional + arguments.Keywords > 0)
        {
            if (made is not null && made.FindSpecial(machine, Special.New, out _))
                return machine.Raise(Types.TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
            if (made is null || !made.FindSpecial(machine, Special.Init, out _))
                return machine.Raise(Types.TypeError, $"{type.Name}() takes no arguments");
        }
        result.SetObject(made is null ? new PyPlainObject() : new PyInstance(made));
        return Status.Ok;
    }

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Rest] Arguments rest) =>
        New(machine, type, rest, ref result);

    [PyFunction("__init__")]
    internal static Status Initialize(Machine machine, in Value self, [Rest] Arguments rest)
    {
        if (rest.Positional + rest.Keywords == 0)
            return Status.Ok;
        var type = Operations.TypeOf(self) as ClassType;
        if (type is not null && type.FindSpecial(machine, Special.Init, out _))
            return machine.Raise(Types.TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
        return type is null || type.Layout != Types.Object || type.FindSpecial(machine, Special.New, out _)
            ? Status.Ok
            : machine.Raise(Types.TypeError, $"{type.Name}.__init__() takes exactly one argument (the instance to initialize)");
    }

    [PyProperty("__class__", Setter = nameof(SetClass))]
    internal static Value GetClass(in Value self) => Value.Of(Operations.TypeOf(self));

    internal static Status SetClass(Machine machine, in Value self, in Value value)
    {
        if (value.IsNull)
            return machine.Raise(Types.TypeError, "can't delete __class__ attribute");
        if (value.Object is not PyType type)
            return machine.Raise(Types.TypeError,
                $"__class__ must be set to a class, not '{Operations.TypeName(value)}' object");
        if (self.Object is not IInstance instance || type is not ClassType made)
            return machine.Raise(Types.TypeError,
                "__class__ assignment only supported for mutable types or ModuleType subclasses");
        if (made.SolidBase != instance.State.Shape.Owner.SolidBase || made.HasDictionary != instance.State.Shape.Owner.HasDictionary)
            return machine.Raise(Types.TypeError,
                $"__class__ assignment: '{made.Name}' object layout differs from '{instance.State.Shape.Owner.Name}'");
        Instances.SetClass(machine, ref instance.State, made);
        return Status.Ok;
    }

    [PyProperty("__dict__", Setter = nameof(SetDictionary))]
    internal static Status GetDictionary(Machine machine, in Value self, ref Value result)
    {
        var attributes = self.Object switch
        {
            IInstance instance when instance.State.Shape.Owner.HasDictionary => Instances.ToDictionary(machine, ref instance.State),
            IInstance => null,
            PyObject item => item.AttributeDictionary(machine, create: true),
            _ => null,
        };
        if (attributes is null)
            return Attributes.Missing(machine, self, machine.Names.Dict);
        result.SetObject(attributes);
        return Status.Ok;
    }

    internal static Status SetDictionary(Machine machine, in Value self, in Value value)
    {
        if (self.Object is not IInstance instance || !instance.State.Shape.Owner.HasDictionary)
            return Attributes.Missing(machine, self, machine.Names.Dict);
        if (value.IsNull)
            return machine.Raise(Types.TypeError, "cannot delete __dict__");
        if (value.Object is not PyDict attributes)
            return machine.Raise(Types.TypeError, $"__dict__ must be set to a dictionary, not a '{Operations.TypeName(value)}'");
        Instances.Replace(machine, ref instance.State, attributes);
        return Status.Ok;
    }

    [PyConstant("__doc__")]
    internal static Value Doc => Value.None;

    [PyClassMethod("__init_subclass__")]
    internal static Status InitializeSubclass(Machine machine, PyType type, [Rest] Arguments rest) =>
        rest.Positional + rest.Keywords == 0
            ? Status.Ok
            : machine.Raise(Types.TypeError, $"{type.Name}.__init_subclass__() takes no keyword arguments");

    [PyClassMethod("__subclasshook__")]
    internal static Value SubclassHook(PyType type, in Value other) => Value.Of(Singletons.NotImplemented);

    [PyFunction("__dir__")]
    internal static Status Directory(Machine machine, in Value self, ref Value result) => AttributeNames.Of(machine, self, ref result);

    [PyFunction("__sizeof__")]
    internal static long SizeOf(in Value self) => self.Object is PyObject ? 16 : 0;
}

/// <summary>What object() makes: nothing but an identity.</summary>
internal sealed class PyPlainObject : PyObject
{
    public override PyType Type => Types.Object;
}
