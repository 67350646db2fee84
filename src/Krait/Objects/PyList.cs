using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>How a list stores its items.</summary>
internal enum ListKind : byte
{
    /// <summary>No storage yet; the first item decides.</summary>
    Empty,

    /// <summary>Ints of 64 bits only: <see cref="PyList.Ints"/>.</summary>
    Ints,

    /// <summary>Floats only: <see cref="PyList.Floats"/>.</summary>
    Floats,

    /// <summary>Anything: <see cref="PyList.Items"/>. A list stays so until it is cleared.</summary>
    General,
}

/// <summary>
/// A list. Files: this one has the storage and what the interpreter asks of it, <c>ListStorage.cs</c> moves items
/// whatever their storage, <c>PyList.Slots.cs</c> is what operators do, <c>PyList.Methods.cs</c> the methods,
/// <c>ListSort.cs</c> sorting.
/// </summary>
/// <remarks>A list of ints alone, or of floats alone, stores them unboxed and untagged: half the memory, and no write
/// barriers. Nothing of that shows: an item of another kind makes the storage general.</remarks>
[PyType("list", IsBase = true, PositionalOnly = true, Unhashable = true,
    Slots = Slots.Add | Slots.InplaceAdd | Slots.Multiply | Slots.InplaceMultiply)]
internal partial class PyList : PyObject, ISequence
{
    /// <summary>Which of the three arrays is in use; the others are empty.</summary>
    internal ListKind Kind;

    /// <summary>The number of items; the array in use may be longer.</summary>
    internal int Count;

    /// <summary>The items of a list of ints.</summary>
    internal long[] Ints = [];

    /// <summary>The items of a list of floats.</summary>
    internal double[] Floats = [];

    /// <summary>The items of a general list. Slots from <see cref="Count"/> on are null.</summary>
    internal Value[] Items = [];

    public override PyType Type => Types.List;

    /// <summary>A list of a copy of <paramref name="items"/>, charged; null when it may not be made.</summary>
    public static PyList? From(Machine machine, ReadOnlySpan<Value> items)
    {
        var list = new PyList();
        return list.Extend(machine, items) == Status.Ok ? list : null;
    }

    /// <summary>A list that takes over an array, all of it in use.</summary>
    public static PyList Adopt(Value[] items) => new()
    {
        Kind = items.Length == 0 ? ListKind.Empty : ListKind.General,
        Count = items.Length,
        Items = items,
    };

    /// <summary>Reads an int of a list of ints; false when it is another kind of list or the index is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetInt(int index, out long value)
    {
        if (Kind == ListKind.Ints && (uint)index < (uint)Count)
        {
            value = Ints[index];
            return true;
        }
        value = 0;
        return false;
    }

    /// <summary>Reads a float of a list of floats; false when it is another kind of list or the index is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetFloat(int index, out double value)
    {
        if (Kind == ListKind.Floats && (uint)index < (uint)Count)
        {
            value = Floats[index];
            return true;
        }
        value = 0;
        return false;
    }

    /// <summary>Reads the item at an index that the caller has checked against <see cref="Count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Get(int index, ref Value result)
    {
        if (Kind == ListKind.Ints)
            result.SetInt(Ints[index]);
        else if (Kind == ListKind.General)
            result.Set(Items[index]);
        else
            result.SetFloat(Floats[index]);
    }

    int ISequence.Count => Count;

    /// <summary>The item at an index that the caller has checked against <see cref="Count"/>.</summary>
    public Value this[int index]
    {
        get
        {
            Value item = default;
            Get(index, ref item);
            return item;
        }
    }

    /// <summary>Replaces the item at an index that the caller has checked, if the storage can hold the value as it is;
    /// otherwise <see cref="Put"/> can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySet(int index, in Value value)
    {
        if (Kind == ListKind.General)
            Items[index].Set(value);
        else if (Kind == ListKind.Ints && value.IsInt)
            Ints[index] = value.Bits;
        else if (Kind == ListKind.Floats && value.IsFloat)
            Floats[index] = value.AsFloat;
        else
            return false;
        return true;
    }

    /// <summary>Replaces the item at an index that the caller has checked against <see cref="Count"/>.</summary>
    internal Status Put(Machine machine, int index, in Value value)
    {
        if (TrySet(index, value))
            return Status.Ok;
        var copy = value;
        if (Generalize(machine) != Status.Ok)
            return Status.Raised;
        Items[index].Set(copy);
        return Status.Ok;
    }

    /// <summary>Adds an item at the end, if the storage can hold it and has room; otherwise
    /// <see cref="Append(Machine, in Value)"/> can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAppend(in Value item)
    {
        var count = Count;
        if (Kind == ListKind.General && (uint)count < (uint)Items.Length)
            Items[count].Set(item);
        else if (Kind == ListKind.Ints && item.IsInt && (uint)count < (uint)Ints.Length)
            Ints[count] = item.Bits;
        else if (Kind == ListKind.Floats && item.IsFloat && (uint)count < (uint)Floats.Length)
            Floats[count] = item.AsFloat;
        else
            return false;
        Count = count + 1;
        return true;
    }

