using System.Text.Json;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>What the reference cross-compiler makes is accepted.</summary>
public class VectorTests
{
    internal static IEnumerable<(string Name, byte[] Bytes)> All(string file = "vectors/vectors.jsonl") =>
        File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(vector => vector.TryGetProperty("hex", out _))
            .Select(vector => (vector.GetProperty("name").GetString()!, Convert.FromHexString(vector.GetProperty("hex").GetString()!)));

    [Fact]
    public void Every_vector_is_accepted()
    {
        var rejected = new List<string>();
        foreach (var (name, bytes) in All())
        {
            if (!MpyLoader.TryLoad(bytes, out _, out var error) && error.Rule != "header.arch")
                rejected.Add($"{name}: {error}");
        }
        Assert.Empty(rejected);
    }
}
