using Krait.Core;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>One function for each rule that breaks just that rule, beside ones that keep it.</summary>
public class VerifierTests
{
    internal const string Return = "LOAD_CONST_NONE\nRETURN_VALUE\n";

    internal static ModuleImage Accepts(TestFunction function, params byte[][] objects)
    {
        Assert.True(MpyLoader.TryLoad(function.ToFile(objects), out var image, out var error), error?.ToString());
        return image!;
    }

    internal static ModuleImage Accepts(string code) => Accepts(new TestFunction(code));

    internal static void Rejects(string rule, TestFunction function, int? codeOffset = null)
    {
        var file = function.ToFile();
        Assert.False(MpyLoader.TryLoad(file, out _, out var error));
        Assert.Equal(rule, error!.Rule);
        Assert.InRange(error.Offset, 0, file.Length);
        if (codeOffset is { } offset)
            Assert.Equal(file.Length - MpyAssembler.Assemble(function.Code).Length + offset, error.Offset);
    }

    internal static void Rejects(string rule, string code, int? codeOffset = null) => Rejects(rule, new TestFunction(code), codeOffset);

    [Fact]
    public void Code_ends_with_a_return()
    {
        Rejects("code.end", "LOAD_CONST_NONE\nPOP_TOP", 1);
        Rejects("code.end", new TestFunction("") { Lines = [0] }, 0);
    }

    [Fact]
    public void Bytes_that_nothing_reaches_may_be_anything() => Accepts("LOAD_CONST_NONE\nRETURN_VALUE\n.bytes 00ff2a");

    [Theory]
    [InlineData("00")]
    [InlineData("1d")]
    [InlineData("60")]
    [InlineData("d4")]
    [InlineData("fa")]
    [InlineData("ff")]
    public void Unknown_opcodes_are_rejected(string opcode) => Rejects("opcode", $"LOAD_CONST_NONE\n.bytes {opcode}\n", 1);

    [Theory]
    [InlineData("23", "operand.end")]
    [InlineData("2380", "operand.end")]
    [InlineData("22", "operand.end")]
    [InlineData("22ff", "operand.end")]
    [InlineData("42", "operand.end")]
    [InlineData("4280", "operand.end")]
    [InlineData("2000", "operand.end")]
    [InlineData("24808080808000", "operand.size")]
    [InlineData("248880808000", "operand.size")]
    [InlineData("22c0808080808080808080807f", "operand.size")]
    [InlineData("2281808080808080808000", "operand.size")]
    public void Operands_are_whole_and_of_bounded_size(string bytes, string rule) => Rejects(rule, $".bytes {bytes}", 0);

    [Theory]
    [InlineData("LOAD_NAME 5", "operand.qstr")]
    [InlineData("LOAD_CONST_OBJ 0", "operand.object")]
    [InlineData("LOAD_FAST_N 20", "operand.local")]
    [InlineData("DELETE_FAST 20", "operand.local")]
    [InlineData("MAKE_FUNCTION 0", "make.child")]
    [InlineData("LOAD_NULL\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0", "make.child")]
    [InlineData("MAKE_CLOSURE 0, 0", "make.child")]
    [InlineData("BUILD_MAP 100", "operand.hint")]
    [InlineData("LOAD_CONST_NONE\nBUILD_SLICE 1", "operand.slice")]
    [InlineData("LOAD_CONST_NONE\nLOAD_CONST_NONE\nLOAD_CONST_NONE\nLOAD_CONST_NONE\nBUILD_SLICE 4", "operand.slice")]
    [InlineData("BUILD_LIST 0\nLOAD_CONST_NONE\nSTORE_COMP 7", "operand.container")]
    public void Operands_name_what_there_is(string code, string rule) => Rejects(rule, $"{code}\nPOP_TOP\n{Return}");

    [Fact]
    public void Constants_for_native_code_are_not_loaded()
    {
        var function = new TestFunction($"LOAD_CONST_OBJ 0\nPOP_TOP\n{Return}");
        Accepts(function, [[1]]);
        Assert.False(MpyLoader.TryLoad(function.ToFile([0]), out _, out var error));
        Assert.Equal("operand.object", error!.Rule);
    }

