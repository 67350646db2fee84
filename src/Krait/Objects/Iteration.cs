using Krait.Core;

namespace Krait.Objects;

/// <summary>Taking all items of an iterable: what tuple(), list(), join, sorted, star-arguments and unpacking share.</summary>
internal static class Iteration
{
    /// <summary>The items of an iterable, exactly as many as the array is long. The array is not to be written: it may
    /// be a tuple's own.</summary>
    public static Status Collect(Machine machine, in Value iterable, out Value[] items)
    {
        switch (iterable.Object)
        {
            case PyTuple tuple when tuple.GetType() == typeof(PyTuple):
                items = tuple.Items;
                return Status.Ok;
            case PyList list when list.GetType() == typeof(PyList):
                return list.ToArray(machine, out items);
            default:
                items = [];
                Value iterator = default;
                var status = Operations.Iterate(machine, iterable, ref iterator);
                return status == Status.Ok ? Drain(machine, iterable, iterator, out items) : status;
        }
    }

    /// <summary>Asks an instance of a Python class how many items to expect, by <c>__len__</c> or else
    /// <c>__length_hint__</c>. Nothing here needs the number: a program sees that it is asked, and what the method raises
    /// (other than TypeError) or answers wrongly is the error of whatever takes the items.</summary>
    public static Status AskLength(Machine machine, in Value iterable)
    {
        if (iterable.Object is not PyObject item || item.Type is not ClassType)
            return Status.Ok;
        if (item.Type.Lookup(machine, machine.Names[Special.Len], out _))
        {
            if (Operations.Length(machine, iterable, out _) == Status.Ok)
                return Status.Ok;
            if (!machine.Catch(Types.TypeError))
                return Status.Raised;
        }
        if (!item.Type.Lookup(machine, machine.Names[Special.LengthHint], out var method))
            return Status.Ok;
        Value answer = default;
        if (Specials.Call(machine, method, iterable, ref answer) != Status.Ok)
            return machine.Catch(Types.TypeError) ? Status.Ok : Status.Raised;
        if (answer.Object == (object)Singletons.NotImplemented)
            return Status.Ok;
        if (!Numbers.IsInt(answer))
            return machine.Raise(Types.TypeError, $"__length_hint__ must be an integer, not {Operations.TypeName(answer)}");
        if (!Indices.Fits(answer, out var hint))
            return machine.Raise(Types.OverflowError, "Python int too large to convert to C ssize_t");
        return hint >= 0 ? Status.Ok : machine.Raise(Types.ValueError, "__length_hint__() should return >= 0");
    }

    /// <summary>iter(iterable), with the words of <paramref name="problem"/> for a value that cannot be iterated.</summary>
    public static Status Iterate(Machine machine, in Value iterable, string problem, ref Value iterator)
    {
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Raised || iterable.Object is PyObject item && Specials.Find(machine, item, Special.Iter, out var method) && !method.IsNone)
            return status;
        return machine.Catch(Types.TypeError) ? machine.Raise(Types.TypeError, problem) : status;
    }

    /// <summary>As <see cref="Collect(Machine, in Value, out Value[])"/>, with the words of <paramref name="problem"/>
    /// for a value that cannot be iterated.</summary>
    public static Status Collect(Machine machine, in Value iterable, string problem, out Value[] items)
    {
        if (iterable.Object is PyTuple or PyList)
            return Collect(machine, iterable, out items);
        items = [];
        Value iterator = default;
        var status = Iterate(machine, iterable, problem, ref iterator);
        return status == Status.Ok ? Drain(machine, iterable, iterator, out items) : status;
    }

    /// <summary>Unpacks exactly as many items as there are targets, in order.</summary>
    public static Status Unpack(Machine machine, in Value iterable, Span<Value> targets)
    {
        switch (iterable.Object)
        {
            case PyTuple tuple when tuple.GetType() == typeof(PyTuple):
                if (tuple.Count != targets.Length)
                    return WrongCount(machine, tuple.Count, targets.Length);
                for (var i = 0; i < targets.Length; i++)
                    targets[i].Set(tuple.Items[i]);
                return Status.Ok;
            case PyList list when list.GetType() == typeof(PyList):
                if (list.Count != targets.Length)
                    return WrongCount(machine, list.Count, targets.Length);
                for (var i = 0; i < targets.Length; i++)
                    list.Get(i, ref targets[i]);
                return Status.Ok;
        }
        Value iterator = default, extra = default;
        var status = Iterate(machine, iterable, NotIterable(iterable), ref iterator);
        if (status != Status.Ok)
            return status;
        for (var i = 0; i < targets.Length; i++)
        {
            status = Operations.Next(machine, iterator, ref targets[i]);
            if (status != Status.Ok)
                return status == Status.Stop ? WrongCount(machine, i, targets.Length) : status;
        }
        status = Operations.Next(machine, iterator, ref extra);
        return status == Status.Ok ? WrongCount(machine, targets.Length + 1L, targets.Length) : status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Unpacks with a starred target: the first <paramref name="before"/> targets and the last ones take one
    /// item each, the one between a list of what is left.</summary>
    public static Status UnpackStarred(Machine machine, in Value iterable, Span<Value> targets, int before)
    {
        if (Collect(machine, iterable, NotIterable(iterable), out var items) != Status.Ok)
            return Status.Raised;
        var after = targets.Length - before - 1;
        if (items.Length < before + after)
            return machine.Raise(Types.ValueError,
                $"not enough values to unpack (expected at least {before + after}, got {items.Length})");
        var rest = PyList.From(machine, items.AsSpan(before, items.Length - before - after));
        if (rest is null)
            return Status.Raised;
        items.AsSpan(0, before).CopyTo(targets);
        targets[before].SetObject(rest);
        items.AsSpan(items.Length - after).CopyTo(targets[(before + 1)..]);
        return Status.Ok;
    }

    private static Status Drain(Machine machine, in Value iterable, in Value iterator, out Value[] items)
    {
        items = [];
        if (AskLength(machine, iterable) != Status.Ok)
            return Status.Raised;
        Value item = default;
        Status status;
        var count = 0;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick() || count == items.Length && !TryResize(machine, ref items, Math.Max(4L, count * 2L), count))
                return Status.Raised;
            items[count++].Set(item);
        }
        if (status != Status.Stop)
            return status;
        return count == items.Length || TryResize(machine, ref items, count, count) ? Status.Ok : Status.Raised;
    }

    private static bool TryResize(Machine machine, ref Value[] items, long length, int count)
    {
        var moved = machine.NewArray<Value>(length);
        if (moved is null)
            return false;
        items.AsSpan(0, count).CopyTo(moved);
        items = moved;
        return true;
    }

    private static string NotIterable(in Value iterable) => $"cannot unpack non-iterable {Operations.TypeName(iterable)} object";

    private static Status WrongCount(Machine machine, long count, int expected) => machine.Raise(Types.ValueError, count > expected
        ? $"too many values to unpack (expected {expected})"
        : $"not enough values to unpack (expected {expected}, got {count})");
}
