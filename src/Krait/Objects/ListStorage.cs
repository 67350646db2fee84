using Krait.Core;

namespace Krait.Objects;

/// <summary>Which storage suits which items.</summary>
internal static class ListStorage
{
    /// <summary>The storage for a list of this one item.</summary>
    public static ListKind KindOf(in Value item) =>
        item.IsInt ? ListKind.Ints : item.IsFloat ? ListKind.Floats : ListKind.General;

    /// <summary>The most special storage that holds all of these items.</summary>
    public static ListKind KindOf(ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
            return ListKind.Empty;
        var tag = items[0].Object;
        var kind = KindOf(items[0]);
        if (kind == ListKind.General)
            return kind;
        foreach (ref readonly var item in items)
            if (item.Object != tag)
                return ListKind.General;
        return kind;
    }
}
