using Krait.Core;

namespace Krait.Objects;

/// <summary>A function written in Python: code, the globals it sees, its defaults and closed-over cells.</summary>
internal sealed class PyFunction(LinkedCode code, PyDict globals, PyFunction? parent = null) : PyObject
{
    public readonly LinkedCode Code = code;

    public readonly PyDict Globals = globals;

    /// <summary>The function whose code made this one: qualified names are built from it.</summary>
    public readonly PyFunction? Parent = parent;

    /// <summary>Whether this is the body of a class statement.</summary>
    public bool IsClassBody;

    /// <summary>Defaults of the last positional parameters.</summary>
    public Value[] Defaults = [];

    /// <summary>Defaults of keyword-only parameters, or null.</summary>
    public PyDict? KeywordDefaults;

    /// <summary>The closed-over cells, which become the first locals.</summary>
    public PyCell[] Closure = [];

    /// <summary>Attributes set from outside, or null.</summary>
    public PyDict? Attributes;

    /// <summary>Names and the like that a program set, or null.</summary>
    public FunctionFacts? Facts;

    /// <summary>The number of positional arguments with which a call needs nothing but a frame; -1 when there is no
    /// such number.</summary>
    public readonly int PlainCount = code.Unit.IsPlain && code.Unit.ClosureCount == 0 ? code.Unit.PositionalCount : -1;

    public override PyType Type => Types.Function;

    /// <summary><c>__qualname__</c>: the way to the function through classes and functions.</summary>
    public string QualifiedName(Machine machine)
    {
        if (Facts?.QualifiedName is { } set)
            return set.Text;
        var name = Facts?.Name?.Text ?? Code.Name(machine).Text;
        // The parent of a module's functions is the module's own code, which has none.
        return Parent is not { Parent: not null } maker
            ? name
            : maker.QualifiedName(machine) + (maker.IsClassBody ? "." : ".<locals>.") + name;
    }

    /// <summary>What a program set, to be added to.</summary>
    public FunctionFacts NewFacts() => Facts ??= new FunctionFacts();

    internal override PyDict? AttributeDictionary(Machine machine, bool create) => create ? Attributes ??= new PyDict() : Attributes;

    internal override Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, $"<function {QualifiedName(machine)} at 0x{machine.IdOf(this):x}>");
}
