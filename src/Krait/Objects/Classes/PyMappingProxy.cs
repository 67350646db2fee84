using Krait.Core;

namespace Krait.Objects;

/// <summary>A class's namespace as <c>__dict__</c> shows it: to be read only.</summary>
/// <remarks>Reads come from the class itself; what asks for the whole works on a copy.</remarks>
[PyType("mappingproxy", PositionalOnly = true)]
internal sealed partial class PyMappingProxy(PyType type) : PyObject
{
    public override PyType Type => Types.MappingProxy;

    internal override Status Repr(Machine machine, ref Value result)
    {
        var status = Operations.Repr(machine, Value.Of(Copy(machine)), out var text);
        return status == Status.Ok ? machine.Return(ref result, $"mappingproxy({text})") : status;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Copy(machine).Count;
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result) =>
        Copy(machine).GetItem(machine, key, ref result);

    internal override Status Contains(Machine machine, in Value item, out bool found) =>
        Copy(machine).Contains(machine, item, out found);

    internal override Status Iterate(Machine machine, ref Value result) => Copy(machine).Iterate(machine, ref result);

    [PyFunction("get")]
    internal Status Get(Machine machine, in Value key, ref Value result, in Value fallback = default)
    {
        var status = Copy(machine).TryGet(machine, key, out var value);
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
    internal Value Copied(Machine machine) => Value.Of(Copy(machine));

    private PyDict Copy(Machine machine)
    {
        if (type is ClassType made)
            return made.Members;
        var copy = new PyDict();
        foreach (var name in ((BuiltinType)type).Members.Names)
            if (((BuiltinType)type).Members.TryGet(name, out var value))
                copy.SetName(machine, machine.Intern(name), value);
        return copy;
    }

    private Status Ask(Machine machine, string method, ref Value result)
    {
        var status = Attributes.Get(machine, Value.Of(Copy(machine)), machine.Intern(method), ref result);
        return status == Status.Ok ? machine.Call(result, ref result) : status;
    }
}
