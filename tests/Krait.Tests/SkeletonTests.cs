namespace Krait.Tests;

public class SkeletonTests
{
    [Fact]
    public void Vectors_are_at_hand() => Assert.True(File.Exists("vectors/vectors.jsonl"));
}
