using Krait.Core;

namespace Krait.Objects;

/// <summary>A classmethod: a callable that binds to the class.</summary>
[PyType("classmethod", IsBase = true, PositionalOnly = true)]
internal partial class PyClassMethod(in Value function) : PyObject
{
    public readonly Value Function = function;

    private PyDict? attributes;

    public override PyType Type => Types.ClassMethod;

    [PyNew]
    internal static void New(Machine machine, PyType type, in Value function, ref Value result) => result.SetObject(type is ClassType made
        ? new PyClassMethodInstance(made, function)
        : new PyClassMethod(function));

    [PyProperty("__func__")]
    internal Value Target => Function;

    [PyProperty("__wrapped__")]
    internal Value Wrapped => Function;

    [PyProperty("__isabstractmethod__")]
    internal Status IsAbstract(Machine machine, ref Value result) => Descriptors.IsAbstract(machine, [Function], ref result);

    [PyFunction("__get__")]
    internal Status GetFor(Machine machine, in Value instance, ref Value result, in Value owner = default) =>
        Bind(machine, owner.Object as PyType ?? Operations.TypeOf(instance), ref result);

    /// <summary>The callable bound to a class: by its own way of binding, where it has one.</summary>
    public Status Bind(Machine machine, PyType type, ref Value result)
    {
        if (Descriptors.Binds(machine, Function))
            return Descriptors.Get(machine, Function, Value.Of(type), type.Type, ref result);
        result.SetObject(new PyMethod(Function, Value.Of(type)));
        return Status.Ok;
    }

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        GetAttribute(machine, this, Function, name, ref result);

    internal override PyDict? AttributeDictionary(Machine machine, bool create) => create ? attributes ??= new PyDict() : attributes;

    internal override Status Repr(Machine machine, ref Value result) =>
        Operations.Repr(machine, Function, out var text) == Status.Ok
            ? machine.Return(ref result, $"<classmethod({text})>")
            : Status.Raised;

    /// <summary>Names and documentation of a wrapper are those of what it wraps.</summary>
    internal static Status GetAttribute(Machine machine, PyObject wrapper, in Value wrapped, PyStr name, ref Value result)
    {
        var names = machine.Names;
        return (name == names.Name || name == names.QualName || name == names.Module || name == names.Doc)
            && !Attributes.TryGetOwn(machine, Value.Of(wrapper), name, out _)
                ? Attributes.Get(machine, wrapped, name, ref result)
                : Attributes.GetDefault(machine, Value.Of(wrapper), name, ref result);
    }
}

/// <summary>An instance of a Python class that derives from classmethod.</summary>
internal sealed class PyClassMethodInstance : PyClassMethod, IInstance
{
    private InstanceState state;

    public PyClassMethodInstance(ClassType type, in Value function)
        : base(function)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
