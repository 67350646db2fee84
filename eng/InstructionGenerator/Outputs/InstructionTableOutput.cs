using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes the table that the verifier and the disassembler read: formats, names, stack effects by slot kind, and
/// what an instruction does to control.</summary>
internal static partial class InstructionTableOutput
{
    private static readonly string[] Kinds = ["value", "maybe", "null", "none", "cell", "iterator", "exit", "token"];

    private static readonly Dictionary<string, int> Counts = new()
    {
        ["1"] = 0,
        ["2"] = 1,
        ["4"] = 2,
        ["operand"] = 3,
        ["extra"] = 4,
        ["call"] = 5,
        ["comprehension"] = 6,
        ["unpack"] = 7,
    };

    /// <summary>As an entry of an output, one more than this and the number of an input: the input itself.</summary>
    private const int SameAsInput = 8;

    public static OutputFile Write(IReadOnlyList<BoundInstruction> instructions)
    {
        var byCode = new BoundInstruction?[256];
        foreach (var instruction in instructions)
            foreach (var code in instruction.Syntax.Codes)
                byCode[code] = instruction;

        var lists = new EffectLists();
        var writer = new CodeWriter();
        writer.Line(Header.Text);
        writer.Line("namespace Krait.Instructions;");
        writer.Line();
        writer.Lines(Declarations.Split('\n'));
        writer.Line();
        writer.Indent();
        WriteNames(writer, instructions);
        writer.Line();
        WriteShortForms(writer, instructions);
        writer.Line();
        writer.Line("private static ReadOnlySpan<byte> List(int at) => Lists.Slice(at + 1, Lists[at]);");
        WriteBytes(writer, "By opcode: format, and whether an extra byte follows.", "Formats", byCode.Select(FormatOf));
        WriteBytes(writer, "By opcode: the operand within the opcode, as a signed byte.", "Implied",
            byCode.Select((instruction, code) => instruction is { Syntax.IsRange: true } ? (byte)(sbyte)instruction.Syntax.OperandOf(code) : (byte)0));
        WriteBytes(writer, "By opcode: <see cref=\"InstructionFlags\"/>.", "Properties",
            byCode.Select(instruction => instruction is null ? (byte)0 : (byte)FlagsOf(instruction)));
        WriteBytes(writer, "By opcode: where its effect begins in <see cref=\"Lists\"/>.", "Effects",
            [.. byCode.Select(instruction => lists.Add(instruction?.Syntax.Effect))]);
        WriteNumbers(writer, "By opcode: <see cref=\"PlainEffect\"/>.", "ushort", "PlainEffects", byCode.Select(PlainEffectOf));
        WriteBytes(writer, "Inputs, outputs, outputs on a jump: each a length and its entries.", "Lists", lists.Bytes);
        writer.Close();
        return new OutputFile("src/Krait/Instructions/InstructionTable.g.cs", writer.ToString());
    }

    private static void WriteNames(CodeWriter writer, IReadOnlyList<BoundInstruction> instructions)
    {
        writer.Line("/// <summary>The name of the instruction.</summary>");
        writer.Open("public static string Name(byte opcode) => opcode switch");
        var names = new SortedDictionary<int, string>();
        foreach (var syntax in instructions.Select(instruction => instruction.Syntax))
            if (syntax.IsRange)
                names[syntax.Codes[0]] = $">= 0x{syntax.Codes[0]:x2} and <= 0x{syntax.Codes[^1]:x2} => \"{syntax.Name}\",";
            else
                foreach (var code in syntax.Codes)
                    names[code] = $"0x{code:x2} => \"{syntax.NameOf(code)}\",";
        writer.Lines(names.Values);
        writer.Line("_ => \"INVALID\",");
        writer.Close("};");
    }

    private static void WriteShortForms(CodeWriter writer, IReadOnlyList<BoundInstruction> instructions)
    {
        writer.Line("/// <summary>The byte that does the same and carries the operand itself; the opcode where there is none.</summary>");
        writer.Open("public static byte Shortest(byte opcode, long operand) => (opcode, operand) switch");
        foreach (var syntax in instructions.Select(instruction => instruction.Syntax).Where(syntax => syntax.LongForm is not null))
        {
            var longForm = instructions.Select(instruction => instruction.Syntax).Single(candidate => candidate.Names.Contains(syntax.LongForm!));
            var range = $">= {syntax.OperandOf(syntax.Codes[0])} and <= {syntax.OperandOf(syntax.Codes[^1])}";
            writer.Line($"(0x{longForm.Codes[0]:x2}, {range}) => (byte)(operand + {syntax.Codes[0] - syntax.Bias}),");
        }
        writer.Line("_ => opcode,");
        writer.Close("};");
    }