    [Theory]
    [InlineData("POP_TOP")]
    [InlineData("LOAD_CONST_NONE\nROT_TWO")]
    [InlineData("DUP_TOP")]
    [InlineData("LOAD_CONST_NONE\nDUP_TOP_TWO")]
    [InlineData("LOAD_CONST_NONE\nBINARY_OP_ADD")]
    [InlineData("BUILD_TUPLE 1")]
    [InlineData("LOAD_CONST_NONE\nCALL_FUNCTION 1")]
    [InlineData("LOAD_NAME 1\nCALL_METHOD 0")]
    public void The_stack_does_not_underflow(string code) => Rejects("stack.underflow", $"{code}\n{Return}");

    [Fact]
    public void The_stack_stays_within_the_prelude()
    {
        Accepts(new TestFunction("LOAD_CONST_NONE\nDUP_TOP\nDUP_TOP\nBUILD_TUPLE 3\nRETURN_VALUE") { State = 3 });
        Rejects("stack.overflow", new TestFunction("LOAD_CONST_NONE\nDUP_TOP\nDUP_TOP\nBUILD_TUPLE 3\nRETURN_VALUE") { State = 2 }, 2);
        Rejects("stack.overflow", "LOAD_CONST_NONE\nUNPACK_SEQUENCE 100000\nRETURN_VALUE");
        Rejects("stack.overflow", "LOAD_CONST_NONE\nUNPACK_EX 100000\nRETURN_VALUE");
        Rejects("prelude.state", new TestFunction("LOAD_CONST_NONE\nSTORE_FAST_MULTI 2\nLOAD_CONST_NONE\nRETURN_VALUE") { State = 3 });
    }

    [Theory]
    [InlineData("LOAD_NULL\nRETURN_VALUE")]
    [InlineData("LOAD_NULL\nSTORE_NAME 1\n" + Return)]
    [InlineData("LOAD_NULL\nSTORE_FAST_MULTI 0\n" + Return)]
    [InlineData("LOAD_NULL\nLOAD_ATTR 1\nRETURN_VALUE")]
    [InlineData("LOAD_NULL\nLOAD_CONST_NONE\nBINARY_OP_IS\nRETURN_VALUE")]
    [InlineData("LOAD_CONST_NONE\nLOAD_METHOD 1\nRETURN_VALUE")]
    [InlineData("LOAD_CONST_NONE\nLOAD_NULL\nSTORE_ATTR 1\n" + Return)]
    [InlineData("LOAD_NULL\nCALL_FUNCTION 0\nRETURN_VALUE")]
    [InlineData("LOAD_CONST_NONE\nLOAD_NULL\nCALL_FUNCTION 1\nRETURN_VALUE")]
    [InlineData("LOAD_NULL\nLOAD_CONST_NONE\nCALL_METHOD 0\nRETURN_VALUE")]
    [InlineData("LOAD_NULL\nGET_ITER\nRETURN_VALUE")]
    [InlineData("LOAD_NULL\nPOP_JUMP_IF_TRUE l\nl:\n" + Return)]
    [InlineData("LOAD_NULL\nRAISE_OBJ")]
    [InlineData("LOAD_CONST_NONE\nGET_ITER_STACK\nRETURN_VALUE")]
    [InlineData("LOAD_CONST_NONE\nGET_ITER_STACK\nDUP_TOP\n" + Return)]
    [InlineData("LOAD_CONST_NONE\nGET_ITER_STACK\nROT_TWO\n" + Return)]
    [InlineData("LOAD_CONST_NONE\nGET_ITER_STACK\nLOAD_CONST_NONE\nROT_TWO\n" + Return)]
    [InlineData("LOAD_CONST_NONE\nSETUP_WITH l\nPOP_TOP\nRETURN_VALUE\nl:\nWITH_CLEANUP\nEND_FINALLY\n" + Return, "block.floor")]
    [InlineData("SETUP_FINALLY l\nLOAD_CONST_NONE\nl:\nRETURN_VALUE")]
    [InlineData("SETUP_FINALLY l\nLOAD_CONST_NONE\nl:\nPOP_TOP\n" + Return)]
    public void Each_kind_of_slot_is_used_for_what_it_is(string code, string rule = "stack.kind") => Rejects(rule, code);

    [Fact]
    public void Null_is_accepted_where_it_means_delete_or_no_self()
    {
        Accepts($"LOAD_NAME 1\nLOAD_NULL\nROT_TWO\nSTORE_ATTR 1\n{Return}");
        Accepts($"LOAD_NAME 1\nLOAD_NAME 2\nLOAD_NULL\nROT_THREE\nSTORE_SUBSCR\n{Return}");
        Accepts("LOAD_NAME 1\nLOAD_NULL\nCALL_METHOD 0\nRETURN_VALUE");
    }

