using Krait.Core;

namespace Krait.Objects;

/// <content>What operators and subscripts do with a list.</content>
internal partial class PyList
{
    internal override Status Repr(Machine machine, ref Value result) =>
        Sequences.Repr(machine, this, this, "[", "]", ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, $"unhashable type: '{Type.Name}'");
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        other.Object is PyList list ? Sequences.Compare(machine, op, this, list, ref result) : Status.NotImplemented;

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Count != 0;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Count;
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (key.Object is PySlice slice)
            return GetSlice(machine, slice, ref result);
        if (!Indices.TrySubscript(machine, key, "list", out var index))
            return Status.Raised;
        if (!Indices.IsInside(index, Count, out var position))
            return machine.Raise(Types.IndexError, "list index out of range");
        Get(position, ref result);
        return Status.Ok;
    }

    internal override Status SetItem(Machine machine, in Value key, in Value value)
    {
        if (key.Object is PySlice slice)
            return SetSlice(machine, slice, value);
        if (!Indices.TrySubscript(machine, key, "list", out var index))
            return Status.Raised;
        return Indices.IsInside(index, Count, out var position)
            ? Put(machine, position, value)
            : machine.Raise(Types.IndexError, "list assignment index out of range");
    }

    internal override Status DeleteItem(Machine machine, in Value key)
    {
        if (key.Object is PySlice slice)
            return DeleteSlice(machine, slice);
        if (!Indices.TrySubscript(machine, key, "list", out var index))
            return Status.Raised;
        return Indices.IsInside(index, Count, out var position)
            ? ListStorage.Splice(machine, this, position, 1, 0)
            : machine.Raise(Types.IndexError, "list assignment index out of range");
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        var status = Sequences.IndexOf(machine, this, item, 0, long.MaxValue, out var index);
        found = index >= 0;
        return status;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new ListIterator(this));
        return Status.Ok;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        switch (op)
        {
            case BinaryOperator.Add when !reflected:
                return other.Object is PyList list
                    ? Concatenate(machine, list, ref result)
                    : Sequences.CannotConcatenate(machine, "list", other);
            case BinaryOperator.InplaceAdd:
                return Extend(machine, other) == Status.Ok ? Return(this, ref result) : Status.Raised;
            case BinaryOperator.Multiply or BinaryOperator.InplaceMultiply:
                var status = Sequences.TryCount(machine, other, reflected, out var times);
                if (status != Status.Ok)
                    return status;
                var target = op == BinaryOperator.Multiply ? new PyList() : this;
                return ListStorage.Repeat(machine, this, times, target) == Status.Ok ? Return(target, ref result) : Status.Raised;
            default:
                return Status.NotImplemented;
        }
    }

    private Status Concatenate(Machine machine, PyList other, ref Value result)
    {
        var list = new PyList();
        if (list.Admit(machine, Kind) != Status.Ok || list.Admit(machine, other.Count == 0 ? ListKind.Empty : other.Kind) != Status.Ok
            || list.Reserve(machine, (long)Count + other.Count) != Status.Ok
            || ListStorage.Append(machine, list, this) != Status.Ok || ListStorage.Append(machine, list, other) != Status.Ok)
            return Status.Raised;
        return Return(list, ref result);
    }

    private Status GetSlice(Machine machine, PySlice slice, ref Value result)
    {
        // The bounds may be objects whose __index__ changes the list: its length counts only afterwards.
        if (!slice.TryUnpack(machine, out var start, out var stop, out var step))
            return Status.Raised;
        var count = PySlice.Adjust(Count, ref start, ref stop, step);
        return ListStorage.Slice(machine, this, start, step, count) is { } list ? Return(list, ref result) : Status.Raised;
    }

    private Status SetSlice(Machine machine, PySlice slice, in Value value)
    {
        if (!slice.TryUnpack(machine, out var start, out var stop, out var step)
            || Iteration.Collect(machine, value, step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice", out var items) != Status.Ok)
            return Status.Raised;
        var count = PySlice.Adjust(Count, ref start, ref stop, step);
        if (step != 1 && items.Length != count)
            return machine.Raise(Types.ValueError,
                $"attempt to assign sequence of size {items.Length} to extended slice of size {count}");
        if (Admit(machine, ListStorage.KindOf(items)) != Status.Ok
            || step == 1 && ListStorage.Splice(machine, this, (int)start, (int)count, items.Length) != Status.Ok)
            return Status.Raised;
        for (var i = 0; i < items.Length; i++)
            _ = TrySet((int)(start + i * step), items[i]);
        return Status.Ok;
    }

    private Status DeleteSlice(Machine machine, PySlice slice)
    {
        if (!slice.TryUnpack(machine, out var start, out var stop, out var step))
            return Status.Raised;
        var count = PySlice.Adjust(Count, ref start, ref stop, step);
        if (count == 0)
            return Status.Ok;
        return step < 0
            ? ListStorage.Thin(machine, this, start + (count - 1) * step, -step, count)
            : ListStorage.Thin(machine, this, start, step, count);
    }

    private static Status Return(PyList list, ref Value result)
    {
        result.SetObject(list);
        return Status.Ok;
    }
}
