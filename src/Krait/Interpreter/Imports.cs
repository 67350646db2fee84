using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// Importing: each module body on the way (the packages, the module, submodules named in a from list) is a pushed
/// frame; <see cref="PendingImport"/> remembers how far the import has got.
/// </summary>
[Micro]
internal static class Imports
{
    /// <summary>IMPORT_NAME.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportName(Interpreter machine, int qstr, ref Value level, ref Value names, ref Value result)
    {
        var function = machine.Current.Function;
        var name = function.Code.String(machine, qstr);
        if (!level.IsInt || level.Bits is < 0 or > int.MaxValue)
            return machine.Raise(Types.SystemError, "the level of an import is not a small int");
        // A program may replace __import__.
        if (machine.Builtins.TryGetName(machine, machine.Names.Import, out var replaced) && replaced.Object is not PyBuiltin)
        {
            Value depth = level;
            return Pushes.Invoke(machine, replaced, [Value.Of(name), Value.Of(function.Globals), Value.None, names, depth], Continuation.Push, ref result);
        }
        return Import(machine, name.Text, function.Globals, names, (int)level.Bits, ref result);
    }

    /// <summary>__import__(name, globals, None, names, level).</summary>
    public static Status Import(Interpreter machine, string name, PyDict? globals, in Value names, int level, ref Value result)
    {
        var absolute = name;
        if (level > 0 && Resolve(machine, name, globals, level, out absolute) != Status.Ok)
            return Status.Raised;
        if (absolute.Length == 0)
            return machine.Raise(Types.ValueError, "Empty module name");
        var import = new PendingImport(absolute.Split('.'), names.IsNone ? Value.Null : names, level > 0 && name.Length == 0 ? int.MaxValue : level);
        return Advance(machine, import, ref result);
    }

    /// <summary>The absolute name of a relative import.</summary>
    private static Status Resolve(Machine machine, string name, PyDict? globals, int level, out string absolute)
    {
        absolute = "";
        if (globals is null || !globals.TryGetName(machine, machine.Names.Name, out var value) || value.Object is not PyStr own)
            return machine.Raise(Types.ImportError, "attempted relative import with no known parent package");
        var package = own.Text;
        var up = globals.TryGetName(machine, machine.Names.Path, out _) ? level - 1 : level;
        for (; up > 0; up--)
        {
            var dot = package.LastIndexOf('.');
            if (dot < 0)
                return machine.Raise(Types.ImportError, up == level
                    ? "attempted relative import with no known parent package"
                    : "attempted relative import beyond top-level package");
            package = package[..dot];
        }
        absolute = name.Length == 0 ? package : package + "." + name;
        return Status.Ok;
    }

    /// <summary>Goes on with an import until it is done or a module body has to run.</summary>
    private static Status Advance(Interpreter machine, PendingImport import, ref Value result)
    {
        while (import.NextName() is { } name)
        {
            if (machine.Modules.TryGetName(machine, machine.Intern(name), out var known))
            {
                if (known.IsNone)
                    return NotFound(machine, name, $"import of {name} halted; None in sys.modules");
                import.Take(known);
                continue;
            }
            var package = import.Current.Object as PyModule;
            if (import.IsOptional && HasMember(machine, package, name))
            {
                import.Take(default);
                continue;
            }
            if (package is null && import.Current.Object is not null)
                return NotFound(machine, name, $"No module named '{name}'; '{import.ParentName}' is not a package");
            if (package is not null && !package.Members.TryGetName(machine, machine.Names.Path, out _))
            {
                if (import.IsOptional)
                {
                    import.Take(default);
                    continue;
                }
                return NotFound(machine, name, $"No module named '{name}'; '{import.ParentName}' is not a package");
            }
            var status = machine.Loader.Find(machine, name, package, out var found);
            if (status == Status.Stop)
            {
                if (import.IsOptional)
                {
                    import.Take(default);
                    continue;
                }
                return NotFound(machine, name, $"No module named '{name}'");
            }
            if (status != Status.Ok)
                return status;
            machine.Modules.SetName(machine, machine.Intern(name), Value.Of(found.Module));
            if (found.Body is null)
            {
                Bind(machine, package, name, found.Module);
                import.Take(Value.Of(found.Module));
                continue;
            }
            import.Loading = found.Module;
            import.LoadingName = name;
            Value none = default;
            status = Calls.Push(machine, found.Body, ref none, 0, out var frame);
            if (status != Status.Pushed)
            {
                Abandon(machine, import);
                return status;
            }
            frame.Locals = found.Module.Members;
            new After(Continuation.Resume, 0, import).SetOn(frame);
            return Status.Pushed;
        }
        result.Set(import.Result(machine));
        return Status.Ok;
    }

    /// <summary>A module's body has run: it is bound in its package, and the import goes on. The module delivered is
    /// what sys.modules holds: the body may have replaced it.</summary>
    public static Status AfterBody(Interpreter machine, PendingImport import, ref Value result)
    {
        var name = import.LoadingName!;
        if (!machine.Modules.TryGetName(machine, machine.Intern(name), out var module))
            return machine.Raise(Types.KeyError, Value.Of(machine.Intern(name)));
        Bind(machine, import.Current.Object as PyModule, name, module);
        import.Loading = null;
        import.Take(module);
        return Advance(machine, import, ref result);
    }

    /// <summary>A module's body raised: the module is forgotten.</summary>
    public static void Abandon(Interpreter machine, PendingImport import)
    {
        if (import.LoadingName is { } name)
            machine.Modules.RemoveName(machine, machine.Intern(name));
        import.Loading = null;
    }

    private static bool HasMember(Machine machine, PyModule? package, string name) =>
        package is null || package.Members.TryGetName(machine, machine.Intern(name[(name.LastIndexOf('.') + 1)..]), out _);

