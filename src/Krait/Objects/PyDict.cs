using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A dict: ordered by insertion. Files: this one has the entries and what C# asks of them, <c>PyDict.Slots.cs</c> what
/// operators do, <c>PyDict.Methods.cs</c> the methods, <c>DictViews.cs</c> and <c>DictIterators.cs</c> what iterates.
/// </summary>
/// <remarks>Inline caches of global names keep <see cref="KeysVersion"/> and the index of an entry:
/// as long as the version is the same, the entry is. Replacing a value does not change the version.</remarks>
[PyType("dict", IsBase = true, PositionalOnly = true, Unhashable = true, Slots = Slots.Merge)]
internal partial class PyDict : PyObject
{
    /// <summary>The version of a key set that no cache ever asked for: equal to none that a cache holds.</summary>
    private const int Unversioned = int.MinValue;

    /// <summary>The Keys. To be changed here only.</summary>
    internal KeyTable Keys = new();

    // values[i] belongs to Keys.Entries[i]; the arrays are equally long.
    private Value[] values = [];

    public override PyType Type => Types.Dict;

    /// <summary>The number of entries.</summary>
    public int Count => Keys.Count;

    /// <summary>Changes whenever a key comes or goes or an entry moves. Positive once <see cref="FindName"/> was asked:
    /// before, no version is used up on changes. A cache that was never filled must hold 0.</summary>
    public int KeysVersion { get; private set; } = Unversioned;

    /// <summary>Reads an entry by interned name, without calling Python.</summary>
    public bool TryGetName(Machine machine, PyStr name, out Value value)
    {
        var position = Keys.Count == 0 ? -1 : Keys.FindName(name, name.HashCode(machine));
        value = position < 0 ? default : values[position];
        return position >= 0;
    }

    /// <summary>Writes an entry by interned name, without calling Python.</summary>
    public void SetName(Machine machine, PyStr name, in Value value)
    {
        var hash = name.HashCode(machine);
        var position = Keys.Count == 0 ? -1 : Keys.FindName(name, hash);
        if (position >= 0)
        {
            values[position].Set(value);
            return;
        }
        if (!Keys.HasRoom)
        {
            // Who sets a name cannot fail: what this costs is charged for afterwards.
            machine.Debit(0, SizeFor(Keys.NextCapacity));
            _ = TryRebuild(null, Keys.NextCapacity);
        }
        Add(machine, Value.Of(name), hash, value);
    }

    /// <summary>Removes an entry by interned name; false when there is none.</summary>
    public bool RemoveName(Machine machine, PyStr name)
    {
        var position = Keys.Count == 0 ? -1 : Keys.FindName(name, name.HashCode(machine));
        if (position < 0)
            return false;
        RemoveEntry(machine, position);
        return true;
    }

    /// <summary>The index of the entry with an interned name, or -1, for a cache: from now on
    /// <see cref="KeysVersion"/> tells whether the answer still holds.</summary>
    public int FindName(Machine machine, PyStr name)
    {
        if (KeysVersion == Unversioned)
            KeysVersion = machine.NextVersion();
        return Keys.Count == 0 ? -1 : Keys.FindName(name, name.HashCode(machine));
    }

    /// <summary>The value of the entry at an index that <see cref="FindName"/> gave.</summary>
    public ref Value EntryValue(int index) => ref values[index];

    /// <summary>Reads the value of a key; <see cref="Status.Stop"/> when there is none.</summary>
    public Status TryGet(Machine machine, in Value key, out Value value)
    {
        var status = Find(machine, key, out _, out var position);
        if (status != Status.Ok || position < 0)
        {
            value = default;
            return status == Status.Ok ? Status.Stop : status;
        }
        value = values[position];
        return Status.Ok;
    }

    /// <summary>Whether there is an entry for a key: Ok, or <see cref="Status.Stop"/> when not.</summary>
    public Status TryFind(Machine machine, in Value key)
    {
        var status = Find(machine, key, out _, out var position);
        return status == Status.Ok && position < 0 ? Status.Stop : status;
    }

    /// <summary>Writes the value of a key.</summary>
    public Status Set(Machine machine, in Value key, in Value value)
    {
        var status = Operations.Hash(machine, key, out var hash);
        return status == Status.Ok ? Set(machine, key, hash, value) : status;
    }

    /// <summary>Reads the value of a key, or writes <paramref name="fallback"/> when there is none.</summary>
    public Status GetOrAdd(Machine machine, in Value key, in Value fallback, ref Value result)
    {
        var status = Find(machine, key, out var hash, out var position);
        if (status != Status.Ok)
            return status;
        if (position < 0)
        {
            status = Insert(machine, key, hash, fallback);
            if (status == Status.Ok)
                result.Set(fallback);
            return status;
        }
        result.Set(values[position]);
        return Status.Ok;
    }

    /// <summary>Removes a key and gives its value; <see cref="Status.Stop"/> when there is none.</summary>
    public Status Remove(Machine machine, in Value key, out Value removed)
    {
        removed = default;
        var status = Find(machine, key, out _, out var position);
        if (status != Status.Ok || position < 0)
            return status == Status.Ok ? Status.Stop : status;
        removed = values[position];
        RemoveEntry(machine, position);
        return Status.Ok;
    }

