using System.Globalization;
using System.Text.RegularExpressions;

namespace Krait.InstructionGenerator.Definition;

/// <summary>Reads <c>opcodes.def</c>. Its header is the grammar.</summary>
internal sealed partial class TableParser
{
    private readonly string file;
    private readonly string[] lines;
    private readonly List<Instruction> instructions = [];
    private readonly List<Fusion> fusions = [];
    private int at;

    private TableParser(string file, string text)
    {
        this.file = file;
        lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    public static Table Parse(string file, string text) => new TableParser(file, text).Parse();

    private Table Parse()
    {
        for (at = 0; at < lines.Length; at++)
        {
            if (IsBlank(lines[at]))
                continue;
            if (lines[at].StartsWith("each ", StringComparison.Ordinal))
                ParseEach();
            else if (lines[at].StartsWith("fuse ", StringComparison.Ordinal))
                ParseFusion();
            else
                ParseInstruction([]);
        }
        return new Table(instructions, fusions);
    }

    private static bool IsBlank(string line) => line.Length == 0 || line[0] == '#';

    private DefinitionError Error(string message) => new(file, at + 1, message);

    private static string[] List(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private void ParseEach()
    {
        var columns = List(lines[at]["each ".Length..]);
        var rows = new List<string[]>();
        while (++at < lines.Length && lines[at].StartsWith(' '))
        {
            var row = List(lines[at]);
            if (row.Length != columns.Length)
                throw Error($"a row of {row.Length} under {columns.Length} columns");
            rows.Add(row);
        }
        var definition = at;
        foreach (var row in rows)
        {
            at = definition;
            ParseInstruction([.. columns.Zip(row, (column, value) => ("{" + column + "}", value))]);
        }
    }

    private void ParseFusion()
    {
        var seconds = Words(lines[at]["fuse ".Length..]);
        while (at + 1 < lines.Length && lines[at + 1].StartsWith(' '))
        {
            at++;
            var row = Words(lines[at]);
            if (row.Length != seconds.Length + 1)
                throw Error($"{row.Length - 1} frequencies under {seconds.Length} instructions");
            for (var i = 0; i < seconds.Length; i++)
                fusions.Add(new Fusion(row[0], seconds[i],
                    int.TryParse(row[i + 1], CultureInfo.InvariantCulture, out var frequency) ? frequency : throw Error($"'{row[i + 1]}' is no frequency"), at + 1));
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void ParseInstruction((string Name, string Value)[] substitutions)
    {
        string Line() => substitutions.Aggregate(lines[at], (line, s) => line.Replace(s.Name, s.Value, StringComparison.Ordinal));

        var header = HeaderPattern().Match(Line());
        if (!header.Success)
            throw Error("expected NAME = codes operand (inputs -- outputs)  meaning");
        var line = at + 1;
        var words = Words(header.Groups["encoding"].Value);
        var codes = new List<int>();
        var next = 0;
        while (next < words.Length && words[next].StartsWith("0x", StringComparison.Ordinal))
            codes.AddRange(Codes(words[next++]));
        if (next == words.Length)
            throw Error("the operand's format is missing");
        var operand = OperandPattern().Match(words[next++]);
        if (!operand.Success || !Enum.TryParse<OperandFormat>(operand.Groups["format"].Value, true, out var format))
            throw Error($"'{words[next - 1]}' is no operand format");
        var names = Words(header.Groups["names"].Value);
        if (names.Length != 1 && names.Length != codes.Count)
            throw Error($"{names.Length} names for {codes.Count} bytes");
        var flags = words[next..];
        string? longForm = null;
        if (flags is [.., "of", var name])
            (flags, longForm) = (flags[..^2], name);
        var unknown = flags.Except(["+byte", "cache", "replicate", "internal"]).FirstOrDefault();
        if (unknown is not null)
            throw Error($"'{unknown}' is no property of an instruction");

        var effect = new StackEffect(
            Items(header.Groups["inputs"].Value),
            Items(header.Groups["outputs"].Value),
            header.Groups["taken"].Success ? Items(header.Groups["taken"].Value.Replace("--", "", StringComparison.Ordinal)) : null);

        var variants = new List<Variant>();
        while (at + 1 < lines.Length && lines[at + 1].StartsWith(' '))
        {
            at++;
            variants.Add(ParseVariant(Line()));
        }
        instructions.Add(new Instruction(
            names, codes, format,
            operand.Groups["bias"].Success ? int.Parse(operand.Groups["bias"].Value, CultureInfo.InvariantCulture) : 0,
            flags.Contains("+byte"), flags.Contains("cache"), flags.Contains("replicate"), flags.Contains("internal"), longForm,
            effect, header.Groups["meaning"].Value, variants, line));
    }

    private static IEnumerable<int> Codes(string word)
    {
        var ends = word.Split("..");
        var first = Convert.ToInt32(ends[0], 16);
        return Enumerable.Range(first, Convert.ToInt32(ends[^1], 16) - first + 1);
    }

    private List<StackItem> Items(string text)
    {
        var items = new List<StackItem>();
        foreach (var word in Words(text))
        {
            var item = ItemPattern().Match(word);
            if (!item.Success)
                throw Error($"'{word}' is no stack item");
            var count = item.Groups["count"].Success ? Count.Parse(item.Groups["count"].Value) : Count.One;
            items.Add(new StackItem(
                item.Groups["name"].Value,
                item.Groups["null"].Success,
                item.Groups["kind"].Success ? item.Groups["kind"].Value : "value",
                count ?? throw Error($"'{item.Groups["count"].Value}' is no number of slots")));
        }
        return items;
    }

    private Variant ParseVariant(string line)
    {
        var match = VariantPattern().Match(line);
        if (!match.Success)
            throw Error("expected a variant: name  guards  =>  actions");
        var expressions = new ExpressionParser(match.Groups["guards"].Value, Error);
        var guards = expressions.Guards();
        var actions = new ExpressionParser(match.Groups["actions"].Value, Error).Actions();
        return new Variant(match.Groups["name"].Value, match.Groups["cold"].Success, guards, actions, at + 1);
    }

    [GeneratedRegex(@"^(?<names>[A-Z0-9_ ]+?) = (?<encoding>[^(]+?) \((?<inputs>.*?)--(?<outputs>.*?)\)( else \((?<taken>.*?)\))?(\s{2,}(?<meaning>.*))?$")]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"^(?<format>[a-z]+)(\[(?<bias>-?\d+)\])?$")]
    private static partial Regex OperandPattern();

    [GeneratedRegex(@"^(?<name>[a-z_]+)(?<null>\?)?(:(?<kind>[a-z]+))?(\[(?<count>\w+)\])?$")]
    private static partial Regex ItemPattern();

    [GeneratedRegex(@"^\s+(?<cold>cold\s+)?(?<name>[a-z_]+)(?<guards>\s.*?)=>(?<actions>.*)$")]
    private static partial Regex VariantPattern();
}
