using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Krait.Core;

/// <summary>
/// The verified bytes of a .mpy file where they lie: in pinned memory, a mapped file or an assembly's data. Immutable;
/// shared by engines and threads. <c>MpyLoader</c> makes it.
/// </summary>
internal sealed unsafe class ModuleImage
{
    /// <summary>The bytes of the file as memory, which keeps them where they are as long as it is reachable.</summary>
    public required ReadOnlyMemory<byte> Memory { get; init; }

    /// <summary>The first byte of the file.</summary>
    public required byte* Start { get; init; }

    /// <summary>Bytes of the file.</summary>
    public int Length => Memory.Length;

    /// <summary>For each entry of the qstr table: where its text lies, or which static string it is.</summary>
    public required QstrEntry[] Qstrs { get; init; }

    /// <summary>For each entry of the object table: the offset of its type byte.</summary>
    public required int[] ObjectOffsets { get; init; }

    /// <summary>The module's outer function.</summary>
    public CodeUnit Root { get; set; } = null!;

    /// <summary>The bytes of the whole file.</summary>
    public ReadOnlySpan<byte> Bytes => new(Start, Length);

    /// <summary>A part of <see cref="Bytes"/> as memory that keeps the image.</summary>
    public ReadOnlyMemory<byte> Slice(ReadOnlySpan<byte> part) =>
        Memory.Slice((int)Unsafe.ByteOffset(ref *Start, ref MemoryMarshal.GetReference(part)), part.Length);

    /// <summary>The text of a qstr in UTF-8, in place.</summary>
    public ReadOnlySpan<byte> QstrUtf8(int index)
    {
        // Bounds: the reader checked that the text lies in the file (rules "qstr.*", "truncated"); a static string lies
        // in the assembly's data, which never moves.
        var entry = Qstrs[index];
        return new((byte*)entry.Address, entry.Length);
    }
}

/// <summary>One entry of a qstr table.</summary>
/// <param name="Address">Where the text lies, in the file or in the assembly's data.</param>
/// <param name="Length">Bytes of the text.</param>
/// <param name="StaticIndex">Index in the list of static strings; 0 when the text is spelled out.</param>
internal readonly record struct QstrEntry(nint Address, int Length, int StaticIndex);
