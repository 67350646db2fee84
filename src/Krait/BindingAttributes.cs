namespace Krait;

/// <summary>Makes a C# class a Python type: a subclass of PyObject (self is the object), or a static class whose
/// methods take self as their first parameter (for types whose values have no C# class of their own, or several).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PyTypeAttribute(string name) : Attribute
{
    /// <summary>The Python name.</summary>
    public string Name { get; } = name;

    /// <summary>The module it belongs to.</summary>
    public string Module { get; init; } = "builtins";

    /// <summary>Whether Python classes may derive from it.</summary>
    public bool IsBase { get; init; }

    /// <summary>Whether <c>__hash__</c> is None: hash() refuses the instances.</summary>
    public bool Unhashable { get; init; }

    /// <summary>The slots to show as special methods; those that the class overrides are added to these.</summary>
    public Objects.Slots Slots { get; set; }

    /// <summary>Whether parameters are positional-only unless marked with <see cref="NamedAttribute"/>.</summary>
    public bool PositionalOnly { get; init; }
}

/// <summary>Makes a static C# class a Python module.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PyModuleAttribute(string name) : Attribute
{
    /// <summary>The Python name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether parameters are positional-only unless marked with <see cref="NamedAttribute"/>.</summary>
    public bool PositionalOnly { get; init; }
}

/// <summary>A method of a type, or a function of a module.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyFunctionAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name; by default the C# name in snake case.</summary>
    public string? Name { get; } = name;
}

/// <summary>A class method: the first parameter behind the machine is the PyType.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyClassMethodAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name.</summary>
    public string? Name { get; } = name;
}

/// <summary>A static method of a type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyStaticMethodAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name.</summary>
    public string? Name { get; } = name;
}

/// <summary>The constructor of a type: a static method whose first parameter behind the machine is the PyType to make.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyNewAttribute : Attribute;

/// <summary>An attribute of instances that C# computes: a C# property or a getter method.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)]
public sealed class PyPropertyAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name.</summary>
    public string? Name { get; } = name;

    /// <summary>The C# method that sets it, when a method is needed.</summary>
    public string? Setter { get; init; }
}

/// <summary>A constant of a module or type: a static field or property.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PyConstantAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name.</summary>
    public string? Name { get; } = name;
}

/// <summary>This parameter and those behind it may be given by name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NamedAttribute(string? name = null) : Attribute
{
    /// <summary>The Python name; by default the C# name in snake case.</summary>
    public string? Name { get; } = name;
}

/// <summary>This parameter and those behind it must be given by name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class KeywordOnlyAttribute : Attribute;

/// <summary>This Arguments parameter takes all remaining positional arguments (and keywords, if nothing else does).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RestAttribute : Attribute
{
    /// <summary>Whether keywords are refused, where no parameter has a name.</summary>
    public bool NoKeywords { get; init; }
}
