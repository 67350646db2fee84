using Krait.Campaign;
using Krait.Core;

namespace Krait.Tests.Mpy;

/// <summary>Code that the verifier accepts and no compiler would write: what is left to run time holds there.</summary>
public class HandMadeCodeTests
{
    private const string Return = VerifierTests.Return;

    /// <summary>What bounds these modules is their steps: time would depend on what else the machine does.</summary>
    private static readonly Limits limits = Case.Limits with { Time = new Limits().Time };

    /// <summary>Runs a module in the metered and in the checked loop; both must end alike.</summary>
    private static string Run(TestFunction module, params byte[][] objects)
    {
        var file = module.ToFile(objects);
        var metered = Case.Run(file, isChecked: false, limits);
        var traced = Case.Run(file, isChecked: true, limits);
        Assert.False(traced.IsFailure, traced.Detail);
        Assert.Equal((metered.Outcome, metered.Detail), (traced.Outcome, traced.Detail));
        Assert.NotEqual(Outcome.Rejected, metered.Outcome);
        return metered.Outcome == Outcome.Exception ? metered.Detail : metered.Outcome.ToString();
    }

    /// <summary>The verifier allows as many stack slots as are in proportion to the code: these bytes are never reached.</summary>
    private static readonly string Padding = $"\n.bytes {new string('0', 60_000)}\n";

    private static string Run(string code) => Run(new TestFunction(code));

    private static string Repeat(string line, int count) => string.Concat(Enumerable.Repeat(line + "\n", count));

    /// <summary>Raises TypeError unless what lies on top is true: None is no exception.</summary>
    private static string Assure(string label) => $"POP_JUMP_IF_TRUE {label}\nLOAD_CONST_NONE\nRAISE_OBJ\n{label}:\n";

    private static string ByHand(string value) =>
        $"LOAD_NULL\n{value}\nLOAD_NULL\nLOAD_NULL\nnext:\nFOR_ITER end\nPOP_TOP\nJUMP next\nend:\n{Return}";

    [Theory]
    [InlineData("LOAD_CONST_NONE", "'NoneType' object is not an iterator")]
    [InlineData("LOAD_CONST_TRUE", "'bool' object is not an iterator")]
    [InlineData("LOAD_CONST_SMALL_INT 5", "'int' object is not an iterator")]
    [InlineData("LOAD_CONST_STRING 1", "'str' object is not an iterator")]
    [InlineData("BUILD_LIST 0", "'list' object is not an iterator")]
    [InlineData("BUILD_TUPLE 0", "'tuple' object is not an iterator")]
    [InlineData("LOAD_BUILD_CLASS", "'builtin_function_or_method' object is not an iterator")]
    public void A_loop_made_by_hand_over_no_iterator_raises(string value, string message) =>
        Assert.Equal($"TypeError: {message}", Run(ByHand(value)));

    [Fact]
    public void A_loop_made_by_hand_over_an_iterator_runs() =>
        Assert.Equal("Fine", Run(ByHand("LOAD_CONST_NONE\nLOAD_CONST_NONE\nBUILD_LIST 2\nGET_ITER")));

    [Fact]
    public void A_cell_is_no_iterator_either() =>
        Assert.StartsWith("TypeError: ", Run(new TestFunction(ByHand("LOAD_FAST_N 0")) { Cells = [0] }), StringComparison.Ordinal);

    [Theory]
    [InlineData("LOAD_CONST_SMALL_INT 1\nSTORE_NAME 1\nLOAD_NAME 1\nPOP_TOP\nDELETE_NAME 1\n", "Fine")]
    [InlineData("LOAD_NAME 1\nPOP_TOP\n", "NameError: name 'a' is not defined")]
    [InlineData("DELETE_NAME 1\n", "NameError: name 'a' is not defined")]
    [InlineData("LOAD_CONST_NONE\nIMPORT_STAR\n", "ImportError: from-import-* object has no __dict__ and no __all__")]
    public void A_function_without_a_namespace_uses_its_globals(string code, string ending)
    {
        var function = new TestFunction(code + Return);
        Assert.Equal(ending, Run(new TestFunction($"MAKE_FUNCTION 0\nCALL_FUNCTION 0\nPOP_TOP\n{Return}") { Children = [function] }));
        var generator = new TestFunction(code + Return) { Flags = CodeFlags.Generator };
        Assert.Equal(ending, Run(new TestFunction(
            $"MAKE_FUNCTION 0\nCALL_FUNCTION 0\nGET_ITER_STACK\nnext:\nFOR_ITER end\nPOP_TOP\nJUMP next\nend:\n{Return}")
        { Children = [generator] }));
    }

