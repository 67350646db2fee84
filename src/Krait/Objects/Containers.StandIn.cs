using Krait.Core;

namespace Krait.Objects;

internal enum ListKind : byte
{
    Empty,
    Ints,
    Floats,
    General,
}

internal class PyList : PyObject
{
    internal ListKind Kind;
    internal int Count;
    internal long[] Ints = [];
    internal double[] Floats = [];
    internal Value[] Items = [];

    public override PyType Type => Types.Object;
}

internal sealed class RangeIterator : PyObject
{
    internal long Current;
    internal long Step;
    internal long Remaining;

    public override PyType Type => Types.Object;
}

internal sealed class ListIterator : PyObject
{
    internal PyList? List;
    internal int Index;

    public override PyType Type => Types.Object;
}

internal sealed class TupleIterator : PyObject
{
    internal Value[] Items = [];
    internal int Index;

    public override PyType Type => Types.Object;
}
