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
        string[] strings = ["name", "meaning", "operand"];
        string[] lists =
        [
            "codes", "takes", "leaves", "leavesOnJump", "keeps", "swaps", "duplicates", "clobbers", "reads", "writes",
            "unboxedInputs", "unboxedOutputs", "specialisations", "fusesWith",
        ];
        string[] truths =
        [
            "internal", "canRaise", "callsPython", "allocates", "polls", "pushesFrame", "popsFrame", "suspends", "jumpsForward",
            "jumpsBackward", "branches", "neverFallsThrough", "setsUpBlock", "onlyMoves", "acceptsUnbound", "pushesUnbound", "ownsCache",
        ];
        Assert.All(Json(), instruction =>
        {
            string[] asked = [.. strings, .. lists, .. truths];
            Assert.Equal(asked.Order(), instruction.EnumerateObject().Select(property => property.Name).Order());
            Assert.All(strings, key => Assert.NotEmpty(instruction.GetProperty(key).GetString()!));
            Assert.All(lists, key => Assert.True(instruction.GetProperty(key).ValueKind is JsonValueKind.Array or JsonValueKind.Null));
            Assert.All(truths, key => Assert.True(instruction.GetProperty(key).ValueKind is JsonValueKind.True or JsonValueKind.False));
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
        Assert.Equal(["POP_JUMP_IF_TRUE", "POP_JUMP_IF_FALSE"], Words(Find("BINARY_OP_LESS"), "fusesWith"));
        Assert.True(Find("LOAD_ATTR").GetProperty("ownsCache").GetBoolean());
        Assert.True(Find("YIELD_VALUE").GetProperty("suspends").GetBoolean());
        Assert.True(Find("EXIT").GetProperty("internal").GetBoolean());
        Assert.Equal(64, Find("LOAD_CONST_SMALL_INT_MULTI").GetProperty("codes").GetArrayLength());
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
