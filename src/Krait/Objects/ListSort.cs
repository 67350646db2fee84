using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Sorting lists: stable, and linear on input that is in order already. Takes the items out of the list, looks what
/// they are, and hands them to <see cref="MergeSort{T, TOrder}"/> with the cheapest comparison that does.
/// </summary>
internal static class ListSort
{
    /// <summary>list.sort(key, reverse). A comparison that raises leaves the items in some order.</summary>
    public static Status Sort(Machine machine, PyList list, in Value key, bool reverse)
    {
        if (list.Count < 2 && (key.IsNull || key.IsNone || list.Count == 0))
            return Status.Ok;
        // The list is empty while it is sorted, as Python code that looks at it meanwhile will see. The array it holds
        // then tells afterwards whether it was changed.
        var kind = list.Kind;
        var count = list.Count;
        var storage = list.Storage;
        var marker = new Value[1];
        list.SetStorage(ListKind.Empty, marker, 0);
        var status = Sort(machine, kind, storage, count, key, reverse);
        var changed = list.Items != marker || list.Kind != ListKind.Empty;
        list.SetStorage(kind, storage, count);
        return status == Status.Ok && changed ? machine.Raise(Types.ValueError, "list modified during sort") : status;
    }

    private static Status Sort(Machine machine, ListKind kind, Array storage, int count, in Value key, bool reverse)
    {
        // What is equal keeps its order also in reverse: turn, sort, turn back.
        if (!key.IsNull && !key.IsNone)
            return SortByKey(machine, kind, storage, count, key, reverse);
        return kind switch
        {
            ListKind.Ints => Run<long, IntOrder>(machine, ((long[])storage).AsSpan(0, count), default, reverse),
            ListKind.Floats => Run<double, FloatOrder>(machine, ((double[])storage).AsSpan(0, count), default, reverse),
            _ => SortValues(machine, ((Value[])storage).AsSpan(0, count), reverse),
        };
    }

    private static Status SortValues(Machine machine, Span<Value> items, bool reverse) => KindOf(items) switch
    {
        KeyKind.Ints => Run<Value, IntValueOrder>(machine, items, default, reverse),
        KeyKind.Floats => Run<Value, FloatValueOrder>(machine, items, default, reverse),
        KeyKind.Strs => Run<Value, StrOrder>(machine, items, new StrOrder(machine), reverse),
        _ => Run<Value, AnyOrder>(machine, items, new AnyOrder(machine), reverse),
    };

    private static Status SortByKey(Machine machine, ListKind kind, Array storage, int count, in Value key, bool reverse)
    {
        var entries = machine.NewArray<Keyed>(count);
        var keys = machine.NewArray<Value>(count);
        if (entries is null || keys is null)
            return Status.Raised;
        // A view of the same storage, to read items whatever their kind.
        var items = new PyList();
        items.SetStorage(kind, storage, count);
        for (var i = 0; i < count; i++)
        {
            var item = items[i];
            if (machine.Call(key, item, ref keys[i]) != Status.Ok)
                return Status.Raised;
            entries[i] = new Keyed { Key = keys[i], Item = item };
        }
        var status = KindOf(keys) switch
        {
            KeyKind.Ints => Run<Keyed, KeyOrder<IntValueOrder>>(machine, entries, default, reverse),
            KeyKind.Floats => Run<Keyed, KeyOrder<FloatValueOrder>>(machine, entries, default, reverse),
            KeyKind.Strs => Run<Keyed, KeyOrder<StrOrder>>(machine, entries, new KeyOrder<StrOrder>(new StrOrder(machine)), reverse),
            _ => Run<Keyed, KeyOrder<AnyOrder>>(machine, entries, new KeyOrder<AnyOrder>(new AnyOrder(machine)), reverse),
        };
        for (var i = 0; i < count; i++)
            _ = items.TrySet(i, entries[i].Item);
        return status;
    }

    private static Status Run<T, TOrder>(Machine machine, Span<T> items, TOrder order, bool reverse)
        where TOrder : struct, IOrder<T>
    {
        var buffer = machine.NewArray<T>(items.Length / 2 + 1);
        if (buffer is null)
            return Status.Raised;
        if (reverse)
            items.Reverse();
        var sorted = new MergeSort<T, TOrder>(machine, items, buffer, order).Sort();
        if (reverse)
            items.Reverse();
        return sorted ? Status.Ok : Status.Raised;
    }

    private static KeyKind KindOf(ReadOnlySpan<Value> keys)
    {
        var kind = KeyKind.None;
        foreach (ref readonly var key in keys)
        {
            kind |= key.IsInt ? KeyKind.Ints
                : key.IsFloat ? KeyKind.Floats
                : key.Object?.GetType() == typeof(PyStr) ? KeyKind.Strs
                : KeyKind.Any;
            if (kind == KeyKind.Any)
                break;
        }
        return kind;
    }

    [Flags]
    private enum KeyKind
    {
        None = 0,
        Ints = 1,
        Floats = 2,
        Strs = 4,
        Any = 8,
    }

    /// <summary>An item and the key it is sorted by.</summary>
    private struct Keyed
    {
        public Value Key;
        public Value Item;
    }

    private readonly struct IntOrder : IOrder<long>
    {
        public bool TryLess(in long left, in long right, out bool less)
        {
            less = left < right;
            return true;
        }
    }

    private readonly struct FloatOrder : IOrder<double>
    {
        public bool TryLess(in double left, in double right, out bool less)
        {
            less = left < right;
            return true;
        }
    }

    private readonly struct IntValueOrder : IOrder<Value>
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            less = left.Bits < right.Bits;
            return true;
        }
    }

    private readonly struct FloatValueOrder : IOrder<Value>
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            less = left.AsFloat < right.AsFloat;
            return true;
        }
    }

    private readonly struct StrOrder(Machine machine) : IOrder<Value>
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            var (first, second) = ((PyStr)left.Object!, (PyStr)right.Object!);
            var shorter = Math.Min(first.Span.Length, second.Span.Length);
            less = false;
            if (shorter >= 64 && !machine.Charge(shorter) || !first.TryCompare(machine, second, out var order))
                return false;
            less = order < 0;
            return true;
        }
    }

    private readonly struct AnyOrder(Machine machine) : IOrder<Value>
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            Value result = default;
            less = false;
            return Operations.Compare(machine, BinaryOperator.Less, left, right, ref result) == Status.Ok
                && Operations.Truth(machine, result, out less) == Status.Ok;
        }
    }

    private readonly struct KeyOrder<TOrder>(TOrder order) : IOrder<Keyed>
        where TOrder : struct, IOrder<Value>
    {
        public bool TryLess(in Keyed left, in Keyed right, out bool less) => order.TryLess(left.Key, right.Key, out less);
    }
}
