using Krait.Core;

namespace Krait.Objects;

/// <summary>Copying and moving the items of lists, whatever their storage.</summary>
internal static class ListStorage
{
    /// <summary>The storage for a list of this one item.</summary>
    public static ListKind KindOf(in Value item) =>
        item.IsInt ? ListKind.Ints : item.IsFloat ? ListKind.Floats : ListKind.General;

    /// <summary>The most special storage that holds all of these items.</summary>
    public static ListKind KindOf(ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
            return ListKind.Empty;
        var tag = items[0].Object;
        var kind = KindOf(items[0]);
        if (kind == ListKind.General)
            return kind;
        foreach (ref readonly var item in items)
            if (item.Object != tag)
                return ListKind.General;
        return kind;
    }

    /// <summary>Adds all items of a list, which may be the same list, at the end of another.</summary>
    public static Status Append(Machine machine, PyList target, PyList source)
    {
        var added = source.Count;
        if (target.Admit(machine, source.Count == 0 ? ListKind.Empty : source.Kind) != Status.Ok
            || target.Reserve(machine, (long)target.Count + added) != Status.Ok)
            return Status.Raised;
        if (!TryCopy(machine, source, added, target))
            return Status.Raised;
        target.Count += added;
        return Status.Ok;
    }

    /// <summary>Copies the first items of a list behind those of another, whose storage holds them and has room.</summary>
    private static bool TryCopy(Machine machine, PyList source, int count, PyList target)
    {
        switch (target.Kind)
        {
            case ListKind.Ints:
                return machine.TryCopy(source.Ints.AsSpan(0, count), target.Ints.AsSpan(target.Count));
            case ListKind.Floats:
                return machine.TryCopy(source.Floats.AsSpan(0, count), target.Floats.AsSpan(target.Count));
            default:
                return TryCopyValues(machine, source, count, target.Items.AsSpan(target.Count));
        }
    }

    /// <summary>Copies the first items of a list of any kind.</summary>
    public static bool TryCopyValues(Machine machine, PyList source, int count, Span<Value> target)
    {
        if (source.Kind == ListKind.General)
            return machine.TryCopy(source.Items.AsSpan(0, count), target);
        for (var i = 0; i < count; i++)
        {
            source.Get(i, ref target[i]);
            if (!machine.MayGoOn(i))
                return false;
        }
        return true;
    }

    /// <summary>A new list of every <paramref name="step"/>th item, <paramref name="count"/> of them.</summary>
    public static PyList? Slice(Machine machine, PyList source, long start, long step, long count)
    {
        var slice = new PyList();
        if (count == 0)
            return slice;
        slice.Kind = source.Kind;
        if (slice.Reserve(machine, count) != Status.Ok)
            return null;
        var copied = source.Kind switch
        {
            ListKind.Ints => TryCopy(machine, source.Ints, slice.Ints, start, step, count),
            ListKind.Floats => TryCopy(machine, source.Floats, slice.Floats, start, step, count),
            _ => TryCopy(machine, source.Items, slice.Items, start, step, count),
        };
        slice.Count = (int)count;
        return copied ? slice : null;
    }

    /// <summary>Makes room for <paramref name="added"/> items in the place of <paramref name="removed"/> ones. The
    /// items there are the caller's to write.</summary>
    public static Status Splice(Machine machine, PyList list, int start, int removed, int added)
    {
        var count = (long)list.Count - removed + added;
        var tail = list.Count - start - removed;
        if (list.Reserve(machine, count) != Status.Ok || removed != added && !machine.Charge(tail))
            return Status.Raised;
        var storage = list.Storage;
        if (removed != added)
            Array.Copy(storage, start + removed, storage, start + added, tail);
        if (list.Kind == ListKind.General && count < list.Count)
            Array.Clear(storage, (int)count, list.Count - (int)count);
        list.Count = (int)count;
        return Status.Ok;
    }

    /// <summary>Removes every <paramref name="step"/>th item (a positive step), <paramref name="count"/> of them.</summary>
    public static Status Thin(Machine machine, PyList list, long start, long step, long count)
    {
        if (!machine.Charge(list.Count - start))
            return Status.Raised;
        var storage = list.Storage;
        var to = start;
        for (long i = 0, from = start; i < count; i++, from += step)
        {
            // What lies between two removed items, or behind the last.
            var kept = (i == count - 1 ? list.Count : from + step) - from - 1;
            Array.Copy(storage, from + 1, storage, to, kept);
            to += kept;
        }
        if (list.Kind == ListKind.General)
            Array.Clear(storage, (int)to, list.Count - (int)to);
        list.Count = (int)to;
        return Status.Ok;
    }

    /// <summary>Turns the order of the items round.</summary>
    public static void Reverse(PyList list)
    {
        switch (list.Kind)
        {
            case ListKind.Ints:
                list.Ints.AsSpan(0, list.Count).Reverse();
                break;
            case ListKind.Floats:
                list.Floats.AsSpan(0, list.Count).Reverse();
                break;
            default:
                list.Items.AsSpan(0, list.Count).Reverse();
                break;
        }
    }

    /// <summary>Makes a list of the items of another, <paramref name="times"/> times in a row; may be the same list.</summary>
    public static Status Repeat(Machine machine, PyList source, long times, PyList target)
    {
        if (source.Count == 0 || times == 0)
        {
            target.SetStorage(ListKind.Empty, Array.Empty<Value>(), 0);
            return Status.Ok;
        }
        Array? storage = source.Kind switch
        {
            ListKind.Ints => Repeat(machine, source.Ints, source.Count, times),
            ListKind.Floats => Repeat(machine, source.Floats, source.Count, times),
            _ => Repeat(machine, source.Items, source.Count, times),
        };
        if (storage is null)
            return Status.Raised;
        target.SetStorage(source.Kind, storage, storage.Length);
        return Status.Ok;
    }

    /// <summary>The first <paramref name="count"/> items, <paramref name="times"/> times in a row; null with an
    /// exception pending when that is too much.</summary>
    public static T[]? Repeat<T>(Machine machine, T[] items, int count, long times)
    {
        var repeated = machine.NewArray<T>(count != 0 && times > long.MaxValue / count ? long.MaxValue : count * times);
        if (repeated is null || repeated.Length == 0)
            return repeated;
        return machine.TryCopy(items.AsSpan(0, count), repeated) && machine.TryRepeat(repeated.AsSpan(), count) ? repeated : null;
    }

    /// <summary>Copies every <paramref name="step"/>th element.</summary>
    public static bool TryCopy<T>(Machine machine, T[] source, T[] target, long start, long step, long count)
    {
        if (step == 1)
            return machine.TryCopy(source.AsSpan((int)start, (int)count), target);
        for (long i = 0, from = start; i < count; i++, from += step)
        {
            target[i] = source[from];
            if (!machine.MayGoOn(i))
                return false;
        }
        return true;
    }
}
