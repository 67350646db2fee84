using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>The encoder is the decoder's inverse, and a function's text is another form of its bytes.</summary>
public unsafe class EncoderTests
{
    private static readonly long[] operands =
        [0, 1, 2, 15, 16, 17, 47, 48, 63, 64, 127, 128, 255, 8191, 8192, 16383, 16384, int.MaxValue, -1, -16, -17, -64, -65, int.MinValue, long.MaxValue, long.MinValue];

    public static TheoryData<byte> Opcodes =>
        [.. Enumerable.Range(0, 256).Select(code => (byte)code).Where(code => InstructionTable.IsValid(code) && InstructionTable.Format(code) != OperandFormat.Opcode)];

    [Theory]
    [MemberData(nameof(Opcodes))]
    public void What_is_encoded_is_decoded(byte code)
    {
        foreach (var operand in operands.Where(operand => Fits(code, operand)))
        {
            var output = new ByteWriter();
            InstructionEncoder.Write(output, (Opcode)code, operand, extra: 9);
            Assert.Null(InstructionDecoder.Decode(output.Span, 0, out var instruction));
            Assert.Equal((operand, output.Length), (instruction.Operand, instruction.End));
            Assert.Equal(InstructionTable.HasExtraByte(code) ? 9 : 0, instruction.Extra);
            Assert.Equal(InstructionTable.Shortest(code, operand), instruction.Code);
        }
        if (!IsJump(code))
            return;
        foreach (var isLong in (bool[])[false, true])
        {
            foreach (var distance in (int[])[0, 1, 63, 64, 127, 128, 16383, 16384, 32767, 32768, -1, -64, -65, -16384, -16385])
            {
                var output = new ByteWriter();
                if (!InstructionEncoder.Reaches((Opcode)code, distance, isLong))
                    continue;
                InstructionEncoder.WriteJump(output, (Opcode)code, distance, isLong, extra: 9);
                Assert.Null(InstructionDecoder.Decode(output.Span, 0, out var instruction));
                Assert.Equal(InstructionEncoder.JumpLength((Opcode)code, isLong), instruction.End);
                Assert.Equal(distance + (isLong ? 3 : 2), instruction.Operand);
            }
        }
    }

    [Theory]
    [InlineData(Opcode.Jump, 63, true, 64, false)]
    [InlineData(Opcode.Jump, -64, true, -65, false)]
    [InlineData(Opcode.ForIter, 127, true, 128, false)]
    [InlineData(Opcode.ForIter, 0, true, -1, false)]
    public void A_short_jump_reaches_so_far(object opcode, int near, bool nearReaches, int far, bool farReaches)
    {
        Assert.Equal(nearReaches, InstructionEncoder.Reaches((Opcode)opcode, near, isLong: false));
        Assert.Equal(farReaches, InstructionEncoder.Reaches((Opcode)opcode, far, isLong: false));
    }

    [Fact]
    public void Functions_survive_being_printed_and_assembled()
    {
        var functions = 0;
        foreach (var (name, bytes) in VectorTests.All())
        {
            if (!MpyLoader.TryLoad(bytes, out var module, out _))
                continue;
            foreach (var unit in All(module.Root))
            {
                var code = new ReadOnlySpan<byte>(unit.Code, unit.CodeLength);
                var text = MpyAssembler.Print(code);
                Assert.True(code.SequenceEqual(MpyAssembler.Assemble(text)), $"{name}, function at {unit.ImageOffset}:\n{text}");
                functions++;
            }
            GC.KeepAlive(module);
        }
        Assert.True(functions > 250, $"{functions} functions");
    }

    private static IEnumerable<CodeUnit> All(CodeUnit unit) =>
        unit.Children.Where(child => child is not null).SelectMany(child => All(child!)).Prepend(unit);

    private static bool IsJump(byte code) => InstructionTable.Format(code) is OperandFormat.Jump or OperandFormat.Forward;

    private static bool Fits(byte code, long operand) => InstructionTable.Format(code) switch
    {
        OperandFormat.None => operand == 0,
        OperandFormat.Qstr or OperandFormat.Unsigned => operand is >= 0 and <= int.MaxValue,
        OperandFormat.Signed => true,
        _ => false,
    };
}
