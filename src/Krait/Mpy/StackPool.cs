using System.Buffers;
using System.Runtime.CompilerServices;

namespace Krait.Mpy;

/// <summary>What the verifier knows of a slot of the value stack. The order is used: values first, then what may be NULL.</summary>
internal enum Held : byte
{
    /// <summary>Any value.</summary>
    Value,

    /// <summary>None: a value, and a token.</summary>
    None,

    /// <summary>An exception that a handler has received: a value, and a token.</summary>
    Exception,

    /// <summary>One of the two.</summary>
    NoneOrException,

    /// <summary>An interned string.</summary>
    String,

    /// <summary>A small int of the code.</summary>
    Int,

    /// <summary>A tuple that the code has built; its length is known.</summary>
    Tuple,

    List,
    Dict,
    Set,

    /// <summary>A closure cell, taken out of a local.</summary>
    Cell,

    /// <summary>Whether the token below it is an exception or None.</summary>
    TokenTest,

    Null,

    /// <summary>A value or NULL.</summary>
    MaybeNull,

    /// <summary>The four slots of a loop's iterator. They come and go together.</summary>
    Iterator0,
    Iterator1,
    Iterator2,
    Iterator3,

    /// <summary>The two slots that SETUP_WITH leaves.</summary>
    ExitMethod,
    ExitSelf,

    /// <summary>What a finally handler receives: None or an exception in one slot, or a pair in two slots: data and mark
    /// of a return or jump under way.</summary>
    Token,

    /// <summary>A token that is a pair.</summary>
    Pair,

    /// <summary>A copy of a token's top slot.</summary>
    TokenCopy,

    /// <summary>The lower half of a pair that has been taken apart.</summary>
    Data,

    /// <summary>The upper half.</summary>
    Mark,
}

/// <summary>
/// The value stacks of a function, sharing what lies below: a stack is the index of its top node. Pushing the same thing
/// twice on the same stack gives the same node, so that equal stacks mostly are equal numbers.
/// </summary>
internal struct StackPool()
{
    /// <summary>The empty stack.</summary>
    public const int Empty = 0;

    /// <summary>No stack: two stacks that cannot be joined.</summary>
    public const int None = -1;

    private Node[] nodes = ArrayPool<Node>.Shared.Rent(256);
    private int[] joined = ArrayPool<int>.Shared.Rent(64);
    private int count = 1;

    private struct Node
    {
        public int Below;
        public int Above;
        public int Entries;
        public int Slots;
        public Held Held;
        public int Length;
    }

    /// <summary>The most slots that any stack takes.</summary>
    public int Deepest { get; private set; }

    /// <summary>How many nodes there are.</summary>
    public readonly int Count => count;

    public readonly Held Held(int stack) => nodes[stack].Held;

    /// <summary>The length of the tuple on top.</summary>
    public readonly int Length(int stack) => nodes[stack].Length;

    /// <summary>How many things lie on a stack: a token is one of them, an iterator four.</summary>
    public readonly int Entries(int stack) => nodes[stack].Entries;

    /// <summary>How many slots a stack takes at most: two for a token.</summary>
    public readonly int Slots(int stack) => nodes[stack].Slots;

    public readonly int Below(int stack) => nodes[stack].Below;

    public void Clear()
    {
        nodes[0] = default;
        count = 1;
        Deepest = 0;
    }

    public readonly void Return()
    {
        ArrayPool<Node>.Shared.Return(nodes);
        ArrayPool<int>.Shared.Return(joined);
    }

    /// <summary>Counts slots that an instruction needs while it runs.</summary>
    public void Need(int slots) => Deepest = Math.Max(Deepest, slots);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Push(int stack, Held held, int length = 0)
    {
        ref var below = ref nodes[stack];
        var above = below.Above;
        if (above != 0 && nodes[above].Held == held && nodes[above].Length == length)
            return above;
        if (count == nodes.Length)
        {
            Grow();
            below = ref nodes[stack];
        }
        below.Above = count;
        var slots = below.Slots + (held is Mpy.Held.Token or Mpy.Held.Pair ? 2 : 1);
        nodes[count] = new() { Below = stack, Entries = below.Entries + 1, Slots = slots, Held = held, Length = length };
        Deepest = Math.Max(Deepest, slots);
        return count++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        var larger = ArrayPool<Node>.Shared.Rent(2 * count);
        nodes.AsSpan(0, count).CopyTo(larger);
        ArrayPool<Node>.Shared.Return(nodes);
        nodes = larger;
    }

    /// <summary>The stack that holds whatever either holds; <paramref name="known"/> itself when that says it already.
    /// The steps it took are added to the work.</summary>
    public int Join(int known, int other, ref long work)
    {
        if (nodes[known].Entries != nodes[other].Entries)
            return None;
        var (a, b, different, changed) = (known, other, 0, false);
        for (; a != b; (a, b) = (nodes[a].Below, nodes[b].Below), different++)
        {
            if (different + 1 >= joined.Length)
            {
                var larger = ArrayPool<int>.Shared.Rent(2 * joined.Length);
                joined.CopyTo(larger, 0);
                ArrayPool<int>.Shared.Return(joined);
                joined = larger;
            }
            ref var first = ref nodes[a];
            var same = first.Held == nodes[b].Held;
            if (same && first.Length == nodes[b].Length)
            {
                joined[different] = (int)first.Held | first.Length << 8;
                continue;
            }
            var held = same ? Mpy.Held.Value : Join(first.Held, nodes[b].Held);
            if (held == Conflict)
                return None;
            changed |= held != first.Held;
            joined[different] = (int)held;
        }
        work += different;
        if (!changed)
            return known;
        while (different-- > 0)
            a = Push(a, (Held)(joined[different] & 0xff), joined[different] >> 8);
        return a;
    }

    private const Held Conflict = (Held)0xff;

    /// <summary>What two different things have in common, when a path may bring either.</summary>
    private static Held Join(Held a, Held b)
    {
        if (a > b)
            (a, b) = (b, a);
        if (IsValue(b))
            return IsSimpleToken(a) && IsSimpleToken(b) ? Mpy.Held.NoneOrException : Mpy.Held.Value;
        return b switch
        {
            Mpy.Held.Null or Mpy.Held.MaybeNull => Mpy.Held.MaybeNull,
            Mpy.Held.Token or Mpy.Held.Pair when IsToken(a) => Mpy.Held.Token,
            // A loop over an iterator that was put together by hand has its slots typed when FOR_ITER is reached again.
            Mpy.Held.Iterator0 or Mpy.Held.Iterator2 or Mpy.Held.Iterator3 when a == Mpy.Held.Null => b,
            Mpy.Held.Iterator1 when IsValue(a) => b,
            _ => Conflict,
        };
    }

    public static bool IsValue(Held held) => held <= Mpy.Held.TokenTest;

    public static bool IsValueOrNull(Held held) => held <= Mpy.Held.MaybeNull;

    public static bool IsToken(Held held) => IsSimpleToken(held) || held is Mpy.Held.Token or Mpy.Held.Pair;

    public static bool IsSimpleToken(Held held) => held is Mpy.Held.None or Mpy.Held.Exception or Mpy.Held.NoneOrException;
}
