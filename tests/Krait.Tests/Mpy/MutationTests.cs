using System.Diagnostics;
using System.Globalization;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>Files with a few bytes changed: each is accepted or rejected, soon and without an exception, and keeps the
/// verifier's promises when it is accepted. The environment KRAIT_MUTANTS makes it longer.</summary>
public class MutationTests
{
    private const int Seed = 20260;

    [Fact]
    public void Mutants_are_accepted_or_rejected()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("KRAIT_MUTANTS") ?? "20000", CultureInfo.InvariantCulture);
        var vectors = VectorTests.All().Select(vector => vector.Bytes).ToArray();
        var random = new Random(Seed);
        var accepted = 0;
        for (var index = 0; index < count; index++)
        {
            var mutant = Mutate(vectors[random.Next(vectors.Length)], random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (MpyLoader.TryLoad(mutant, out var image, out var error))
                {
                    accepted++;
                    _ = image.Root.LineAt(image.Root.CodeLength);
                    Simulation.RunAll(image.Root, random, runs: 10);
                }
                else
                {
                    Assert.InRange(error.Offset, 0, mutant.Length);
                }
                if (MpyReader.TryRead(ImageMemory.Copy(mutant), out var file, out _))
                    Assert.NotEmpty(ModuleListing.Of(file));
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"mutant {index}, {Convert.ToHexString(mutant)}: {exception}");
            }
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2), $"mutant {index} took long: {Convert.ToHexString(mutant)}");
        }
        Assert.InRange(accepted, count / 100, count / 2);
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(4, bytes.Count);
            switch (random.Next(8))
            {
                case 0 when bytes.Count > 8:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    bytes[at] = bytes[random.Next(4, bytes.Count)];
                    break;
                case 4 when bytes.Count > 8:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
            if (bytes.Count < 6)
                break;
        }
        return [.. bytes];
    }
}
