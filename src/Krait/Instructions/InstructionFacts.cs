namespace Krait.Instructions;

/// <summary>What is known of one instruction.</summary>
/// <remarks>Items of the stack are listed from the bottom, by name: <c>name?</c> may be unbound (NULL),
/// <c>name[n]</c> stands for n slots, <c>name:kind</c> is no ordinary value.</remarks>
public sealed class InstructionFacts
{
    private readonly InstructionProperties properties;

    internal InstructionFacts(InstructionProperties properties, string name, byte[] codes)
    {
        this.properties = properties;
        Name = name;
        Codes = codes;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its opcode bytes: several when the byte carries the operand.</summary>
    public IReadOnlyList<byte> Codes { get; }

    /// <summary>What it does, in one line.</summary>
    public string Meaning => properties.Meaning;

    /// <summary>How its operand is written; <c>none</c> when it has none. An operand that is there is used.</summary>
    public string Operand => properties.Operand;

    /// <summary>Whether only the machine itself uses it: files may not contain it.</summary>
    public bool IsInternal => !InstructionTable.IsValid(Codes[0]);

    /// <summary>The items it takes.</summary>
    public IReadOnlyList<string> Takes => InstructionSet.Words(properties.Takes);

    /// <summary>The items it leaves in the place of those.</summary>
    public IReadOnlyList<string> Leaves => InstructionSet.Words(properties.Leaves);

    /// <summary>The items it leaves when it jumps, where they differ; otherwise null.</summary>
    public IReadOnlyList<string>? LeavesOnJump => properties.LeavesOnJump is { } list ? InstructionSet.Words(list) : null;

    /// <summary>Items it takes and leaves in the same place.</summary>
    public IReadOnlyList<string> Keeps => Compare((from, to) => from == to);

    /// <summary>Items it takes and leaves in another place.</summary>
    public IReadOnlyList<string> Swaps => Compare((from, to) => to >= 0 && from != to);

    /// <summary>Items it takes and does not leave.</summary>
    public IReadOnlyList<string> Clobbers => Compare((_, to) => to < 0);

    /// <summary>Items it leaves more often than it takes them.</summary>
    public IReadOnlyList<string> Duplicates => InstructionSet.Words(properties.Duplicates);

    /// <summary>Whether an item that it takes may be unbound.</summary>
    public bool AcceptsUnbound => Has(Traits.AcceptsNull);

    /// <summary>Whether an item that it leaves may be unbound.</summary>
    public bool PushesUnbound => Has(Traits.PushesNull);

    /// <summary>Whether it only copies, swaps or drops items.</summary>
    public bool OnlyMoves => Has(Traits.OnlyMoves);

    /// <summary>Whether it may raise.</summary>
    public bool CanRaise => Has(Traits.CanRaise);

    /// <summary>Whether it may run Python to its end before it is done.</summary>
    public bool CallsPython => Has(Traits.CallsPython);

    /// <summary>Whether it may allocate.</summary>
    public bool Allocates => Has(Traits.Allocates);

    /// <summary>Whether it looks for limits and interrupts when it jumps backward.</summary>
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

    /// <summary>Whether it owns an inline cache.</summary>
    public bool OwnsCache => properties.OwnsCache;

    /// <summary>Its specialisations, in the order they are tried before the generic form.</summary>
    public IReadOnlyList<string> Specialisations => InstructionSet.Words(properties.Variants);

    /// <summary>The instructions that make a superinstruction with it when they follow: its result goes straight into them.</summary>
    public IReadOnlyList<string> FusesWith => InstructionSet.Words(properties.FusesWith);

    /// <summary>Classes of memory it reads.</summary>
    public IReadOnlyList<string> Reads => InstructionSet.Words(properties.Reads);

    /// <summary>Classes of memory it writes.</summary>
    public IReadOnlyList<string> Writes => InstructionSet.Words(properties.Writes);

    /// <summary>Kinds of values that a specialisation takes unboxed.</summary>
    public IReadOnlyList<string> UnboxedInputs => InstructionSet.Words(properties.UnboxedInputs);

    /// <summary>Kinds of values that a specialisation leaves unboxed.</summary>
    public IReadOnlyList<string> UnboxedOutputs => InstructionSet.Words(properties.UnboxedOutputs);

    private bool Has(Traits trait) => (properties.Traits & trait) != 0;

    /// <summary>The items taken whose places before and after (-1 for none) are as asked.</summary>
    private List<string> Compare(Func<int, int, bool> isWanted)
    {
        var found = new List<string>();
        var leaves = InstructionSet.Words(properties.Leaves);
        var takes = InstructionSet.Words(properties.Takes);
        for (var i = 0; i < takes.Length; i++)
        {
            if (isWanted(i, Array.IndexOf(leaves, takes[i])))
                found.Add(takes[i]);
        }
        return found;
    }
}
