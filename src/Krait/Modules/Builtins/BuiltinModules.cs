using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>
/// The modules written in C#, one file or folder each, made on first import: the catalogue names their bindings, and
/// what belongs to one engine (its argv, its streams) is added here.
/// </summary>
internal static class BuiltinModules
{
    /// <summary>The builtin module of this name, or null.</summary>
    public static PyModule? Create(Machine machine, string name)
    {
        if (name == "builtins")
            return CreateBuiltins(machine);
        if (ModuleCatalog.Find(name) is not { } binding)
            return null;
        var module = PyModule.Create(machine, binding);
        if (name == "sys")
            SysModule.Complete(machine, module);
        return module;
    }

    /// <summary>Fills the namespace that every lookup of a name ends in.</summary>
    public static void FillBuiltins(Machine machine)
    {
        BuiltinsModuleBinding.Instance.Bind(machine, machine.Builtins);
        machine.Builtins.SetName(machine, machine.Names.Name, Value.Of(machine.Intern("builtins")));
        foreach (var type in Types.Visible)
            machine.Builtins.SetName(machine, machine.Intern(type.Name), Value.Of(type));
        machine.Builtins.SetName(machine, machine.Intern("EnvironmentError"), Value.Of(Types.OSError));
        machine.Builtins.SetName(machine, machine.Intern("IOError"), Value.Of(Types.OSError));
    }

    /// <summary>The module builtins shows the namespace itself.</summary>
    private static PyModule CreateBuiltins(Machine machine)
    {
        if (!machine.Builtins.TryGetName(machine, machine.Names.Name, out _))
            FillBuiltins(machine);
        return PyModule.Of(machine, "builtins", machine.Builtins);
    }
}
