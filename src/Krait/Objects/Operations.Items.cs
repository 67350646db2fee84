using Krait.Core;

namespace Krait.Objects;

/// <content>Containers and iteration.</content>
internal static partial class Operations
{
    /// <summary>len(value).</summary>
    public static Status Length(Machine machine, in Value value, out long length)
    {
        length = 0;
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"object of type '{TypeName(value)}' has no len()");
        if (!Specials.Find(machine, item, Special.Len, out var method))
            return item.Length(machine, out length);
        Value result = default;
        var status = Specials.Call(machine, method, value, ref result);
        return status == Status.Ok ? Numbers.CheckLength(machine, result, out length) : status;
    }

    /// <summary>value[key].</summary>
    public static Status GetItem(Machine machine, in Value value, in Value key, ref Value result)
    {
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"'{TypeName(value)}' object is not subscriptable");
        return Specials.Find(machine, item, Special.GetItem, out var method)
            ? Specials.Call(machine, method, value, key, ref result)
            : item.GetItem(machine, key, ref result);
    }

    /// <summary>value[key] = element.</summary>
    public static Status SetItem(Machine machine, in Value value, in Value key, in Value element)
    {
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"'{TypeName(value)}' object does not support item assignment");
        if (!Specials.Find(machine, item, Special.SetItem, out var method))
            return item.SetItem(machine, key, element);
        Value ignored = default;
        return Specials.Call(machine, method, value, key, element, ref ignored);
    }

    /// <summary>del value[key].</summary>
    public static Status DeleteItem(Machine machine, in Value value, in Value key)
    {
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"'{TypeName(value)}' object doesn't support item deletion");
        if (!Specials.Find(machine, item, Special.DelItem, out var method))
            return item.DeleteItem(machine, key);
        Value ignored = default;
        return Specials.Call(machine, method, value, key, ref ignored);
    }

    /// <summary>element in value: by the container, otherwise by iteration.</summary>
    public static Status Contains(Machine machine, in Value value, in Value element, out bool found)
    {
        found = false;
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"argument of type '{TypeName(value)}' is not iterable");
        Status status;
        if (Specials.Find(machine, item, Special.Contains, out var method))
        {
            if (method.IsNone)
                return machine.Raise(Types.TypeError, $"'{item.Type.Name}' object is not a container");
            Value result = default;
            status = Specials.Call(machine, method, value, element, ref result);
            return status == Status.Ok ? Truth(machine, result, out found) : status;
        }
        status = item.Contains(machine, element, out found);
        if (status != Status.NotImplemented)
            return status;
        Value iterator = default;
        status = Iterate(machine, value, ref iterator);
        if (status != Status.Ok)
            return machine.Catch(Types.TypeError)
                ? machine.Raise(Types.TypeError, $"argument of type '{item.Type.Name}' is not iterable")
                : status;
        Value candidate = default;
        var meter = new WorkMeter(machine);
        while ((status = Next(machine, iterator, ref candidate)) == Status.Ok)
        {
            if (!meter.Tick())
                return Status.Raised;
            status = Equals(machine, candidate, element, out found);
            if (status != Status.Ok || found)
                return status;
        }
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>iter(value).</summary>
    public static Status Iterate(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"'{TypeName(value)}' object is not iterable");
        if (Specials.Find(machine, item, Special.Iter, out var method))
        {
            if (method.IsNone)
                return machine.Raise(Types.TypeError, $"'{item.Type.Name}' object is not iterable");
            var status = Specials.Call(machine, method, value, ref result);
            return status == Status.Ok && !IsIterator(machine, result)
                ? machine.Raise(Types.TypeError, $"iter() returned non-iterator of type '{TypeName(result)}'")
                : status;
        }
        // A subclass of a builtin container inherits its __iter__, whatever its __getitem__ does.
        if (item is IInstance && Specials.Find(machine, item, Special.GetItem, out _)
            && !item.Type.Lookup(machine, machine.Names[Special.Iter], out _))
        {
            result.SetObject(new SequenceIterator(value));
            return Status.Ok;
        }
        return item.Iterate(machine, ref result);
    }

    /// <summary>Whether next() works on a value.</summary>
    public static bool IsIterator(Machine machine, in Value value) =>
        value.Object is PyObject item && item.Type.Lookup(machine, machine.Names.Next, out _);

    /// <summary>next(iterator): an item, or <see cref="Status.Stop"/> at the end. A StopIteration that Python code
    /// raised becomes Stop, with its value in <see cref="Machine.StopValue"/>.</summary>
    public static Status Next(Machine machine, in Value iterator, ref Value result)
    {
        if (iterator.Object is not PyObject item)
            return machine.Raise(Types.TypeError, $"'{TypeName(iterator)}' object is not an iterator");
        if (!Specials.Find(machine, item, Special.Next, out var method))
        {
            // A generator leaves its value, and what passes the end of one on, as map does, leaves that; others leave none.
            machine.StopValue = Value.None;
            return item.Next(machine, ref result);
        }
        var status = Specials.Call(machine, method, iterator, ref result);
        return status == Status.Raised && machine.CatchStop() ? Status.Stop : status;
    }
}
