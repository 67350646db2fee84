using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes the table of properties that tools print.</summary>
internal static class PropertiesOutput
{
    private const string Records = """
        /// <summary>What an instruction or a variant does.</summary>
        /// <param name="Traits">What it may do, and what it never does.</param>
        /// <param name="Reads">Classes of memory it reads.</param>
        /// <param name="Writes">Classes of memory it writes.</param>
        /// <param name="UnboxedInputs">Kinds that it takes unboxed.</param>
        /// <param name="UnboxedOutputs">Kinds that it leaves unboxed.</param>
        internal sealed record BehaviourProperties(Traits Traits, string Reads, string Writes, string UnboxedInputs, string UnboxedOutputs);

        /// <summary>One way to execute an instruction.</summary>
        /// <param name="Name">Its name, unique within the instruction.</param>
        /// <param name="IsCold">Whether only an optimiser knows it.</param>
        /// <param name="Guards">What must hold; empty for the generic one.</param>
        /// <param name="Actions">The micro-ops it consists of.</param>
        /// <param name="Behaviour">What it does.</param>
        internal sealed record VariantProperties(string Name, bool IsCold, string[] Guards, string[] Actions, BehaviourProperties Behaviour);

        /// <summary>A superinstruction.</summary>
        /// <param name="First">The instruction whose result it is.</param>
        /// <param name="Second">The instruction that takes it.</param>
        /// <param name="Frequency">How often the pair was met among 100 000 instructions that were executed.</param>
        internal sealed record FusionProperties(string First, string Second, int Frequency);

        """;

    private const string Declarations = """
        /// <summary>What an instruction does and does not do.</summary>
        [Flags]
        internal enum Traits
        {
            None = 0,

            /// <summary>May raise.</summary>
            CanRaise = 1,

            /// <summary>May run Python to its end before it is done.</summary>
            CallsPython = 2,

            /// <summary>May allocate.</summary>
            Allocates = 4,

            /// <summary>May look at the poll word: at a backward jump, at a call, or while it charges for its work.</summary>
            Polls = 8,

            /// <summary>May push a frame.</summary>
            PushesFrame = 16,

            /// <summary>May leave the frame.</summary>
            PopsFrame = 32,

            /// <summary>May suspend the frame.</summary>
            Suspends = 64,

            /// <summary>May jump forward.</summary>
            JumpsForward = 128,

            /// <summary>May jump backward.</summary>
            JumpsBackward = 256,

            /// <summary>Jumps or goes on.</summary>
            Branches = 512,

            /// <summary>Never goes on with the next instruction.</summary>
            NeverFallsThrough = 1024,

            /// <summary>Sets up an exception block.</summary>
            SetsUpBlock = 2048,

            /// <summary>Copies, swaps or drops slots and does nothing else.</summary>
            OnlyMoves = 4096,

            /// <summary>Takes NULL as an input.</summary>
            AcceptsNull = 8192,

            /// <summary>May push NULL.</summary>
            PushesNull = 16384,

            /// <summary>Has an operand and does not ignore it.</summary>
            UsesOperand = 32768,
        }

        /// <summary>What can be asked of an instruction without reading its code.</summary>
        /// <param name="Name">Its name; several for several bytes.</param>
        /// <param name="Codes">Its bytes in hexadecimal.</param>
        /// <param name="Operand">How its operand is written.</param>
        /// <param name="LongForm">The instruction that does the same with any operand, or null.</param>
        /// <param name="Takes">The stack items it takes, bottom first.</param>
        /// <param name="Leaves">The stack items it leaves.</param>
        /// <param name="LeavesOnJump">The stack items it leaves when it jumps, where they differ; otherwise null.</param>
        /// <param name="Duplicates">Items it leaves more often than it takes them.</param>
        /// <param name="OwnsCache">Whether it owns an inline cache.</param>
        /// <param name="Whole">What its variants do together.</param>
        /// <param name="Variants">Its variants in the order they are tried, the generic one last.</param>
        /// <param name="Fusions">What the result of each of its names may go straight into.</param>
        /// <param name="Meaning">One line.</param>
        internal sealed record InstructionProperties(
            string Name, string Codes, string Operand, string? LongForm, string Takes, string Leaves, string? LeavesOnJump, string Duplicates,
            bool OwnsCache, BehaviourProperties Whole, VariantProperties[] Variants, FusionProperties[] Fusions, string Meaning)
        {
        """;

