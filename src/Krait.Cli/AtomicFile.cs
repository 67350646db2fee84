namespace Krait.Cli;

/// <summary>Writes files so that nobody ever sees half of one: beside the target first, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file, or throws and leaves whatever was there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // A device is written, not replaced; what a link points to is replaced, not the link.
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            device.Write(bytes);
            return;
        }
        if (File.Exists(path))
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
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
