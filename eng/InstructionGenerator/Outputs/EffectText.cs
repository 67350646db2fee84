using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Parts of a definition as readers see them.</summary>
internal static class EffectText
{
    /// <summary>The items as the table writes them, bottom first.</summary>
    public static string Of(IReadOnlyList<StackItem> items) => string.Join(' ', items.Select(item =>
        item.Name
        + (item.MayBeNull ? "?" : "")
        + (item.Kind == "value" ? "" : ":" + item.Kind)
        + (item.Count == Count.One ? "" : $"[{item.Count.Name ?? item.Count.Text}]")));

    public static string Codes(Instruction instruction) => instruction.IsRange
        ? $"{instruction.Codes[0]:x2}..{instruction.Codes[^1]:x2}"
        : string.Join(' ', instruction.Codes.Select(code => $"{code:x2}"));

    public static string Operand(Instruction instruction) => instruction.Format switch
    {
        OperandFormat.Opcode => $"{instruction.OperandOf(instruction.Codes[0])}..{instruction.OperandOf(instruction.Codes[^1])} in the opcode",
        OperandFormat.None => "none",
        var format => format.ToString().ToLowerInvariant() + (instruction.HasExtraByte ? ", one byte" : ""),
    };

    /// <summary>The instructions that an instruction's result may go straight into.</summary>
    public static IEnumerable<string> FusedWith(Table table, Instruction instruction) => table.Fusions
        .Where(fusion => instruction.Names.Any(name => fusion.First.Contains(name))).SelectMany(fusion => fusion.Second).Distinct();
}
