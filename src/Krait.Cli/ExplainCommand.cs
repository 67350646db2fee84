using System.Globalization;
using System.Text;
using System.Text.Json;
using Krait.Instructions;
using Spectre.Console;

namespace Krait.Cli;

/// <summary>krait explain</summary>
internal static class ExplainCommand
{
    /// <summary>Columns of a table that goes into a file or a pipe: nothing is wrapped there.</summary>
    private const int UnlimitedWidth = 4000;

    /// <summary>What is true or false of an instruction as of a variant: its key in JSON, its word in the table.</summary>
    private static readonly (string Key, string Word, Func<BehaviourFacts, bool> Answer)[] Deeds =
    [
        ("canRaise", "raises", facts => facts.CanRaise),
        ("callsPython", "python", facts => facts.CallsPython),
        ("allocates", "allocates", facts => facts.Allocates),
        ("polls", "polls", facts => facts.Polls),
        ("pushesFrame", "push-frame", facts => facts.PushesFrame),
        ("popsFrame", "pop-frame", facts => facts.PopsFrame),
        ("suspends", "suspends", facts => facts.Suspends),
        ("jumpsForward", "forward", facts => facts.JumpsForward),
        ("jumpsBackward", "backward", facts => facts.JumpsBackward),
        ("branches", "branches", facts => facts.Branches),
        ("neverFallsThrough", "ends", facts => facts.NeverFallsThrough),
        ("setsUpBlock", "block", facts => facts.SetsUpBlock),
        ("onlyMoves", "moves", facts => facts.OnlyMoves),
        ("usesOperand", "operand", facts => facts.UsesOperand),
    ];

    /// <summary>What is true or false of an instruction alone.</summary>
    private static readonly (string Key, string Word, Func<InstructionFacts, bool> Answer)[] Questions =
    [
        ("internal", "internal", facts => facts.IsInternal),
        ("acceptsUnbound", "unbound-in", facts => facts.AcceptsUnbound),
        ("pushesUnbound", "unbound-out", facts => facts.PushesUnbound),
        ("ownsCache", "cache", facts => facts.OwnsCache),
    ];

    /// <summary>What is a list: its key in JSON.</summary>
    private static readonly (string Key, Func<InstructionFacts, IReadOnlyList<string>?> Answer)[] Lists =
    [
        ("takes", facts => facts.Takes),
        ("leaves", facts => facts.Leaves),
        ("leavesOnJump", facts => facts.LeavesOnJump),
        ("keeps", facts => facts.Keeps),
        ("swaps", facts => facts.Swaps),
        ("duplicates", facts => facts.Duplicates),
        ("clobbers", facts => facts.Clobbers),
    ];

    /// <summary>What is a list of an instruction as of a variant.</summary>
    private static readonly (string Key, Func<BehaviourFacts, IReadOnlyList<string>> Answer)[] Touches =
    [
        ("reads", facts => facts.Reads),
        ("writes", facts => facts.Writes),
        ("unboxedInputs", facts => facts.UnboxedInputs),
        ("unboxedOutputs", facts => facts.UnboxedOutputs),
    ];

    /// <summary>The property table of the instruction set.</summary>
    public static int Instructions(bool json)
    {
        if (json)
        {
            using var output = new MemoryStream();
            WriteJson(output);
            return StandardOutput.Write(output.GetBuffer().AsSpan(0, (int)output.Length));
        }
        if (Console.IsOutputRedirected)
        {
            using var output = new StringWriter();
            WriteTable(output, isFile: true);
            return StandardOutput.Write(output.ToString());
        }
        WriteTable(Console.Out, isFile: false);
        return ExitCodes.Fine;
    }

