using System.Text;
using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes the reference page of the instructions.</summary>
internal static class ReferenceOutput
{
    public static OutputFile Write(Table table, IReadOnlyList<BoundInstruction> instructions)
    {
        var page = new StringBuilder();
        page.Append("""
            <!-- Made from opcodes.def and the micro-ops by eng/InstructionGenerator. -->
            # Instructions

            The instruction set is that of MicroPython bytecode version 6. Each instruction is defined once, in
            `src/Krait/Instructions/opcodes.def`, as a composition of micro-ops; [micro-ops.md](micro-ops.md) says how.

            The stack is written bottom first: `left right → result`. `name?` may be NULL, `name[n]` takes n slots, `name:kind`
            is no plain value. Variants are tried in the order given; the last resort is always the generic form, which is not
            listed. Those in parentheses are known to the optimiser only.

            ## Summary

            | byte | name | operand | stack | meaning |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var instruction in instructions)
        {
            var syntax = instruction.Syntax;
            page.Append($"| {EffectText.Codes(syntax)} | [{string.Join("<br>", syntax.Names)}](#{syntax.Name.ToLowerInvariant()}) | {EffectText.Operand(syntax)} ");
            page.Append($"| {Escape(Stack(syntax.Effect))} | {Escape(syntax.Meaning)} |\n");
        }
        page.Append("\n## Properties\n");
        foreach (var instruction in instructions)
            WriteProperties(page, table, instruction);
        WriteMicroOps(page, instructions);
        return new OutputFile("docs/instructions.md", page.ToString());
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Stack(StackEffect effect)
    {
        string Part(IReadOnlyList<StackItem> items) => items.Count == 0 ? "–" : EffectText.Of(items);

        var text = $"{Part(effect.Inputs)} → {Part(effect.Outputs)}";
        return effect.Taken is null ? text : $"{text}; when it jumps {Part(effect.Taken)}";
    }

    private static void WriteProperties(StringBuilder page, Table table, BoundInstruction instruction)
    {
        var properties = InstructionProperties.Of(instruction);
        page.Append($"\n### {instruction.Name}\n\n{instruction.Syntax.Meaning}\n\n");
        void Item(string name, IEnumerable<string> values)
        {
            if (values.Any())
                page.Append($"- {name}: {string.Join(", ", values)}\n");
        }

        Item("traits", properties.Traits.Select(trait => trait.ToLowerInvariant() switch
        {
            "canraise" => "can raise",
            "callspython" => "may run Python",
            "polls" => "polls when it jumps backward",
            "pushesframe" => "may push a frame",
            "popsframe" => "may leave the frame",
            "suspends" => "suspends",
            "jumpsforward" => "jumps forward",
            "jumpsbackward" => "jumps backward",
            "neverfallsthrough" => "never goes on",
            "setsupblock" => "sets up an exception block",
            "onlymoves" => "moves slots only",
            "acceptsnull" => "accepts NULL",
            "pushesnull" => "may push NULL",
            var other => other,
        }));
        Item("duplicates", properties.Duplicated);
        Item("reads", properties.Reads);
        Item("writes", properties.Writes);
        Item("unboxed inputs", properties.UnboxedInputs);
        Item("unboxed outputs", properties.UnboxedOutputs);
        if (instruction.Syntax.OwnsCache)
            page.Append("- owns an inline cache\n");
        Item("variants", instruction.Variants.SkipLast(1).Select(variant => variant.Syntax.IsCold ? $"({variant.Name})" : variant.Name));
        Item("fuses with", EffectText.FusedWith(table, instruction.Syntax));
    }

    private static void WriteMicroOps(StringBuilder page, IReadOnlyList<BoundInstruction> instructions)
    {
        page.Append("\n## Micro-ops\n\n| micro-op | role | in the loop | effects | used by |\n|---|---|---|---|---|\n");
        var uses = new SortedDictionary<string, (MicroOp Micro, List<string> Users)>(StringComparer.Ordinal);
        foreach (var instruction in instructions)
            foreach (var micro in instruction.MicroOps)
            {
                if (!uses.TryGetValue(micro.Name, out var entry))
                    uses[micro.Name] = entry = (micro, []);
                entry.Users.Add(instruction.Name);
            }
        foreach (var (micro, users) in uses.Values)
        {
            var effects = micro.Effects.Order(StringComparer.Ordinal).ToList();
            if (micro.Memory != "None")
                effects.Add((micro.Role == Role.Place ? "a slot of " : "writes ") + micro.Memory);
            var shown = users.Count > 4 ? $"{users.Count} instructions" : string.Join(", ", users);
            page.Append($"| {micro.Name} | {micro.Role.ToString().ToLowerInvariant()} | {(micro.IsPasted ? "pasted" : "called")} | {string.Join(", ", effects)} | {shown} |\n");
        }
    }
}
