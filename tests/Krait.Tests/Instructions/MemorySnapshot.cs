using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>What lies in each class of memory within an instruction's reach: the frame's locals, the cells in them, the
/// module's namespace, and the lists, instances and iterators that its locals and its stack hold.</summary>
internal sealed class MemorySnapshot
{
    private readonly Frame frame;
    private readonly List<object> reached = [];
    private readonly Dictionary<string, long> sums;

    public MemorySnapshot(Frame frame)
    {
        this.frame = frame;
        for (var i = 0; i < frame.Top; i++)
        {
            if (frame[i].Object is PyList or PyInstance or PyCell or PyIterator)
                reached.Add(frame[i].Object!);
        }
        sums = Sums();
    }

    /// <summary>The classes that have changed since.</summary>
    public IEnumerable<string> Changed()
    {
        foreach (var (memory, sum) in Sums())
        {
            if (sum != sums[memory])
                yield return memory;
        }
    }

    private Dictionary<string, long> Sums()
    {
        string[] classes = ["Locals", "Cells", "Globals", "Names", "Slots", "Shapes", "Items", "Lists", "Iterators"];
        var found = classes.ToDictionary(memory => memory, _ => 0L);
        found["Blocks"] = frame.Blocks;
        void Add(string memory, in Value value) => found[memory] = found[memory] * 31 + Sum(value);

        for (var i = 0; i < frame.Unit.LocalCount; i++)
            Add("Locals", frame[i]);
        for (var i = 0; i < frame.Blocks; i++)
            Add("Blocks", frame.Block(i));
        var globals = frame.Function.Globals;
        for (var i = 0; i < globals.Keys.Used; i++)
        {
            Add("Names", globals.Keys.Entries[i].Key);
            Add("Globals", globals.EntryValue(i));
        }
        foreach (var item in reached)
        {
            switch (item)
            {
                case PyCell cell:
                    Add("Cells", cell.Contents);
                    break;
                case PyInstance { Instance: var state }:
                    Add("Shapes", Value.Int(state.Shape.Id));
                    foreach (ref readonly var slot in state.Slots.AsSpan())
                        Add("Slots", slot);
                    break;
                case PyList list:
                    Add("Lists", Value.Int(((long)list.Kind << 32) + list.Count));
                    Value element = default;
                    for (var i = 0; i < list.Count; i++)
                    {
                        list.Get(i, ref element);
                        Add("Items", element);
                    }
                    break;
                case RangeIterator range:
                    Add("Iterators", Value.Int(range.Current ^ range.Remaining << 32));
                    break;
                case ListIterator list:
                    Add("Iterators", Value.Int(list.List is null ? -1 : list.Index));
                    break;
                case TupleIterator tuple:
                    Add("Iterators", Value.Int(tuple.Index));
                    break;
            }
        }
        return found;
    }

    private static long Sum(in Value value) => value.Bits * 7 + (value.Object is { } item ? RuntimeHelpers.GetHashCode(item) : 1);
}
