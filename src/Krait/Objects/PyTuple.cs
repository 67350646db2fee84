using Krait.Core;

namespace Krait.Objects;

/// <summary>A tuple.</summary>
[PyType("tuple", IsBase = true, PositionalOnly = true)]
internal class PyTuple(Value[] items) : PyObject
{
    /// <summary>The empty tuple.</summary>
    public static readonly PyTuple Empty = new([]);

    /// <summary>The items; never written after construction.</summary>
    public Value[] Items { get; } = items;

    public override PyType Type => Types.Tuple;

    /// <summary>A tuple of one item.</summary>
    public static PyTuple Of(in Value item) => new([item]);
}
