using Krait.Core;

namespace Krait.Objects;

/// <summary>The objects of which the process has one: Ellipsis and NotImplemented.</summary>
internal sealed class PySingleton(string text, Func<PyType> type) : PyObject
{
    public override PyType Type => type();

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, text);
}

/// <summary>Ellipsis and NotImplemented.</summary>
internal static class Singletons
{
    public static readonly PySingleton Ellipsis = new("Ellipsis", static () => Types.EllipsisType);

    public static readonly PySingleton NotImplemented = new("NotImplemented", static () => Types.NotImplementedType);
}

/// <summary>What Python sees of None.</summary>
[PyType("NoneType", PositionalOnly = true, Slots = Slots.Repr | Slots.Truth)]
internal static class NoneMethods
{
    [PyNew]
    internal static Value New() => Value.None;
}

/// <summary>What Python sees of Ellipsis.</summary>
[PyType("ellipsis", PositionalOnly = true, Slots = Slots.Repr)]
internal static class EllipsisMethods
{
    [PyNew]
    internal static Value New() => Value.Of(Singletons.Ellipsis);
}

/// <summary>What Python sees of NotImplemented.</summary>
[PyType("NotImplementedType", PositionalOnly = true, Slots = Slots.Repr | Slots.Truth)]
internal static class NotImplementedMethods
{
    [PyNew]
    internal static Value New() => Value.Of(Singletons.NotImplemented);
}
