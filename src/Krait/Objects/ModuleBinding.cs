using Krait.Core;

namespace Krait.Objects;

/// <summary>Makes the namespace of a builtin module: the binding generator writes one for each class with
/// <see cref="PyModuleAttribute"/>. Belongs to the process; what it makes belongs to an engine.</summary>
public abstract class ModuleBinding
{
    /// <summary>The Python name.</summary>
    public abstract string Name { get; }

    /// <summary>Adds the members.</summary>
    public abstract void Bind(ModuleTable members);

    /// <summary>Fills the namespace of the module in one engine, on its first import.</summary>
    internal void Bind(Machine machine, PyDict members) => Bind(new ModuleTable(machine, members));
}

/// <summary>The namespace of a builtin module while it is filled.</summary>
public readonly struct ModuleTable
{
    private readonly Machine machine;
    private readonly PyDict members;

    internal ModuleTable(Machine machine, PyDict members)
    {
        this.machine = machine;
        this.members = members;
    }

    /// <summary>Adds a function.</summary>
    public void Function(string name, NativeFunction function) =>
        Constant(name, Value.Of(new PyBuiltin(name, function, null, BuiltinKind.Function)));

    /// <summary>Adds a constant, or a type that belongs to the module.</summary>
    public void Constant(string name, in Value value) => members.SetName(machine, machine.Intern(name), value);
}
