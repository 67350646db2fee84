using System.Runtime.CompilerServices;
using Krait.Objects;

namespace Krait.Core;

/// <summary>
/// The arguments of one call as they lie on the value stack: positional values, then keyword pairs (name, value).
/// </summary>
/// <remarks>The stack never moves (it grows by chunks), so the references stay good while a callee calls back.</remarks>
public readonly ref struct Arguments
{
    private readonly ref Value first;

    /// <summary>Arguments that start at <paramref name="first"/>.</summary>
    public Arguments(ref Value first, int positional, int keywords)
    {
        this.first = ref first;
        Positional = positional;
        Keywords = keywords;
    }

    /// <summary>The arguments of a span, all positional.</summary>
    public Arguments(Span<Value> positional)
        : this(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(positional), positional.Length, 0)
    {
    }

    /// <summary>The number of positional arguments.</summary>
    public int Positional { get; }

    /// <summary>The number of keyword pairs.</summary>
    public int Keywords { get; }

    /// <summary>Positional argument <paramref name="index"/>; the index is the caller's to check against <see cref="Positional"/>.</summary>
    public ref Value this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref first, index);
    }

    /// <summary>The name of keyword pair <paramref name="index"/>.</summary>
    internal PyStr KeywordName(int index) => (PyStr)Unsafe.Add(ref first, Positional + 2 * index).Object!;

    /// <summary>The value of keyword pair <paramref name="index"/>.</summary>
    public ref Value KeywordValue(int index) => ref Unsafe.Add(ref first, Positional + 2 * index + 1);

    /// <summary>The same call without its first <paramref name="count"/> positional arguments.</summary>
    public Arguments Skip(int count) => new(ref Unsafe.Add(ref first, count), Positional - count, Keywords);

    /// <summary>The positional arguments.</summary>
    public Span<Value> Values => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref first, Positional);
}

/// <summary>A function written in C#: reads <paramref name="arguments"/>, writes <paramref name="result"/> last.</summary>
public delegate Status NativeFunction(Machine machine, in Arguments arguments, ref Value result);
