using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes the table of properties that tools print.</summary>
internal static class PropertiesOutput
{
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

            /// <summary>Looks at the poll word when it jumps backward.</summary>
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
        }

        /// <summary>What can be asked of an instruction without reading its code.</summary>
        /// <param name="Name">Its name.</param>
        /// <param name="Codes">Its bytes in hexadecimal.</param>
        /// <param name="Operand">How its operand is written.</param>
        /// <param name="Takes">The stack items it takes, bottom first.</param>
        /// <param name="Leaves">The stack items it leaves.</param>
        /// <param name="LeavesOnJump">The stack items it leaves when it jumps, where they differ; otherwise null.</param>
        /// <param name="Duplicates">Items it leaves more often than it takes them.</param>
        /// <param name="Traits">What it does and does not do.</param>
        /// <param name="Reads">Classes of memory it reads.</param>
        /// <param name="Writes">Classes of memory it writes.</param>
        /// <param name="UnboxedInputs">Kinds that some variant takes unboxed.</param>
        /// <param name="UnboxedOutputs">Kinds that some variant leaves unboxed.</param>
        /// <param name="OwnsCache">Whether it owns an inline cache.</param>
        /// <param name="Variants">Its specialisations in the order they are tried.</param>
        /// <param name="FusesWith">What its result may go straight into.</param>
        /// <param name="Meaning">One line.</param>
        internal sealed record InstructionProperties(
            string Name, string Codes, string Operand, string Takes, string Leaves, string? LeavesOnJump, string Duplicates, Traits Traits,
            string Reads, string Writes, string UnboxedInputs, string UnboxedOutputs, bool OwnsCache, string Variants, string FusesWith,
            string Meaning)
        {
        """;

    public static OutputFile Write(Table table, IReadOnlyList<BoundInstruction> instructions)
    {
        var writer = new CodeWriter();
        writer.Line(Header.Text);
        writer.Line("namespace Krait.Instructions;");
        writer.Line();
        writer.Lines(Declarations.Split('\n'));
        writer.Indent();
        writer.Line("/// <summary>All instructions in the order of the table.</summary>");
        writer.Line("public static InstructionProperties[] All() =>");
        writer.Line("[");
        writer.Indent();
        foreach (var instruction in instructions)
            writer.Line($"new({string.Join(", ", Fields(table, instruction))}),");
        writer.Outdent();
        writer.Line("];");
        writer.Close();
        return new OutputFile("src/Krait/Instructions/InstructionProperties.g.cs", writer.ToString());
    }

    private static IEnumerable<string> Fields(Table table, BoundInstruction instruction)
    {
        var syntax = instruction.Syntax;
        var properties = InstructionProperties.Of(instruction);
        var traits = string.Join(" | ", properties.Traits.Select(trait => "Traits." + trait));
        return
        [
            Quote(string.Join(' ', syntax.Names)),
            Quote(EffectText.Codes(syntax)),
            Quote(EffectText.Operand(syntax)),
            Quote(EffectText.Of(syntax.Effect.Inputs)),
            Quote(EffectText.Of(syntax.Effect.Outputs)),
            syntax.Effect.Taken is { } taken ? Quote(EffectText.Of(taken)) : "null",
            Quote(string.Join(' ', properties.Duplicated)),
            traits.Length > 0 ? traits : "Traits.None",
            Quote(string.Join(' ', properties.Reads)),
            Quote(string.Join(' ', properties.Writes)),
            Quote(string.Join(' ', properties.UnboxedInputs)),
            Quote(string.Join(' ', properties.UnboxedOutputs)),
            syntax.OwnsCache ? "true" : "false",
            Quote(string.Join(' ', instruction.Variants.SkipLast(1).Select(variant => variant.Name))),
            Quote(string.Join(' ', EffectText.FusedWith(table, syntax))),
            Quote(syntax.Meaning),
        ];
    }

    private static string Quote(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
