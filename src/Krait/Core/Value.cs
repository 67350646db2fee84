using System.Runtime.CompilerServices;

namespace Krait.Core;

/// <summary>
/// One Python value, 16 bytes: a tag or a reference, and 64 bits of payload.
/// </summary>
/// <remarks>
/// <para>Ints that fit 64 bits, floats, bools and None are a frozen tag (<see cref="Tags"/>) with the payload in
/// <see cref="Bits"/>; everything else is a <see cref="PyObject"/> in <see cref="Object"/>. A null
/// <see cref="Object"/> is no Python value: it marks an unbound local, an absent argument or an empty slot.</para>
/// <para>Copying into an array or a field goes through <see cref="Set"/>: it skips the write barrier when the slot
/// already holds that tag, which is nearly always (docs: 1.3 to 1.6 times faster than a struct copy).</para>
/// </remarks>
public struct Value
{
    /// <summary>A tag of <see cref="Tags"/>, a <see cref="PyObject"/>, or null for "no value".</summary>
    public object? Object;

    /// <summary>The int, the bits of the double, or 0/1 of a bool; always 0 for objects and None.</summary>
    public long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value(object? tag, long bits)
    {
        Object = tag;
        Bits = bits;
    }

    /// <summary>The value None.</summary>
    public static Value None => new(Tags.None, 0);

    /// <summary>The value True.</summary>
    public static Value True => new(Tags.Bool, 1);

    /// <summary>The value False.</summary>
    public static Value False => new(Tags.Bool, 0);

    /// <summary>No value at all.</summary>
    public static Value Null => default;

    /// <summary>An int of 64 bits.</summary>
    public static Value Int(long value) => new(Tags.Int, value);

    /// <summary>A float.</summary>
    public static Value Float(double value) => new(Tags.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>True or False.</summary>
    public static Value Bool(bool value) => new(Tags.Bool, value ? 1 : 0);

    /// <summary>An object; null gives <see cref="Null"/>.</summary>
    public static Value Of(PyObject? value) => new(value, 0);

    /// <summary>Whether there is a value at all.</summary>
    public readonly bool IsNull => Object is null;

    /// <summary>Whether this is None.</summary>
    public readonly bool IsNone => Object == (object)Tags.None;

    /// <summary>Whether this is an int of 64 bits (bools are not; ints beyond 64 bits are objects).</summary>
    public readonly bool IsInt => Object == (object)Tags.Int;

    /// <summary>Whether this is a float.</summary>
    public readonly bool IsFloat => Object == (object)Tags.Float;

    /// <summary>Whether this is True or False.</summary>
    public readonly bool IsBool => Object == (object)Tags.Bool;

    /// <summary>Whether this is a <see cref="PyObject"/> rather than a tagged payload or nothing.</summary>
    public readonly bool IsObject => Object is PyObject;

    /// <summary>The payload of a float; meaningful only when <see cref="IsFloat"/>.</summary>
    public readonly double AsFloat => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>The payload of a bool; meaningful only when <see cref="IsBool"/>.</summary>
    public readonly bool AsBool => Bits != 0;

    /// <summary>The object, or null for tagged payloads and for "no value".</summary>
    public readonly PyObject? AsObject => Object as PyObject;

    /// <summary>Copies <paramref name="source"/> here without a write barrier when the tag does not change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(in Value source)
    {
        var tag = source.Object;
        Bits = source.Bits;
        if (Object != tag)
            Object = tag;
    }

    /// <summary>Makes this an int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetInt(long value)
    {
        Bits = value;
        Object = Tags.Int;
    }

    /// <summary>Makes this a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetFloat(double value)
    {
        Bits = BitConverter.DoubleToInt64Bits(value);
        Object = Tags.Float;
    }

    /// <summary>Makes this True or False.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetBool(bool value)
    {
        Bits = value ? 1 : 0;
        Object = Tags.Bool;
    }

    /// <summary>Makes this None.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetNone()
    {
        Bits = 0;
        Object = Tags.None;
    }

    /// <summary>Makes this an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetObject(PyObject value)
    {
        Bits = 0;
        if (Object != (object)value)
            Object = value;
    }

    /// <summary>Empties the slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear()
    {
        Bits = 0;
        Object = null;
    }

    /// <summary>Python's <c>is</c>: the same object, or the same payload of the same kind (floats by their bits).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(in Value left, in Value right) =>
        left.Object == right.Object && left.Bits == right.Bits;
}

/// <summary>The frozen tags: string literals, which the runtime keeps outside the collected heap, so that storing one
/// needs no write barrier and comparing with one is a compare with a constant (rule R3).</summary>
internal static class Tags
{
    public const string Int = "int";
    public const string Float = "float";
    public const string Bool = "bool";
    public const string None = "NoneType";
}