    public static OutputFile Write(Table table, IReadOnlyList<BoundInstruction> instructions)
    {
        var writer = new CodeWriter();
        writer.Line(Header.Text);
        writer.Line("namespace Krait.Instructions;");
        writer.Line();
        writer.Lines(Records.Split('\n'));
        writer.Lines(Declarations.Split('\n'));
        writer.Indent();
        writer.Line("/// <summary>All instructions in the order of the table.</summary>");
        writer.Line("public static InstructionProperties[] All() =>");
        writer.Line("[");
        writer.Indent();
        foreach (var instruction in instructions)
            WriteInstruction(writer, table, instruction);
        writer.Outdent();
        writer.Line("];");
        writer.Close();
        return new OutputFile("src/Krait/Instructions/InstructionProperties.g.cs", writer.ToString());
    }

    private static void WriteInstruction(CodeWriter writer, Table table, BoundInstruction instruction)
    {
        var syntax = instruction.Syntax;
        writer.Line($"new({string.Join(", ", Facts(syntax))},");
        writer.Indent();
        writer.Line($"{Of(Behaviour.Of(instruction))},");
        writer.Line("[");
        foreach (var variant in instruction.Variants)
            writer.Line($"    new({Quote(variant.Name)}, {Bool(variant.Syntax.IsCold)}, {List(EffectText.Guards(variant))}, {List(EffectText.Actions(variant))}, {Of(Behaviour.Of(syntax, variant))}),");
        writer.Line("],");
        var fusions = EffectText.Fusions(table, syntax).Select(fusion => $"new({Quote(fusion.First)}, {Quote(fusion.Second)}, {fusion.Frequency})");
        writer.Line($"[{string.Join(", ", fusions)}],");
        writer.Line($"{Quote(syntax.Meaning)}),");
        writer.Outdent();
    }

    private static IEnumerable<string> Facts(Instruction syntax) =>
    [
        Quote(string.Join(' ', syntax.Names)),
        Quote(EffectText.Codes(syntax)),
        Quote(EffectText.Operand(syntax)),
        syntax.LongForm is null ? "null" : Quote(syntax.LongForm),
        Quote(EffectText.Of(syntax.Effect.Inputs)),
        Quote(EffectText.Of(syntax.Effect.Outputs)),
        syntax.Effect.Taken is { } taken ? Quote(EffectText.Of(taken)) : "null",
        Quote(string.Join(' ', Behaviour.Duplicated(syntax.Effect))),
        Bool(syntax.OwnsCache),
    ];

    private static string Of(Behaviour behaviour)
    {
        var traits = TraitNames.Where(behaviour.Has).Select(trait => "Traits." + trait).ToList();
        return $"new({(traits.Count == 0 ? "Traits.None" : string.Join(" | ", traits))}, {Words(behaviour.Reads)}, {Words(behaviour.Writes)}, "
            + $"{Words(behaviour.UnboxedInputs)}, {Words(behaviour.UnboxedOutputs)})";
    }

    /// <summary>The traits in the order in which they are told.</summary>
    private static readonly string[] TraitNames =
    [
        "CanRaise", "CallsPython", "Allocates", "Polls", "PushesFrame", "PopsFrame", "Suspends", "JumpsForward", "JumpsBackward",
        "Branches", "NeverFallsThrough", "SetsUpBlock", "OnlyMoves", "AcceptsNull", "PushesNull", "UsesOperand",
    ];

    private static string Words(IEnumerable<string> words) => Quote(string.Join(' ', words));

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Quote(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
