using Krait.Core;

namespace Krait.Objects;

/// <summary>A view of a dict: shows what the dict has now.</summary>
internal abstract class DictView(PyDict dict, DictPart part) : PyObject
{
    /// <summary>The dict.</summary>
    internal PyDict Dict { get; } = dict;

    /// <summary>reversed(view). The types bind it: a binding shows what its own class declares.</summary>
    internal virtual PyObject Reversed() => DictReverseIterator.Of(Dict, part);

    internal override Status Repr(Machine machine, ref Value result)
    {
        if (!machine.EnterRepr(this))
            return machine.Return(ref result, "...");
        var status = Iteration.Collect(machine, Value.Of(this), out var items);
        var writer = new ReprWriter(machine);
        if (status == Status.Ok)
            status = writer.Write($"{Type.Name}([");
        for (var i = 0; status == Status.Ok && i < items.Length; i++)
            status = writer.WriteItem(items[i], isFirst: i == 0);
        machine.LeaveRepr(this);
        return status == Status.Ok && (status = writer.Write("])")) == Status.Ok ? writer.Finish(ref result) : status;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Dict.Count != 0;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Dict.Count;
        return Status.Ok;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(DictIterator.Of(Dict, part));
        return Status.Ok;
    }
}

/// <summary>A view that is a set: keys or items.</summary>
internal abstract class DictSetView(PyDict dict, DictPart part) : DictView(dict, part)
{
    /// <summary>Whether no item of the other is in the view.</summary>
    internal virtual Status IsDisjoint(Machine machine, in Value other, ref Value result)
    {
        if (other.Object == (object)this)
        {
            result.SetBool(Dict.Count == 0);
            return Status.Ok;
        }
        // What is asked whether it holds an item is the larger of two sets.
        var (iterated, asked) = (other, Value.Of(this));
        if (IsSetLike(other))
        {
            if (Operations.Length(machine, other, out var length) != Status.Ok)
                return Status.Raised;
            if (length > Dict.Count)
                (iterated, asked) = (asked, other);
        }
        var status = SetAlgebra.FindFirst(machine, iterated, (PyObject)asked.Object!, wanted: true, out var found);
        result.SetBool(!found);
        return status;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, $"unhashable type: '{Type.Name}'");
    }

    /// <summary>Compares as sets: equal, or the one within the other.</summary>
    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (!IsSetLike(other))
            return Status.NotImplemented;
        if (Operations.Length(machine, other, out var length) != Status.Ok)
            return Status.Raised;
        return SetAlgebra.Compare(machine, op, this, Dict.Count, (PyObject)other.Object!, length, ref result);
    }

    /// <summary>Set algebra with any iterable on the other side; the result is a set.</summary>
    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (op is not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Subtract or BinaryOperator.Xor))
            return Status.NotImplemented;
        var self = Value.Of(this);
        if (op == BinaryOperator.And)
            return Intersect(machine, other, ref result);
        var set = new PySet();
        var (left, right) = reflected ? (other, self) : (self, other);
        if (set.Update(machine, left) != Status.Ok)
            return Status.Raised;
        var status = op switch
        {
            BinaryOperator.Or => set.Update(machine, right),
            BinaryOperator.Subtract => set.DifferenceUpdate(machine, right),
            _ => set.SymmetricDifferenceUpdate(machine, right),
        };
        result.SetObject(set);
        return status;
    }

    /// <summary>Takes the items of the smaller side, where that is known, that the other side holds.</summary>
    private Status Intersect(Machine machine, in Value other, ref Value result)
    {
        var (iterated, asked) = (other, Value.Of(this));
        if (other.Object?.GetType() == typeof(PySet) && ((PySet)other.Object).Count >= Dict.Count
            || other.Object is DictSetView view && view.Dict.Count > Dict.Count)
            (iterated, asked) = (asked, other);
        var set = new PySet();
        var status = SetAlgebra.AddCommon(machine, set, iterated, (PyObject)asked.Object!);
        result.SetObject(set);
        return status;
    }

    private static bool IsSetLike(in Value value) => value.Object is PySetBase or DictSetView;
}

/// <summary>dict.keys().</summary>
[PyType("dict_keys", Unhashable = true, Slots = Slots.SetAlgebra)]
internal sealed partial class DictKeys(PyDict dict) : DictSetView(dict, DictPart.Keys)
{
    public override PyType Type => Types.DictKeys;

    [PyProperty("mapping")]
    internal PyMappingProxy Mapping => new(Dict);

    [PyFunction("__reversed__")]
    internal override PyObject Reversed() => base.Reversed();

    [PyFunction("isdisjoint")]
    internal override Status IsDisjoint(Machine machine, in Value other, ref Value result) =>
        base.IsDisjoint(machine, other, ref result);

    internal override Status Contains(Machine machine, in Value item, out bool found) => Dict.Contains(machine, item, out found);
}

/// <summary>dict.items().</summary>
[PyType("dict_items", Unhashable = true, Slots = Slots.SetAlgebra)]
internal sealed partial class DictItems(PyDict dict) : DictSetView(dict, DictPart.Items)
{
    public override PyType Type => Types.DictItems;

    [PyProperty("mapping")]
    internal PyMappingProxy Mapping => new(Dict);

    [PyFunction("__reversed__")]
    internal override PyObject Reversed() => base.Reversed();

    [PyFunction("isdisjoint")]
    internal override Status IsDisjoint(Machine machine, in Value other, ref Value result) =>
        base.IsDisjoint(machine, other, ref result);

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        found = false;
        if (item.Object is not PyTuple { Count: 2 } pair)
            return Status.Ok;
        var status = Dict.TryGet(machine, pair.Items[0], out var value);
        if (status == Status.Ok)
            return Operations.Equals(machine, value, pair.Items[1], out found);
        return status == Status.Stop ? Status.Ok : status;
    }
}

/// <summary>dict.values().</summary>
[PyType("dict_values")]
internal sealed partial class DictValues(PyDict dict) : DictView(dict, DictPart.Values)
{
    public override PyType Type => Types.DictValues;

    [PyProperty("mapping")]
    internal PyMappingProxy Mapping => new(Dict);

    [PyFunction("__reversed__")]
    internal override PyObject Reversed() => base.Reversed();
}
