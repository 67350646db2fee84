using Krait.Core;

namespace Krait.Objects;

/// <summary>A tuple.</summary>
[PyType("tuple", IsBase = true, PositionalOnly = true, Slots = Slots.Add | Slots.Multiply)]
internal partial class PyTuple(Value[] items) : PyObject, ISequence
{
    /// <summary>The empty tuple.</summary>
    public static readonly PyTuple Empty = new([]);

    /// <summary>The items; never written after construction, and exactly as many as the tuple has.</summary>
    public Value[] Items { get; } = items;

    public override PyType Type => Types.Tuple;

    /// <summary>The number of items.</summary>
    public int Count => Items.Length;

    /// <summary>The item at an index below <see cref="Count"/>.</summary>
    public Value this[int index] => Items[index];

    /// <summary>A tuple of one item.</summary>
    public static PyTuple Of(in Value item) => new([item]);

    /// <summary>A pair, as dict.items() and enumerate() make them.</summary>
    public static PyTuple Of(in Value first, in Value second) => new([first, second]);

    /// <summary>A tuple with a copy of <paramref name="items"/>, charged; null when it may not be made.</summary>
    public static PyTuple? From(Machine machine, ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
            return Empty;
        var copy = machine.NewArray<Value>(items.Length);
        if (copy is null)
            return null;
        items.CopyTo(copy);
        return new PyTuple(copy);
    }

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value iterable = default)
    {
        Value[] items = [];
        if (type == Types.Tuple && iterable.Object is PyTuple same && same.GetType() == typeof(PyTuple))
        {
            result.SetObject(same);
            return Status.Ok;
        }
        if (!iterable.IsNull && Iteration.Collect(machine, iterable, out items) != Status.Ok)
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyTupleInstance(derived, items) : items.Length == 0 ? Empty : new PyTuple(items));
        return Status.Ok;
    }

    [PyFunction("count")]
    internal Status CountOf(Machine machine, in Value value, ref Value result)
    {
        var status = Sequences.CountOf(machine, this, value, out var count);
        result.SetInt(count);
        return status;
    }

    [PyFunction("index")]
    internal Status IndexOf(Machine machine, in Value value, ref Value result, in Value start = default, in Value stop = default)
    {
        if (!Indices.TryBound(machine, start, 0, out var from) || !Indices.TryBound(machine, stop, long.MaxValue, out var to))
            return Status.Raised;
        var status = Sequences.IndexOf(machine, this, value, from, to, out var index);
        if (status == Status.Ok && index < 0)
            return machine.Raise(Types.ValueError, "tuple.index(x): x not in tuple");
        result.SetInt(index);
        return status;
    }

    [PyFunction("__getnewargs__")]
    internal PyTuple NewArguments() => Of(Value.Of(GetType() == typeof(PyTuple) ? this : new PyTuple(Items)));

    internal override Status Repr(Machine machine, ref Value result) =>
        Sequences.Repr(machine, this, this, "(", Count == 1 ? ",)" : ")", ref result);

    /// <summary>Mixes the hashes of the items in order (the rounds of xxHash, as CPython mixes them).</summary>
    internal override Status Hash(Machine machine, out long hash)
    {
        const ulong First = 11400714785074694791, Second = 14029467366897019727, Fifth = 2870177450012600261;
        hash = 0;
        if (!machine.Charge(Count))
            return Status.Raised;
        var mixed = Fifth;
        for (var i = 0; i < Items.Length; i++)
        {
            if (Operations.Hash(machine, Items[i], out var part) != Status.Ok || !machine.MayGoOn(i))
                return Status.Raised;
            mixed = ulong.RotateLeft(mixed + (ulong)part * Second, 31) * First;
        }
        mixed += (ulong)Count ^ (Fifth ^ 3527539);
        hash = mixed == ulong.MaxValue ? 1546275796 : (long)mixed;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        other.Object is PyTuple tuple ? Sequences.Compare(machine, op, this, tuple, ref result) : Status.NotImplemented;

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Items.Length != 0;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Items.Length;
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (key.Object is PySlice slice)
            return GetSlice(machine, slice, ref result);
        if (!Indices.TrySubscript(machine, key, "tuple", out var index))
            return Status.Raised;
        if (!Indices.IsInside(index, Items.Length, out var position))
            return machine.Raise(Types.IndexError, "tuple index out of range");
        result.Set(Items[position]);
        return Status.Ok;
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        var status = Sequences.IndexOf(machine, this, item, 0, long.MaxValue, out var index);
        found = index >= 0;
        return status;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new TupleIterator(this));
        return Status.Ok;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (op == BinaryOperator.Add && !reflected)
            return other.Object is PyTuple tuple
                ? Concatenate(machine, tuple, ref result)
                : Sequences.CannotConcatenate(machine, "tuple", other);
        if (op != BinaryOperator.Multiply)
            return Status.NotImplemented;
        var status = Sequences.TryCount(machine, other, reflected, out var count);
        return status == Status.Ok ? Repeat(machine, count, ref result) : status;
    }

    private Status GetSlice(Machine machine, PySlice slice, ref Value result)
    {
        if (!slice.TryResolve(machine, Items.Length, out var start, out _, out var step, out var count))
            return Status.Raised;
        if (count == Items.Length && step == 1 && GetType() == typeof(PyTuple))
        {
            result.SetObject(this);
            return Status.Ok;
        }
        var items = machine.NewArray<Value>(count);
        if (items is null || !ListStorage.TryCopy(machine, Items, items, start, step, count))
            return Status.Raised;
        result.SetObject(count == 0 ? Empty : new PyTuple(items));
        return Status.Ok;
    }

    private Status Concatenate(Machine machine, PyTuple other, ref Value result)
    {
        if (GetType() == typeof(PyTuple) && other.Count == 0 || other.GetType() == typeof(PyTuple) && Count == 0)
        {
            result.SetObject(Count == 0 ? other : this);
            return Status.Ok;
        }
        var items = machine.NewArray<Value>((long)Count + other.Count);
        if (items is null || !machine.TryCopy(Items, items.AsSpan()) || !machine.TryCopy(other.Items, items.AsSpan(Count)))
            return Status.Raised;
        result.SetObject(new PyTuple(items));
        return Status.Ok;
    }

    private Status Repeat(Machine machine, long count, ref Value result)
    {
        if (count == 1 && GetType() == typeof(PyTuple))
        {
            result.SetObject(this);
            return Status.Ok;
        }
        var items = ListStorage.Repeat(machine, Items, Items.Length, count);
        if (items is null)
            return Status.Raised;
        result.SetObject(items.Length == 0 ? Empty : new PyTuple(items));
        return Status.Ok;
    }
}

/// <summary>An instance of a Python class that derives from tuple.</summary>
internal sealed class PyTupleInstance : PyTuple, IInstance
{
    private InstanceState state;

    public PyTupleInstance(ClassType type, Value[] items)
        : base(items)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
