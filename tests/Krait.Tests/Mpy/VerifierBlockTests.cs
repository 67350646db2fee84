using static Krait.Tests.Mpy.VerifierTests;

namespace Krait.Tests.Mpy;

/// <summary>Exception blocks, their tokens and ways out of them.</summary>
public class VerifierBlockTests
{
    private const string Try = "SETUP_EXCEPT h\nLOAD_NAME 1\nPOP_TOP\nPOP_EXCEPT_JUMP e\nh:\n";
    private const string Finally = "SETUP_FINALLY h\nLOAD_NAME 1\nPOP_TOP\nLOAD_CONST_NONE\nh:\n";
    private const string With = "LOAD_NAME 1\nSETUP_WITH h\nPOP_TOP\nLOAD_CONST_NONE\nh:\n";

    [Fact]
    public void Handlers_receive_an_exception()
    {
        Accepts($"{Try}POP_TOP\nPOP_EXCEPT_JUMP e\ne:\n{Return}");
        Accepts($"{Try}END_FINALLY\ne:\n{Return}");
        Accepts($"{Try}RAISE_OBJ\ne:\n{Return}");
        Rejects("token", $"{Try}POP_TOP\nLOAD_CONST_SMALL_INT 5\nEND_FINALLY\ne:\n{Return}");
        Rejects("token", $"{Try}POP_TOP\nLOAD_CONST_TRUE\nEND_FINALLY\ne:\n{Return}");
        Rejects("token", $"{Try}POP_TOP\nLOAD_NAME 1\nEND_FINALLY\ne:\n{Return}");
        Rejects("block.stack", $"{Try}POP_TOP\nEND_FINALLY\ne:\n{Return}");
        Rejects("block.stack", $"{Try}LOAD_CONST_NONE\nEND_FINALLY\ne:\n{Return}");
    }

    [Fact]
    public void Finally_ends_with_its_token()
    {
        Accepts($"{Finally}END_FINALLY\n{Return}");
        Accepts($"{Finally}{Return}");
        Rejects("join.stack", $"SETUP_FINALLY h\nLOAD_CONST_SMALL_INT 1\nJUMP g\nh:\nJUMP g\ng:\nEND_FINALLY\n{Return}");
        Rejects("token", $"SETUP_FINALLY h\nLOAD_CONST_SMALL_INT 1\nJUMP g\nh:\nEND_FINALLY\n{Return}g:\nEND_FINALLY\n{Return}");
        Rejects("join.stack", $"SETUP_FINALLY h\nLOAD_CONST_SMALL_INT 1\nh:\nEND_FINALLY\n{Return}");
        Rejects("join.stack", $"SETUP_FINALLY h\nh:\nEND_FINALLY\n{Return}");
        Rejects("block.stack", $"{Finally}LOAD_CONST_NONE\nEND_FINALLY\n{Return}");
        Rejects("stack.kind", $"{Finally}STORE_NAME 1\n{Return}");
        Rejects("stack.kind", $"{Finally}LOAD_CONST_NONE\nROT_TWO\nEND_FINALLY\n{Return}");
        Rejects("stack.kind", $"{Finally}DUP_TOP_TWO\n{Return}", null);
        Rejects("block.end", $"LOAD_CONST_NONE\nEND_FINALLY\n{Return}");
        Rejects("block.end", $"SETUP_FINALLY h\nLOAD_CONST_NONE\nEND_FINALLY\n{Return}h:\nEND_FINALLY\n{Return}");
    }

    [Fact]
    public void With_cleans_up_its_own_exit_method()
    {
        Accepts($"{With}WITH_CLEANUP\nEND_FINALLY\n{Return}");
        Rejects("block.stack", $"{With}END_FINALLY\n{Return}");
        Rejects("token", $"{With}WITH_CLEANUP\nWITH_CLEANUP\nEND_FINALLY\n{Return}");
        Rejects("token", $"{With}WITH_CLEANUP\nLOAD_CONST_NONE\nLOAD_CONST_NONE\nWITH_CLEANUP\nEND_FINALLY\n{Return}");
        Rejects("token", $"{With}LOAD_CONST_NONE\nWITH_CLEANUP\nEND_FINALLY\n{Return}");
        Rejects("block.with", $"LOAD_NAME 1\nLOAD_NAME 1\nLOAD_CONST_NONE\nWITH_CLEANUP\n{Return}");
        Rejects("block.with", $"{Finally}WITH_CLEANUP\nEND_FINALLY\n{Return}");
        Rejects("block.with", $"LOAD_NAME 1\nSETUP_WITH h\nWITH_CLEANUP\n{Return}h:\nWITH_CLEANUP\nEND_FINALLY\n{Return}");
    }

