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

    /// <summary>The number of positional arguments with which a call needs nothing but a frame; -1 when there is no
    /// such number.</summary>
    public readonly int PlainCount = code.Unit.IsPlain ? code.Unit.PositionalCount - code.Unit.ClosureCount : -1;

    public override PyType Type => Types.Function;

    internal override PyDict? AttributeDictionary(Machine machine, bool create) => create ? Attributes ??= new PyDict() : Attributes;
}

/// <summary>A variable that functions share.</summary>
internal sealed class PyCell : PyObject
{
    /// <summary>The contents; no value while unbound.</summary>
    public Value Contents;

    public override PyType Type => Types.Cell;
}

/// <summary>A function's or module's code as Python sees it.</summary>
internal sealed class PyCode(LinkedCode code) : PyObject
{
    public readonly LinkedCode Code = code;

    public override PyType Type => Types.Code;
}
