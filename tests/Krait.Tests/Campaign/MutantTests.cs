using Krait.Campaign;
using Krait.Core;

namespace Krait.Tests.Campaign;

/// <summary>A short slice of the campaign (eng/campaign), and its corpus itself with the verifier's promises checked
/// before each instruction.</summary>
public class MutantTests
{
    private const int Seed = 77;
    private const int Count = 2_000;

    private static readonly byte[][] Files = Corpus.Read(Repository.Root, null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mutants_run_or_are_rejected(bool isChecked)
    {
        var mutator = new Mutator(Files, Seed);
        var accepted = 0;
        for (var number = 0; number < Count; number++)
        {
            var mutant = mutator.Make(number);
            var result = Case.Run(mutant, isChecked);
            Assert.False(result.IsFailure, $"case {number}, {Convert.ToHexString(mutant)}: {result.Detail}");
            if (result.Outcome != Outcome.Rejected)
                accepted++;
        }
        // Fewer would be a campaign that tests the verifier alone.
        Assert.InRange(accepted, Count / 5, Count);
    }

    [Fact]
    public void A_case_is_the_same_whatever_was_made_before()
    {
        var mutator = new Mutator(Files, Seed);
        var first = mutator.Make(1);
        mutator.Make(2);
        Assert.Equal(first, mutator.Make(1));
        Assert.Equal(first, new Mutator(Files, Seed).Make(1));
    }

    [Fact]
    public void What_the_compilers_make_keeps_the_promises_at_every_instruction()
    {
        var limits = new Limits { Steps = 5_000_000, AllocatedBytes = 1L << 30 };
        foreach (var file in Files)
        {
            var result = Case.Run(file, isChecked: true, limits);
            Assert.False(result.IsFailure, $"{Convert.ToHexString(file)}: {result.Detail}");
        }
    }
}