    [Fact]
    public void Jumps_stay_within_the_code()
    {
        Rejects("jump.range", ".bytes 427f\n" + Return, 0);
        Rejects("jump.range", ".bytes 4200\n" + Return, 0);
        Rejects("jump.range", ".bytes 487f\n" + Return, 0);
        Rejects("jump.range", $"LOAD_CONST_NONE\n.bytes 4503\nPOP_TOP\n{Return}");
    }

    [Fact]
    public void Instructions_do_not_overlap()
    {
        Rejects("jump.inside", ".bytes 423f5151", 0);
        Rejects("jump.inside", $"LOAD_CONST_NONE\n.bytes 4441\n.bytes 2251\n{Return}");
        Rejects("jump.inside", $"LOAD_CONST_NONE\n.bytes 2251\nPOP_TOP\nLOAD_CONST_NONE\n.bytes 433b\n{Return}");
    }

    [Fact]
    public void Stacks_agree_where_paths_meet()
    {
        Rejects("join.stack", $"LOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nLOAD_CONST_NONE\nl:\n{Return}");
        Rejects("join.stack", "l:\nLOAD_CONST_NONE\nJUMP l");
        Rejects("join.stack", "LOAD_NAME 1\nGET_ITER_STACK\nLOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nPOP_TOP\nPOP_TOP\nPOP_TOP\nPOP_TOP\n"
            + $"LOAD_CONST_NONE\nDUP_TOP\nDUP_TOP\nDUP_TOP\nl:\n{Return}");
        Accepts("LOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nLOAD_CONST_NONE\nJUMP e\nl:\nLOAD_NAME 2\ne:\nRETURN_VALUE");
    }

    [Fact]
    public void A_value_that_may_be_null_on_one_path_is_none() =>
        Rejects("stack.kind", "LOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nLOAD_NULL\nJUMP e\nl:\nLOAD_NAME 2\ne:\nRETURN_VALUE");

    [Fact]
    public void Blocks_agree_where_paths_meet()
    {
        Rejects("join.blocks", $"LOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nSETUP_EXCEPT h\nl:\n{Return}h:\n{Return}");
        Rejects("join.blocks", "LOAD_NAME 1\nPOP_JUMP_IF_FALSE l\nSETUP_EXCEPT h\nJUMP e\nl:\nSETUP_FINALLY h\ne:\n" + $"{Return}h:\n{Return}");
    }

    [Fact]
    public void Loops_keep_their_iterator_whole()
    {
        const string Loop = "LOAD_NAME 1\nGET_ITER_STACK\nnext:\nFOR_ITER end\nPOP_TOP\n";
        Accepts($"{Loop}JUMP next\nend:\n{Return}");
        Accepts($"{Loop}POP_TOP\nPOP_TOP\nPOP_TOP\nPOP_TOP\nJUMP end\nend:\n{Return}");
        Accepts($"{Loop}UNWIND_JUMP end, 128\nend:\n{Return}");
        Rejects("iterator", $"{Loop}POP_TOP\nPOP_TOP\nPOP_TOP\nLOAD_NULL\nend:\n{Return}");
        Rejects("iterator", $"LOAD_NAME 1\nDUP_TOP\nDUP_TOP\nDUP_TOP\nFOR_ITER l\nl:\n{Return}");
        Rejects("iterator", $"FOR_ITER l\nl:\n{Return}");
        Rejects("iterator", $"UNWIND_JUMP l, 128\nl:\n{Return}");
    }

    [Fact]
    public void A_generator_expression_puts_its_iterator_together_by_hand()
    {
        const string Loop = "next:\nFOR_ITER end\nPOP_TOP\nJUMP next\nend:\n" + Return;
        Accepts($"LOAD_NULL\nLOAD_NAME 1\nLOAD_NULL\nLOAD_NULL\n{Loop}");
        Rejects("iterator", $"LOAD_NAME 1\nLOAD_NAME 1\nLOAD_NULL\nLOAD_NULL\n{Loop}");
        Rejects("iterator", $"LOAD_NULL\nLOAD_NULL\nLOAD_NULL\nLOAD_NULL\n{Loop}");
        Rejects("iterator", $"LOAD_NULL\nLOAD_NAME 1\nLOAD_NULL\nLOAD_NAME 1\n{Loop}");
    }

