namespace Krait.Tests.Objects.Containers;

/// <summary>What CPython 3.11 says, line by line (vectors/containers; generate.py made the right-hand column).</summary>
public class ContainerVectorTests
{
    [Theory]
    [InlineData("list.tsv")]
    [InlineData("tuple.tsv")]
    [InlineData("dict.tsv")]
    [InlineData("set.tsv")]
    [InlineData("range.tsv")]
    [InlineData("iterators.tsv")]
    public void Containers_do_what_CPython_does(string file)
    {
        var differences = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine("vectors", "containers", file)))
        {
            var parts = line.Split('\t');
            var actual = new ContainerScript().Run(parts[0]);
            if (actual != parts[1])
                differences.Add($"{parts[0]}\n  expected {parts[1]}\n  actual   {actual}");
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