    [Fact]
    public void A_child_that_nothing_makes_is_not_there() => Assert.Equal("Fine", Run(
        new TestFunction($"JUMP end\nMAKE_FUNCTION 0\nPOP_TOP\nend:\n{Return}") { Children = [new TestFunction(".bytes 00ff")] }));

    [Fact]
    public void A_closure_of_255_cells_gets_them_in_order()
    {
        var cells = Enumerable.Range(0, 255).ToArray();
        var fill = string.Concat(cells.Select(i => $"LOAD_CONST_SMALL_INT {i % 64}\nSTORE_DEREF {i}\n"));
        var load = string.Concat(cells.Select(i => $"LOAD_FAST_N {i}\n"));
        var sum = "LOAD_CONST_SMALL_INT 0\n" + string.Concat(cells.Select(i => $"LOAD_DEREF {i}\nLOAD_CONST_SMALL_INT {i % 64}\nBINARY_OP_NOT_EQUAL\nBINARY_OP_ADD\n"));
        var child = new TestFunction($"{sum}UNARY_OP_NOT\n{Assure("same")}{Return}") { Positional = 255, State = 300 };
        Assert.Equal("Fine", Run(new TestFunction($"{fill}{load}MAKE_CLOSURE 0, 255\nCALL_FUNCTION 0\nPOP_TOP\n{Return}")
        {
            Cells = [.. cells.Select(i => (byte)i)],
            State = 600,
            Children = [child],
        }));
    }

    [Theory]
    [InlineData(255, 255, 510, "Fine")]
    [InlineData(255, 255, 600, "Fine")]
    [InlineData(0, 0, 0, "Fine")]
    [InlineData(255, 255, 509, "ValueError: not enough values to unpack (expected at least 510, got 509)")]
    [InlineData(0, 255, 300, "Fine")]
    public void Starred_targets_of_any_number_are_unpacked(int left, int right, int count, string ending) => Assert.Equal(ending, Run(
        new TestFunction($"{Repeat("LOAD_CONST_NONE", count)}BUILD_TUPLE {count}\nUNPACK_EX {left | right << 8}\n{Repeat("POP_TOP", left + right + 1)}{Return}") { State = 1200 }));

    [Theory]
    [InlineData("CALL_FUNCTION 255", 255, 0, "")]
    [InlineData("CALL_METHOD 255", 255, 0, "LOAD_NULL\n")]
    [InlineData("CALL_METHOD 255", 255, 0, "LOAD_CONST_NONE\n")]
    [InlineData("CALL_FUNCTION 65535", 255, 255, "")]
    [InlineData("CALL_METHOD 65535", 255, 255, "LOAD_CONST_NONE\n")]
    public void Calls_take_255_arguments_of_either_form(string call, int positional, int keywords, string self)
    {
        var arguments = Repeat("LOAD_CONST_TRUE", positional) + Repeat("LOAD_CONST_STRING 1\nLOAD_CONST_NONE", keywords);
        var module = new TestFunction($"MAKE_FUNCTION 0\n{self}{arguments}{call}\nPOP_TOP\n{Return}")
        {
            State = 1000,
            Children = [new TestFunction(Return) { Flags = CodeFlags.VarArguments | CodeFlags.VarKeywords, State = 10 }],
        };
        // The same name 255 times is the callee's to refuse.
        Assert.Equal(keywords == 0 ? "Fine" : "TypeError: a() got multiple values for keyword argument 'a'", Run(module));
    }

    [Fact]
    public void Frames_of_60000_slots_end_in_a_limit_or_a_RecursionError()
    {
        var deep = new TestFunction(
            $"LOAD_CONST_TRUE\nPOP_JUMP_IF_TRUE call\nLOAD_CONST_NONE\nUNPACK_SEQUENCE 60000\n{Return}call:\nLOAD_GLOBAL 2\nCALL_FUNCTION 0\nRETURN_VALUE{Padding}")
        { State = 60010 };
        var ending = Run(new TestFunction($"MAKE_FUNCTION 0\nSTORE_GLOBAL 2\nLOAD_GLOBAL 2\nCALL_FUNCTION 0\nPOP_TOP\n{Return}") { Children = [deep] });
        Assert.Contains(ending, (string[])["Limit", "RecursionError: maximum recursion depth exceeded"]);
    }

    [Fact]
    public void Unpacking_into_60000_targets_needs_as_many_items() => Assert.Equal(
        "ValueError: not enough values to unpack (expected 60000, got 0)",
        Run(new TestFunction($"BUILD_TUPLE 0\nUNPACK_SEQUENCE 60000\n{Return}{Padding}") { State = 60010 }));
}
