using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Campaign;

/// <summary>Where the instructions of a file lie.</summary>
/// <param name="Instructions">Offset and length in the file, in the order of offsets.</param>
internal sealed record CodeMap((int Offset, int Length)[] Instructions)
{
    /// <summary>Opcodes by the form of their operand.</summary>
    private static readonly ILookup<(OperandFormat, bool), byte> Forms = Enumerable.Range(0, 256).Select(code => (byte)code)
        .Where(InstructionTable.IsValid).ToLookup(code => (InstructionTable.Format(code), InstructionTable.HasExtraByte(code)));

    /// <summary>The map of a file; empty for one that cannot be read.</summary>
    public static CodeMap Of(byte[] bytes)
    {
        var found = new List<(int, int)>();
        if (MpyReader.TryRead(ImageMemory.Copy(bytes), out var file, out _))
            Add(found, bytes, file.Root, file.Qstrs.Length);
        found.Sort();
        return new([.. found]);
    }

    /// <summary>The opcodes that can take the place of <paramref name="opcode"/> and leave the bytes behind it as they are.</summary>
    public byte[] Alike(byte opcode)
    {
        var format = InstructionTable.Format(opcode);
        return format == OperandFormat.Opcode
            ? [.. Forms[(OperandFormat.None, false)], .. Forms[(OperandFormat.Opcode, false)]]
            : [.. Forms[(format, InstructionTable.HasExtraByte(opcode))], opcode];
    }

    private static void Add(List<(int, int)> found, byte[] bytes, RawFunction function, int qstrs)
    {
        if (function.Kind == RawKind.Bytecode)
        {
            var data = bytes.AsSpan(function.Offset, function.Length);
            var cursor = new MpyCursor(data);
            if (!Prelude.TryRead(ref cursor, qstrs, out var prelude))
                return;
            for (var at = prelude.CodeOffset; at < data.Length;)
            {
                if (InstructionDecoder.Decode(data, at, out var instruction) is not null)
                    break;
                found.Add((function.Offset + at, instruction.End - at));
                at = instruction.End;
            }
        }
        foreach (var child in function.Children)
            Add(found, bytes, child, qstrs);
    }
}
