using System.Text.Json;
using Krait.Cli;
using Krait.Instructions;

namespace Krait.Tests.Cli;

/// <summary>krait explain --instructions</summary>
public class ExplainTests
{
    private static List<JsonElement> Json()
    {
        using var output = new MemoryStream();
        ExplainCommand.WriteJson(output);
        return [.. JsonDocument.Parse(output.ToArray()).RootElement.EnumerateArray()];
    }

    private static JsonElement Find(string name) => Json().Single(instruction => instruction.GetProperty("name").GetString() == name);

    private static string[] Words(JsonElement instruction, string key) =>
        [.. instruction.GetProperty(key).EnumerateArray().Select(item => item.GetString()!)];

    [Fact]
    public void Every_opcode_is_listed_once_under_its_name()
    {
        var listed = Json().SelectMany(
            instruction => instruction.GetProperty("codes").EnumerateArray(),
            (instruction, code) => (Code: code.GetInt32(), Name: instruction.GetProperty("name").GetString()!)).ToArray();
        var known = Enumerable.Range(0, 256).Where(code => InstructionTable.Format((byte)code) != OperandFormat.Invalid);
        Assert.Equal(known, listed.Select(entry => entry.Code).Order());
        Assert.All(listed, entry => Assert.Equal(InstructionTable.Name((byte)entry.Code), entry.Name));
    }

    [Fact]
    public void Every_instruction_answers_the_same_questions()
    {
        string[] touches = ["reads", "writes", "unboxedInputs", "unboxedOutputs"];
        string[] deeds =
        [
            "canRaise", "callsPython", "allocates", "polls", "pushesFrame", "popsFrame", "suspends", "jumpsForward", "jumpsBackward",
            "branches", "neverFallsThrough", "setsUpBlock", "onlyMoves", "usesOperand",
        ];
        string[] instruction =
        [
            "name", "meaning", "codes", "operand", "shortFormOf", "takes", "leaves", "leavesOnJump", "keeps", "swaps", "duplicates",
            "clobbers", "internal", "acceptsUnbound", "pushesUnbound", "ownsCache", "variants", "fusesWith", .. touches, .. deeds,
        ];
        string[] variant = ["name", "cold", "guards", "actions", .. touches, .. deeds];
        Assert.All(Json(), facts =>
        {
            Assert.Equal(instruction.Order(), facts.EnumerateObject().Select(property => property.Name).Order());
            Assert.NotEmpty(facts.GetProperty("meaning").GetString()!);
            Assert.All(facts.GetProperty("variants").EnumerateArray(),
                way => Assert.Equal(variant.Order(), way.EnumerateObject().Select(property => property.Name).Order()));
            Assert.Equal("generic", facts.GetProperty("variants").EnumerateArray().Last().GetProperty("name").GetString());
            foreach (var deed in deeds.Except(["neverFallsThrough", "onlyMoves", "branches"]))
                Assert.Equal(facts.GetProperty(deed).GetBoolean(), facts.GetProperty("variants").EnumerateArray().Any(way => way.GetProperty(deed).GetBoolean()));
        });
    }

    [Fact]
    public void Answers_are_those_of_the_definition()
    {
        Assert.Equal(["a?", "b?"], Words(Find("ROT_TWO"), "swaps"));
        Assert.Equal(["a"], Words(Find("DUP_TOP"), "duplicates"));
        Assert.Equal(["module"], Words(Find("IMPORT_FROM"), "keeps"));
        Assert.Equal(["left", "right"], Words(Find("BINARY_OP_INPLACE_ADD"), "clobbers"));
        Assert.Equal(["value"], Words(Find("JUMP_IF_TRUE_OR_POP"), "leavesOnJump"));
        Assert.Equal(["POP_JUMP_IF_TRUE", "POP_JUMP_IF_FALSE"], Find("BINARY_OP_LESS").GetProperty("fusesWith").EnumerateArray().Select(pair => pair.GetProperty("name").GetString()!));
        Assert.True(Find("LOAD_ATTR").GetProperty("ownsCache").GetBoolean());
        Assert.True(Find("YIELD_VALUE").GetProperty("suspends").GetBoolean());
        Assert.True(Find("EXIT").GetProperty("internal").GetBoolean());
        Assert.Equal(64, Find("LOAD_CONST_SMALL_INT_MULTI").GetProperty("codes").GetArrayLength());
    }

