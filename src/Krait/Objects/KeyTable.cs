using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// The keys of a dict or a set: entries in the order of insertion, and beside them a table of hashed positions
/// (open addressing), so that iterating is a walk over an array. A dict keeps its values in an array parallel to
/// <see cref="Entries"/>.
/// </summary>
/// <remarks>
/// <para>Up to <see cref="LargestLinear"/> entries there is no table: a scan over the hashes is as fast and most dicts
/// are that small. A removed entry stays as a hole (no key) until the table is rebuilt, which happens only when a key
/// is added and no room is left; positions are stable otherwise.</para>
/// <para>Comparing keys may run Python, which may change this very table. Every comparison is followed by a look whether
/// the entry is still there, in the same array; if not, the search starts again.</para>
/// </remarks>
internal struct KeyTable
{
    private const int LargestLinear = 8;
    private const int SmallestTable = 32;
    private const int Hole = -1;

    /// <summary>The entries; those from <see cref="Used"/> on are unused.</summary>
    public Entry[] Entries;

    /// <summary>How many entries were added, holes included.</summary>
    public int Used;

    /// <summary>How many keys there are.</summary>
    public int Count;

    // No entry before this one holds a key: taking keys from the front stays linear in total.
    private int first;

    // 0: free, -1: a hole, otherwise the position + 1. Null while a scan does.
    private int[]? table;

    /// <summary>An empty table that owns no storage.</summary>
    public KeyTable() => Entries = [];

    /// <summary>One key with its hash; the key is null in a hole.</summary>
    internal struct Entry
    {
        public Value Key;
        public long Hash;
    }

    /// <summary>Whether a key can be added without <see cref="TryRebuild"/>.</summary>
    public readonly bool HasRoom => Used < Entries.Length;

    /// <summary>The number of bytes that a table with room for <paramref name="count"/> keys takes.</summary>
    public static long SizeFor(long count) => CapacityFor(count) * 32L;

    /// <summary>How many entries a table made for <paramref name="count"/> keys can hold.</summary>
    public static long CapacityFor(long count) => count <= 4 ? 4 : count <= LargestLinear ? LargestLinear : TableLengthFor(count) * 2 / 3;

    /// <summary>The position of a str by reference or text, or -1. Never calls Python.</summary>
    public readonly int FindName(PyStr name, long hash)
    {
        var entries = Entries;
        if (table is null)
        {
            for (var i = 0; i < Used; i++)
                if (entries[i].Key.Object == (object)name)
                    return i;
            for (var i = 0; i < Used; i++)
                if (entries[i].Hash == hash && entries[i].Key.Object is PyStr other && other.ContentEquals(name))
                    return i;
            return -1;
        }
        var probe = new Probe(hash, table.Length);
        for (int slot; (slot = table[probe.Slot]) != 0; probe.Advance())
        {
            if (slot == Hole)
                continue;
            ref var entry = ref entries[slot - 1];
            if (entry.Key.Object == (object)name
                || entry.Hash == hash && entry.Key.Object is PyStr other && other.ContentEquals(name))
                return slot - 1;
        }
        return -1;
    }

    /// <summary>Finds the position of a key, or -1.</summary>
    public readonly Status Find(Machine machine, in Value key, long hash, out int position)
    {
        position = -1;
        if (Count == 0)
            return Status.Ok;
        return Search(machine, key, hash, out position);
    }

    /// <summary>Adds a key that is not there, and says where. There must be room.</summary>
    public int Add(in Value key, long hash)
    {
        var position = Used++;
        ref var entry = ref Entries[position];
        entry.Key = key;
        entry.Hash = hash;
        Count++;
        if (table is not null)
            Link(table, hash, position);
        return position;
    }

    /// <summary>Turns the entry at a position into a hole.</summary>
    public void RemoveAt(int position)
    {
        if (table is not null)
        {
            var probe = new Probe(Entries[position].Hash, table.Length);
            while (table[probe.Slot] != position + 1)
                probe.Advance();
            table[probe.Slot] = Hole;
        }
        Entries[position] = default;
        Count--;
    }

    /// <summary>Removes the last entry, and the holes before it, for good.</summary>
    public void RemoveLast(int position)
    {
        RemoveAt(position);
        Used = position;
        first = Math.Min(first, position);
    }

    /// <summary>Drops everything.</summary>
    public void Clear() => this = new KeyTable();

    /// <summary>The keys, without holes, in storage with room for <paramref name="count"/>. False with an exception
    /// pending, but never without a machine.</summary>
    public readonly bool TryRebuild(Machine? machine, long count, out KeyTable rebuilt)
    {
        // Bounded: the caller has charged for SizeFor(count).
        var entries = new Entry[CapacityFor(count)];
        var links = entries.Length <= LargestLinear ? null : new int[TableLengthFor(count)];
        var used = 0;
        rebuilt = this;
        for (var i = first; i < Used; i++)
        {
            if (machine?.MayGoOn(i) == false)
                return false;
            if (Entries[i].Key.IsNull)
                continue;
            entries[used] = Entries[i];
            if (links is not null)
                Link(links, entries[used].Hash, used);
            used++;
        }
        rebuilt = new KeyTable { Entries = entries, Used = used, Count = Count, table = links };
        return true;
    }

