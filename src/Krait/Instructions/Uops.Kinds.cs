using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <summary>
/// The bodies of the micro-ops that the generator pastes into the loops, one static method each; <c>opcodes.def</c>
/// composes instructions from them. Files by subject: <c>Kinds</c> guards, <c>Constants</c>, <c>Integers</c>,
/// <c>Floats</c>, <c>Names</c> (cells, globals, attributes), <c>Items</c> (subscripts), <c>Iterators</c>, <c>Frames</c>.
/// </summary>
/// <remarks>They are written for pasting: parameters are never assigned, nothing but intrinsics and methods that are
/// not inlined is called, and classes are recognised by their exact type, which is one comparison.</remarks>
[Micro]
internal static unsafe partial class Uops
{
    [Guard(Kind.Bound)]
    public static bool IsBound(Value value) => value.Object != null;

    [Guard(Kind.Int)]
    public static bool IsInt(Value value) => value.Object == (object)Tags.Int;

    [Guard(Kind.Float)]
    public static bool IsFloat(Value value) => value.Object == (object)Tags.Float;

    [Guard(Kind.Bool)]
    public static bool IsBool(Value value) => value.Object == (object)Tags.Bool;

    [Guard(Kind.Str)]
    public static bool IsStr(Value value) => value.Object != null && value.Object.GetType() == typeof(PyStr);

    [Guard(Kind.Tuple)]
    public static bool IsTuple(Value value) => value.Object != null && value.Object.GetType() == typeof(PyTuple);

    [Guard(Kind.Dict)]
    public static bool IsDict(Value value) => value.Object != null && value.Object.GetType() == typeof(PyDict);

    [Guard(Kind.IntList)]
    public static bool IsIntList(Value value) => value.Object != null && value.Object.GetType() == typeof(PyList)
        && Unsafe.As<PyList>(value.Object).Kind == ListKind.Ints;

    [Guard(Kind.FloatList)]
    public static bool IsFloatList(Value value) => value.Object != null && value.Object.GetType() == typeof(PyList)
        && Unsafe.As<PyList>(value.Object).Kind == ListKind.Floats;

    [Guard(Kind.ValueList)]
    public static bool IsValueList(Value value) => value.Object != null && value.Object.GetType() == typeof(PyList)
        && Unsafe.As<PyList>(value.Object).Kind == ListKind.General;

    [Guard(Kind.Instance)]
    public static bool IsInstance(Value value) => value.Object != null && value.Object.GetType() == typeof(PyInstance);

    [Guard(Kind.Function)]
    public static bool IsFunction(Value value) => value.Object != null && value.Object.GetType() == typeof(PyFunction);

    [Guard(Kind.Builtin)]
    public static bool IsBuiltin(Value value) => value.Object != null && value.Object.GetType() == typeof(PyBuiltin);

    [Guard(Kind.RangeIterator)]
    public static bool IsRangeIterator(Value value) => value.Object != null && value.Object.GetType() == typeof(RangeIterator);

    [Guard(Kind.ListIterator)]
    public static bool IsListIterator(Value value) => value.Object != null && value.Object.GetType() == typeof(ListIterator);

    [Guard(Kind.TupleIterator)]
    public static bool IsTupleIterator(Value value) => value.Object != null && value.Object.GetType() == typeof(TupleIterator);
}
