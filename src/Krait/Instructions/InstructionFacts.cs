namespace Krait.Instructions;

/// <summary>What is known of one instruction.</summary>
/// <remarks>Items of the stack are listed from the bottom, by name: <c>name?</c> may be unbound (NULL),
/// <c>name[n]</c> stands for n slots, <c>name:kind</c> is no ordinary value.</remarks>
public sealed class InstructionFacts : BehaviourFacts
{
    private readonly InstructionProperties properties;

    internal InstructionFacts(InstructionProperties properties, string name, byte[] codes)
        : base(properties.Whole)
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

    /// <summary>How its operand is written; <c>none</c> when it has none.</summary>
    public string Operand => properties.Operand;

    /// <summary>The instruction that does the same with any operand when this one's byte carries it; otherwise null.</summary>
    public string? ShortFormOf => properties.LongForm;

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

    /// <summary>Whether it owns an inline cache.</summary>
    public bool OwnsCache => properties.OwnsCache;

    /// <summary>The ways to execute it in the order they are tried: its specialisations, then the generic form.</summary>
    public IReadOnlyList<VariantFacts> Variants => Array.ConvertAll(properties.Variants, variant => new VariantFacts(variant));

    /// <summary>The superinstructions it begins: an instruction that may follow it begins without a dispatch.</summary>
    public IReadOnlyList<FusionFacts> FusesWith =>
    [
        .. from fusion in properties.Fusions where fusion.First == Name select new FusionFacts(fusion.Second, fusion.Frequency),
    ];

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
