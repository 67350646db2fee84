using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>Constants of the code and of the module's tables.</content>
internal static unsafe partial class Uops
{
    [Pure]
    public static long SmallInt(long operand) => operand;

    [Pure]
    public static string None() => Tags.None;

    [Pure]
    public static string? Null() => null;

    [Pure]
    public static bool True() => true;

    [Pure]
    public static bool False() => false;

    /// <summary>Verifier: rule "operand.qstr", an operand is an index of the table.</summary>
    [Guard]
    public static bool IsLinked(LinkedCode code, int operand) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Module.Strings), operand) != null;

    [Pure]
    public static PyStr LinkedString(LinkedCode code, int operand) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Module.Strings), operand)!;

    /// <summary>Verifier: rule "operand.object", an operand is an index of the table.</summary>
    [Guard]
    public static bool IsLinkedObject(LinkedCode code, int operand) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Objects), operand).Object != null;

    [Place(Memory.Linked)]
    public static ref Value LinkedObject(LinkedCode code, int operand) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Objects), operand);
}
