using System.Diagnostics;
using System.Text;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>Files made to cost much more than their size are rejected or accepted in time that is in proportion to it.</summary>
public class HostileSizeTests
{
    private const int Count = 20_000;

    public static TheoryData<string> Programs() =>
    [
        // Many paths that differ at the bottom of a deep stack meet again and again.
        "LOAD_NAME 1\nPOP_JUMP_IF_FALSE a\nLOAD_NULL\nJUMP b\na:\nLOAD_NAME 1\nb:\n" + Repeat("LOAD_CONST_NONE\n") + Repeat("LOAD_NAME 1\nPOP_JUMP_IF_FALSE c{0}\nc{0}:\n", 4000),
        // Every instruction is reached again from further down, each time with a weaker state.
        "LOAD_CONST_NONE\nt:\n" + Repeat("LOAD_NAME 1\nPOP_JUMP_IF_TRUE n{0}\nPOP_TOP\nLOAD_NAME 1\nn{0}:\n", 1500) + "JUMP t\n",
        // Wide instructions, one after the other.
        Repeat("LOAD_NAME 1\nUNPACK_SEQUENCE 60000\nBUILD_TUPLE 60000\nPOP_TOP\n", 2000),
        // Nested blocks, and jumps that leave or keep all of them.
        string.Concat(Enumerable.Range(0, 1000).Reverse().Select(number => $"SETUP_EXCEPT h{number}\n"))
            + Repeat("LOAD_NAME 1\nPOP_JUMP_IF_FALSE j{0}\nj{0}:\n", 3000) + "RAISE_LAST\n" + Repeat("h{0}:\nEND_FINALLY\n", 1000),
    ];

    private static string Repeat(string text, int count = Count)
    {
        var builder = new StringBuilder();
        for (var index = 0; index < count; index++)
            builder.Append(text.Replace("{0}", $"{index}", StringComparison.Ordinal));
        return builder.ToString();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Verifying_takes_time_in_proportion(string code)
    {
        var file = new TestFunction(code + VerifierTests.Return) { State = 65535, Blocks = 1023 }.ToFile();
        var start = Stopwatch.GetTimestamp();
        _ = MpyLoader.TryLoad(file, out _, out _);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Counts_beyond_the_file_take_no_memory()
    {
        byte[][] files =
        [
            [(byte)'M', 6, 0, 31, 0x83, 0xff, 0x7f, 0],
            [(byte)'M', 6, 0, 31, 1, 0x87, 0xff, 0xff, 0xff, 0x7f],
            [(byte)'M', 6, 0, 31, 1, 1, 0, 0, 10, 0x87, 0xff, 0xff, 0xff, 0x7f],
            [(byte)'M', 6, 0, 31, 1, 0, 0, 0, 36, 0, 2, 0, 0x51, 0x87, 0xff, 0xff, 0xff, 0x7f],
        ];
        foreach (var file in files)
        {
            var memory = ImageMemory.Copy(file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.False(MpyLoader.TryLoad(memory, out _, out _));
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000);
        }
    }
}
