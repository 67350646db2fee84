using Krait.Instructions;

namespace Krait.Tests.Instructions;

/// <summary>Tells from the counts of the traced loop which variants were taken, and which gave way to a later one.</summary>
internal sealed class VariantCoverage
{
    private const int Generic = 255;

    /// <summary>To be handed to a machine.</summary>
    public long[] Counts { get; } = new long[256 * 256];

    /// <summary>What is missing of an instruction: "LOAD_SUBSCR.ints was never taken".</summary>
    public IEnumerable<string> Missing(InstructionFacts facts)
    {
        var variants = facts.Variants;
        for (var i = 0; i < variants.Count - 1; i++)
        {
            if (variants[i].IsCold)
                continue;
            if (Count(facts, i, i) == 0)
                yield return $"{facts.Name}.{variants[i].Name} was never taken";
            if (Count(facts, i + 1, Generic) == 0)
                yield return $"{facts.Name}.{variants[i].Name} never gave way";
        }
    }

    private long Count(InstructionFacts facts, int first, int last)
    {
        long count = 0;
        foreach (var code in facts.Codes)
        {
            for (var variant = first; variant <= last; variant++)
                count += Counts[256 * code + variant];
        }
        return count;
    }
}