    /// <summary>Adds an item at the end; charged when the storage grows.</summary>
    [PyFunction("append")]
    internal Status Append(Machine machine, in Value item)
    {
        if (TryAppend(item))
            return Status.Ok;
        var copy = item;
        if (Admit(machine, ListStorage.KindOf(copy)) != Status.Ok || Reserve(machine, Count + 1L) != Status.Ok)
            return Status.Raised;
        _ = TryAppend(copy);
        return Status.Ok;
    }

    /// <summary>Adds many items at the end.</summary>
    internal Status Extend(Machine machine, ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
            return Status.Ok;
        if (Admit(machine, ListStorage.KindOf(items)) != Status.Ok || Reserve(machine, (long)Count + items.Length) != Status.Ok)
            return Status.Raised;
        if (Kind == ListKind.General)
        {
            if (!machine.TryCopy(items, Items.AsSpan(Count)))
                return Status.Raised;
            Count += items.Length;
            return Status.Ok;
        }
        foreach (ref readonly var item in items)
            _ = TryAppend(item);
        return Status.Ok;
    }

    /// <summary>Adds all items of an iterable at the end.</summary>
    internal Status Extend(Machine machine, in Value iterable)
    {
        switch (iterable.Object)
        {
            case PyList list when list.GetType() == typeof(PyList):
                return ListStorage.Append(machine, this, list);
            case PyTuple tuple when tuple.GetType() == typeof(PyTuple):
                return Extend(machine, tuple.Items);
        }
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status == Status.Ok)
            status = Iteration.AskLength(machine, iterable);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            if (!meter.Tick() || Append(machine, item) != Status.Ok)
                return Status.Raised;
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>A copy of the items, exactly as many as there are.</summary>
    internal Status ToArray(Machine machine, out Value[] items)
    {
        items = machine.NewArray<Value>(Count) ?? [];
        return items.Length == Count && ListStorage.TryCopyValues(machine, this, Count, items) ? Status.Ok : Status.Raised;
    }

    /// <summary>Drops all items and the storage.</summary>
    [PyFunction("clear")]
    internal void Clear() => SetStorage(ListKind.Empty, Array.Empty<Value>(), 0);

    /// <summary>Makes the storage one that holds items of this kind beside those that are there.</summary>
    internal Status Admit(Machine machine, ListKind kind)
    {
        if (Kind == kind || Kind == ListKind.General || kind == ListKind.Empty)
            return Status.Ok;
        if (Kind != ListKind.Empty)
            return Generalize(machine);
        Kind = kind;
        return Status.Ok;
    }

    /// <summary>Makes the storage general.</summary>
    internal Status Generalize(Machine machine)
    {
        if (Kind == ListKind.General)
            return Status.Ok;
        var items = machine.NewArray<Value>(Math.Max(Count, 4));
        if (items is null || !ListStorage.TryCopyValues(machine, this, Count, items))
            return Status.Raised;
        SetStorage(ListKind.General, items, Count);
        return Status.Ok;
    }

    /// <summary>Makes room for <paramref name="count"/> items in all, and for more if it has to grow.</summary>
    internal Status Reserve(Machine machine, long count)
    {
        if (Kind == ListKind.Empty || count <= Storage.Length)
            return Status.Ok;
        var capacity = Math.Max(count, Math.Max(4, Count + (Count >> 1)));
        return Kind switch
        {
            ListKind.Ints => Resize(machine, ref Ints, capacity),
            ListKind.Floats => Resize(machine, ref Floats, capacity),
            _ => Resize(machine, ref Items, capacity),
        };
    }

    /// <summary>The array in use.</summary>
    internal Array Storage => Kind switch
    {
        ListKind.Ints => Ints,
        ListKind.Floats => Floats,
        _ => Items,
    };

    /// <summary>Replaces all storage. The array must be of the kind.</summary>
    internal void SetStorage(ListKind kind, Array storage, int count)
    {
        Kind = kind;
        Ints = storage as long[] ?? [];
        Floats = storage as double[] ?? [];
        Items = storage as Value[] ?? [];
        Count = count;
    }

    private Status Resize<T>(Machine machine, ref T[] items, long capacity)
    {
        var grown = machine.NewArray<T>(capacity);
        if (grown is null || !machine.TryCopy(items.AsSpan(0, Count), grown))
            return Status.Raised;
        items = grown;
        return Status.Ok;
    }
}

/// <summary>An instance of a Python class that derives from list.</summary>
internal sealed class PyListInstance : PyList, IInstance
{
    private InstanceState state;

    public PyListInstance(ClassType type)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
