using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>Images in pinned memory, mapped files and assembly data stay where they are.</summary>
public unsafe class ImageMemoryTests
{
    private static ReadOnlySpan<byte> InAssembly => [(byte)'M', 6, 0, 31, 2, 0, 2, (byte)'f', 0, 2, (byte)'a', 0, 40, 0, 2, 1, 0x51, 0x63];

    private static void WithFile(Action<string> test)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, InAssembly);
            test(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Code_runs_where_the_image_lies()
    {
        var memory = ImageMemory.OfAssembly(InAssembly);
        Assert.True(MpyLoader.TryLoad(memory, out var image, out _));
        fixed (byte* start = InAssembly)
            Assert.Equal((nint)start + 16, (nint)image.Root.Code);
        Assert.Equal(2, image.Root.CodeLength);
        Assert.Equal("a"u8, image.QstrUtf8(image.Root.NameQstr));
    }

    [Fact]
    public void A_file_is_mapped_only_when_the_host_vouches_for_it() => WithFile(path =>
    {
        var copied = ImageMemory.Open(path, ImageTrust.Untrusted);
        var mapped = ImageMemory.Open(path, ImageTrust.Immutable);
        Assert.True(copied.Bytes.SequenceEqual(InAssembly));
        Assert.True(mapped.Bytes.SequenceEqual(InAssembly));
        Assert.True(MemoryMarshal.TryGetArray(copied.Memory, out _));
        Assert.False(MemoryMarshal.TryGetArray(mapped.Memory, out _));
    });

    [Fact]
    public void A_copy_is_safe_from_changes_of_the_file() => WithFile(path =>
    {
        var memory = ImageMemory.Open(path, ImageTrust.Untrusted);
        Assert.True(MpyLoader.TryLoad(memory, out var image, out _));
        File.WriteAllBytes(path, new byte[5]);
        Assert.Equal((0x51, 0x63), (image.Root.Code[0], image.Root.Code[1]));
    });

    [Fact]
    public void A_mapping_lives_as_long_as_a_function_of_it() => WithFile(path =>
    {
        var unit = Load(path);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal((0x51, 0x63), (unit.Code[0], unit.Code[1]));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static CodeUnit Load(string path) =>
            MpyLoader.TryLoad(ImageMemory.Open(path, ImageTrust.Immutable), out var image, out _) ? image.Root : null!;
    });

    [Fact]
    public void An_empty_file_is_no_module() => WithFile(path =>
    {
        File.WriteAllBytes(path, []);
        foreach (var trust in Enum.GetValues<ImageTrust>())
        {
            Assert.False(MpyLoader.TryLoad(ImageMemory.Open(path, trust), out _, out var error));
            Assert.Equal("header.magic", error!.Rule);
        }
    });

    [Fact]
    public void A_file_beyond_the_limit_is_refused() => WithFile(path =>
    {
        using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(ImageMemory.MaxLength + 1L);
        foreach (var trust in Enum.GetValues<ImageTrust>())
            Assert.Throws<IOException>(() => ImageMemory.Open(path, trust));
    });
}
