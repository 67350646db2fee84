namespace Krait.Mpy;

/// <summary>What is in a .mpy file, as text: header, strings, constants, and each function with its instructions. Shows
/// also files that would not be run.</summary>
public static class MpyListing
{
    /// <summary>Lists the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="error">Why the file cannot be taken apart (offset, rule and reason), or null.</param>
    /// <returns>The listing; empty when there is an error.</returns>
    public static string Of(ReadOnlySpan<byte> bytes, out string? error)
    {
        if (!MpyReader.TryRead(ImageMemory.Copy(bytes), out var file, out var problem))
        {
            error = problem.ToString();
            return "";
        }
        error = null;
        return ModuleListing.Of(file);
    }
}