    private static void Bind(Machine machine, PyModule? package, string name, in Value module) =>
        package?.Members.SetName(machine, machine.Intern(name[(name.LastIndexOf('.') + 1)..]), module);

    private static void Bind(Machine machine, PyModule? package, string name, PyModule module) =>
        Bind(machine, package, name, Value.Of(module));

    private static Status NotFound(Machine machine, string name, string message) =>
        machine.Raise(PyException.CreateNamed(machine, Types.ModuleNotFoundError, message, Value.Of(PyStr.From(name))));

    /// <summary>IMPORT_FROM: an attribute, or a submodule that is being imported.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportFrom(Interpreter machine, int qstr, ref Value module, ref Value result)
    {
        var name = machine.Current.Function.Code.String(machine, qstr);
        Value source = module;
        Value found = default;
        var status = Attributes.Get(machine, source, name, ref found);
        if (status == Status.Ok)
        {
            result.Set(found);
            return Status.Ok;
        }
        if (!machine.Catch(Types.AttributeError))
            return status;
        var known = source.Object as PyModule;
        var moduleName = known?.Name ?? "<unknown module name>";
        if (known is not null && machine.Modules.TryGetName(machine, machine.Intern($"{known.Name}.{name.Text}"), out found))
        {
            result.Set(found);
            return Status.Ok;
        }
        var place = known is not null && known.Members.TryGetName(machine, machine.Names.File, out var file) && file.Object is PyStr path
            ? path.Text
            : "unknown location";
        var partly = known is not null && IsLoading(machine, known) ? "partially initialized module " : "";
        var likely = partly.Length > 0 ? "most likely due to a circular import) (" : "";
        return machine.Raise(PyException.CreateNamed(machine, Types.ImportError,
            $"cannot import name '{name.Text}' from {partly}'{moduleName}' ({likely}{place})", Value.Of(PyStr.From(moduleName))));
    }

    /// <summary>Whether a module's body is still running.</summary>
    private static bool IsLoading(Interpreter machine, PyModule module)
    {
        for (var frame = machine.Current; frame is not null; frame = frame.Caller)
            if (frame.Continuation == Continuation.Resume && frame.State is PendingImport import && import.Loading == module)
                return true;
        return false;
    }

    /// <summary>IMPORT_STAR: the names of __all__, or all that do not start with an underscore.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportStar(Interpreter machine, ref Value module)
    {
        var frame = machine.Current;
        var target = frame.Locals ?? frame.Function.Globals;
        Value source = module;
        if (source.Object is not PyModule from)
            return machine.Raise(Types.ImportError, "from-import-* object has no __dict__ and no __all__");
        if (from.Members.TryGetName(machine, machine.Names.All, out var all))
        {
            if (Iteration.Collect(machine, all, out var names) != Status.Ok)
                return Status.Raised;
            foreach (var item in names)
            {
                if (item.Object is not PyStr name)
                    return machine.Raise(Types.TypeError, $"Item in {from.Name}.__all__ must be str, not {Operations.TypeName(item)}");
                Value value = default;
                var interned = machine.Interned.Get(name);
                if (Attributes.Get(machine, source, interned, ref value) != Status.Ok)
                    return Status.Raised;
                target.SetName(machine, interned, value);
            }
            return Status.Ok;
        }
        var position = 0;
        while (from.Members.NextEntry(ref position, out var key, out var member))
            if (key.Object is PyStr name && !name.Text.StartsWith('_'))
                target.SetName(machine, machine.Interned.Get(name), member);
        return Status.Ok;
    }
}

/// <summary>An import on its way: the parts of the dotted name, then the names of a from list that may be submodules.</summary>
internal sealed class PendingImport(string[] parts, in Value names, int level) : Pending
{
    private readonly Value names = names;
    private readonly int level = level;
    private Value top;
    private int part;
    private int name;

    /// <summary>The package in which the next module is looked for; no value at the top level.</summary>
    public Value Current { get; private set; }

    /// <summary>The module whose body runs.</summary>
    public PyModule? Loading { get; set; }

    /// <summary>Its full name.</summary>
    public string? LoadingName { get; set; }

    /// <summary>Whether the next module may be missing: it is a name of a from list.</summary>
    public bool IsOptional => part >= parts.Length;

    /// <summary>The full name of the package the next module belongs to.</summary>
    public string ParentName => string.Join('.', parts, 0, Math.Min(part, parts.Length));

    /// <summary>The full name of the next module to look for, or null when the import is done.</summary>
    public string? NextName()
    {
        if (part < parts.Length)
            return string.Join('.', parts, 0, part + 1);
        if (names.IsNull || Current.Object is not PyModule)
            return null;
        var items = names.Object is PyTuple tuple ? tuple.Items : [];
        for (; name < items.Length; name++)
            if (items[name].Object is PyStr text && text.Text != "*")
                return string.Join('.', parts) + "." + text.Text;
        return null;
    }

    /// <summary>The next module is there.</summary>
    public void Take(in Value module)
    {
        if (IsOptional)
        {
            name++;
            return;
        }
        if (part++ == 0)
            top = module;
        Current = module;
    }

    public override Status Resume(Machine machine, in Value value, ref Value result) =>
        Imports.AfterBody((Interpreter)machine, this, ref result);

    public override Status ResumeRaised(Machine machine, ref Value result)
    {
        Imports.Abandon((Interpreter)machine, this);
        return Status.Raised;
    }

    /// <summary>What the import statement gets: the leaf with a from list, else the top package.</summary>
    public Value Result(Machine machine)
    {
        _ = machine;
        var hasNames = !names.IsNull && !(names.Object is PyTuple { Items.Length: 0 });
        return hasNames || level == int.MaxValue ? Current : top;
    }
}
