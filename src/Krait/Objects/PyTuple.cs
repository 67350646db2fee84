using Krait.Core;

namespace Krait.Objects;

/// <summary>A tuple.</summary>
[PyType("tuple", IsBase = true, PositionalOnly = true)]
internal partial class PyTuple(Value[] items) : PyObject
{
    /// <summary>The empty tuple.</summary>
    public static readonly PyTuple Empty = new([]);

    /// <summary>The items; never written after construction, and exactly as many as the tuple has.</summary>
    public Value[] Items { get; } = items;

    public override PyType Type => Types.Tuple;

    /// <summary>The number of items.</summary>
    public int Count => Items.Length;

    /// <summary>A tuple of one item.</summary>
    public static PyTuple Of(in Value item) => new([item]);

    /// <summary>A pair, as dict.items() and enumerate() make them.</summary>
    public static PyTuple Of(in Value first, in Value second) => new([first, second]);

    /// <summary>A tuple with a copy of <paramref name="items"/>, charged; null when it may not be made.</summary>
    public static PyTuple? From(Machine machine, ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
            return Empty;
        var copy = machine.NewArray<Value>(items.Length);
        if (copy is null)
            return null;
        items.CopyTo(copy);
        return new PyTuple(copy);
    }
}

/// <summary>An instance of a Python class that derives from tuple.</summary>
internal sealed class PyTupleInstance : PyTuple, IInstance
{
    private InstanceState state;

    public PyTupleInstance(ClassType type, Value[] items)
        : base(items)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
