using Krait.Core;

namespace Krait.Objects;

/// <summary>A property: attribute access as calls.</summary>
[PyType("property", IsBase = true)]
internal partial class PyProperty(in Value getter, in Value setter, in Value deleter, in Value doc) : PyObject
{
    public readonly Value Getter = getter;
    public readonly Value Setter = setter;
    public readonly Value Deleter = deleter;

    private Value doc = doc;

    public override PyType Type => Types.Property;

    /// <summary>The name it has in its class, for messages; null until a class statement has named it.</summary>
    public string? Name { get; set; }

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Named("fget")] in Value getter = default,
        [Named("fset")] in Value setter = default, [Named("fdel")] in Value deleter = default, [Named("doc")] in Value doc = default)
    {
        Value get = OrNone(getter), set = OrNone(setter), delete = OrNone(deleter), text = OrNone(doc);
        if (text.IsNone && get.Object is PyFunction && Attributes.Get(machine, get, machine.Names.Doc, ref text) != Status.Ok)
            return Status.Raised;
        result.SetObject(type is ClassType made
            ? new PyPropertyInstance(made, get, set, delete, text)
            : new PyProperty(get, set, delete, text));
        return Status.Ok;
    }

    [PyProperty("fget")]
    internal Value GetterValue => Getter;

    [PyProperty("fset")]
    internal Value SetterValue => Setter;

    [PyProperty("fdel")]
    internal Value DeleterValue => Deleter;

    [PyProperty("__doc__", Setter = nameof(SetDoc))]
    internal Value Doc => doc;

    internal void SetDoc(in Value value) => doc = OrNone(value);

    [PyProperty("__isabstractmethod__")]
    internal Status IsAbstract(Machine machine, ref Value result) => Descriptors.IsAbstract(machine, [Getter, Setter, Deleter], ref result);

    [PyFunction("getter")]
    internal Status WithGetter(Machine machine, in Value function, ref Value result) =>
        Copy(machine, function, Setter, Deleter, ref result);

    [PyFunction("setter")]
    internal Status WithSetter(Machine machine, in Value function, ref Value result) =>
        Copy(machine, Getter, function, Deleter, ref result);

    [PyFunction("deleter")]
    internal Status WithDeleter(Machine machine, in Value function, ref Value result) =>
        Copy(machine, Getter, Setter, function, ref result);

    [PyFunction("__get__")]
    internal Status GetFor(Machine machine, in Value instance, ref Value result, in Value owner = default)
    {
        if (!instance.IsNone)
            return Get(machine, instance, ref result);
        result.SetObject(this);
        return Status.Ok;
    }

    [PyFunction("__set_name__")]
    internal void SetName(in Value owner, PyStr name) => Name = name.Text;

    [PyFunction("__set__")]
    internal Status SetFor(Machine machine, in Value instance, in Value value) => Set(machine, instance, value);

    [PyFunction("__delete__")]
    internal Status DeleteFor(Machine machine, in Value instance) => Delete(machine, instance);

    public Status Get(Machine machine, in Value instance, ref Value result) => Getter.IsNone
        ? Lacks(machine, instance, "getter")
        : machine.Call(Getter, instance, ref result);

    public Status Set(Machine machine, in Value instance, in Value value)
    {
        if (Setter.IsNone)
            return Lacks(machine, instance, "setter");
        var arguments = default(ArgumentBuffer);
        arguments[0] = instance;
        arguments[1] = value;
        Value ignored = default;
        return machine.Call(Setter, ((Span<Value>)arguments)[..2], ref ignored);
    }

    public Status Delete(Machine machine, in Value instance)
    {
        if (Deleter.IsNone)
            return Lacks(machine, instance, "deleter");
        Value ignored = default;
        return machine.Call(Deleter, instance, ref ignored);
    }

    private Status Lacks(Machine machine, in Value instance, string what) => machine.Raise(Types.AttributeError,
        $"property {(Name is null ? "" : $"'{Name}' ")}of '{Operations.TypeName(instance)}' object has no {what}");

    private Status Copy(Machine machine, in Value getter, in Value setter, in Value deleter, ref Value result)
    {
        if (Type is BuiltinType)
        {
            result.SetObject(new PyProperty(getter, setter, deleter, doc) { Name = Name });
            return Status.Ok;
        }
        var arguments = default(ArgumentBuffer);
        arguments[0] = getter;
        arguments[1] = setter;
        arguments[2] = deleter;
        arguments[3] = doc;
        var status = machine.Call(Value.Of(Type), ((Span<Value>)arguments)[..4], ref result);
        if (status == Status.Ok && result.Object is PyProperty copy)
            copy.Name = Name;
        return status;
    }

    private static Value OrNone(in Value value) => value.IsNull ? Value.None : value;
}

/// <summary>An instance of a Python class that derives from property.</summary>
internal sealed class PyPropertyInstance : PyProperty, IInstance
{
    private InstanceState state;

    public PyPropertyInstance(ClassType type, in Value getter, in Value setter, in Value deleter, in Value doc)
        : base(getter, setter, deleter, doc)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
