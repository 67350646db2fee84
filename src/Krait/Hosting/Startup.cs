using Krait.Core;
using Krait.Modules;
using Krait.Objects;

namespace Krait.Hosting;

/// <summary>What an engine has before any program runs: the module builtins, and sys with the host's settings.</summary>
internal static class Startup
{
    public static void Prepare(Interpreter.Interpreter machine, EngineOptions options)
    {
        machine.BuiltinsModule = Value.Of(BuiltinModules.Create(machine, "builtins")!);
        machine.Modules.SetName(machine, machine.Intern("builtins"), machine.BuiltinsModule);
        var sys = BuiltinModules.Create(machine, "sys")!;
        machine.Modules.SetName(machine, machine.Intern("sys"), Value.Of(sys));
        sys.Members.SetName(machine, machine.Intern("argv"), Strings(machine, options.Arguments));
        sys.Members.SetName(machine, machine.Intern("path"), Strings(machine, options.Path));
        sys.Members.SetName(machine, machine.Intern("modules"), Value.Of(machine.Modules));
        sys.Members.SetName(machine, machine.Intern("executable"), Value.Of(PyStr.From(options.Executable)));
    }

    private static Value Strings(Machine machine, IReadOnlyList<string> texts)
    {
        var list = new PyList();
        foreach (var text in texts)
            list.Append(machine, Value.Of(PyStr.From(text)));
        return Value.Of(list);
    }
}
