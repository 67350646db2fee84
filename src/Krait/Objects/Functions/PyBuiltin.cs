using Krait.Core;

namespace Krait.Objects;

/// <summary>How a builtin function behaves when it is read from an instance or a type.</summary>
internal enum BuiltinKind : byte
{
    /// <summary>A plain function of a module: never binds.</summary>
    Function,

    /// <summary>A method: binds to the instance.</summary>
    Method,

    /// <summary>Binds to the type.</summary>
    ClassMethod,

    /// <summary>Never binds.</summary>
    StaticMethod,
}

/// <summary>A function written in C#. Belongs to the process: it holds no engine's objects.</summary>
internal sealed class PyBuiltin(string name, NativeFunction function, BuiltinType? owner, BuiltinKind kind) : PyObject
{
    public string Name { get; } = name;

    public NativeFunction Function { get; } = function;

    /// <summary>The type it is a method of; null for functions of modules.</summary>
    public BuiltinType? Owner { get; } = owner;

    public BuiltinKind Kind { get; } = kind;

    public override PyType Type => Kind is BuiltinKind.Method or BuiltinKind.ClassMethod ? Types.MethodDescriptor : Types.BuiltinFunction;

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        Function(machine, arguments, ref result);

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, Owner is null
        ? $"<built-in function {Name}>"
        : Kind == BuiltinKind.StaticMethod
            ? $"<built-in method {Name} of type object at 0x{machine.IdOf(Owner):x}>"
            : $"<method '{Name}' of '{Owner.Name}' objects>");
}

/// <summary>An attribute that C# computes. Belongs to the process.</summary>
[PyType("getset_descriptor", PositionalOnly = true)]
internal sealed partial class PyBuiltinProperty(string name, NativeFunction getter, NativeFunction? setter, BuiltinType owner) : PyObject
{
    [PyProperty("__name__")]
    public string Name { get; } = name;

    public NativeFunction Getter { get; } = getter;

    public NativeFunction? Setter { get; } = setter;

    public override PyType Type => Types.GetSetDescriptor;

    [PyProperty("__objclass__")]
    internal PyType Owner => owner;

    [PyFunction("__get__")]
    internal Status GetFor(Machine machine, in Value instance, ref Value result, in Value of = default) =>
        Descriptors.Get(machine, Value.Of(this), instance.IsNone ? Value.Null : instance, owner, ref result);

    [PyFunction("__set__")]
    internal Status SetFor(Machine machine, in Value instance, in Value value) =>
        Descriptors.Set(machine, Value.Of(this), instance, value);

    internal override Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, $"<attribute '{Name}' of '{owner.Name}' objects>");
}
