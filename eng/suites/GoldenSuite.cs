using System.Security.Cryptography;
using Krait.Compiler;

namespace Krait.Suites;

/// <summary>
/// Compares the compiler with a table of what mpy-cross made of the same files. A row of the table is: options
/// (<c>-</c> for none), path, <c>ok</c> or <c>error</c>, size, and the SHA-256 of the file or the last line printed.
/// </summary>
internal static class GoldenSuite
{
    const int ShownDifferences = 10;

    sealed class Count
    {
        public int Same, Rejected, Native, Different;
    }

    public static int Run(string folder, string table, string[] arguments)
    {
        if (!Directory.Exists(folder) || !File.Exists(table))
        {
            Console.WriteLine($"skipped: there is no {(Directory.Exists(folder) ? table : folder)}");
            return 0;
        }
        var only = arguments is ["--options", var options] ? options : null;
        var counts = new SortedDictionary<string, Count>(StringComparer.Ordinal);
        var different = 0;
        foreach (var row in File.ReadLines(table))
        {
            if (row.StartsWith('#') || row.Split('\t') is not [var set, var path, var result, _, var expected])
                continue;
            if (only is not null && set != only)
                continue;
            if (!counts.TryGetValue(set, out var count))
                counts.Add(set, count = new Count());
            if (Compare(folder, set, path, result == "ok", expected, count) is { } difference && different++ < ShownDifferences)
                Console.WriteLine($"{set} {path}: {difference}");
        }
        foreach (var (set, count) in counts)
        {
            Console.WriteLine(
                $"{set}: {count.Same} identical, {count.Rejected} rejected alike, {count.Different} different, "
                + $"{count.Native} skipped (need native code)");
        }
        return different == 0 ? 0 : 1;
    }

    /// <summary>Returns what differs, or null.</summary>
    static string? Compare(string folder, string set, string path, bool ok, string expected, Count count)
    {
        var source = File.ReadAllBytes(Path.Combine(folder, path));
        var options = ParseOptions(set) with { SourceName = path, InputPath = path };
        var compiled = PythonCompiler.TryCompile(source, options, out var mpy, out var error);
        var actual = compiled ? Convert.ToHexStringLower(SHA256.HashData(mpy)) : $"{error!.Type}: {error.Message}";
        if (actual == expected)
        {
            if (ok)
                count.Same++;
            else
                count.Rejected++;
            return null;
        }
        if (error?.Message.Contains("native", StringComparison.Ordinal) == true)
        {
            count.Native++;
            return null;
        }
        count.Different++;
        return compiled ? $"other bytes ({mpy.Length})" : $"got {actual} (line {error!.Line}), expected {expected}";
    }

    static CompilerOptions ParseOptions(string set)
    {
        var options = new CompilerOptions();
        foreach (var option in set.Split(' '))
        {
            if (option.StartsWith("-msmall-int-bits=", StringComparison.Ordinal))
                options = options with { SmallIntBits = int.Parse(option.AsSpan("-msmall-int-bits=".Length)) };
            else if (option.StartsWith("-O", StringComparison.Ordinal))
                options = options with { OptimizationLevel = int.Parse(option.AsSpan(2)) };
            else if (option == "no-source-lines")
                options = options with { SourceLines = false };
        }
        return options;
    }
}
