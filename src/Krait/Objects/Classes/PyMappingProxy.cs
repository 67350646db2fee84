using Krait.Core;

namespace Krait.Objects;

/// <summary>A dict to be read only: a class's namespace as <c>__dict__</c> shows it, the dict of a view.</summary>
[PyType("mappingproxy", PositionalOnly = true, Unhashable = true, Slots = Slots.Merge)]
internal sealed partial class PyMappingProxy : PyObject
{
    private readonly PyType? type;
    private readonly PyDict? dict;

    /// <summary>Shows a class's namespace.</summary>
    public PyMappingProxy(PyType type) => this.type = type;

    /// <summary>Shows a dict.</summary>
    public PyMappingProxy(PyDict dict) => this.dict = dict;

    [PyNew]
    internal static PyMappingProxy New(PyDict mapping) => new(mapping);

    public override PyType Type => Types.MappingProxy;

    internal override Status Repr(Machine machine, ref Value result)
    {
        var status = Operations.Repr(machine, Value.Of(Source(machine)), out var text);
        return status == Status.Ok ? machine.Return(ref result, $"mappingproxy({text})") : status;
    }

    internal override Status Str(Machine machine, ref Value result) => Operations.Str(machine, Value.Of(Source(machine)), ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, "unhashable type: 'mappingproxy'");
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        Operations.Compare(machine, op, Value.Of(Source(machine)), other.Object is PyMappingProxy proxy ? Value.Of(proxy.Source(machine)) : other, ref result);

    internal override Status Length(Machine machine, out long length)
    {
        length = Source(machine).Count;
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result) =>
        Source(machine).GetItem(machine, key, ref result);

    internal override Status Contains(Machine machine, in Value item, out bool found) =>
        Source(machine).Contains(machine, item, out found);

    internal override Status Iterate(Machine machine, ref Value result) => Source(machine).Iterate(machine, ref result);

    [PyFunction("__reversed__")]
    internal Status Reversed(Machine machine, ref Value result) => Ask(machine, "__reversed__", ref result);

    /// <summary>Merging gives a dict.</summary>
    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (op == BinaryOperator.InplaceOr)
            return machine.Raise(Types.TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
        if (op != BinaryOperator.Or)
            return Status.NotImplemented;
        Value own = Value.Of(Source(machine)), its = other.Object is PyMappingProxy proxy ? Value.Of(proxy.Source(machine)) : other;
        if (its.Object is not PyDict)
            return Status.NotImplemented;
        return reflected ? Operations.Binary(machine, op, its, own, ref result) : Operations.Binary(machine, op, own, its, ref result);
    }

    [PyFunction("get")]
    internal Status Get(Machine machine, in Value key, ref Value result, in Value fallback = default)
    {
        var status = Source(machine).TryGet(machine, key, out var value);
        if (status == Status.Stop)
            result.Set(fallback.IsNull ? Value.None : fallback);
        else if (status == Status.Ok)
            result.Set(value);
        return status == Status.Stop ? Status.Ok : status;
    }

    [PyFunction("keys")]
    internal Status Keys(Machine machine, ref Value result) => Ask(machine, "keys", ref result);

    [PyFunction("values")]
    internal Status Values(Machine machine, ref Value result) => Ask(machine, "values", ref result);

    [PyFunction("items")]
    internal Status Items(Machine machine, ref Value result) => Ask(machine, "items", ref result);

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyFunction("copy")]
    internal Status Copy(Machine machine, ref Value result)
    {
        var copy = new PyDict();
        var source = Source(machine);
        for (var position = 0; source.NextEntry(ref position, out var key, out var value);)
            if (copy.Set(machine, key, value) != Status.Ok)
                return Status.Raised;
        result.SetObject(copy);
        return Status.Ok;
    }

    /// <summary>The namespace itself; of a builtin type, which keeps none for an engine, a dict made for the purpose.</summary>
    private PyDict Source(Machine machine)
    {
        if (dict is not null)
            return dict;
        if (type is ClassType made)
            return made.Members;
        var shown = new PyDict();
        var members = ((BuiltinType)type!).Members;
        foreach (var name in members.Names)
            if (members.TryGet(name, out var value))
                shown.SetName(machine, machine.Intern(name), value);
        return shown;
    }

    private Status Ask(Machine machine, string method, ref Value result)
    {
        var status = Attributes.Get(machine, Value.Of(Source(machine)), machine.Intern(method), ref result);
        return status == Status.Ok ? machine.Call(result, ref result) : status;
    }
}
