namespace Krait.Syntax;

/// <summary>
/// The interned strings of a compilation, numbered from 0 in the order in which they are added. They are UTF-8 by
/// convention only: the source's bytes are taken as they come.
/// </summary>
internal sealed class StringPool
{
    /// <summary>The length of an interned string is one byte in its implementations.</summary>
    public const int MaxLength = 255;

    byte[] bytes;
    Entry[] entries;
    int[] slots;
    int used;

    public StringPool(int expected)
    {
        expected = Math.Max(expected, 32);
        bytes = new byte[expected * 8];
        entries = new Entry[expected];
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)expected * 2)];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int index] => bytes.AsSpan(entries[index].Start, entries[index].Length);

    /// <summary>The number of a string, or -1 when it was never added.</summary>
    public int Find(ReadOnlySpan<byte> text) => slots[FindSlot(text, Hash(text))] - 1;

    /// <summary>The number of a string, which is added first when it is new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slot = FindSlot(text, hash);
        if (slots[slot] != 0)
            return slots[slot] - 1;
        if (bytes.Length - used < text.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + text.Length));
        if (text.Length > MaxLength)
            throw new SourceException("RuntimeError", "name too long");
        text.CopyTo(bytes.AsSpan(used));
        if (Count == entries.Length)
            Array.Resize(ref entries, Count * 2);
        entries[Count] = new Entry(used, text.Length, hash);
        used += text.Length;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length)
            Rehash();
        return Count - 1;
    }

    int FindSlot(ReadOnlySpan<byte> text, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var index = slots[slot] - 1;
            if (index < 0 || entries[index].Hash == hash && this[index].SequenceEqual(text))
                return slot;
        }
    }

    void Rehash()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var index = 0; index < Count; index++)
        {
            var slot = (int)entries[index].Hash & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = index + 1;
        }
    }

    /// <summary>FNV-1a, finished so that the low bits depend on all of it.</summary>
    static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var b in text)
            hash = (hash ^ b) * 16777619u;
        return hash ^ hash >> 15;
    }

    readonly record struct Entry(int Start, int Length, uint Hash);
}
