using Krait.Core;

namespace Krait.Objects;

/// <summary>The method resolution order: C3, which keeps every base's own order and the order of the bases.</summary>
internal static class Linearization
{
    /// <summary>How many classes an order may have. A class keeps an order of its own, so a chain of classes costs the
    /// square of its length.</summary>
    private const int LargestOrder = 4096;

    /// <summary>The order behind the class itself, for a class with these bases.</summary>
    public static Status Compute(Machine machine, PyType[] bases, out PyType[] order)
    {
        order = [];
        if (bases.Length == 1)
        {
            order = bases[0].Mro;
            if (order.Length >= LargestOrder)
                return TooDeep(machine);
            // The class keeps an order of its own.
            return machine.Charge(order.Length, order.Length * (long)IntPtr.Size) ? Status.Ok : Status.Raised;
        }
        for (var i = 0; i < bases.Length; i++)
            if (Array.IndexOf(bases, bases[i]) < i)
                return machine.Raise(Types.TypeError, $"duplicate base class {bases[i].Name}");
        var lists = new PyType[bases.Length + 1][];
        var total = 0L;
        for (var i = 0; i < bases.Length; i++)
        {
            lists[i] = bases[i].Mro;
            total += lists[i].Length;
        }
        lists[^1] = bases;
        if (!machine.Charge(total, total * IntPtr.Size))
            return Status.Raised;
        // How many lists have a class behind their head.
        var behind = new Dictionary<PyType, int>();
        foreach (var list in lists)
            for (var i = 1; i < list.Length; i++)
                behind[list[i]] = behind.GetValueOrDefault(list[i]) + 1;
        var heads = new int[lists.Length];
        var merged = new List<PyType>();
        var meter = new WorkMeter(machine);
        while (true)
        {
            // The first head that no list has further back.
            PyType? next = null;
            for (var i = 0; i < lists.Length && next is null; i++)
            {
                if (!meter.Tick())
                    return Status.Raised;
                if (heads[i] < lists[i].Length && behind.GetValueOrDefault(lists[i][heads[i]]) == 0)
                    next = lists[i][heads[i]];
            }
            if (next is null)
                break;
            merged.Add(next);
            for (var i = 0; i < lists.Length; i++)
            {
                if (!meter.Tick())
                    return Status.Raised;
                if (heads[i] == lists[i].Length || lists[i][heads[i]] != next)
                    continue;
                heads[i]++;
                if (heads[i] < lists[i].Length)
                    behind[lists[i][heads[i]]]--;
            }
        }
        if (merged.Count >= LargestOrder)
            return TooDeep(machine);
        order = [.. merged];
        return IsDone(lists, heads) ? Status.Ok : Inconsistent(machine, lists, heads);
    }

    private static Status TooDeep(Machine machine) =>
        machine.Raise(Types.RecursionError, "maximum recursion depth exceeded in the order of a class");

    private static bool IsDone(PyType[][] lists, int[] heads)
    {
        for (var i = 0; i < lists.Length; i++)
            if (heads[i] < lists[i].Length)
                return false;
        return true;
    }

    private static Status Inconsistent(Machine machine, PyType[][] lists, int[] heads)
    {
        var names = new List<string>();
        for (var i = 0; i < lists.Length; i++)
            if (heads[i] < lists[i].Length && !names.Contains(lists[i][heads[i]].Name))
                names.Add(lists[i][heads[i]].Name);
        return machine.Raise(Types.TypeError,
            $"Cannot create a consistent method resolution\norder (MRO) for bases {string.Join(", ", names)}");
    }
}