    private static void WriteBytes(CodeWriter writer, string summary, string name, IEnumerable<byte> bytes) =>
        WriteNumbers(writer, summary, "byte", name, bytes.Select(value => (int)value));

    private static void WriteNumbers(CodeWriter writer, string summary, string type, string name, IEnumerable<int> numbers)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"private static ReadOnlySpan<{type}> {name} =>");
        writer.Line("[");
        foreach (var row in numbers.Chunk(32))
            writer.Line("    " + string.Join(", ", row) + ",");
        writer.Line("];");
    }

    private static byte FormatOf(BoundInstruction? instruction)
    {
        if (instruction is null)
            return 0;
        var format = instruction.Syntax.Format switch
        {
            OperandFormat.None => 1,
            OperandFormat.Opcode => 2,
            OperandFormat.Qstr => 3,
            OperandFormat.Uint => 4,
            OperandFormat.Sint => 5,
            OperandFormat.Jump => 6,
            _ => 7,
        };
        return (byte)(format | (instruction.Syntax.HasExtraByte ? 0x80 : 0));
    }

    private static int FlagsOf(BoundInstruction instruction)
    {
        var behaviour = Behaviour.Of(instruction);
        return (behaviour.Has("CanRaise") ? 1 : 0)
            | (instruction.Syntax.Format is OperandFormat.Jump or OperandFormat.Forward ? 2 : 0)
            | (behaviour.Has("NeverFallsThrough") ? 4 : 0)
            | (behaviour.Has("SetsUpBlock") ? 8 : 0)
            | (behaviour.Has("Suspends") ? 16 : 0)
            | (instruction.Syntax.OwnsCache ? 32 : 0)
            | (instruction.Syntax.IsInternal ? 64 : 0);
    }

    /// <summary>The number behind PlainEffect; 0 when the instruction jumps, ends, suspends, has an operand that is no qstr,
    /// or moves anything but single values.</summary>
    private static int PlainEffectOf(BoundInstruction? instruction)
    {
        if (instruction is null || FlagsOf(instruction) is var flags && (flags & ~(1 | 32)) != 0
            || instruction.Syntax.Format is not (OperandFormat.None or OperandFormat.Opcode or OperandFormat.Qstr) || instruction.Syntax.HasExtraByte)
            return 0;
        var effect = instruction.Syntax.Effect;
        var inputs = effect.Inputs.Select((item, index) => item is { Kind: "value", Count.Text: "1" } && (index == 0 || !item.MayBeNull));
        var outputs = effect.Outputs.Select(item => item is { Kind: "value" or "null" or "none", Count.Text: "1" }
            && effect.Inputs.All(input => input.Name != item.Name));
        if (effect.Inputs.Count > 3 || effect.Outputs.Count > 2 || !inputs.Concat(outputs).All(fits => fits))
            return 0;
        var left = effect.Outputs.Select(item => Array.IndexOf(Kinds, item.MayBeNull ? "maybe" : item.Kind)).ToArray();
        return 0x1000
            | effect.Inputs.Count
            | left.Length << 2
            | left.ElementAtOrDefault(0) << 4
            | left.ElementAtOrDefault(1) << 7
            | (effect.Inputs.Any(item => item.MayBeNull) ? 0x400 : 0);
    }

    /// <summary>The lists of all effects one after the other, each different one once.</summary>
    private sealed class EffectLists
    {
        private readonly Dictionary<string, byte> starts = [];

        public List<byte> Bytes { get; } = [];

        public byte Add(StackEffect? effect)
        {
            effect ??= new StackEffect([], [], null);
            byte[] bytes =
            [
                .. List(effect.Inputs, effect), .. List(effect.Outputs, effect, isOutput: true), .. List(effect.Taken ?? effect.Outputs, effect, isOutput: true),
            ];
            var key = Convert.ToHexString(bytes);
            if (starts.TryGetValue(key, out var start))
                return start;
            starts[key] = start = checked((byte)Bytes.Count);
            Bytes.AddRange(bytes);
            return start;
        }

        private static byte[] List(IReadOnlyList<StackItem> items, StackEffect effect, bool isOutput = false) =>
            [(byte)items.Count, .. items.Select(item => Entry(item, effect, isOutput))];

        private static byte Entry(StackItem item, StackEffect effect, bool isOutput)
        {
            var input = effect.Inputs.ToList().FindIndex(candidate => candidate.Name == item.Name);
            var kind = isOutput && input >= 0 && item.Kind == "value"
                ? SameAsInput + input
                : Array.IndexOf(Kinds, item.Kind == "value" && item.MayBeNull ? "maybe" : item.Kind);
            if (kind < 0)
                throw new InvalidOperationException($"{item.Kind} is no kind of a stack slot");
            return (byte)(kind | (Counts[item.Count.Name ?? item.Count.Text] << 4));
        }
    }
}
