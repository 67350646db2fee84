namespace Krait.InstructionGenerator.Definition;

/// <summary>One instruction as <c>opcodes.def</c> writes it.</summary>
/// <param name="Names">One name for each byte, or one for all of them.</param>
/// <param name="LongForm">The instruction that does the same with any operand, or null.</param>
internal sealed record Instruction(
    IReadOnlyList<string> Names,
    IReadOnlyList<int> Codes,
    OperandFormat Format,
    int Bias,
    bool HasExtraByte,
    bool OwnsCache,
    bool IsReplicated,
    bool IsInternal,
    string? LongForm,
    StackEffect Effect,
    string Meaning,
    IReadOnlyList<Variant> Variants,
    int Line)
{
    public string Name => Names[0];

    /// <summary>The name of the instruction that the byte stands for.</summary>
    public string NameOf(int code) => Names.Count == 1 ? Name : Names[Codes.ToList().IndexOf(code)];

    /// <summary>Whether the bytes are a range of which each encodes an operand.</summary>
    public bool IsRange => Format == OperandFormat.Opcode;

    /// <summary>The operand that a byte of a range encodes.</summary>
    public int OperandOf(int code) => code - Codes[0] + Bias;
}

/// <summary>How an operand is encoded.</summary>
internal enum OperandFormat
{
    None,
    Qstr,
    Uint,
    Sint,
    Jump,
    Forward,
    Opcode,
}

/// <summary>What an instruction takes from the stack and leaves on it, bottom first.</summary>
/// <param name="Taken">What it leaves when it jumps, where that differs.</param>
internal sealed record StackEffect(
    IReadOnlyList<StackItem> Inputs, IReadOnlyList<StackItem> Outputs, IReadOnlyList<StackItem>? Taken)
{
    /// <summary>How many inputs stay where they are, untouched, as the first outputs.</summary>
    public int Kept
    {
        get
        {
            var kept = 0;
            while (kept < Inputs.Count && kept < Outputs.Count && Inputs[kept].Name == Outputs[kept].Name)
                kept++;
            return kept;
        }
    }
}

/// <summary>One or several slots of the stack.</summary>
internal sealed record StackItem(string Name, bool MayBeNull, string Kind, Count Count);

/// <summary>A number of slots: <paramref name="Fixed"/>, or what <paramref name="Text"/> computes from the operand.</summary>
internal sealed record Count(int Fixed, string? Name, string Text)
{
    public static readonly Count One = new(1, null, "1");

    private static readonly Dictionary<string, string> Named = new()
    {
        ["operand"] = "operand",
        ["extra"] = "extra",
        ["call"] = "(operand & 0xff) + 2 * (operand >> 8)",
        ["comprehension"] = "((operand & 3) == 1 ? 2 : 1)",
        ["unpack"] = "(operand & 0xff) + (operand >> 8) + 1",
    };

    public bool IsFixed => Name is null;

    public static Count? Parse(string text) =>
        int.TryParse(text, out var number) ? new Count(number, null, text)
        : Named.TryGetValue(text, out var computed) ? new Count(0, text, computed)
        : null;
}

/// <summary>One way to execute an instruction: if all guards hold, the actions.</summary>
internal sealed record Variant(
    string Name, bool IsCold, IReadOnlyList<CallExpression> Guards, IReadOnlyList<ActionSyntax> Actions, int Line);

/// <summary>An assignment, a bare call, or (without a source) the move that the stack effect itself spells out.</summary>
internal sealed record ActionSyntax(IReadOnlyList<Expression> Targets, Expression? Source);

/// <summary>An expression of the table.</summary>
internal abstract record Expression;

/// <summary>A stack item, an ambient value (machine, operand, ...) or a temporary.</summary>
internal sealed record NameExpression(string Name) : Expression;

internal sealed record NumberExpression(int Number) : Expression;

/// <summary>A local of the frame.</summary>
internal sealed record LocalExpression(Expression Index) : Expression;

internal sealed record CallExpression(string Name, IReadOnlyList<Expression> Arguments) : Expression;

/// <summary>A pair of instructions of which the second begins without a dispatch.</summary>
/// <param name="Frequency">How often the pair was met among 100 000 instructions that were executed.</param>
internal sealed record Fusion(string First, string Second, int Frequency, int Line);

/// <summary>The whole table.</summary>
internal sealed record Table(IReadOnlyList<Instruction> Instructions, IReadOnlyList<Fusion> Fusions);