    [Fact]
    public void What_lies_below_a_block_stays()
    {
        Rejects("block.floor", $"LOAD_NAME 1\nSETUP_EXCEPT h\nPOP_TOP\nLOAD_NULL\nPOP_EXCEPT_JUMP e\nh:\nPOP_TOP\nPOP_EXCEPT_JUMP e\ne:\n{Return}");
        Rejects("block.floor", $"LOAD_NAME 1\nSETUP_EXCEPT h\nLOAD_NULL\nROT_TWO\nPOP_EXCEPT_JUMP e\nh:\nPOP_TOP\nPOP_EXCEPT_JUMP e\ne:\n{Return}");
        Accepts($"LOAD_NAME 1\nSETUP_EXCEPT h\nDUP_TOP\nPOP_TOP\nPOP_EXCEPT_JUMP e\nh:\nPOP_TOP\nPOP_EXCEPT_JUMP e\ne:\nRETURN_VALUE");
        Rejects("iterator", "LOAD_NULL\nLOAD_NAME 1\nLOAD_NULL\nLOAD_NULL\nSETUP_EXCEPT h\nnext:\nFOR_ITER e\nPOP_TOP\nJUMP next\n"
            + $"e:\n{Return}h:\nRAISE_OBJ");
    }

    [Fact]
    public void Handlers_lie_behind_what_they_protect_and_nest()
    {
        Rejects("block.nesting", $"SETUP_FINALLY h\nSETUP_FINALLY g\nLOAD_CONST_NONE\nh:\nEND_FINALLY\nJUMP g\ng:\nEND_FINALLY\n{Return}");
        Rejects("block.nesting", $"SETUP_FINALLY h\nSETUP_FINALLY h\nLOAD_CONST_NONE\nh:\nEND_FINALLY\n{Return}");
        Rejects("block.region", $"SETUP_EXCEPT h\nback:\nLOAD_NAME 1\nPOP_TOP\nPOP_EXCEPT_JUMP e\nh:\nPOP_TOP\nJUMP back\ne:\n{Return}");
        Rejects("block.region", "SETUP_FINALLY f\nSETUP_EXCEPT h\nJUMP g\nh:\nRAISE_OBJ\nf:\n" + $"END_FINALLY\n{Return}g:\n{Return}");
    }

    [Fact]
    public void Blocks_are_dropped_by_what_belongs_to_them()
    {
        Rejects("block.pop", $"POP_EXCEPT_JUMP l\nl:\n{Return}");
        Rejects("block.pop", $"SETUP_FINALLY h\nPOP_EXCEPT_JUMP e\nh:\nEND_FINALLY\ne:\n{Return}");
        Rejects("block.pop", $"LOAD_NAME 1\nSETUP_WITH h\nPOP_TOP\nPOP_EXCEPT_JUMP e\nh:\nWITH_CLEANUP\nEND_FINALLY\ne:\n{Return}");
    }

