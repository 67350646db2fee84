using Krait.Core;

namespace Krait.Objects;

/// <summary>What a function written in Python shows of itself.</summary>
[PyType("function", PositionalOnly = true, Slots = Slots.Repr | Slots.Call)]
internal static class FunctionAttributes
{
    [PyProperty("__name__", Setter = nameof(SetName))]
    internal static PyStr Name(Machine machine, PyFunction self) => self.Facts?.Name ?? self.Code.Name(machine);

    internal static Status SetName(Machine machine, PyFunction self, in Value value)
    {
        if (value.Object is not PyStr name)
            return machine.Raise(Types.TypeError, "__name__ must be set to a string object");
        self.NewFacts().Name = name;
        return Status.Ok;
    }

    [PyProperty("__qualname__", Setter = nameof(SetQualifiedName))]
    internal static string QualifiedName(Machine machine, PyFunction self) => self.QualifiedName(machine);

    internal static Status SetQualifiedName(Machine machine, PyFunction self, in Value value)
    {
        if (value.Object is not PyStr name)
            return machine.Raise(Types.TypeError, "__qualname__ must be set to a string object");
        self.NewFacts().QualifiedName = name;
        return Status.Ok;
    }

    [PyProperty("__module__", Setter = nameof(SetModule))]
    internal static Value Module(Machine machine, PyFunction self)
    {
        if (self.Facts is { Module.IsNull: false } facts)
            return facts.Module;
        return self.Globals.TryGetName(machine, machine.Names.Name, out var name) ? name : Value.None;
    }

    internal static void SetModule(PyFunction self, in Value value) => self.NewFacts().Module = value.IsNull ? Value.None : value;

    [PyProperty("__doc__", Setter = nameof(SetDoc))]
    internal static Value Doc(PyFunction self) => self.Facts is { Doc.IsNull: false } facts ? facts.Doc : Value.None;

    internal static void SetDoc(PyFunction self, in Value value) => self.NewFacts().Doc = value;

    [PyProperty("__defaults__", Setter = nameof(SetDefaults))]
    internal static Value Defaults(PyFunction self) => self.Defaults.Length == 0 ? Value.None : Value.Of(new PyTuple(self.Defaults));

    internal static Status SetDefaults(Machine machine, PyFunction self, in Value value)
    {
        if (value.Object is not PyTuple && !value.IsNone && !value.IsNull)
            return machine.Raise(Types.TypeError, "__defaults__ must be set to a tuple object");
        var defaults = value.Object is PyTuple tuple ? tuple.Items : [];
        // More defaults than parameters: CPython, too, uses those at the end.
        var parameters = self.Code.Unit.PositionalCount - self.Code.Unit.ClosureCount;
        self.Defaults = defaults.Length > parameters ? defaults[^parameters..] : defaults;
        return Status.Ok;
    }

    [PyProperty("__kwdefaults__", Setter = nameof(SetKeywordDefaults))]
    internal static Value KeywordDefaults(PyFunction self) => self.KeywordDefaults is { } defaults ? Value.Of(defaults) : Value.None;

    internal static Status SetKeywordDefaults(Machine machine, PyFunction self, in Value value)
    {
        if (value.Object is not PyDict && !value.IsNone && !value.IsNull)
            return machine.Raise(Types.TypeError, "__kwdefaults__ must be set to a dict object");
        self.KeywordDefaults = value.Object as PyDict;
        return Status.Ok;
    }

    [PyProperty("__code__")]
    internal static Value Code(PyFunction self) => Value.Of(new PyCode(self.Code));

    [PyProperty("__globals__")]
    internal static Value Globals(PyFunction self) => Value.Of(self.Globals);

    [PyProperty("__builtins__")]
    internal static PyDict Builtins(Machine machine, PyFunction self) => machine.Builtins;

    [PyProperty("__closure__")]
    internal static Value Closure(PyFunction self)
    {
        if (self.Closure.Length == 0)
            return Value.None;
        // Bounded: by the source.
        var cells = new Value[self.Closure.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Value.Of(self.Closure[i]);
        return Value.Of(new PyTuple(cells));
    }

    [PyProperty("__annotations__")]
    internal static Value Annotations(PyFunction self) => Value.Of(new PyDict());

    [PyFunction("__get__")]
    internal static Value Bind(PyFunction self, in Value instance, in Value owner = default) =>
        instance.IsNone ? Value.Of(self) : Value.Of(new PyMethod(Value.Of(self), instance));
}

/// <summary>What a program set of a function, where code and globals say it otherwise.</summary>
internal sealed class FunctionFacts
{
    public PyStr? Name;
    public PyStr? QualifiedName;
    public Value Module;
    public Value Doc;
}
