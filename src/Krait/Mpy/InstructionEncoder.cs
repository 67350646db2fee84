using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>Writes one instruction after the other: what <see cref="InstructionDecoder"/> reads. The table says how each
/// opcode's operand is written.</summary>
internal static class InstructionEncoder
{
    /// <summary>Writes an instruction that is no jump, in its short form where it has one for the operand.</summary>
    public static void Write(ByteWriter output, Opcode opcode, long operand = 0, byte extra = 0)
    {
        var code = InstructionTable.Shortest((byte)opcode, operand);
        output.Write(code);
        switch (InstructionTable.Format(code))
        {
            case OperandFormat.Qstr or OperandFormat.Unsigned:
                output.WriteVarUint((ulong)operand);
                break;
            case OperandFormat.Signed:
                output.WriteVarInt(operand);
                break;
        }
        if (InstructionTable.HasExtraByte(code))
            output.Write(extra);
    }

    /// <summary>Bytes of a jump.</summary>
    public static int JumpLength(Opcode opcode, bool isLong) =>
        (isLong ? 3 : 2) + (InstructionTable.HasExtraByte((byte)opcode) ? 1 : 0);

    /// <summary>Whether a jump that counts from behind its operand reaches so far.</summary>
    public static bool Reaches(Opcode opcode, int distance, bool isLong) =>
        (uint)(distance + Bias(opcode, isLong)) < (isLong ? 1u << 15 : 1u << 7);

    /// <summary>Writes a jump. The distance counts from behind the operand, and the form reaches so far.</summary>
    public static void WriteJump(ByteWriter output, Opcode opcode, int distance, bool isLong, byte extra = 0)
    {
        var operand = distance + Bias(opcode, isLong);
        output.Write((byte)opcode);
        output.Write((byte)(isLong ? 0x80 | operand & 0x7f : operand));
        if (isLong)
            output.Write((byte)(operand >> 7));
        if (InstructionTable.HasExtraByte((byte)opcode))
            output.Write(extra);
    }

    /// <summary>What is added to the distance of a jump that may go back.</summary>
    private static int Bias(Opcode opcode, bool isLong) =>
        InstructionTable.Format((byte)opcode) == OperandFormat.Forward ? 0 : isLong ? 0x4000 : 0x40;
}
