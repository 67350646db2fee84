using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Loops;

/// <summary>Writes the decoding of an operand: the one-byte form in place, longer ones out of line. <c>ip</c> moves in a
/// statement of its own: in <c>*ip++</c> the old value outlives the new one, and they end in two registers.</summary>
internal static class OperandWriter
{
    /// <summary>A jump in either direction. In its long form the first byte has the low seven bits.</summary>
    public static readonly string[] Jump =
    [
        "offset = *ip - 0x40;",
        "ip++;",
        "if (offset >= 0x40)",
        "    offset = ((offset - 0x40) | (*ip++ << 7)) - 0x4000;",
    ];

    private static readonly string[] Forward =
    [
        "offset = *ip;",
        "ip++;",
        "if (offset >= 0x80)",
        "    offset = (offset - 0x80) | (*ip++ << 7);",
    ];

    private static readonly string[] Unsigned =
    [
        "operand = *ip;",
        "ip++;",
        "if (operand >= 0x80)",
        "{",
        "    operand = Operands.Unsigned(ip - 1);",
        "    ip += Operands.Length(ip - 1) - 1;",
        "}",
    ];

    private static readonly string[] Signed =
    [
        "immediate = (*ip ^ 0x40) - 0x40;",
        "ip++;",
        "if (immediate >= 0x40)",
        "{",
        "    immediate = Operands.Signed(ip - 1);",
        "    ip += Operands.Length(ip - 1) - 1;",
        "}",
    ];

    public static IEnumerable<string> Decode(Instruction instruction)
    {
        IEnumerable<string> lines = instruction.Format switch
        {
            OperandFormat.Qstr or OperandFormat.Uint => Unsigned,
            OperandFormat.Sint => Signed,
            OperandFormat.Jump => Jump,
            OperandFormat.Forward => Forward,
            OperandFormat.Opcode when !instruction.IsReplicated => [$"operand = ip[-1] - {instruction.Codes[0] - instruction.Bias};"],
            _ => [],
        };
        if (instruction.HasExtraByte)
            lines = lines.Concat(["extra = *ip;", "ip++;"]);
        // The offset counts from before the extra byte.
        if (instruction.HasExtraByte && instruction.Format is OperandFormat.Jump or OperandFormat.Forward)
            lines = lines.Append("offset--;");
        return lines;
    }

    /// <summary>The text of the operand in the bodies.</summary>
    public static string Operand(Instruction instruction, int code) =>
        instruction.IsReplicated ? instruction.OperandOf(code).ToString()
        : instruction.Format == OperandFormat.Sint ? "immediate"
        : "operand";
}
