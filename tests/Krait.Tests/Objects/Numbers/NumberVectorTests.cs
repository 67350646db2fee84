using System.Globalization;

namespace Krait.Tests.Objects;

/// <summary>Every line of the vectors, which CPython wrote.</summary>
public class NumberVectorTests
{
    /// <summary>Vectors of another seed or size, from a folder named by this variable, instead of those in the repository.</summary>
    private const string OtherFolder = "KRAIT_NUMBER_VECTORS";

    [Theory]
    [InlineData("arithmetic")]
    [InlineData("methods")]
    [InlineData("text")]
    [InlineData("format")]
    public void Outcomes_are_those_of_CPython(string name)
    {
        Check(name, static (expected, actual) => expected == actual);
    }

    [Fact]
    public void Functions_of_math_differ_from_CPython_in_the_last_bit_at_most()
    {
        Check("math", static (expected, actual) => expected == actual || IsNear(expected, actual));
    }

    private static bool IsNear(string expected, string actual)
    {
        if (!double.TryParse(expected, CultureInfo.InvariantCulture, out var left)
            || !double.TryParse(actual, CultureInfo.InvariantCulture, out var right)
            || expected.Contains('.') != actual.Contains('.'))
            return false;
        var distance = (Int128)BitConverter.DoubleToInt64Bits(left) - BitConverter.DoubleToInt64Bits(right);
        return Int128.Abs(distance) <= 1;
    }

    private static void Check(string name, Func<string, string, bool> agrees)
    {
        var folder = Environment.GetEnvironmentVariable(OtherFolder) ?? Path.Combine(AppContext.BaseDirectory, "vectors", "numbers");
        var script = new NumberScript();
        var wrong = new List<string>();
        var lines = File.ReadAllLines(Path.Combine(folder, name + ".tsv"));
        foreach (var line in lines)
        {
            var parts = line.Split('\t');
            var actual = script.Run(parts[0], parts.AsSpan(1, parts.Length - 2));
            if (!agrees(parts[^1], actual))
                wrong.Add($"{string.Join(' ', parts[..^1])}\n    expected {parts[^1]}\n    actual   {actual}");
        }
        Assert.True(lines.Length > 500);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {lines.Length}:\n{string.Join('\n', wrong.Take(40))}");
    }
}
