using Krait.Core;

namespace Krait.Objects;

/// <summary>What types show to Python.</summary>
[PyType("type", IsBase = true, PositionalOnly = true, Slots = Slots.Repr | Slots.Call | Slots.GetAttribute | Slots.SetAttribute | Slots.Union)]
internal static class TypeAttributes
{
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Rest] Arguments rest) =>
        TypeMethods.NewType(machine, type, rest, ref result);

    [PyFunction("__init__")]
    internal static Status Initialize(Machine machine, PyType self, [Rest] Arguments rest) => rest.Positional is 1 or 3
        ? Status.Ok
        : machine.Raise(Types.TypeError, "type.__init__() takes 1 or 3 arguments");

    [PyProperty("__name__", Setter = nameof(SetName))]
    internal static string Name(PyType self) => self.Name;

    internal static Status SetName(Machine machine, PyType self, in Value value)
    {
        if (!CanSet(machine, self, value, "__name__", out var type, out var text))
            return Status.Raised;
        type.SetName(text);
        return Status.Ok;
    }

    [PyProperty("__qualname__", Setter = nameof(SetQualifiedName))]
    internal static string QualifiedName(PyType self) => self.QualifiedName;

    internal static Status SetQualifiedName(Machine machine, PyType self, in Value value)
    {
        if (!CanSet(machine, self, value, "__qualname__", out var type, out var text))
            return Status.Raised;
        type.SetQualifiedName(text);
        return Status.Ok;
    }

    [PyProperty("__module__", Setter = nameof(SetModule))]
    internal static Status Module(Machine machine, PyType self, ref Value result)
    {
        if (self is not ClassType type)
            return machine.Return(ref result, self.ModuleName);
        if (!type.Members.TryGetName(machine, machine.Names.Module, out var module))
            return Attributes.Missing(machine, Value.Of(self), machine.Names.Module);
        result.Set(module);
        return Status.Ok;
    }

    internal static Status SetModule(Machine machine, PyType self, in Value value)
    {
        if (self is not ClassType type)
            return Immutable(machine, self, "__module__");
        if (value.IsNull)
            return machine.Raise(Types.TypeError, $"cannot delete '__module__' attribute of type '{self.Name}'");
        if (type.SetMember(machine, machine.Names.Module, value) != Status.Ok)
            return Status.Raised;
        if (value.Object is PyStr text)
            type.SetModuleName(text.Text);
        return Status.Ok;
    }

    [PyProperty("__doc__", Setter = nameof(SetDoc))]
    internal static Status Doc(Machine machine, PyType self, ref Value result)
    {
        result.SetNone();
        return self.TryGetOwn(machine, machine.Names.Doc, out var doc)
            ? Attributes.BindToType(machine, doc, self, ref result)
            : Status.Ok;
    }

    internal static Status SetDoc(Machine machine, PyType self, in Value value)
    {
        if (self is not ClassType type)
            return Immutable(machine, self, "__doc__");
        if (value.IsNull)
            return machine.Raise(Types.TypeError, $"cannot delete '__doc__' attribute of type '{self.Name}'");
        return type.SetMember(machine, machine.Names.Doc, value);
    }

    [PyProperty("__mro__")]
    internal static Value Order(PyType self) => Value.Of(TupleOf(self.Mro));

    [PyProperty("__bases__", Setter = nameof(SetBases))]
    internal static Value Bases(PyType self) => Value.Of(TupleOf(self.Bases));

    internal static Status SetBases(Machine machine, PyType self, in Value value)
    {
        if (self is not ClassType type)
            return Immutable(machine, self, "__bases__");
        return value.IsNull
            ? machine.Raise(Types.TypeError, $"cannot delete '__bases__' attribute of type '{self.Name}'")
            : ClassBuilder.SetBases(machine, type, value);
    }

    [PyProperty("__base__")]
    internal static Value Base(PyType self) => self switch
    {
        ClassType type => Value.Of(type.BestBase),
        BuiltinType { Parent: { } parent } => Value.Of(parent),
        _ => Value.None,
    };

    [PyProperty("__dict__")]
    internal static Value Namespace(PyType self) => Value.Of(new PyMappingProxy(self));

    [PyFunction("mro")]
    internal static Value ComputeOrder(PyType self) => Value.Of(PyList.Adopt(Items(self.Mro)));

    [PyFunction("__subclasses__")]
    internal static Status Subclasses(Machine machine, PyType self, ref Value result)
    {
        var found = new List<Value>();
        foreach (var subclass in machine.SubclassesOf(self))
            found.Add(Value.Of(subclass));
        result.SetObject(PyList.Adopt([.. found]));
        return Status.Ok;
    }

    [PyFunction("__instancecheck__")]
    internal static Status InstanceCheck(Machine machine, PyType self, in Value instance, ref Value result) =>
        TypeChecks.DefaultInstanceCheck(machine, instance, self, ref result);

    [PyFunction("__subclasscheck__")]
    internal static Status SubclassCheck(Machine machine, PyType self, in Value subclass, ref Value result) =>
        TypeChecks.DefaultSubclassCheck(machine, subclass, Value.Of(self), ref result);

    [PyClassMethod("__prepare__")]
    internal static Value Prepare(PyType type, [Rest] Arguments rest) => Value.Of(new PyDict());

    private static PyTuple TupleOf(PyType[] types) => types.Length == 0 ? PyTuple.Empty : new PyTuple(Items(types));

    private static Value[] Items(PyType[] types)
    {
        // Bounded: the class was charged for its order.
        var items = new Value[types.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Value.Of(types[i]);
        return items;
    }

    private static bool CanSet(Machine machine, PyType self, in Value value, string attribute, out ClassType type, out string text)
    {
        type = (self as ClassType)!;
        text = (value.Object as PyStr)?.Text!;
        if (type is null)
            Immutable(machine, self, attribute);
        else if (value.IsNull)
            machine.Raise(Types.TypeError, $"cannot delete '{attribute}' attribute of type '{self.Name}'");
        else if (text is null)
            machine.Raise(Types.TypeError, $"can only assign string to {self.Name}.{attribute}, not '{Operations.TypeName(value)}'");
        else if (text.Contains('\0', StringComparison.Ordinal))
            machine.Raise(Types.ValueError, "type name must not contain null characters");
        else
            return true;
        return false;
    }

    private static Status Immutable(Machine machine, PyType type, string attribute) =>
        machine.Raise(Types.TypeError, $"cannot set '{attribute}' attribute of immutable type '{type.Name}'");
}
