namespace Krait.InstructionGenerator;

/// <summary>A file to write, its path relative to the repository.</summary>
internal sealed record OutputFile(string Path, string Text);

/// <summary>The working tree that the generator reads and writes.</summary>
internal sealed class SourceTree(string root)
{
    public const string TablePath = "src/Krait/Instructions/opcodes.def";

    /// <summary>The tree that holds a folder.</summary>
    public static SourceTree Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Krait.slnx")))
                return new SourceTree(folder.FullName);
        throw new InvalidOperationException("run this within the repository");
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(root, path));

    public string FullPath(string path) => Path.Combine(root, path);

    /// <summary>The sources of Krait without what is generated.</summary>
    public IEnumerable<(string Path, string Text)> Sources()
    {
        var folder = Path.Combine(root, "src/Krait");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal)
                && !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(Path.Combine(folder, path))));
    }

    public bool Differs(OutputFile file)
    {
        var path = Path.Combine(root, file.Path);
        return !File.Exists(path) || File.ReadAllText(path) != file.Text;
    }

    public void Write(OutputFile file)
    {
        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Text);
    }
}
