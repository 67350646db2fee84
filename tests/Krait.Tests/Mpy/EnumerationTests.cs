using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>Every opcode with every kind of operand at its limits and on every small stack: rejected by a known rule, or
/// accepted within what the frame provides. Nothing else may happen.</summary>
public class EnumerationTests
{
    /// <summary>Pushes that make each kind of slot that straight code can make.</summary>
    private static readonly string[] Pushes =
    [
        "LOAD_NAME 1", "LOAD_NULL", "LOAD_CONST_NONE", "LOAD_CONST_STRING 1", "LOAD_CONST_SMALL_INT 1", "BUILD_LIST 0", "BUILD_MAP 0",
        "BUILD_SET 0", "BUILD_TUPLE 0", "LOAD_FAST_N 1", "LOAD_NAME 1\nGET_ITER_STACK", "LOAD_NAME 1\nLOAD_METHOD 1",
        "LOAD_NAME 1\nSETUP_WITH h\nPOP_TOP", "LOAD_NAME 1\nSETUP_FINALLY h", "SETUP_EXCEPT h",
    ];

    private static readonly byte[][] Operands =
    [
        [], [0], [1], [2], [4], [5], [9], [0x3f], [0x40], [0x7f], [0x80], [0xff], [0x80, 0x00], [0x82, 0x00], [0xff, 0x7f], [0x87, 0xff, 0xff, 0xff, 0x7f],
        [0x88, 0x80, 0x80, 0x80, 0x00], [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], [0x80, 0x80, 0x80, 0x80, 0x04], [0xc0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    ];

    private static TestFunction Function(byte[] before, byte opcode, byte[] operand, byte[] after, int state) =>
        new($".bytes {Convert.ToHexString([.. before, opcode, .. operand, .. after])}")
        {
            State = state,
            Cells = [1],
            Children = [new TestFunction("LOAD_CONST_NONE\nRETURN_VALUE") { Positional = 1 }],
        };

    private static bool IsAccepted(byte[] file, string what)
    {
        if (MpyLoader.TryLoad(file, out var image, out var error))
        {
            Assert.True(image.Root.StackDepth + image.Root.LocalCount <= 65535, what);
            return true;
        }
        Assert.False(string.IsNullOrEmpty(error.Rule), what);
        Assert.InRange(error.Offset, 0, file.Length);
        return false;
    }

    [Fact]
    public void Every_opcode_on_every_stack_with_every_operand_is_accepted_or_rejected()
    {
        var accepted = new int[256];
        byte[] ending = [0x51, 0x63, 0x51, 0x63, 0x51, 0x63];
        byte[] handler = MpyAssembler.Assemble("LOAD_CONST_NONE\nRETURN_VALUE");
        var stacks = Pushes.SelectMany(first => Pushes.Select(second => $"{first}\n{second}")).Concat(Pushes).Append("").ToArray();
        foreach (var stack in stacks)
        {
            var prefixes = Enumerable.Range(0, 11).Select(length => AssembleWithHandlers(stack, 1 + length + ending.Length)).ToArray();
            for (var opcode = 0; opcode < 256; opcode++)
            {
                // Behind an opcode without operand, the bytes of one would be unreachable or other instructions.
                var hasOperand = InstructionTable.Format((byte)opcode) is not (OperandFormat.Invalid or OperandFormat.None or OperandFormat.Opcode);
                foreach (var operand in hasOperand ? Operands : Operands[..1])
                {
                    var prefix = prefixes[operand.Length];
                    var file = Function(prefix, (byte)opcode, operand, [.. ending, .. handler, .. handler], 20).ToFile();
                    if (IsAccepted(file, $"{stack}: {opcode:x2} {Convert.ToHexString(operand)}"))
                        accepted[opcode]++;
                }
            }
        }
        for (var opcode = 0; opcode < 256; opcode++)
            Assert.False(accepted[opcode] > 0 && !InstructionTable.IsValid((byte)opcode), $"{opcode:x2} is no opcode");
        Assert.True(accepted.Count(count => count > 0) > 150);
    }

    /// <summary>Assembles pushes whose handlers lie a number of bytes behind them: the handler of the first block last.</summary>
    private static byte[] AssembleWithHandlers(string before, int distance)
    {
        var parts = before.Split(" h");
        var text = parts[0];
        for (var i = 1; i < parts.Length; i++)
            text += $" h{parts.Length - 1 - i}" + parts[i];
        var code = $"{text}\n.bytes {new string('0', 2 * distance)}\n";
        for (var i = 0; i < parts.Length - 1; i++)
            code += $"h{i}:\nLOAD_CONST_NONE\nRETURN_VALUE\n";
        var bytes = MpyAssembler.Assemble(code);
        return bytes[..^(distance + 2 * (parts.Length - 1))];
    }

    [Fact]
    public void Every_operand_that_is_cut_off_is_rejected()
    {
        for (var opcode = 0; opcode < 256; opcode++)
        {
            if (!InstructionTable.IsValid((byte)opcode) || InstructionTable.Format((byte)opcode) is OperandFormat.None or OperandFormat.Opcode)
                continue;
            foreach (var operand in new byte[][] { [], [0x80], [0xff], [0x80, 0x80] })
            {
                if (operand.Length == 2 && InstructionTable.Format((byte)opcode) is OperandFormat.Jump or OperandFormat.Forward)
                    continue;
                var file = Function([], (byte)opcode, operand, [], 20).ToFile();
                Assert.False(MpyLoader.TryLoad(file, out _, out var error));
                Assert.Equal("operand.end", error!.Rule);
            }
        }
    }

    [Fact]
    public void Every_instruction_needs_its_inputs()
    {
        for (var opcode = 0; opcode < 256; opcode++)
        {
            if (!InstructionTable.IsValid((byte)opcode))
                continue;
            byte[] operand = InstructionTable.Format((byte)opcode) switch
            {
                OperandFormat.Qstr or OperandFormat.Forward => [1],
                OperandFormat.Unsigned => [2],
                OperandFormat.Jump => [0x41],
                OperandFormat.Signed => [0],
                _ => [],
            };
            if (InstructionTable.HasExtraByte((byte)opcode))
                operand = [.. operand, 1];
            if (InstructionTable.Count(InstructionTable.Inputs((byte)opcode), 2, 1) > 0)
                Assert.False(MpyLoader.TryLoad(Function([], (byte)opcode, operand, [0x51, 0x63, 0x51, 0x63], 20).ToFile(), out _, out _), $"{opcode:x2}");
        }
    }
}
