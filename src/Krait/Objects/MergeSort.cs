using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>A strict order that may fail.</summary>
internal interface IOrder<T>
{
    /// <summary>Whether left goes before right; false when an exception is pending.</summary>
    bool TryLess(in T left, in T right, out bool less);
}

/// <summary>
/// A stable merge sort of natural runs. Runs that are found short are made longer by insertion; when to merge which is
/// decided by the powers of Munro and Wild ("Nearly-optimal mergesorts", 2018): the boundary of two runs has the depth
/// it would have in a nearly optimal tree, and what is deeper is merged first.
/// </summary>
/// <remarks>When a comparison fails, the items are all there, in some order.</remarks>
internal ref struct MergeSort<T, TOrder>(Machine machine, Span<T> items, Span<T> buffer, TOrder order)
    where TOrder : struct, IOrder<T>
{
    private const int ShortestRun = 24;

    private readonly Span<T> items = items;

    // Holds the shorter of two runs while they are merged: half of the items at most.
    private readonly Span<T> buffer = buffer;
    private readonly TOrder order = order;
    private WorkMeter meter = new(machine);

    // The runs that wait to be merged: where each begins, and the power of the boundary behind it.
    private Waiting waiting;
    private int depth;

    /// <summary>Sorts; false when a comparison failed or the machine must stop.</summary>
    public bool Sort()
    {
        if (items.Length < 2)
            return true;
        if (!TryFindRun(0, out var end))
            return false;
        var start = 0;
        while (end < items.Length)
        {
            if (!TryFindRun(end, out var next))
                return false;
            var power = Power(start, end, next);
            while (depth > 0 && waiting[depth - 1].Power > power)
            {
                if (!TryMerge(waiting[--depth].Start, start, end))
                    return false;
                start = waiting[depth].Start;
            }
            waiting[depth++] = new Boundary(start, power);
            start = end;
            end = next;
        }
        while (depth > 0)
        {
            if (!TryMerge(waiting[--depth].Start, start, items.Length))
                return false;
            start = waiting[depth].Start;
        }
        return true;
    }

    /// <summary>A comparison, charged.</summary>
    private bool TryLess(in T left, in T right, out bool less)
    {
        less = false;
        return meter.Tick() && order.TryLess(left, right, out less);
    }

    /// <summary>The depth in the merge tree of the boundary between two runs: the first binary digit in which their
    /// middles, as fractions of the whole, differ.</summary>
    private readonly int Power(int start, int middle, int end)
    {
        var left = ((ulong)start + (ulong)middle << 30) / (ulong)items.Length;
        var right = ((ulong)middle + (ulong)end << 30) / (ulong)items.Length;
        return BitOperations.LeadingZeroCount((uint)(left ^ right));
    }

    /// <summary>Finds the run that begins at <paramref name="start"/>; a falling one is turned round, a short one made
    /// longer.</summary>
    private bool TryFindRun(int start, out int end)
    {
        end = start + 1;
        if (end == items.Length)
            return true;
        if (!TryLess(items[end], items[start], out var falls))
            return false;
        var continues = true;
        while (continues && ++end < items.Length)
        {
            if (!TryLess(items[end], items[end - 1], out var less))
                return false;
            // Only a strictly falling run may be turned: equal items keep their order.
            continues = less == falls;
        }
        if (falls)
            items[start..end].Reverse();
        if (end - start >= ShortestRun || end == items.Length)
            return true;
        var target = Math.Min(start + ShortestRun, items.Length);
        for (; end < target; end++)
            if (!TryInsert(start, end))
                return false;
        return true;
    }

    /// <summary>Brings the item at <paramref name="at"/> to its place among the sorted ones before it.</summary>
    private bool TryInsert(int start, int at)
    {
        var item = items[at];
        if (!TryFindAbove(start, at, item, out var place))
            return false;
        items[place..at].CopyTo(items[(place + 1)..]);
        items[place] = item;
        return true;
    }

    /// <summary>The first position in a sorted range whose item goes behind <paramref name="item"/>.</summary>
    private bool TryFindAbove(int low, int high, in T item, out int place)
    {
        place = low;
        while (place < high)
        {
            var middle = (int)(((uint)place + (uint)high) >> 1);
            if (!TryLess(item, items[middle], out var less))
                return false;
            if (less)
                high = middle;
            else
                place = middle + 1;
        }
        return true;
    }

    /// <summary>The first position in a sorted range whose item does not go before <paramref name="item"/>.</summary>
    private bool TryFindNotBelow(int low, int high, in T item, out int place)
    {
        place = low;
        while (place < high)
        {
            var middle = (int)(((uint)place + (uint)high) >> 1);
            if (!TryLess(items[middle], item, out var less))
                return false;
            if (less)
                place = middle + 1;
            else
                high = middle;
        }
        return true;
    }

    private bool TryMerge(int start, int middle, int end)
    {
        // What is in its place at either end already need not move: runs in order cost two searches.
        if (!TryFindAbove(start, middle, items[middle], out start))
            return false;
        if (start == middle)
            return true;
        if (!TryFindNotBelow(middle, end, items[middle - 1], out end))
            return false;
        return middle - start <= end - middle ? TryMergeUp(start, middle, end) : TryMergeDown(start, middle, end);
    }

    /// <summary>Merges from the front, the left run set aside.</summary>
    private bool TryMergeUp(int start, int middle, int end)
    {
        var left = buffer[..(middle - start)];
        items[start..middle].CopyTo(left);
        var from = 0;
        var right = middle;
        var to = start;
        var fine = true;
        while (from < left.Length && right < end)
        {
            fine = TryLess(items[right], left[from], out var less);
            if (!fine)
                break;
            items[to++] = less ? items[right++] : left[from++];
        }
        // The gap is exactly as large as what is left of the left run, also when a comparison failed.
        left[from..].CopyTo(items[to..]);
        return fine;
    }

    /// <summary>Merges from the back, the right run set aside.</summary>
    private bool TryMergeDown(int start, int middle, int end)
    {
        var right = buffer[..(end - middle)];
        items[middle..end].CopyTo(right);
        var from = right.Length;
        var left = middle;
        var to = end;
        var fine = true;
        while (from > 0 && left > start)
        {
            fine = TryLess(right[from - 1], items[left - 1], out var less);
            if (!fine)
                break;
            items[--to] = less ? items[--left] : right[--from];
        }
        right[..from].CopyTo(items[left..]);
        return fine;
    }

    private readonly record struct Boundary(int Start, int Power);

    /// <summary>Powers of waiting runs grow strictly, and none exceeds the number of bits of a length.</summary>
    [System.Runtime.CompilerServices.InlineArray(34)]
    private struct Waiting
    {
        private Boundary first;
    }
}
