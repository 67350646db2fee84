using System.Runtime.CompilerServices;
using Krait.Objects;

namespace Krait.Core;

/// <content>Work on much memory at once. It is charged as a whole, beforehand; then it is done in pieces, with a look at
/// the poll word before each, so that a time limit or a cancellation need not wait for the end.</content>
public abstract partial class Machine
{
    /// <summary>The bytes of a piece: a millisecond even where the memory is new to the process.</summary>
    internal const int PieceBytes = 1 << 18;

    /// <summary>Between two pieces of work that is charged already. False with an exception pending: stop.</summary>
    internal bool MayGoOn() => Poll == 0 || AnswerPoll() == Status.Ok;

    /// <summary>The same in a loop that counts its turns: looks at every 4096th. False with an exception pending: stop.</summary>
    internal bool MayGoOn(long turn) => (turn & 0xfff) != 0xfff || MayGoOn();

    /// <summary>The elements of a piece.</summary>
    internal static int PieceOf<T>() => PieceBytes / Unsafe.SizeOf<T>();

    /// <summary>Copies to memory that does not overlap. False with an exception pending: only some was copied.</summary>
    internal bool TryCopy<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        var piece = PieceOf<T>();
        for (; source.Length > piece; source = source[piece..], target = target[piece..])
        {
            source[..piece].CopyTo(target);
            if (!MayGoOn())
                return false;
        }
        source.CopyTo(target);
        return true;
    }

    /// <summary>Fills with one value. False with an exception pending: only some was filled.</summary>
    internal bool TryFill<T>(Span<T> target, T value)
    {
        var piece = PieceOf<T>();
        for (; target.Length > piece; target = target[piece..])
        {
            target[..piece].Fill(value);
            if (!MayGoOn())
                return false;
        }
        target.Fill(value);
        return true;
    }

    /// <summary>Fills with what its first <paramref name="done"/> elements are, over and over. False with an exception
    /// pending: only some was filled.</summary>
    internal bool TryRepeat<T>(Span<T> target, int done)
    {
        // What is there already is copied behind itself: each round doubles it.
        for (; done < target.Length; done += Math.Min(done, target.Length - done))
            if (!TryCopy(target[..Math.Min(done, target.Length - done)], target[done..]))
                return false;
        return true;
    }

    /// <summary>Whether two are the same, element by element. False with an exception pending: nobody knows.</summary>
    internal bool TryEqual<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, out bool equal)
        where T : IEquatable<T>
    {
        equal = left.Length == right.Length;
        var piece = PieceOf<T>();
        while (equal && left.Length > piece)
        {
            equal = left[..piece].SequenceEqual(right[..piece]);
            left = left[piece..];
            right = right[piece..];
            if (!MayGoOn())
                return false;
        }
        equal = equal && left.SequenceEqual(right);
        return true;
    }

    /// <summary>The order of two by the first elements that differ, then by length. False with an exception pending:
    /// nobody knows.</summary>
    internal bool TryCompare<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, out int order)
        where T : IComparable<T>
    {
        order = 0;
        var piece = PieceOf<T>();
        while (left.Length > piece && right.Length > piece)
        {
            order = left[..piece].SequenceCompareTo(right[..piece]);
            if (order != 0)
                return true;
            left = left[piece..];
            right = right[piece..];
            if (!MayGoOn())
                return false;
        }
        order = left.SequenceCompareTo(right);
        return true;
    }
}
