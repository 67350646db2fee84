using Krait.InstructionGenerator.Composition;
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

    /// <summary>The guards of a variant as the table writes them.</summary>
    public static IEnumerable<string> Guards(BoundVariant variant) => variant.Syntax.Guards.Select(Argument.KeyOf);

    /// <summary>The actions of a variant as the table writes them.</summary>
    public static IEnumerable<string> Actions(BoundVariant variant) => variant.Syntax.Actions.Select(action =>
        action.Source is null ? "move" : string.Concat(
            string.Join(", ", action.Targets.Select(Argument.KeyOf)), action.Targets.Count > 0 ? " = " : "", Argument.KeyOf(action.Source)));

    /// <summary>The pairs that an instruction is the first of.</summary>
    public static IEnumerable<Fusion> Fusions(Table table, Instruction instruction) =>
        table.Fusions.Where(fusion => instruction.Names.Contains(fusion.First));
}