    /// <summary>How many keys to make room for when one more is to be added.</summary>
    public readonly long NextCapacity => Count < LargestLinear ? Count + 1L : Count * 2L;

    /// <summary>The same keys in storage of their own, at the same positions. False with an exception pending.</summary>
    public readonly bool TryCopy(Machine machine, out KeyTable copy)
    {
        // Bounded: the caller has charged for SizeFor(Entries.Length).
        copy = new()
        {
            Entries = new Entry[Entries.Length],
            Used = Used,
            Count = Count,
            first = first,
            table = table is null ? null : new int[table.Length],
        };
        return machine.TryCopy(Entries.AsSpan(0, Used), copy.Entries) && machine.TryCopy(table.AsSpan(), copy.table);
    }

    /// <summary>Steps to the next entry that holds a key, from <paramref name="position"/> on: it is at the position
    /// given back minus one. False at the end.</summary>
    public bool Next(ref int position)
    {
        if (position <= first)
        {
            while (first < Used && Entries[first].Key.IsNull)
                first++;
            position = first;
        }
        while (position < Used)
            if (!Entries[position++].Key.IsNull)
                return true;
        return false;
    }

    /// <summary>Steps to the previous entry that holds a key: it is at the position given back.</summary>
    public readonly bool Previous(ref int position)
    {
        position = Math.Min(position, Used);
        while (position > first)
            if (!Entries[--position].Key.IsNull)
                return true;
        return false;
    }

    private readonly Status Search(Machine machine, in Value key, long hash, out int position)
    {
        while (true)
        {
            var match = table is null
                ? Scan(machine, key, hash, out position)
                : Walk(machine, key, hash, out position);
            if (match == Match.Yes)
                return Status.Ok;
            position = -1;
            if (match != Match.Changed)
                return match == Match.No ? Status.Ok : Status.Raised;
            if (!machine.Charge(64))
                return Status.Raised;
        }
    }

    private readonly Match Scan(Machine machine, in Value key, long hash, out int position)
    {
        var entries = Entries;
        for (position = 0; position < Used; position++)
        {
            if (entries[position].Hash != hash)
                continue;
            var match = Compare(machine, entries, position, key);
            if (match != Match.No)
                return match;
        }
        return Match.No;
    }

    private readonly Match Walk(Machine machine, in Value key, long hash, out int position)
    {
        var entries = Entries;
        var slots = table!;
        var steps = 0;
        position = -1;
        var probe = new Probe(hash, slots.Length);
        for (int slot; (slot = slots[probe.Slot]) != 0; probe.Advance())
        {
            // Keys made to collide cost what they cost, but not for free.
            if ((++steps & 63) == 0 && !machine.Charge(64))
                return Match.Raised;
            position = slot - 1;
            if (slot == Hole || entries[position].Hash != hash)
                continue;
            var match = Compare(machine, entries, position, key);
            if (match != Match.No)
                return match;
        }
        return Match.No;
    }

    private readonly Match Compare(Machine machine, Entry[] entries, int position, in Value key)
    {
        var candidate = entries[position].Key;
        if (Value.Is(candidate, key))
            return candidate.IsNull ? Match.No : Match.Yes;
        if (candidate.IsNull || candidate.IsInt && key.IsInt)
            return Match.No;
        if (Operations.Equals(machine, candidate, key, out var equal) != Status.Ok)
            return Match.Raised;
        if (Entries != entries || !Value.Is(entries[position].Key, candidate))
            return Match.Changed;
        return equal ? Match.Yes : Match.No;
    }

    private static void Link(int[] table, long hash, int position)
    {
        var probe = new Probe(hash, table.Length);
        while (table[probe.Slot] > 0)
            probe.Advance();
        table[probe.Slot] = position + 1;
    }

    private static long TableLengthFor(long count) =>
        Math.Max(SmallestTable, (long)BitOperations.RoundUpToPowerOf2((ulong)(count * 3 / 2 + 1)));

    /// <summary>The order in which slots are tried: all bits of the hash come to bear, and every slot is reached.</summary>
    private struct Probe(long hash, int length)
    {
        private readonly int mask = length - 1;
        private ulong rest = (ulong)hash;

        public int Slot { get; private set; } = (int)hash & (length - 1);

        public void Advance()
        {
            rest >>= 5;
            Slot = (int)((uint)Slot * 5 + 1 + (uint)rest) & mask;
        }
    }

    private enum Match
    {
        No,
        Yes,
        Changed,
        Raised,
    }
}
