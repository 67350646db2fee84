using Krait.Core;

namespace Krait.Objects;

/// <summary>A function bound to its first argument: of Python functions a "method", of builtin ones a builtin
/// function of its own.</summary>
[PyType("method", PositionalOnly = true)]
internal sealed partial class PyMethod(in Value function, in Value self) : PyObject
{
    /// <summary>The function.</summary>
    public readonly Value Function = function;

    /// <summary>The first argument.</summary>
    public readonly Value Self = self;

    public override PyType Type => Function.Object is PyBuiltin ? Types.BuiltinFunction : Types.Method;

    [PyNew]
    internal static Status New(Machine machine, PyType type, in Value function, in Value self, ref Value result)
    {
        if (!Operations.IsCallable(machine, function))
            return machine.Raise(Types.TypeError, "first argument must be callable");
        if (self.IsNone)
            return machine.Raise(Types.TypeError, "instance must not be None");
        result.SetObject(new PyMethod(function, self));
        return Status.Ok;
    }

    [PyProperty("__func__")]
    internal Value Target => Function;

    [PyProperty("__self__")]
    internal Value Receiver => Self;

    [PyFunction("__get__")]
    internal Value Bind(in Value instance, in Value owner = default) => Value.Of(this);

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result)
    {
        // The callee has taken its arguments into its own frame by the time this returns, so they may lie here.
        var buffer = default(ArgumentBuffer);
        return Operations.Invoke(machine, Function, ArgumentBuffer.Prepend(ref buffer, Self, arguments), ref result);
    }

    /// <summary>A method shows its function's attributes.</summary>
    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result)
    {
        if (Function.Object is PyBuiltin || Type.Lookup(machine, name, out _) && name != machine.Names.Doc && name != machine.Names.Dict)
            return Attributes.GetDefault(machine, Value.Of(this), name, ref result);
        if (Attributes.Get(machine, Function, name, ref result) == Status.Ok)
            return Status.Ok;
        return machine.Catch(Types.AttributeError) ? Attributes.Missing(machine, Value.Of(this), name) : Status.Raised;
    }

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value) =>
        Attributes.Missing(machine, Value.Of(this), name);

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyMethod method || op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        var equal = Value.Is(Self, method.Self);
        if (equal && Operations.Equals(machine, Function, method.Function, out equal) != Status.Ok)
            return Status.Raised;
        result.SetBool(equal == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        var status = Operations.Hash(machine, Function, out hash);
        hash ^= Self.Object is PyObject item ? machine.IdOf(item) >> 4 : Self.Bits;
        return status;
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        if (Function.Object is PyBuiltin builtin)
            return machine.Return(ref result, Self.Object is PyModule
                ? $"<built-in function {builtin.Name}>"
                : Self.Object is PyObject item
                    ? $"<built-in method {builtin.Name} of {Operations.TypeName(Self)} object at 0x{machine.IdOf(item):x}>"
                    : $"<built-in method {builtin.Name} of {Operations.TypeName(Self)} object>");
        var name = Function.Object is PyFunction function ? function.QualifiedName(machine) : "?";
        return Operations.Repr(machine, Self, out var text) == Status.Ok
            ? machine.Return(ref result, $"<bound method {name} of {text}>")
            : Status.Raised;
    }
}
