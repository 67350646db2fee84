namespace Krait.InstructionGenerator.Loops;

/// <summary>One of the loops that are made from the one definition.</summary>
/// <param name="Fuses">Whether an instruction's result may go straight into the next: then the next one is never
/// dispatched, so a loop that looks at each instruction cannot.</param>
/// <param name="Counts">Whether steps are charged.</param>
/// <param name="Traces">Whether each instruction is announced.</param>
internal sealed record LoopMode(string Name, string Summary, bool Fuses, bool Counts, bool Traces)
{
    public static readonly LoopMode[] All =
    [
        new("Plain", "The loop of engines without a step budget.", true, false, false),
        new("Metered", "The loop that charges a step for each taken backward jump.", true, true, false),
        new("Traced", "The loop that announces each instruction before it runs.", false, true, true),
    ];
}
