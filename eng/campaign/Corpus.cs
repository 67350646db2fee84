using System.Text.Json;
using Krait.Compiler;

namespace Krait.Campaign;

/// <summary>The files that mutants are made from: the reference compiler's, and this repository's programs compiled here.</summary>
internal static class Corpus
{
    /// <summary>All files in an order that does not change from run to run.</summary>
    /// <param name="root">The folder that holds Krait.slnx.</param>
    /// <param name="more">A folder of further .py and .mpy files, or null.</param>
    public static byte[][] Read(string root, string? more)
    {
        List<byte[]> files = [.. Vectors(Path.Combine(root, "tests/Krait.Tests/vectors/vectors.jsonl"))];
        foreach (var folder in (string?[])[Path.Combine(root, "tests/programs"), Path.Combine(root, "samples"), more])
        {
            if (folder is not null)
                files.AddRange(Folder(folder));
        }
        return [.. files];
    }

    private static IEnumerable<byte[]> Vectors(string file) =>
        from line in File.ReadLines(file)
        let vector = JsonDocument.Parse(line).RootElement
        where vector.TryGetProperty("hex", out _)
        select Convert.FromHexString(vector.GetProperty("hex").GetString()!);

    private static IEnumerable<byte[]> Folder(string folder)
    {
        var paths = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Array.Sort(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path.EndsWith(".mpy", StringComparison.Ordinal))
                yield return File.ReadAllBytes(path);
            else if (path.EndsWith(".py", StringComparison.Ordinal) && Compile(path) is { } mpy)
                yield return mpy;
        }
    }

    /// <summary>A program may be wrong on purpose: it is left out.</summary>
    private static byte[]? Compile(string path)
    {
        var options = new CompilerOptions { SourceName = Path.GetFileName(path), NativeAsBytecode = true };
        return PythonCompiler.TryCompile(File.ReadAllBytes(path), options, out var mpy, out _) ? mpy : null;
    }
}
