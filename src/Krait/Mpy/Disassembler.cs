using System.Globalization;
using Krait.Core;
using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>One instruction of a listing.</summary>
/// <param name="Offset">Where it begins in the code.</param>
/// <param name="Length">How many bytes it takes.</param>
/// <param name="Code">Its opcode byte.</param>
/// <param name="Operand">Its operand; of a jump, the distance counted from the start of the code.</param>
/// <param name="Extra">The byte behind the operand.</param>
/// <param name="Line">The source line.</param>
/// <param name="Text">The operand in words: a name, a constant, a target, counts; empty without one.</param>
internal readonly record struct ListedInstruction(int Offset, int Length, byte Code, long Operand, int Extra, int Line, string Text)
{
    public string Name => InstructionTable.Name(Code);
}

/// <summary>The instructions of a function as far as they can be told.</summary>
/// <param name="Instructions">The instructions, one behind the other.</param>
/// <param name="StoppedAt">Where the bytes stopped making sense; null when they did to the end.</param>
/// <param name="Reason">The rule that was broken there.</param>
internal sealed record Listing(List<ListedInstruction> Instructions, int? StoppedAt, string? Reason);

/// <summary>
/// Tells what the bytes of functions say, verified or not: it needs nothing but that the parts of the file could be told
/// apart.
/// </summary>
internal static class Disassembler
{
    /// <summary>The prelude of a function; false when it makes no sense.</summary>
    public static bool TryPrelude(MpyFile file, RawFunction function, out Prelude prelude)
    {
        prelude = default;
        if (function.Kind is RawKind.Viper or RawKind.Assembler)
            return false;
        var start = function.Native?.PreludeOffset ?? 0;
        var cursor = new MpyCursor(file.Memory.Bytes.Slice(function.Offset + start, function.Length - start));
        return Prelude.TryRead(ref cursor, file.Qstrs.Length, out prelude);
    }

    /// <summary>The function's name, when it has one that can be read.</summary>
    public static string? NameOf(MpyFile file, RawFunction function) =>
        TryPrelude(file, function, out var prelude) ? ListingText.Name(file, prelude.Name) : null;

    /// <summary>The instructions of a bytecode function whose prelude has been read.</summary>
    public static Listing Disassemble(MpyFile file, RawFunction function, in Prelude prelude)
    {
        var data = file.Memory.Bytes.Slice(function.Offset, function.Length);
        var code = data[prelude.CodeOffset..];
        var lines = new LineTable(data[prelude.LinesOffset..prelude.CellsOffset]);
        var instructions = new List<ListedInstruction>();
        for (var offset = 0; offset < code.Length;)
        {
            if (InstructionDecoder.Decode(code, offset, out var instruction) is { } broken)
                return new(instructions, offset, broken);
            var text = OperandText(file, function, instruction);
            instructions.Add(new(offset, instruction.End - offset, instruction.Code, instruction.Operand, instruction.Extra, lines.LineAt(offset), text));
            offset = instruction.End;
        }
        return new(instructions, null, null);
    }

    private static string OperandText(MpyFile file, RawFunction function, in Instruction instruction)
    {
        var operand = instruction.Operand;
        var number = operand.ToString(CultureInfo.InvariantCulture);
        switch (InstructionTable.Format(instruction.Code))
        {
            case OperandFormat.Qstr:
                return operand < file.Qstrs.Length ? ListingText.Quoted(file, (int)operand) : $"{number} (no such qstr)";
            case OperandFormat.Jump or OperandFormat.Forward:
                return instruction.Opcode == Opcode.UnwindJump
                    ? $"{number}, {instruction.Extra & 0x7f} blocks{(instruction.Extra >= 0x80 ? ", iterator" : "")}"
                    : number;
            case OperandFormat.None:
                return instruction.Code is >= 0xd7 and <= 0xf9 ? Operators.Symbol((BinaryOperator)(instruction.Code - 0xd7)) : "";
        }
        return instruction.Opcode switch
        {
            Opcode.LoadConstObj => operand < file.ObjectOffsets.Length ? ListingText.Constant(file, (int)operand) : $"{number} (no such constant)",
            Opcode.MakeFunction or Opcode.MakeFunctionDefargs => Child(file, function, operand),
            Opcode.MakeClosure or Opcode.MakeClosureDefargs => $"{Child(file, function, operand)}, {instruction.Extra} cells",
            Opcode.CallFunction or Opcode.CallFunctionVarKw or Opcode.CallMethod or Opcode.CallMethodVarKw =>
                $"{operand & 0xff} positional{(operand >> 8 is > 0 and var pairs ? $", {pairs} keywords" : "")}",
            Opcode.UnpackEx => $"{operand & 0xff} before, {operand >> 8} after",
            Opcode.StoreComp => $"{(operand & 3) switch { 0 => "list", 1 => "dict", 2 => "set", _ => "?" }} at depth {operand >> 2}",
            _ => number,
        };
    }

    private static string Child(MpyFile file, RawFunction function, long index) =>
        index < function.Children.Length
            ? $"{index} {NameOf(file, function.Children[index]) ?? "?"}"
            : $"{index} (no such function)";
}