    /// <summary>Steps through the entries in order: start with position 0. False at the end. The dict may change in
    /// between; what is seen then is what lies behind the position.</summary>
    public bool NextEntry(ref int position, out Value key, out Value value)
    {
        if (!Keys.Next(ref position))
        {
            key = value = default;
            return false;
        }
        key = Keys.Entries[position - 1].Key;
        value = values[position - 1];
        return true;
    }

    /// <summary>Steps through the entries from the end: start with <see cref="int.MaxValue"/>.</summary>
    public bool PreviousEntry(ref int position, out Value key, out Value value)
    {
        if (!Keys.Previous(ref position))
        {
            key = value = default;
            return false;
        }
        key = Keys.Entries[position].Key;
        value = values[position];
        return true;
    }

    /// <summary>Removes and gives the last entry; false when there is none.</summary>
    public bool TryTakeLast(Machine machine, out Value key, out Value value)
    {
        var position = int.MaxValue;
        if (!PreviousEntry(ref position, out key, out value))
            return false;
        Keys.RemoveLast(position);
        values[position] = default;
        KeysChanged(machine);
        return true;
    }

    /// <summary>Drops all entries.</summary>
    [PyFunction("clear")]
    internal void Clear(Machine machine)
    {
        Keys.Clear();
        values = [];
        KeysChanged(machine);
    }

    /// <summary>A plain dict with the same entries; null when it may not be made.</summary>
    public PyDict? Copy(Machine machine)
    {
        var copy = new PyDict();
        return copy.Merge(machine, this) == Status.Ok ? copy : null;
    }

    /// <summary>Takes over the entries of another dict; what is there already is replaced.</summary>
    public Status Merge(Machine machine, PyDict other)
    {
        if (other == this || other.Count == 0)
            return Status.Ok;
        if (Count == 0 && other.Keys.Used == other.Count)
        {
            if (!machine.Charge(other.Count, SizeFor(other.Keys.Entries.Length)))
                return Status.Raised;
            var copied = new Value[other.values.Length];
            if (!other.Keys.TryCopy(machine, out var keys) || !machine.TryCopy(other.values.AsSpan(0, keys.Used), copied))
                return Status.Raised;
            Keys = keys;
            values = copied;
            KeysChanged(machine);
            return Status.Ok;
        }
        if (Count == 0 && Reserve(machine, other.Count) != Status.Ok)
            return Status.Raised;
        var used = other.Keys.Used;
        var meter = new WorkMeter(machine);
        for (var position = 0; other.NextEntry(ref position, out var key, out var value);)
        {
            if (!meter.Tick() || Set(machine, key, other.Keys.Entries[position - 1].Hash, value) != Status.Ok)
                return Status.Raised;
            if (other.Keys.Used != used)
                return machine.Raise(Types.RuntimeError, "dict mutated during update");
        }
        return Status.Ok;
    }

    /// <summary>Makes room for <paramref name="count"/> entries in all.</summary>
    public Status Reserve(Machine machine, long count)
    {
        if (count <= Keys.Entries.Length)
            return Status.Ok;
        if (!machine.Charge(count, SizeFor(count)) || !TryRebuild(machine, count))
            return Status.Raised;
        KeysChanged(machine);
        return Status.Ok;
    }

    private Status Set(Machine machine, in Value key, long hash, in Value value)
    {
        var status = Keys.Find(machine, key, hash, out var position);
        if (status != Status.Ok)
            return status;
        if (position < 0)
            return Insert(machine, key, hash, value);
        values[position].Set(value);
        return Status.Ok;
    }

    private Status Find(Machine machine, in Value key, out long hash, out int position)
    {
        position = -1;
        var status = Operations.Hash(machine, key, out hash);
        return status == Status.Ok ? Keys.Find(machine, key, hash, out position) : status;
    }

    private Status Insert(Machine machine, in Value key, long hash, in Value value)
    {
        if (!Keys.HasRoom)
        {
            if (!machine.Charge(Keys.NextCapacity, SizeFor(Keys.NextCapacity)) || !TryRebuild(machine, Keys.NextCapacity))
                return Status.Raised;
        }
        Add(machine, key, hash, value);
        return Status.Ok;
    }

    private void Add(Machine machine, in Value key, long hash, in Value value)
    {
        values[Keys.Add(key, hash)].Set(value);
        KeysChanged(machine);
    }

    private void RemoveEntry(Machine machine, int position)
    {
        Keys.RemoveAt(position);
        values[position] = default;
        KeysChanged(machine);
    }

    /// <summary>Moves the entries, without holes, into storage with room for <paramref name="count"/>. False with an
    /// exception pending, but never without a machine.</summary>
    private bool TryRebuild(Machine? machine, long count)
    {
        // Bounded: the caller has charged for SizeFor(count).
        if (!Keys.TryRebuild(machine, count, out var rebuilt))
            return false;
        var moved = new Value[rebuilt.Entries.Length];
        for (int position = 0, next = 0; Keys.Next(ref position); next++)
        {
            moved[next] = values[position - 1];
            if (machine?.MayGoOn(next) == false)
                return false;
        }
        Keys = rebuilt;
        values = moved;
        return true;
    }

    private void KeysChanged(Machine machine)
    {
        if (KeysVersion != Unversioned)
            KeysVersion = machine.NextVersion();
    }

    private static long SizeFor(long count) => KeyTable.SizeFor(count) + 16 * KeyTable.CapacityFor(count);
}

/// <summary>An instance of a Python class that derives from dict.</summary>
internal sealed class PyDictInstance : PyDict, IInstance
{
    private InstanceState state;

    public PyDictInstance(ClassType type)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
