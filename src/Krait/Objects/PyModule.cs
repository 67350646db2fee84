using Krait.Core;

namespace Krait.Objects;

/// <summary>A module: a namespace that reads as an object.</summary>
[PyType("module", IsBase = true, PositionalOnly = true)]
internal partial class PyModule : PyObject
{
    /// <summary>A module with a namespace that may be filled already.</summary>
    public PyModule(Machine machine, string name, PyDict? members = null)
    {
        Members = members ?? new PyDict();
        Members.SetName(machine, machine.Names.Name, Value.Of(machine.Intern(name)));
        if (!Members.TryGetName(machine, machine.Names.Doc, out _))
            Members.SetName(machine, machine.Names.Doc, Value.None);
        Name = name;
    }

    /// <summary>The namespace.</summary>
    public PyDict Members { get; }

    /// <summary>The name it was made with; its <c>__name__</c> may have been changed.</summary>
    public string Name { get; }

    public override PyType Type => Types.Module;

    [PyNew]
    internal static Status New(Machine machine, PyType type, PyStr name, ref Value result, in Value doc = default)
    {
        var module = type is ClassType made ? new PyModuleInstance(machine, made, name.Text) : new PyModule(machine, name.Text);
        module.Members.SetName(machine, machine.Names.Doc, doc.IsNull ? Value.None : doc);
        result.SetObject(module);
        return Status.Ok;
    }

    [PyProperty("__dict__")]
    internal Value Namespace => Value.Of(Members);

    internal override PyDict? AttributeDictionary(Machine machine, bool create) => Members;

    /// <summary>The namespace first (nearly all reads), then what the type gives, then the module's own
    /// <c>__getattr__</c>.</summary>
    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result)
    {
        if (Members.TryGetName(machine, name, out var value))
        {
            result.Set(value);
            return Status.Ok;
        }
        if (Type.Lookup(machine, name, out var member))
            return Attributes.Bind(machine, member, Value.Of(this), Type, ref result);
        if (Members.TryGetName(machine, machine.Names[Special.GetAttr], out var fallback))
            return machine.Call(fallback, Value.Of(name), ref result);
        return machine.Raise(Types.AttributeError, $"module '{CurrentName(machine)}' has no attribute '{name.Text}'");
    }

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value)
    {
        Members.SetName(machine, name, value);
        return Status.Ok;
    }

    internal override Status DeleteAttribute(Machine machine, PyStr name) => Members.RemoveName(machine, name)
        ? Status.Ok
        : machine.Raise(Types.AttributeError, name.Text);

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result,
        Members.TryGetName(machine, machine.Names.File, out var file) && file.Object is PyStr path
            ? $"<module '{CurrentName(machine)}' from '{path.Text}'>"
            : $"<module '{CurrentName(machine)}' (built-in)>");

    private string CurrentName(Machine machine) =>
        Members.TryGetName(machine, machine.Names.Name, out var name) && name.Object is PyStr text ? text.Text : "?";
}

/// <summary>An instance of a Python class that derives from the type of modules.</summary>
internal sealed class PyModuleInstance : PyModule, IInstance
{
    private InstanceState state;

    public PyModuleInstance(Machine machine, ClassType type, string name)
        : base(machine, name)
    {
        state.Shape = type.DictionaryShape(machine);
        state.Slots = [];
        state.Dictionary = Members;
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
