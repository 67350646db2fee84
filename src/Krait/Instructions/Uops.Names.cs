using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>Cells, globals and attributes.</content>
internal static unsafe partial class Uops
{
    /// <summary>Verifier: rule "cells", the slot holds a cell.</summary>
    [Guard]
    public static bool HasContents(Value cell) => Unsafe.As<PyCell>(cell.Object!).Contents.Object != null;

    [Place(Memory.Cells)]
    public static ref Value Contents(Value cell) => ref Unsafe.As<PyCell>(cell.Object!).Contents;

    /// <summary>Whether the namespace has the keys it had when the cache was filled: then the entry is where it was.</summary>
    [Guard]
    public static bool HasKeys(Frame frame, ref InlineCache cache) => frame.Function.Globals.KeysVersion == cache.Key;

    /// <summary>Whether names of the frame are the module's, as they are in a module's own code.</summary>
    [Guard]
    public static bool NamesAreGlobals(Frame frame) => frame.Locals == frame.Function.Globals;

    /// <summary>Whether the namespace of the frame is an ordinary dict, which no program can look into.</summary>
    [Guard]
    public static bool HasPlainNames(Frame frame) => frame.Locals == null || frame.Locals.GetType() == typeof(PyDict);

    [Place(Memory.Globals)]
    public static ref Value GlobalSlot(Frame frame, ref InlineCache cache) =>
        ref frame.Function.Globals.EntryValue(cache.Slot);

    /// <summary>Whether the name is missing in the module as it was, and builtins has the keys it had. Such a cache
    /// negates the module's version, so that it is none of the module's entries.</summary>
    [Guard]
    public static bool HasBuiltinKeys(Machine machine, Frame frame, ref InlineCache cache) =>
        cache.Target != null
        && frame.Function.Globals.KeysVersion == -cache.Key
        && machine.Builtins.KeysVersion == Unsafe.As<BuiltinKeys>(cache.Target).Version;

    [Place(Memory.Globals)]
    public static ref Value BuiltinSlot(Machine machine, ref InlineCache cache) =>
        ref machine.Builtins.EntryValue(cache.Slot);

    [Guard]
    public static bool HasShape(PyInstance instance, ref InlineCache cache) => instance.Instance.Shape.Id == cache.Key;

    /// <summary>A shape with that id has the slot, and every instance of the shape has room for it.</summary>
    [Place(Memory.Slots)]
    public static ref Value Slot(PyInstance instance, ref InlineCache cache) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(instance.Instance.Slots), cache.Slot);

    [Guard]
    public static bool IsMethodCache(ref InlineCache cache) => cache.Target != null;

    /// <summary>Whether the cache holds a method of the very type that C# gave the value.</summary>
    [Guard, MethodImpl(MethodImplOptions.NoInlining)]
    public static bool HasNativeType(ref Value value, ref InlineCache cache) =>
        cache.Target is PyBuiltin method && value.Object is PyObject item && item.Type == method.Owner;

    [Pure]
    public static object CachedMethod(ref InlineCache cache) => cache.Target!;
}

/// <summary>The key set that builtins had when the cache of a global name was filled.</summary>
internal sealed class BuiltinKeys(int version)
{
    public readonly int Version = version;
}
