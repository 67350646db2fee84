using Krait.Core;

namespace Krait.Objects;

/// <summary>Iterates over a list, which may change meanwhile. The interpreter steps it directly.</summary>
[PyType("list_iterator")]
internal sealed partial class ListIterator(PyList list) : PyIterator
{
    /// <summary>The list; null once the end was reached, for good.</summary>
    internal PyList? List = list;

    /// <summary>The index of the next item.</summary>
    internal int Index;

    public override PyType Type => Types.ListIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => List is null ? 0 : Math.Max(List.Count - Index, 0);

    internal override Status Next(Machine machine, ref Value result)
    {
        if (List is not { } list)
            return Status.Stop;
        if (Index < list.Count)
        {
            list.Get(Index++, ref result);
            return Status.Ok;
        }
        List = null;
        return Status.Stop;
    }
}

/// <summary>Iterates over a list from its end.</summary>
[PyType("list_reverseiterator")]
internal sealed partial class ListReverseIterator(PyList list) : PyIterator
{
    private PyList? list = list;
    private int index = list.Count - 1;

    public override PyType Type => Types.ListReverseIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => list is null || list.Count <= index ? 0 : index + 1;

    internal override Status Next(Machine machine, ref Value result)
    {
        if (list is { } items && index >= 0 && index < items.Count)
        {
            items.Get(index--, ref result);
            return Status.Ok;
        }
        list = null;
        return Status.Stop;
    }
}

/// <summary>Iterates over a tuple. The interpreter steps it directly.</summary>
[PyType("tuple_iterator")]
internal sealed partial class TupleIterator(PyTuple tuple) : PyIterator
{
    /// <summary>The tuple's items; none once the end was reached.</summary>
    internal Value[] Items = tuple.Items;

    /// <summary>The index of the next item.</summary>
    internal int Index;

    public override PyType Type => Types.TupleIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Math.Max(Items.Length - Index, 0);

    internal override Status Next(Machine machine, ref Value result)
    {
        if ((uint)Index < (uint)Items.Length)
        {
            result.Set(Items[Index++]);
            return Status.Ok;
        }
        Items = [];
        return Status.Stop;
    }
}
