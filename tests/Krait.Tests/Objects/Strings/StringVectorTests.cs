namespace Krait.Tests.Objects.Strings;

/// <summary>Every line of the vectors, which CPython wrote.</summary>
public class StringVectorTests
{
    [Theory]
    [InlineData("str")]
    [InlineData("bytes")]
    [InlineData("format")]
    [InlineData("codecs")]
    [InlineData("unicode")]
    [InlineData("messages")]
    public void Outcomes_are_those_of_CPython(string name)
    {
        var script = new StringScript();
        var wrong = new List<string>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "vectors", "strings", name + ".tsv"));
        foreach (var line in lines)
        {
            var parts = line.Split('\t');
            var actual = script.Run(parts[0], parts.AsSpan(1, parts.Length - 2));
            if (actual != parts[^1])
                wrong.Add($"{string.Join(' ', parts[..^1])}\n    expected {parts[^1]}\n    actual   {actual}");
        }
        Assert.True(lines.Length > 100);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {lines.Length}:\n{string.Join('\n', wrong.Take(60))}");
    }
}
