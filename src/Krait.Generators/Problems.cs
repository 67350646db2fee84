using Microsoft.CodeAnalysis;

namespace Krait.Generators;

/// <summary>What can be wrong with a binding.</summary>
internal static class Problems
{
    public static readonly DiagnosticDescriptor TypeShape = Error("KR0001", "A Python type is a PyObject or a static class",
        "'{0}' has [PyType] but is neither a static class nor derived from PyObject");

    public static readonly DiagnosticDescriptor ModuleShape = Error("KR0002", "A Python module is a static class",
        "'{0}' has [PyModule] but is not a static class");

    public static readonly DiagnosticDescriptor ClassPlace = Error("KR0003", "A bound class is neither nested nor generic",
        "'{0}' cannot be bound: it is nested in another type or has type parameters");

    public static readonly DiagnosticDescriptor Inaccessible = Error("KR0004", "A bound member is accessible in its assembly",
        "'{0}' cannot be bound: make it internal or public");

    public static readonly DiagnosticDescriptor Misplaced = Error("KR0005", "A binding attribute on the wrong kind of member",
        "'{0}' cannot be bound: {1}");

    public static readonly DiagnosticDescriptor MissingMachine = Error("KR0006", "The machine comes first",
        "'{0}' answers a Status or writes a result, so its first parameter must be 'Machine machine'");

    public static readonly DiagnosticDescriptor MissingSelf = Error("KR0007", "A static method takes self",
        "'{0}' is static, so it takes self behind the machine: 'in Value self', or a class derived from PyObject");

    public static readonly DiagnosticDescriptor UnsupportedParameter = Error("KR0008", "A parameter type that no Python value converts to",
        "Parameter '{0}' of '{1}' has type '{2}', and no Python value converts to it");

    public static readonly DiagnosticDescriptor UnsupportedResult = Error("KR0009", "A result type that is no Python value",
        "'{0}' gives '{1}', which does not convert to a Python value");

    public static readonly DiagnosticDescriptor RequiredAfterOptional = Error("KR0010", "A required parameter behind an optional one",
        "Parameter '{0}' of '{1}' is required, but a parameter before it may be left out");

    public static readonly DiagnosticDescriptor TwoConstructors = Error("KR0011", "One constructor",
        "'{0}' has [PyNew], but its class has another constructor already");

    public static readonly DiagnosticDescriptor NameClash = Error("KR0012", "One member for each name",
        "'{0}' is bound as '{1}', but {2} of that Python name already");

    public static readonly DiagnosticDescriptor NotABase = Error("KR0013", "Python classes cannot derive from a host's type",
        "'{0}' has IsBase, which only the types of Krait itself can have");

    public static readonly DiagnosticDescriptor SpecialSignature = Error("KR0014", "A special method as operations call it",
        "'{0}' is bound as '{1}', which {2}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Krait.Binding", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
