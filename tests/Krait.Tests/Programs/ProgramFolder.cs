using Krait.Capabilities;

namespace Krait.Tests.Programs;

/// <summary>The real files as a program sees them that was started in a folder: tests run at once, so none may change the
/// process's own working folder.</summary>
internal sealed class ProgramFolder(string root) : IFileSystem
{
    public bool IsFile(string path) => File.Exists(Resolve(path));

    public bool IsFolder(string path) => Directory.Exists(Resolve(path));

    public byte[] Read(string path) => File.ReadAllBytes(Resolve(path));

    public IReadOnlyList<string> List(string path) =>
        [.. Directory.EnumerateFileSystemEntries(Resolve(path)).Select(entry => Path.GetFileName(entry))];

    public string? ImmutablePath(string path) => Resolve(path);

    private string Resolve(string path) => Path.Combine(root, path);
}
