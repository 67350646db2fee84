using System.Globalization;
using Krait.Core;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>What the verifier accepts keeps every promise of docs/verifier.md when it runs.</summary>
public class SimulationTests
{
    [Fact]
    public void Every_vector_keeps_the_promises()
    {
        var random = new Random(7);
        foreach (var (_, bytes) in VectorTests.All())
        {
            if (MpyLoader.TryLoad(bytes, out var image, out _))
                Simulation.RunAll(image.Root, random, runs: 40);
        }
    }

    private static readonly string[] Instructions =
    [
        "LOAD_NAME 1", "LOAD_NULL", "LOAD_CONST_NONE", "LOAD_CONST_SMALL_INT 1", "LOAD_FAST_N 0", "LOAD_FAST_N 1", "STORE_FAST_N 0",
        "LOAD_DEREF 1", "POP_TOP", "POP_TOP\nPOP_TOP\nPOP_TOP\nPOP_TOP", "DUP_TOP", "DUP_TOP_TWO", "ROT_TWO", "ROT_THREE", "ROT_THREE\nROT_THREE",
        "JUMP {0}", "POP_JUMP_IF_TRUE {0}", "POP_JUMP_IF_FALSE {0}", "JUMP_IF_TRUE_OR_POP {1}", "GET_ITER_STACK", "FOR_ITER {1}",
        "SETUP_WITH {1}", "SETUP_EXCEPT {1}", "SETUP_FINALLY {1}", "SETUP_FINALLY {1}", "POP_EXCEPT_JUMP {1}", "WITH_CLEANUP", "END_FINALLY",
        "END_FINALLY", "WITH_CLEANUP\nEND_FINALLY", "UNWIND_JUMP {0}, 1", "UNWIND_JUMP {0}, 2", "UNWIND_JUMP {0}, 129", "UNWIND_JUMP {0}, 128",
        "RETURN_VALUE", "LOAD_CONST_NONE\nRETURN_VALUE", "RAISE_LAST", "RAISE_OBJ", "BUILD_LIST 0", "BUILD_LIST 1", "BUILD_MAP 0", "STORE_MAP",
        "STORE_COMP 4", "STORE_COMP 20", "BUILD_TUPLE 1", "LOAD_METHOD 1", "CALL_METHOD 0", "CALL_FUNCTION 1", "STORE_ATTR 1", "BINARY_OP_IS",
        "MAKE_CLOSURE 0, 1", "DUP_TOP\nLOAD_GLOBAL 2\nBINARY_OP_EXCEPTION_MATCH\nPOP_JUMP_IF_FALSE {1}", "LOAD_NULL\nLOAD_NAME 1\nLOAD_NULL\nLOAD_NULL",
    ];

    /// <summary>Programs of random instructions and jumps. The environment variable KRAIT_PROGRAMS asks for more of them.</summary>
    [Fact]
    public void Random_programs_keep_the_promises_or_are_rejected()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("KRAIT_PROGRAMS") ?? "50000", CultureInfo.InvariantCulture);
        var random = new Random(11);
        var (accepted, blocks) = (0, 0);
        for (var index = 0; index < count; index++)
        {
            if (!MpyLoader.TryLoad(Program(random).ToFile(), out var image, out _))
                continue;
            accepted++;
            blocks += Math.Min(image.Root.BlockDepth, 1);
            Simulation.RunAll(image.Root, random, runs: 12);
        }
        Assert.True(accepted > count / 200 && blocks > count / 1000, $"{accepted} of {count} accepted, {blocks} with blocks");
    }

    private static TestFunction Program(Random random)
    {
        var length = random.Next(3, 16);
        var text = "";
        for (var index = 0; index < length; index++)
        {
            var instruction = Instructions[random.Next(Instructions.Length)];
            text += $"l{index}:\n" + string.Format(CultureInfo.InvariantCulture, instruction, $"l{random.Next(length + 1)}", $"l{random.Next(index + 1, length + 1)}") + "\n";
        }
        return new($"{text}l{length}:\n{VerifierTests.Return}")
        {
            Cells = [1],
            Children = [new TestFunction(VerifierTests.Return) { Positional = 1 }],
            State = 40,
            Blocks = 12,
        };
    }
}