    [Fact]
    public void Unwinding_meets_the_stack_that_each_handler_expects()
    {
        Accepts($"SETUP_FINALLY h\nUNWIND_JUMP e, 1\nh:\nEND_FINALLY\ne:\n{Return}");
        Accepts($"{Finally}UNWIND_JUMP e, 1\ne:\n{Return}");
        Accepts($"LOAD_NAME 1\nSETUP_WITH h\nPOP_TOP\nUNWIND_JUMP e, 1\nh:\nWITH_CLEANUP\nEND_FINALLY\ne:\n{Return}");
        Accepts($"LOAD_NAME 1\nGET_ITER_STACK\nSETUP_FINALLY h\nUNWIND_JUMP e, 129\nh:\nEND_FINALLY\nPOP_TOP\nPOP_TOP\nPOP_TOP\nPOP_TOP\ne:\n{Return}");
        Rejects("unwind.blocks", $"UNWIND_JUMP e, 1\ne:\n{Return}");
        Rejects("unwind.stack", $"SETUP_FINALLY h\nLOAD_NAME 1\nUNWIND_JUMP e, 1\nh:\nEND_FINALLY\ne:\n{Return}");
        Rejects("unwind.stack", $"{Finally}LOAD_NAME 1\nUNWIND_JUMP e, 1\ne:\n{Return}");
        Rejects("unwind.stack", $"{With}UNWIND_JUMP e, 1\ne:\n{Return}");
        Rejects("iterator", $"SETUP_FINALLY h\nUNWIND_JUMP e, 129\nh:\nEND_FINALLY\ne:\n{Return}");
        Rejects("block.floor", "LOAD_NAME 1\nSETUP_FINALLY h\nSETUP_EXCEPT g\nUNWIND_JUMP e, 1\ng:\nRAISE_OBJ\ne:\nPOP_TOP\n"
            + $"LOAD_CONST_NONE\nLOAD_CONST_NONE\nh:\n{Return}");
    }

    [Fact]
    public void Blocks_are_counted()
    {
        var image = Accepts($"SETUP_FINALLY h\nSETUP_EXCEPT g\nPOP_EXCEPT_JUMP e\ng:\nEND_FINALLY\ne:\nLOAD_CONST_NONE\nh:\nEND_FINALLY\n{Return}");
        Assert.Equal(2, image.Root.BlockDepth);
        Rejects("prelude.blocks", new TestFunction($"SETUP_FINALLY h\nLOAD_CONST_NONE\nh:\nEND_FINALLY\n{Return}") { Blocks = 0 });
    }

    /// <summary>The handler of an async with, as the compiler makes it, without its awaits.</summary>
    private const string AsyncWith =
        """
        LOAD_NAME 1
        SETUP_FINALLY f
        LOAD_CONST_NONE
        ROT_TWO
        JUMP exit
        f:
        DUP_TOP
        LOAD_GLOBAL 2
        BINARY_OP_EXCEPTION_MATCH
        POP_JUMP_IF_FALSE leave
        DUP_TOP
        ROT_THREE
        ROT_TWO
        POP_TOP
        POP_TOP
        JUMP end
        leave:
        ROT_THREE
        ROT_THREE
        exit:
        LOAD_METHOD 3
        CALL_METHOD 0
        POP_TOP
        end:
        END_FINALLY

        """;

    [Fact]
    public void Async_with_takes_apart_the_token_of_a_return()
    {
        var image = Accepts(AsyncWith + Return);
        Assert.Equal([13], image.Root.TokenTests);
    }

    [Theory]
    [InlineData("DUP_TOP\nLOAD_GLOBAL", "DUP_TOP\nPOP_TOP\nDUP_TOP\nLOAD_GLOBAL", "stack.kind")]
    [InlineData("BINARY_OP_EXCEPTION_MATCH", "BINARY_OP_EQUAL", "stack.kind")]
    [InlineData("ROT_THREE\nROT_THREE\nexit", "ROT_THREE\nexit", "join.stack")]
    [InlineData("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "stack.kind")]
    [InlineData("LOAD_CONST_NONE\nROT_TWO", "LOAD_NULL\nROT_TWO", "block.manager")]
    [InlineData("LOAD_CONST_NONE\nROT_TWO", "POP_TOP\nLOAD_CONST_NONE\nLOAD_CONST_NONE", "block.floor")]
    [InlineData("LOAD_NAME 1\nSETUP", "SETUP", "block.manager")]
    [InlineData("LOAD_NAME 1\nSETUP", "LOAD_NULL\nSETUP", "block.manager")]
    public void Async_with_is_checked_like_the_rest(string part, string other, string rule) =>
        Rejects(rule, AsyncWith.Replace("\r", "").Replace(part, other) + Return);
}
