using Krait.Core;

namespace Krait.Objects;

/// <summary>What a builtin function shows of itself, bound to an instance or not.</summary>
[PyType("builtin_function_or_method", PositionalOnly = true, Slots = Slots.Repr | Slots.Call | Slots.Hash | Slots.Equality)]
internal static class BuiltinAttributes
{
    [PyProperty("__name__")]
    internal static string Name(in Value self) => Function(self).Name;

    [PyProperty("__qualname__")]
    internal static string QualifiedName(in Value self) =>
        Function(self) is { Owner: { } owner } function ? $"{owner.Name}.{function.Name}" : Function(self).Name;

    [PyProperty("__self__")]
    internal static Value Self(in Value self) => self.Object is PyMethod method ? method.Self : Value.None;

    [PyProperty("__module__")]
    internal static Value Module(in Value self) => Value.None;

    [PyProperty("__doc__")]
    internal static Value Doc(in Value self) => Value.None;

    private static PyBuiltin Function(in Value self) =>
        self.Object is PyMethod { Function.Object: PyBuiltin bound } ? bound : (PyBuiltin)self.Object!;
}

/// <summary>What a builtin method shows of itself when it is read from its type.</summary>
[PyType("method_descriptor", PositionalOnly = true, Slots = Slots.Repr | Slots.Call)]
internal static class MethodDescriptorAttributes
{
    [PyProperty("__name__")]
    internal static string Name(PyBuiltin self) => self.Name;

    [PyProperty("__qualname__")]
    internal static string QualifiedName(PyBuiltin self) => $"{self.Owner?.Name}.{self.Name}";

    [PyProperty("__objclass__")]
    internal static Value Owner(PyBuiltin self) => Value.Of(self.Owner);

    [PyProperty("__doc__")]
    internal static Value Doc(PyBuiltin self) => Value.None;

    [PyFunction("__get__")]
    internal static Status Bind(Machine machine, PyBuiltin self, in Value instance, ref Value result, in Value owner = default)
    {
        if (instance.IsNone && owner.Object is not PyType)
            return machine.Raise(Types.TypeError, "__get__(None, None) is invalid");
        return Descriptors.Get(machine, Value.Of(self), instance.IsNone ? Value.Null : instance,
            owner.Object as PyType ?? Operations.TypeOf(instance), ref result);
    }
}
