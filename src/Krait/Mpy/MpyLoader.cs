using System.Diagnostics.CodeAnalysis;
using Krait.Core;

namespace Krait.Mpy;

/// <summary>
/// From the bytes of a .mpy file to functions that run: <see cref="MpyReader"/> tells the parts of the file apart,
/// <see cref="Verifier"/> proves that its functions are safe to run. A bad file is an error with its place, never an
/// exception.
/// </summary>
internal static class MpyLoader
{
    /// <summary>Loads a file that lies in memory where it will be executed.</summary>
    public static bool TryLoad(ImageMemory memory, [NotNullWhen(true)] out ModuleImage? image, [NotNullWhen(false)] out MpyError? error)
    {
        image = null;
        if (!MpyReader.TryRead(memory, out var file, out error))
            return false;
        if (file.Header.Architecture != 0)
            error = new(2, "header.arch", $"made for {file.Header.ArchitectureName}: native code cannot run here");
        return error is null && Verifier.TryVerify(file, out image, out error);
    }

    /// <summary>Loads a copy of bytes.</summary>
    public static bool TryLoad(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ModuleImage? image, [NotNullWhen(false)] out MpyError? error)
    {
        if (bytes.Length <= ImageMemory.MaxLength)
            return TryLoad(ImageMemory.Copy(bytes), out image, out error);
        image = null;
        error = new(0, "file.size", $"larger than {ImageMemory.MaxLength} bytes");
        return false;
    }
}
