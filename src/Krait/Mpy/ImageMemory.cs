using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Krait.Mpy;

/// <summary>Who may change the file that an image is loaded from.</summary>
public enum ImageTrust
{
    /// <summary>Anybody: the file is read once into memory of the process.</summary>
    Untrusted,

    /// <summary>Nobody while the process runs, and the host vouches for it: code is executed from a mapping of the file.
    /// A file that is cut short in spite of it kills the process.</summary>
    Immutable,
}

/// <summary>
/// The bytes of a .mpy file at an address that never changes: pinned memory, a mapping of a file, or the data of an
/// assembly. There is nothing to dispose: the bytes live as long as <see cref="Memory"/> is reachable.
/// </summary>
internal sealed unsafe class ImageMemory
{
    /// <summary>The largest image that is accepted; every offset in it is an int with room to add.</summary>
    public const int MaxLength = 1 << 30;

    private ImageMemory(byte* start, ReadOnlyMemory<byte> memory)
    {
        Start = start;
        Memory = memory;
    }

    /// <summary>The first byte.</summary>
    public byte* Start { get; }

    /// <summary>How many bytes there are.</summary>
    public int Length => Memory.Length;

    /// <summary>All bytes, as memory that keeps them where they are.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(Start, Length);

    /// <summary>Copies bytes into pinned memory.</summary>
    public static ImageMemory Copy(ReadOnlySpan<byte> bytes)
    {
        var pinned = Pinned(bytes.Length);
        bytes.CopyTo(pinned);
        return FromPinned(pinned, bytes.Length);
    }

    /// <summary>The data of an assembly: a span over a static array of constant bytes (<c>=> [1, 2, ...]</c> or a
    /// <c>u8</c> literal), which lies in the mapped assembly. Any other span may move and must be copied.</summary>
    public static ImageMemory OfAssembly(ReadOnlySpan<byte> data) =>
        At((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(data)), data.Length, owner: null);

    /// <summary>Reads or maps a file.</summary>
    /// <exception cref="IOException">The file cannot be read, or is larger than <see cref="MaxLength"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ImageMemory Open(string path, ImageTrust trust)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
        if (file.CanSeek && file.Length > MaxLength)
            throw TooLarge(path);
        return trust == ImageTrust.Immutable && file.CanSeek && file.Length > 0 ? Map(file) : Read(file, path);
    }

    private static ImageMemory Map(FileStream file)
    {
        var length = (int)file.Length;
        using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        // The view is not disposed: its handle's finaliser unmaps it once nothing holds the owner. AcquirePointer would
        // count a reference that nobody gives back.
        var view = mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        return At((byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset, length, view);
    }

    private static ImageMemory At(byte* start, int length, object? owner) => new(start, new FixedBytes(start, length, owner).Memory);

    private static ImageMemory Read(FileStream file, string path)
    {
        // The length is a hint: the file may be a pipe, or may change while it is read.
        var buffer = Pinned(file.CanSeek ? (int)file.Length + 1 : 1 << 16);
        var length = 0;
        int count;
        while ((count = file.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += count;
            if (length > MaxLength)
                throw TooLarge(path);
            if (length < buffer.Length)
                continue;
            var larger = Pinned((int)Math.Min(2L * buffer.Length, MaxLength + 1L));
            buffer.AsSpan(0, length).CopyTo(larger);
            buffer = larger;
        }
        return FromPinned(buffer, length);
    }

    private static byte[] Pinned(int length) => GC.AllocateUninitializedArray<byte>(Math.Max(length, 1), pinned: true);

    private static ImageMemory FromPinned(byte[] pinned, int length) =>
        new((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)), pinned.AsMemory(0, length));

    private static IOException TooLarge(string path) => new($"{path}: larger than {MaxLength} bytes");

    /// <summary>Bytes outside the managed heap that stay where they are while <paramref name="owner"/> is reachable; without
    /// one they live as long as the process.</summary>
    private sealed class FixedBytes(byte* start, int length, object? owner) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(start, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

        public override void Unpin()
        {
        }

        /// <summary>The owner's finaliser gives the bytes back.</summary>
        protected override void Dispose(bool disposing) => GC.KeepAlive(owner);
    }
}
