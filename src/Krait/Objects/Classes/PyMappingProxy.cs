using Krait.Core;

namespace Krait.Objects;

/// <summary>A class's namespace as <c>__dict__</c> shows it: to be read only.</summary>
[PyType("mappingproxy", PositionalOnly = true)]
internal sealed partial class PyMappingProxy(PyType type) : PyObject
{
    public override PyType Type => Types.MappingProxy;

    internal override Status Repr(Machine machine, ref Value result)
    {
        var status = Operations.Repr(machine, Value.Of(Source(machine)), out var text);
        return status == Status.Ok ? machine.Return(ref result, $"mappingproxy({text})") : status;
    }

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
        if (type is ClassType made)
            return made.Members;
        var shown = new PyDict();
        var members = ((BuiltinType)type).Members;
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
