using System.Text;
using System.Text.Json;
using Krait.Compiler;

namespace Krait.Tests.Compiler;

/// <summary>Small programs and the exact bytes, or the exact message, that mpy-cross makes of them.</summary>
public class VectorTests
{
    public static TheoryData<string> Names => [.. Rows.Keys];

    static readonly Dictionary<string, Vector> Rows = File.ReadLines("vectors/vectors.jsonl")
        .Select(line => JsonSerializer.Deserialize<Vector>(line, JsonSerializerOptions.Web)!)
        .Where(vector => !vector.Opts.Contains("emit=native")) // There is no such option to ask for.
        .ToDictionary(vector => vector.Name);

    public sealed record Vector(string Name, string Src, string[] Opts, string? Hex, string? Stderr);

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_and_messages_are_those_of_the_reference(string name)
    {
        var vector = Rows[name];
        var options = Options(vector.Opts);
        var compiled = PythonCompiler.TryCompile(Encoding.UTF8.GetBytes(vector.Src), options, out var mpy, out var error);
        if (NeedsNativeCode(vector))
        {
            // Machine code is not made yet; that must be said, with the place.
            Assert.False(compiled);
            Assert.Equal("invalid arch", error!.Message);
            Assert.NotEqual(0, error.Line);
        }
        else if (vector.Hex is not null)
        {
            Assert.True(compiled, error?.ToString());
            Assert.Equal(vector.Hex, Convert.ToHexStringLower(mpy));
        }
        else
        {
            Assert.Equal(vector.Stderr!.TrimEnd('\n'), error?.ToMpyCrossText());
        }
    }

    static bool NeedsNativeCode(Vector vector) =>
        vector.Hex is not null && vector.Src.Contains("@micropython.") && !vector.Src.Contains("@micropython.bytecode");

    static CompilerOptions Options(string[] arguments)
    {
        var options = new CompilerOptions { SourceName = "t.py", InputPath = "t.py" };
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i].Split('=') switch
            {
                ["-O1"] => options with { OptimizationLevel = 1 },
                ["-O3"] => options with { OptimizationLevel = 3 },
                ["-msmall-int-bits", var bits] => options with { SmallIntBits = int.Parse(bits) },
                ["-s"] => options with { SourceName = arguments[++i] },
                ["no-source-lines"] => options with { SourceLines = false },
                ["-march-flags", "zba"] => options with { ArchitectureFlags = 1 },
                ["-X"] or ["-march", _] => options,
                _ => throw new InvalidDataException(arguments[i]),
            };
        }
        return options;
    }
}
