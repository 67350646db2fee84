using Krait.Core;

namespace Krait.Objects;

/// <content>The methods of list.</content>
internal partial class PyList
{
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value iterable = default)
    {
        var list = type is ClassType derived ? new PyListInstance(derived) : new PyList();
        return iterable.IsNull || list.Extend(machine, iterable) == Status.Ok ? Return(list, ref result) : Status.Raised;
    }

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyFunction("__init__")]
    internal Status Initialize(Machine machine, in Value iterable = default)
    {
        Clear();
        return iterable.IsNull ? Status.Ok : Extend(machine, iterable);
    }

    [PyFunction("copy")]
    internal Status Copy(Machine machine, ref Value result) =>
        ListStorage.Slice(machine, this, 0, 1, Count) is { } list ? Return(list, ref result) : Status.Raised;

    [PyFunction("count")]
    internal Status CountOf(Machine machine, in Value value, ref Value result)
    {
        var status = Sequences.CountOf(machine, this, value, out var count);
        result.SetInt(count);
        return status;
    }

    [PyFunction("extend")]
    internal Status ExtendBy(Machine machine, in Value iterable) => Extend(machine, iterable);

    [PyFunction("index")]
    internal Status IndexOf(Machine machine, in Value value, ref Value result, in Value start = default, in Value stop = default)
    {
        if (!Indices.TryBound(machine, start, 0, out var from) || !Indices.TryBound(machine, stop, long.MaxValue, out var to)
            || Sequences.IndexOf(machine, this, value, from, to, out var index) != Status.Ok)
            return Status.Raised;
        if (index < 0)
            return Operations.Repr(machine, value, out string text) == Status.Ok
                ? machine.Raise(Types.ValueError, $"{text} is not in list")
                : Status.Raised;
        result.SetInt(index);
        return Status.Ok;
    }

    [PyFunction("insert")]
    internal Status Insert(Machine machine, long index, in Value item)
    {
        index = index < 0 ? Math.Max(index + Count, 0) : Math.Min(index, Count);
        var copy = item;
        if (Admit(machine, ListStorage.KindOf(copy)) != Status.Ok || ListStorage.Splice(machine, this, (int)index, 0, 1) != Status.Ok)
            return Status.Raised;
        _ = TrySet((int)index, copy);
        return Status.Ok;
    }

    [PyFunction("pop")]
    internal Status Pop(Machine machine, ref Value result, long index = -1)
    {
        if (Count == 0)
            return machine.Raise(Types.IndexError, "pop from empty list");
        if (!Indices.IsInside(index, Count, out var position))
            return machine.Raise(Types.IndexError, "pop index out of range");
        Get(position, ref result);
        return ListStorage.Splice(machine, this, position, 1, 0);
    }

    [PyFunction("remove")]
    internal Status Remove(Machine machine, in Value value)
    {
        if (Sequences.IndexOf(machine, this, value, 0, long.MaxValue, out var index) != Status.Ok)
            return Status.Raised;
        if (index < 0)
            return machine.Raise(Types.ValueError, "list.remove(x): x not in list");
        // The comparison may have shortened the list.
        return index < Count ? ListStorage.Splice(machine, this, index, 1, 0) : Status.Ok;
    }

    [PyFunction("reverse")]
    internal Status Reverse(Machine machine)
    {
        if (!machine.Charge(Count))
            return Status.Raised;
        ListStorage.Reverse(this);
        return Status.Ok;
    }

    [PyFunction("sort")]
    internal Status Sort(Machine machine, [KeywordOnly] in Value key = default, long reverse = 0) =>
        ListSort.Sort(machine, this, key, reverse != 0);

    [PyFunction("__reversed__")]
    internal PyObject Reversed() => new ListReverseIterator(this);
}
