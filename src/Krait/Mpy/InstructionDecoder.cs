using System.Runtime.CompilerServices;
using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>An instruction as it lies in code that nobody has verified.</summary>
internal struct Instruction
{
    /// <summary>The opcode byte.</summary>
    public byte Code;

    /// <summary>The raw byte behind the operand: cells of a closure, blocks to unwind.</summary>
    public byte Extra;

    /// <summary>Offset of the next instruction.</summary>
    public int End;

    /// <summary>The operand; of a jump, its target.</summary>
    public long Operand;

    /// <summary>The instruction; the first of a range for any byte of the range.</summary>
    public readonly Opcode Opcode => Code switch
    {
        >= 0x70 and <= 0xaf => Opcode.LoadConstSmallIntMulti,
        >= 0xb0 and <= 0xbf => Opcode.LoadFastMulti,
        >= 0xc0 and <= 0xcf => Opcode.StoreFastMulti,
        _ => (Opcode)Code,
    };
}

/// <summary>Decodes one instruction after the other within the bounds of the code.</summary>
internal static class InstructionDecoder
{
    /// <summary>The longest unsigned operand, which has at most 31 bits.</summary>
    private const int MaxUnsignedBytes = 5;

    /// <summary>The longest signed operand, which has at most 64 bits.</summary>
    private const int MaxSignedBytes = 10;

    /// <summary>Decodes the instruction at an offset within the code. Answers the rule that it breaks, or null.</summary>
    public static string? Decode(ReadOnlySpan<byte> code, int offset, out Instruction instruction)
    {
        Unsafe.SkipInit(out instruction);
        var opcode = code[offset++];
        instruction.Code = opcode;
        instruction.Extra = 0;
        if (!InstructionTable.IsValid(opcode))
            return "opcode";
        string? broken = null;
        switch (InstructionTable.Format(opcode))
        {
            case OperandFormat.Opcode:
                instruction.Operand = InstructionTable.ImpliedOperand(opcode);
                break;
            case OperandFormat.Qstr or OperandFormat.Unsigned:
                broken = Unsigned(code, ref offset, out instruction.Operand);
                break;
            case OperandFormat.Signed:
                broken = Signed(code, ref offset, out instruction.Operand);
                break;
            case OperandFormat.Jump:
                broken = Jump(code, ref offset, 0x40, out instruction.Operand);
                break;
            case OperandFormat.Forward:
                broken = Jump(code, ref offset, 0, out instruction.Operand);
                break;
            default:
                instruction.Operand = 0;
                break;
        }
        if (broken is null && InstructionTable.HasExtraByte(opcode))
        {
            if (offset < code.Length)
                instruction.Extra = code[offset++];
            else
                broken = "operand.end";
        }
        instruction.End = offset;
        return broken;
    }

    private static string? Unsigned(ReadOnlySpan<byte> code, ref int offset, out long value)
    {
        value = 0;
        for (var count = 0; count < MaxUnsignedBytes; count++)
        {
            if (offset == code.Length)
                return "operand.end";
            var b = code[offset++];
            value = value << 7 | (byte)(b & 0x7f);
            if (b < 0x80)
                return value <= int.MaxValue ? null : "operand.size";
        }
        return "operand.size";
    }

    private static string? Signed(ReadOnlySpan<byte> code, ref int offset, out long value)
    {
        value = offset < code.Length && (code[offset] & 0x40) != 0 ? -1 : 0;
        for (var count = 0; count < MaxSignedBytes; count++)
        {
            if (offset == code.Length)
                return "operand.end";
            if (value << 7 >> 7 != value)
                return "operand.size";
            var b = code[offset++];
            value = value << 7 | (byte)(b & 0x7f);
            if (b < 0x80)
                return null;
        }
        return "operand.size";
    }

    /// <summary>A jump counts from behind its one or two bytes.</summary>
    private static string? Jump(ReadOnlySpan<byte> code, ref int offset, int bias, out long target)
    {
        target = 0;
        if (offset == code.Length)
            return "operand.end";
        int distance = code[offset++];
        if ((distance & 0x80) != 0)
        {
            if (offset == code.Length)
                return "operand.end";
            distance = distance & 0x7f | code[offset++] << 7;
            bias <<= 8;
        }
        target = offset + distance - bias;
        return null;
    }
}
