namespace Krait.Capabilities;

/// <summary>Files that a program may import and read. Paths are the host's; a relative one is counted from a folder the
/// host chose.</summary>
public interface IFileSystem
{
    /// <summary>Whether there is a file.</summary>
    bool IsFile(string path);

    /// <summary>Whether there is a folder.</summary>
    bool IsFolder(string path);

    /// <summary>The contents of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    byte[] Read(string path);

    /// <summary>The names in a folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    IReadOnlyList<string> List(string path);

    /// <summary>The path of a file that code may be executed from where it lies, or null where it must be read first:
    /// only for files that nobody changes while the process runs.</summary>
    string? ImmutablePath(string path);
}