    [Fact]
    public void Yield_is_for_generators()
    {
        var body = $"LOAD_CONST_NONE\nYIELD_VALUE\nPOP_TOP\n{Return}";
        Rejects("yield", body, 1);
        Accepts(Made(new TestFunction(body) { Flags = CodeFlags.Generator }, "MAKE_FUNCTION 0"));
        Rejects("yield", $"LOAD_NAME 1\nLOAD_CONST_NONE\nYIELD_FROM\nPOP_TOP\n{Return}");
    }

    [Fact]
    public void Calls_take_constant_keywords_and_stars()
    {
        Accepts("LOAD_NAME 1\nLOAD_CONST_STRING 1\nLOAD_CONST_NONE\nCALL_FUNCTION 256\nRETURN_VALUE");
        Rejects("call.keyword", "LOAD_NAME 1\nLOAD_NAME 1\nLOAD_CONST_NONE\nCALL_FUNCTION 256\nRETURN_VALUE");
        Rejects("call.keyword", "LOAD_NAME 1\nLOAD_NULL\nLOAD_CONST_NONE\nCALL_FUNCTION 256\nRETURN_VALUE");
        Accepts("LOAD_NAME 1\nLOAD_NULL\nLOAD_NAME 2\nLOAD_CONST_SMALL_INT 0\nCALL_FUNCTION_VAR_KW 256\nRETURN_VALUE");
        Accepts("LOAD_NAME 1\nLOAD_METHOD 1\nLOAD_NAME 2\nLOAD_CONST_SMALL_INT_MULTI 1\nCALL_METHOD_VAR_KW 1\nRETURN_VALUE");
        Rejects("call.stars", "LOAD_NAME 1\nLOAD_NAME 2\nLOAD_NAME 2\nCALL_FUNCTION_VAR_KW 1\nRETURN_VALUE");
        Rejects("stack.kind", "LOAD_NAME 1\nLOAD_CONST_STRING 1\nLOAD_NULL\nCALL_FUNCTION 256\nRETURN_VALUE");
    }

    [Fact]
    public void Comprehensions_store_in_the_container_they_have_built()
    {
        Accepts("BUILD_LIST 0\nLOAD_CONST_NONE\nSTORE_COMP 4\nRETURN_VALUE");
        Accepts("BUILD_MAP 0\nLOAD_CONST_NONE\nLOAD_CONST_NONE\nSTORE_COMP 9\nRETURN_VALUE");
        Accepts("BUILD_SET 0\nLOAD_CONST_NONE\nSTORE_COMP 6\nRETURN_VALUE");
        foreach (var operand in new[] { 0, 5, 6, 8, 9, 4000 })
            Rejects("stack.container", $"BUILD_LIST 0\nLOAD_CONST_NONE\nSTORE_COMP {operand}\nRETURN_VALUE");
        Rejects("stack.container", "LOAD_NAME 1\nLOAD_CONST_NONE\nSTORE_COMP 4\nRETURN_VALUE");
        Rejects("stack.container", "LOAD_NAME 1\nLOAD_CONST_NONE\nLOAD_CONST_NONE\nSTORE_MAP\nRETURN_VALUE");
    }

    private static TestFunction Made(TestFunction child, string making, byte[]? cells = null) =>
        new($"{making}\nPOP_TOP\n{Return}") { Children = [child], Cells = cells ?? [] };

    [Fact]
    public void Cells_are_read_and_written_as_cells_only()
    {
        Accepts(new TestFunction($"LOAD_CONST_NONE\nSTORE_DEREF 0\nLOAD_DEREF 0\nDELETE_DEREF 0\nRETURN_VALUE") { Cells = [0] });
        Rejects("local.cell", $"LOAD_DEREF 0\nRETURN_VALUE");
        Rejects("local.cell", $"LOAD_CONST_NONE\nSTORE_DEREF 0\n{Return}");
        Rejects("local.cell", $"DELETE_DEREF 0\n{Return}");
        Rejects("local.cell", new TestFunction($"LOAD_CONST_NONE\nSTORE_FAST_N 0\n{Return}") { Cells = [0] });
        Rejects("local.cell", new TestFunction($"DELETE_FAST 0\n{Return}") { Cells = [0] });
        Rejects("cells", new TestFunction(Return) { Cells = [3, 3] });
        Rejects("prelude.state", new TestFunction(Return) { Cells = [200] });
    }

