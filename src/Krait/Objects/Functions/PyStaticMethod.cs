using Krait.Core;

namespace Krait.Objects;

/// <summary>A staticmethod: a callable that never binds.</summary>
[PyType("staticmethod", IsBase = true, PositionalOnly = true)]
internal partial class PyStaticMethod(in Value function) : PyObject
{
    public readonly Value Function = function;

    private PyDict? attributes;

    public override PyType Type => Types.StaticMethod;

    [PyNew]
    internal static void New(Machine machine, PyType type, in Value function, ref Value result) => result.SetObject(type is ClassType made
        ? new PyStaticMethodInstance(made, function)
        : new PyStaticMethod(function));

    [PyProperty("__func__")]
    internal Value Target => Function;

    [PyProperty("__wrapped__")]
    internal Value Wrapped => Function;

    [PyProperty("__isabstractmethod__")]
    internal Status IsAbstract(Machine machine, ref Value result) => Descriptors.IsAbstract(machine, [Function], ref result);

    [PyFunction("__get__")]
    internal Value GetFor(in Value instance, in Value owner = default) => Function;

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        Operations.Invoke(machine, Function, arguments, ref result);

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        PyClassMethod.GetAttribute(machine, this, Function, name, ref result);

    internal override PyDict? AttributeDictionary(Machine machine, bool create) => create ? attributes ??= new PyDict() : attributes;

    internal override Status Repr(Machine machine, ref Value result) =>
        Operations.Repr(machine, Function, out var text) == Status.Ok
            ? machine.Return(ref result, $"<staticmethod({text})>")
            : Status.Raised;
}

/// <summary>An instance of a Python class that derives from staticmethod.</summary>
internal sealed class PyStaticMethodInstance : PyStaticMethod, IInstance
{
    private InstanceState state;

    public PyStaticMethodInstance(ClassType type, in Value function)
        : base(function)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
