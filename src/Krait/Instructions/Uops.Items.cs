using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>Items of lists and tuples.</content>
internal static unsafe partial class Uops
{
    /// <summary>Negative indices are the generic form's. <c>Count</c> never exceeds the array in use.</summary>
    [Guard]
    public static bool InRange(PyList list, long index) => (ulong)index < (uint)list.Count;

    [Place(Memory.Items)]
    public static ref long IntItem(PyList list, long index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(list.Ints), (nint)index);

    [Place(Memory.Items)]
    public static ref double FloatItem(PyList list, long index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(list.Floats), (nint)index);

    [Place(Memory.Items)]
    public static ref Value Item(PyList list, long index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(list.Items), (nint)index);

    [Guard]
    public static bool InTuple(PyTuple tuple, long index) => (ulong)index < (uint)tuple.Items.Length;

    [Guard]
    public static bool HasLength(PyTuple tuple, int operand) => tuple.Items.Length == operand;

    [Place(Memory.TupleItems)]
    public static ref Value TupleItem(PyTuple tuple, long index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tuple.Items), (nint)index);
}
