using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// What set and frozenset share. Files: this one has the keys and what C# asks of them, <c>PySetBase.Methods.cs</c> the
/// methods that do not change a set, <c>PySet.cs</c> and <c>PyFrozenSet.cs</c> the two types.
/// </summary>
internal abstract partial class PySetBase : PyObject
{
    /// <summary>The items. To be changed here only.</summary>
    internal KeyTable Keys = new();

    /// <summary>The number of items.</summary>
    public int Count => Keys.Count;

    /// <summary>Whether an item is in the set. A set, which cannot be in one, stands for the frozenset that equals it.</summary>
    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        var status = Find(machine, item, out _, out var position);
        found = position >= 0;
        return status;
    }

    /// <summary>Adds an item. For set, and for a frozenset that is being made.</summary>
    internal Status Add(Machine machine, in Value item)
    {
        var status = Operations.Hash(machine, item, out var hash);
        return status == Status.Ok ? Add(machine, item, hash) : status;
    }

    /// <summary>Removes an item that is there; says whether it was.</summary>
    internal Status Remove(Machine machine, in Value item, out bool removed)
    {
        var status = Find(machine, item, out _, out var position);
        removed = position >= 0;
        if (removed)
            Keys.RemoveAt(position);
        return status;
    }

    /// <summary>Adds all items of an iterable.</summary>
    internal Status Update(Machine machine, in Value iterable)
    {
        switch (iterable.Object)
        {
            case PySetBase set when set.GetType() == typeof(PySet) || set.GetType() == typeof(PyFrozenSet):
                return Update(machine, ref set.Keys);
            case PyDict dict when dict.GetType() == typeof(PyDict):
                return Update(machine, ref dict.Keys);
        }
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            if (!meter.Tick() || Add(machine, item) != Status.Ok)
                return Status.Raised;
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Removes all items of an iterable.</summary>
    internal Status DifferenceUpdate(Machine machine, in Value iterable)
    {
        if (iterable.Object == (object)this)
        {
            Keys.Clear();
            return Status.Ok;
        }
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick() || Operations.Hash(machine, item, out var hash) != Status.Ok
                || Keys.Find(machine, item, hash, out var position) != Status.Ok)
                return Status.Raised;
            if (position >= 0)
                Keys.RemoveAt(position);
        }
        return status == Status.Stop ? Status.Ok : status;
    }

    /// <summary>Removes the items of an iterable that are there, and adds those that are not.</summary>
    internal Status SymmetricDifferenceUpdate(Machine machine, in Value iterable)
    {
        if (iterable.Object == (object)this)
        {
            Keys.Clear();
            return Status.Ok;
        }
        // An item that comes twice is one item.
        var other = new PySet();
        if (other.Update(machine, iterable) != Status.Ok)
            return Status.Raised;
        var meter = new WorkMeter(machine);
        for (var position = 0; other.Keys.Next(ref position);)
        {
            var entry = other.Keys.Entries[position - 1];
            if (!meter.Tick() || Keys.Find(machine, entry.Key, entry.Hash, out var found) != Status.Ok)
                return Status.Raised;
            if (found >= 0)
                Keys.RemoveAt(found);
            else if (Insert(machine, entry.Key, entry.Hash) != Status.Ok)
                return Status.Raised;
        }
        return Status.Ok;
    }

    private protected Status Update(Machine machine, ref KeyTable other)
    {
        if (Count == 0 && other.Used == other.Count)
        {
            if (!machine.Charge(other.Count, KeyTable.SizeFor(other.Entries.Length)))
                return Status.Raised;
            if (!other.TryCopy(machine, out var copy))
                return Status.Raised;
            Keys = copy;
            return Status.Ok;
        }
        var meter = new WorkMeter(machine);
        for (var position = 0; other.Next(ref position);)
        {
            var entry = other.Entries[position - 1];
            if (!meter.Tick() || Add(machine, entry.Key, entry.Hash) != Status.Ok)
                return Status.Raised;
        }
        return Status.Ok;
    }

    private Status Add(Machine machine, in Value item, long hash)
    {
        var status = Keys.Find(machine, item, hash, out var position);
        return status != Status.Ok || position >= 0 ? status : Insert(machine, item, hash);
    }

    private Status Insert(Machine machine, in Value item, long hash)
    {
        if (!Keys.HasRoom)
        {
            if (!machine.Charge(Keys.NextCapacity, KeyTable.SizeFor(Keys.NextCapacity))
                || !Keys.TryRebuild(machine, Keys.NextCapacity, out var rebuilt))
                return Status.Raised;
            Keys = rebuilt;
        }
        _ = Keys.Add(item, hash);
        return Status.Ok;
    }

    private Status Find(Machine machine, in Value item, out long hash, out int position)
    {
        position = -1;
        var status = Operations.Hash(machine, item, out hash);
        if (status == Status.Ok)
            return Keys.Find(machine, item, hash, out position);
        if (item.Object is not PySet set || !machine.Catch(Types.TypeError))
            return status;
        var frozen = new PyFrozenSet();
        if (frozen.Update(machine, ref set.Keys) != Status.Ok || frozen.Hash(machine, out hash) != Status.Ok)
            return Status.Raised;
        return Keys.Find(machine, Value.Of(frozen), hash, out position);
    }
}
