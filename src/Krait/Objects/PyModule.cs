using Krait.Core;

namespace Krait.Objects;

/// <summary>A module: a namespace that attribute access reads and writes.</summary>
[PyType("module")]
internal sealed class PyModule : PyObject
{
    private readonly bool isBuiltin;

    /// <summary>An empty module of this name.</summary>
    public PyModule(Machine machine, string name)
        : this(machine, name, isBuiltin: false)
    {
    }

    private PyModule(Machine machine, string name, bool isBuiltin, PyDict? members = null)
    {
        this.isBuiltin = isBuiltin;
        Name = name;
        Members = members ?? new PyDict();
        Members.SetName(machine, machine.Names.Name, Value.Of(machine.Intern(name)));
    }

    /// <summary>The name it was made with; a program may give <c>__name__</c> another value.</summary>
    public string Name { get; }

    /// <summary>The namespace: the globals of the module's functions, and its <c>__dict__</c>.</summary>
    public PyDict Members { get; }

    public override PyType Type => Types.Module;

    /// <summary>A builtin module, filled.</summary>
    public static PyModule Create(Machine machine, ModuleBinding binding)
    {
        var module = new PyModule(machine, binding.Name, isBuiltin: true);
        binding.Bind(machine, module.Members);
        return module;
    }

    /// <summary>A builtin module that shows a namespace which is there already.</summary>
    public static PyModule Of(Machine machine, string name, PyDict members) => new(machine, name, isBuiltin: true, members);

    [PyNew]
    internal static Status New(Machine machine, ref Value result, [Named] string name, [Named] in Value doc = default)
    {
        var module = new PyModule(machine, name);
        module.Members.SetName(machine, machine.Names.Doc, doc.IsNull ? Value.None : doc);
        result.SetObject(module);
        return Status.Ok;
    }

    internal override PyDict AttributeDictionary(Machine machine, bool create) => Members;

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result)
    {
        if (Members.TryGetName(machine, name, out var member))
        {
            result.Set(member);
            return Status.Ok;
        }
        if (Type.Lookup(machine, name, out member))
            return Attributes.Bind(machine, member, Value.Of(this), Type, ref result);
        // A module's own __getattr__ (PEP 562) is a function of one argument, not a method.
        if (Members.TryGetName(machine, machine.Names[Special.GetAttr], out var fallback))
            return machine.Call(fallback, Value.Of(name), ref result);
        return machine.Raise(PyException.CreateNamed(machine, Types.AttributeError, OwnName(machine) is { } own
            ? $"module '{own}' has no attribute '{name.Text}'"
            : $"module has no attribute '{name.Text}'", Value.Of(name), Value.Of(this)));
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        var name = "'?'";
        if (Members.TryGetName(machine, machine.Names.Name, out var value) && Operations.Repr(machine, value, out name) != Status.Ok)
            return Status.Raised;
        if (!Members.TryGetName(machine, machine.Names.File, out var file))
            return machine.Return(ref result, isBuiltin ? $"<module {name} (built-in)>" : $"<module {name}>");
        return Operations.Repr(machine, file, out string from) == Status.Ok
            ? machine.Return(ref result, $"<module {name} from {from}>")
            : Status.Raised;
    }

    private string? OwnName(Machine machine) =>
        Members.TryGetName(machine, machine.Names.Name, out var value) && value.Object is PyStr name ? name.Text : null;
}
