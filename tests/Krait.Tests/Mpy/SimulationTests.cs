using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>What the verifier accepts keeps every promise of docs/verifier.md when it runs.</summary>
public class SimulationTests
{
    [Fact]
    public void Every_vector_keeps_the_promises()
    {
        var random = new Random(7);
        foreach (var (_, bytes) in VectorTests.All())
        {
            if (MpyLoader.TryLoad(bytes, out var image, out _))
                Simulation.RunAll(image.Root, random, runs: 40);
        }
    }
}
