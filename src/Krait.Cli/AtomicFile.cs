namespace Krait.Cli;

/// <summary>Writes files so that nobody ever sees half of one: beside the target first, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file, or throws and leaves whatever was there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path))
        {
            // What a link points to is replaced, not the link; a device or a pipe is written, not replaced; and a file that
            // may not be written is left alone, though its folder would let it be replaced.
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            using var target = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            if (!target.CanSeek || Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
            {
                target.Write(bytes);
                return;
            }
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw;
        }
    }
}
