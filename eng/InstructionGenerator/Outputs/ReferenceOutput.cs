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
            is no plain value. Variants are tried in the order given; those in parentheses are known to the optimiser only. What
            an instruction does is what its variants do together. *Anything* stands for all classes of memory. A pair that
            fuses is a superinstruction: the number says how often it was met among 100 000 instructions.

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
        var syntax = instruction.Syntax;
        page.Append($"\n### {instruction.Name}\n\n{syntax.Meaning}\n\n");
        void Item(string name, IEnumerable<string> values)
        {
            if (values.Any())
                page.Append($"- {name}: {string.Join(", ", values)}\n");
        }

        var whole = Behaviour.Of(instruction);
        Item("traits", Words(whole));
        if (syntax.Format != OperandFormat.None && !whole.Has("UsesOperand"))
            page.Append("- ignores its operand\n");
        Item("duplicates", Behaviour.Duplicated(syntax.Effect));
        Item("reads", whole.Reads);
        Item("writes", whole.Writes);
        if (syntax.OwnsCache)
            page.Append("- owns an inline cache\n");
        if (syntax.LongForm is { } longForm)
            page.Append($"- short form of {longForm}\n");
        Item("fuses", EffectText.Fusions(table, syntax).Select(fusion =>
            $"{(syntax.Names.Count > 1 ? fusion.First + " " : "")}with {fusion.Second} ({fusion.Frequency})"));
        if (instruction.Variants.Count == 1)
            return;
        page.Append("\n| variant | guards | unboxed | does | reads | writes |\n|---|---|---|---|---|---|\n");
        foreach (var variant in instruction.Variants)
        {
            var behaviour = Behaviour.Of(syntax, variant);
            var name = variant.Syntax.IsCold ? $"({variant.Name})" : variant.Name;
            var unboxed = behaviour.UnboxedInputs.Count + behaviour.UnboxedOutputs.Count == 0
                ? "" : $"{string.Join(' ', behaviour.UnboxedInputs)} → {string.Join(' ', behaviour.UnboxedOutputs)}";
            page.Append($"| {name} | {string.Join("<br>", EffectText.Guards(variant))} | {unboxed} | {string.Join(", ", Words(behaviour))} ");
            page.Append($"| {string.Join(' ', behaviour.Reads)} | {string.Join(' ', behaviour.Writes)} |\n");
        }
    }

    private static readonly (string Trait, string Words)[] TraitWords =
    [
        ("CanRaise", "can raise"), ("CallsPython", "may run Python"), ("Allocates", "allocates"), ("Polls", "polls"),
        ("PushesFrame", "may push a frame"), ("PopsFrame", "may leave the frame"), ("Suspends", "suspends"),
        ("JumpsForward", "jumps forward"), ("JumpsBackward", "jumps backward"), ("Branches", "branches"),
        ("NeverFallsThrough", "never goes on"), ("SetsUpBlock", "sets up an exception block"), ("OnlyMoves", "moves slots only"),
        ("AcceptsNull", "accepts NULL"), ("PushesNull", "may push NULL"),
    ];

    private static IEnumerable<string> Words(Behaviour behaviour) =>
        TraitWords.Where(pair => behaviour.Has(pair.Trait)).Select(pair => pair.Words);

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
            if (micro.Memory is not null)
                effects.Add("a slot of " + micro.Memory);
            if (micro.Reads.Except(micro.Writes).Any())
                effects.Add("reads " + string.Join(' ', micro.Reads.Except(micro.Writes).Order(StringComparer.Ordinal)));
            if (micro.Writes.Count > 0)
                effects.Add("reads and writes " + string.Join(' ', micro.Writes.Order(StringComparer.Ordinal)));
            var shown = users.Count > 4 ? $"{users.Count} instructions" : string.Join(", ", users);
            page.Append($"| {micro.Name} | {micro.Role.ToString().ToLowerInvariant()} | {(micro.IsPasted ? "pasted" : "called")} | {string.Join(", ", effects)} | {shown} |\n");
        }
    }
}
