using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>The iterators that FOR_ITER steps without a call. Their end is the generic form's.</content>
internal static unsafe partial class Uops
{
    [Guard]
    public static bool RangeHasNext(RangeIterator range) => range.Remaining > 0;

    [Op(Writes = Memory.Iterators)]
    public static long RangeNext(RangeIterator range)
    {
        var value = range.Current;
        range.Current = value + range.Step;
        range.Remaining--;
        return value;
    }

    [Guard]
    public static bool ListHasInt(ListIterator iterator) => iterator.List != null
        && iterator.List.Kind == ListKind.Ints && (uint)iterator.Index < (uint)iterator.List.Count;

    [Op(Writes = Memory.Iterators)]
    public static long NextInt(ListIterator iterator)
    {
        var index = iterator.Index;
        iterator.Index = index + 1;
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(iterator.List!.Ints), index);
    }

    [Guard]
    public static bool ListHasValue(ListIterator iterator) => iterator.List != null
        && iterator.List.Kind == ListKind.General && (uint)iterator.Index < (uint)iterator.List.Count;

    [Op(Writes = Memory.Iterators)]
    public static ref Value NextItem(ListIterator iterator)
    {
        var index = iterator.Index;
        iterator.Index = index + 1;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(iterator.List!.Items), index);
    }

    [Guard]
    public static bool TupleHasNext(TupleIterator iterator) => (uint)iterator.Index < (uint)iterator.Items.Length;

    [Op(Writes = Memory.Iterators)]
    public static ref Value TupleNext(TupleIterator iterator)
    {
        var index = iterator.Index;
        iterator.Index = index + 1;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(iterator.Items), index);
    }

    [Guard(Kind.Generator)]
    public static bool IsIdleGenerator(Value value) => value.Object != null && value.Object.GetType() == typeof(PyGenerator)
        && Unsafe.As<PyGenerator>(value.Object).Frame != null && !Unsafe.As<PyGenerator>(value.Object).IsRunning;
}
