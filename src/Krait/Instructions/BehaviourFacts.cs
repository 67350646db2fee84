namespace Krait.Instructions;

/// <summary>What an instruction, or one of its variants, does and does not do.</summary>
public abstract class BehaviourFacts
{
    private readonly BehaviourProperties properties;

    private protected BehaviourFacts(BehaviourProperties properties) => this.properties = properties;

    /// <summary>Whether it has an operand and does not ignore it.</summary>
    public bool UsesOperand => Has(Traits.UsesOperand);

    /// <summary>Whether it only copies, swaps or drops items.</summary>
    public bool OnlyMoves => Has(Traits.OnlyMoves);

    /// <summary>Whether it may raise.</summary>
    public bool CanRaise => Has(Traits.CanRaise);

    /// <summary>Whether it may run Python to its end before it is done.</summary>
    public bool CallsPython => Has(Traits.CallsPython);

    /// <summary>Whether it may allocate.</summary>
    public bool Allocates => Has(Traits.Allocates);

    /// <summary>Whether it may look for limits and interrupts: at a backward jump, at a call, or while it charges for its work.</summary>
    public bool Polls => Has(Traits.Polls);

    /// <summary>Whether it may push a frame.</summary>
    public bool PushesFrame => Has(Traits.PushesFrame);

    /// <summary>Whether it may leave its frame.</summary>
    public bool PopsFrame => Has(Traits.PopsFrame);

    /// <summary>Whether it may suspend its frame.</summary>
    public bool Suspends => Has(Traits.Suspends);

    /// <summary>Whether it may jump forward.</summary>
    public bool JumpsForward => Has(Traits.JumpsForward);

    /// <summary>Whether it may jump backward.</summary>
    public bool JumpsBackward => Has(Traits.JumpsBackward);

    /// <summary>Whether it jumps or goes on.</summary>
    public bool Branches => Has(Traits.Branches);

    /// <summary>Whether it never goes on with the next instruction.</summary>
    public bool NeverFallsThrough => Has(Traits.NeverFallsThrough);

    /// <summary>Whether it sets up an exception block.</summary>
    public bool SetsUpBlock => Has(Traits.SetsUpBlock);

    /// <summary>Classes of memory it reads besides the stack; <c>Anything</c> stands for all.</summary>
    public IReadOnlyList<string> Reads => InstructionSet.Words(properties.Reads);

    /// <summary>Classes of memory it writes besides the stack; <c>Anything</c> stands for all.</summary>
    public IReadOnlyList<string> Writes => InstructionSet.Words(properties.Writes);

    /// <summary>Kinds of values that it takes unboxed.</summary>
    public IReadOnlyList<string> UnboxedInputs => InstructionSet.Words(properties.UnboxedInputs);

    /// <summary>Kinds of values that it leaves unboxed.</summary>
    public IReadOnlyList<string> UnboxedOutputs => InstructionSet.Words(properties.UnboxedOutputs);

    private protected bool Has(Traits trait) => (properties.Traits & trait) != 0;
}

/// <summary>One way to execute an instruction.</summary>
public sealed class VariantFacts : BehaviourFacts
{
    private readonly VariantProperties properties;

    internal VariantFacts(VariantProperties properties)
        : base(properties.Behaviour) => this.properties = properties;

    /// <summary>Its name, unique within the instruction; <c>generic</c> for the form that takes everything.</summary>
    public string Name => properties.Name;

    /// <summary>Whether only an optimiser knows it: the interpreter's loops do without.</summary>
    public bool IsCold => properties.IsCold;

    /// <summary>The micro-ops that must all hold; none for the generic form.</summary>
    public IReadOnlyList<string> Guards => properties.Guards;

    /// <summary>The micro-ops that it then consists of.</summary>
    public IReadOnlyList<string> Actions => properties.Actions;
}

/// <summary>A superinstruction: the second instruction begins without a dispatch.</summary>
/// <param name="Second">The instruction that takes the result.</param>
/// <param name="Frequency">How often the pair was met among 100 000 instructions that were executed.</param>
public sealed record FusionFacts(string Second, int Frequency);
