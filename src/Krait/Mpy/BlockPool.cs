using System.Buffers;

namespace Krait.Mpy;

/// <summary>What made an exception block.</summary>
internal enum BlockKind : byte
{
    /// <summary>SETUP_EXCEPT.</summary>
    Except,

    /// <summary>SETUP_FINALLY.</summary>
    Finally,

    /// <summary>SETUP_WITH.</summary>
    With,

    /// <summary>SETUP_FINALLY of an <c>async with</c>: its handler takes the manager below the token too.</summary>
    AsyncWith,
}

/// <summary>An exception block of the verifier. It is active from its handler on: an exception raised there goes further
/// out.</summary>
internal readonly struct Block(int outer, int depth, BlockKind kind, int handler, int entries)
{
    public readonly int Outer = outer;

    public readonly int Depth = depth;

    public readonly BlockKind Kind = kind;

    public readonly int Handler = handler;

    /// <summary>Entries of the stack when the block was set up: what a handler finds below what it receives.</summary>
    public readonly int Entries = entries;

    /// <summary>Entries that are left when the handler has ended.</summary>
    public int EntriesAfter => Kind switch
    {
        BlockKind.With => Entries - 2,
        BlockKind.AsyncWith => Entries - 1,
        _ => Entries,
    };

    public bool IsActive(int offset) => offset >= Handler;

    /// <summary>Entries that no instruction at the offset may touch.</summary>
    public int Floor(int offset) => IsActive(offset) ? EntriesAfter : Entries;

    /// <summary>Whether the handler runs on every way out: finally and with.</summary>
    public bool IsFinally => Kind != BlockKind.Except;
}

/// <summary>The stacks of exception blocks of a function, sharing what lies below, as <see cref="StackPool"/>.</summary>
internal struct BlockPool()
{
    /// <summary>No block.</summary>
    public const int Empty = 0;

    private Block[] blocks = ArrayPool<Block>.Shared.Rent(64);
    private int[] inner = ArrayPool<int>.Shared.Rent(64);
    private int count = 1;

    /// <summary>The deepest nesting.</summary>
    public int Deepest { get; private set; }

    public readonly ref readonly Block this[int index] => ref blocks[index];

    public void Clear()
    {
        blocks[0] = default;
        inner[0] = 0;
        count = 1;
        Deepest = 0;
    }

    public readonly void Return()
    {
        ArrayPool<Block>.Shared.Return(blocks);
        ArrayPool<int>.Shared.Return(inner);
    }

    public int Push(int outer, BlockKind kind, int handler, int entries)
    {
        var same = inner[outer];
        if (same != 0 && blocks[same].Handler == handler && blocks[same].Kind == kind && blocks[same].Entries == entries)
            return same;
        if (count == Math.Min(blocks.Length, inner.Length))
        {
            var more = ArrayPool<Block>.Shared.Rent(2 * count);
            blocks.AsSpan(0, count).CopyTo(more);
            ArrayPool<Block>.Shared.Return(blocks);
            blocks = more;
            var links = ArrayPool<int>.Shared.Rent(2 * count);
            inner.AsSpan(0, count).CopyTo(links);
            ArrayPool<int>.Shared.Return(inner);
            inner = links;
        }
        blocks[count] = new(outer, blocks[outer].Depth + 1, kind, handler, entries);
        inner[count] = 0;
        inner[outer] = count;
        Deepest = Math.Max(Deepest, blocks[count].Depth);
        return count++;
    }

    /// <summary>Whether two stacks hold the same blocks. The steps it took are added to the work.</summary>
    public readonly bool AreEqual(int a, int b, ref long work)
    {
        for (; a != b; (a, b) = (blocks[a].Outer, blocks[b].Outer), work++)
        {
            if (a == 0 || b == 0 || blocks[a].Handler != blocks[b].Handler || blocks[a].Kind != blocks[b].Kind || blocks[a].Entries != blocks[b].Entries)
                return false;
        }
        return true;
    }
}