    [Fact]
    public void All_makers_of_a_function_give_it_the_cells_that_it_uses()
    {
        var child = new TestFunction("LOAD_DEREF 0\nRETURN_VALUE") { Positional = 1 };
        Accepts(Made(child, "LOAD_FAST_N 0\nMAKE_CLOSURE 0, 1", [0]));
        Rejects("local.cell", Made(child, "MAKE_FUNCTION 0"));
        Rejects("local.cell", Made(child, "MAKE_CLOSURE 0, 0"));
        Rejects("stack.kind", Made(child, "LOAD_CONST_NONE\nMAKE_CLOSURE 0, 1"));
        Rejects("stack.kind", Made(child, "LOAD_FAST_N 0\nMAKE_CLOSURE 0, 1"));
        Rejects("make.cells", Made(child, "LOAD_FAST_N 0\nMAKE_CLOSURE 0, 1\nPOP_TOP\nMAKE_FUNCTION 0", [0]));
        Rejects("make.parameters", Made(child, "LOAD_FAST_N 0\nDUP_TOP\nMAKE_CLOSURE 0, 2", [0]));
        Rejects("cells", Made(new TestFunction(Return) { Positional = 1, Cells = [0] }, "LOAD_FAST_N 0\nMAKE_CLOSURE 0, 1", [0]));
        Rejects("local.cell", Made(new TestFunction("LOAD_CONST_NONE\nSTORE_FAST_N 0\n" + Return) { Positional = 1 }, "LOAD_FAST_N 0\nMAKE_CLOSURE 0, 1", [0]));
    }

    [Fact]
    public void A_function_that_nothing_makes_is_left_alone()
    {
        var image = Accepts(new TestFunction(Return) { Children = [new TestFunction(".bytes 0000")] });
        Assert.Null(image.Root.Children[0]);
    }

    [Fact]
    public void Functions_get_the_defaults_that_they_have_places_for()
    {
        var two = new TestFunction(Return) { Positional = 2, Defaults = 2 };
        var keywords = new TestFunction(Return) { KeywordOnly = 1, Flags = CodeFlags.DefaultKeywords };
        Accepts(Made(two, "LOAD_CONST_NONE\nDUP_TOP\nBUILD_TUPLE 2\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0"));
        Accepts(Made(keywords, "LOAD_NULL\nBUILD_MAP 0\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.defaults", Made(two, "MAKE_FUNCTION 0"));
        Rejects("make.defaults", Made(keywords, "MAKE_FUNCTION 0"));
        Rejects("make.defaults", Made(two, "LOAD_CONST_NONE\nBUILD_TUPLE 1\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.defaults", Made(two, "LOAD_NULL\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.defaults", Made(two, "LOAD_NAME 1\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.keywords", Made(two, "LOAD_CONST_NONE\nDUP_TOP\nBUILD_TUPLE 2\nBUILD_MAP 0\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.keywords", Made(keywords, "LOAD_NULL\nLOAD_NAME 1\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.keywords", Made(keywords, "LOAD_NULL\nLOAD_NULL\nMAKE_FUNCTION_DEFARGS 0"));
        Rejects("make.parameters", Made(new TestFunction(Return) { Positional = 1, Defaults = 2 }, "MAKE_FUNCTION 0"));
    }

    [Fact]
    public void Preludes_are_well_formed()
    {
        Rejects("prelude.names", new TestFunction(Return) { Name = 5 });
        Rejects("lines", new TestFunction(Return) { Lines = [0x20, 0x80] });
        Accepts(new TestFunction(Return) { Lines = [0x20, 0x80, 0x00] });
        Rejects("module", new TestFunction(Return) { Positional = 1 });
        Rejects("module", new TestFunction(Return) { Flags = CodeFlags.Generator });
        Rejects("prelude.state", new TestFunction(Return) { State = 65536 });
        Rejects("prelude.state", new TestFunction(Return) { State = 1, Positional = 2 });
        Rejects("prelude.blocks", new TestFunction(Return) { Blocks = 1024 });
        Rejects("prelude.flags", new TestFunction(Return) { Flags = (CodeFlags)16 });
    }
}