    [Theory]
    [InlineData("CALL_FUNCTION", "polls", true)]
    [InlineData("CALL_METHOD", "polls", true)]
    [InlineData("JUMP", "polls", true)]
    [InlineData("JUMP", "canRaise", true)]
    [InlineData("END_FINALLY", "jumpsBackward", true)]
    [InlineData("FOR_ITER", "jumpsBackward", false)]
    [InlineData("LOAD_FAST_N", "polls", false)]
    [InlineData("BUILD_MAP", "usesOperand", false)]
    [InlineData("BUILD_LIST", "usesOperand", true)]
    [InlineData("POP_TOP", "onlyMoves", true)]
    public void An_instruction_does_or_does_not(string name, string deed, bool expected) =>
        Assert.Equal(expected, Find(name).GetProperty(deed).GetBoolean());

    [Theory]
    [InlineData("LOAD_SUBSCR", "ints", "IsIntList(object) IsInt(index) InRange(object, index)", "Items Lists", "", "Int", "Int")]
    [InlineData("STORE_SUBSCR", "ints", "IsIntList(object) IsInt(index) InRange(object, index) IsInt(value)", "Lists", "Items", "Int", "")]
    [InlineData("STORE_GLOBAL", "known", "HasKeys(frame, cache)", "Names", "Globals", "", "")]
    [InlineData("STORE_GLOBAL", "generic", "", "Names", "Globals Names", "", "")]
    [InlineData("STORE_NAME", "dict", "HasPlainNames(frame)", "Names", "Globals Names", "", "")]
    [InlineData("STORE_NAME", "generic", "", "Anything", "Anything", "", "")]
    [InlineData("LOAD_ATTR", "instance", "IsInstance(object) HasShape(object, cache)", "Shapes Slots", "", "", "")]
    [InlineData("FOR_ITER", "range", "IsRangeIterator(iterator) RangeHasNext(iterator)", "Iterators", "Iterators", "", "Int")]
    [InlineData("BINARY_OP_LESS", "float_int", "IsFloat(left) IsInt(right)", "", "", "Float Int", "Bool")]
    [InlineData("UNARY_OP_POSITIVE", "float", "IsFloat(value)", "", "", "", "Float")]
    public void A_variant_tells_its_guards_its_memory_and_what_is_unboxed(
        string name, string variant, string guards, string reads, string writes, string unboxedInputs, string unboxedOutputs)
    {
        var facts = Find(name).GetProperty("variants").EnumerateArray().Single(way => way.GetProperty("name").GetString() == variant);
        Assert.Equal((guards, reads, writes, unboxedInputs, unboxedOutputs), (string.Join(' ', Words(facts, "guards")), string.Join(' ', Words(facts, "reads")),
            string.Join(' ', Words(facts, "writes")), string.Join(' ', Words(facts, "unboxedInputs")), string.Join(' ', Words(facts, "unboxedOutputs"))));
    }

    [Fact]
    public void The_table_has_one_plain_line_for_each_instruction()
    {
        using var output = new StringWriter();
        ExplainCommand.WriteTable(output, isFile: true);
        var text = output.ToString();
        Assert.DoesNotContain('\u001b', text);
        var lines = text.Split('\n');
        Assert.All(InstructionSet.All(), facts => Assert.Single(lines, line => line.StartsWith($"| {facts.Name} ", StringComparison.Ordinal)));
    }
}