    internal static void WriteJson(Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        writer.WriteStartArray();
        foreach (var facts in InstructionSet.All())
        {
            writer.WriteStartObject();
            writer.WriteString("name", facts.Name);
            writer.WriteString("meaning", facts.Meaning);
            writer.WriteStartArray("codes");
            foreach (var code in facts.Codes)
                writer.WriteNumberValue(code);
            writer.WriteEndArray();
            writer.WriteString("operand", facts.Operand);
            writer.WriteString("shortFormOf", facts.ShortFormOf);
            foreach (var (key, answer) in Lists)
                WriteList(writer, key, answer(facts));
            foreach (var (key, _, answer) in Questions)
                writer.WriteBoolean(key, answer(facts));
            WriteBehaviour(writer, facts);
            writer.WriteStartArray("variants");
            foreach (var variant in facts.Variants)
                WriteVariant(writer, variant);
            writer.WriteEndArray();
            writer.WriteStartArray("fusesWith");
            foreach (var fusion in facts.FusesWith)
            {
                writer.WriteStartObject();
                writer.WriteString("name", fusion.Second);
                writer.WriteNumber("per100000", fusion.Frequency);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteVariant(Utf8JsonWriter writer, VariantFacts variant)
    {
        writer.WriteStartObject();
        writer.WriteString("name", variant.Name);
        writer.WriteBoolean("cold", variant.IsCold);
        WriteList(writer, "guards", variant.Guards);
        WriteList(writer, "actions", variant.Actions);
        WriteBehaviour(writer, variant);
        writer.WriteEndObject();
    }

    private static void WriteBehaviour(Utf8JsonWriter writer, BehaviourFacts facts)
    {
        foreach (var (key, answer) in Touches)
            WriteList(writer, key, answer(facts));
        foreach (var (key, _, answer) in Deeds)
            writer.WriteBoolean(key, answer(facts));
    }

    private static void WriteList(Utf8JsonWriter writer, string key, IReadOnlyList<string>? items)
    {
        if (items is null)
        {
            writer.WriteNull(key);
            return;
        }
        writer.WriteStartArray(key);
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    /// <param name="output">Where it goes.</param>
    /// <param name="isFile">Whether that is a file or a pipe: neither colours nor wrapped lines.</param>
    internal static void WriteTable(TextWriter output, bool isFile)
    {
        var isPlain = isFile || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        if (isFile)
            console.Profile.Width = UnlimitedWidth;
        // Plain ASCII: a table in a file is for grep, too.
        var table = new Table { Border = TableBorder.Ascii2 };
        table.AddColumns("instruction", "bytes", "operand", "takes", "leaves", "moves", "does", "reads", "writes", "unboxed", "fast paths", "fuses with", "meaning");
        foreach (var facts in InstructionSet.All())
            table.AddRow([.. Cells(facts).Select(cell => new Text(cell))]);
        console.Write(table);
    }

    private static IEnumerable<string> Cells(InstructionFacts facts)
    {
        yield return facts.Name;
        yield return Bytes(facts.Codes);
        yield return facts.Operand;
        yield return string.Join(' ', facts.Takes);
        yield return string.Join(' ', facts.Leaves) + (facts.LeavesOnJump is { } jump ? $" else ({string.Join(' ', jump)})" : "");
        yield return Moves(facts);
        yield return string.Join(' ', Questions.Where(question => question.Answer(facts)).Select(question => question.Word)
            .Concat(Deeds.Where(deed => deed.Answer(facts)).Select(deed => deed.Word)));
        yield return string.Join(' ', facts.Reads);
        yield return string.Join(' ', facts.Writes);
        yield return facts.UnboxedInputs.Count + facts.UnboxedOutputs.Count == 0
            ? ""
            : $"{string.Join(' ', facts.UnboxedInputs)} -> {string.Join(' ', facts.UnboxedOutputs)}".Trim();
        yield return string.Join("; ", facts.Variants.SkipLast(1).Select(variant =>
            $"{variant.Name}: {string.Join(" & ", variant.Guards)}{(variant.IsCold ? " (cold)" : "")}"));
        yield return string.Join(' ', facts.FusesWith.Select(fusion => string.Create(CultureInfo.InvariantCulture, $"{fusion.Second}:{fusion.Frequency}")));
        yield return facts.Meaning;
    }

    private static string Bytes(IReadOnlyList<byte> codes) => codes.Count == 1
        ? codes[0].ToString("x2", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{codes[0]:x2}..{codes[^1]:x2}");

    private static string Moves(InstructionFacts facts)
    {
        var text = new StringBuilder();
        foreach (var (word, items) in ((string, IReadOnlyList<string>)[])[("keeps", facts.Keeps), ("swaps", facts.Swaps), ("doubles", facts.Duplicates)])
        {
            if (items.Count > 0)
                text.Append(text.Length > 0 ? ", " : "").Append(word).Append(' ').AppendJoin(' ', items);
        }
        return text.ToString();
    }
}
