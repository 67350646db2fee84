using System.Globalization;
using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>
/// A function written by hand, good or bad. One instruction a line: its name, operands separated by commas; <c>name:</c> is
/// a label; <c>.bytes</c> spells bytes out. Jumps take two bytes, after <c>NAME.short</c> one. Qstrs are given by number: 0 is the file's name, 1 to 4 are
/// a to d.
/// </summary>
internal sealed class TestFunction(string code)
{
    public string Code { get; init; } = code;

    public int State { get; init; } = 20;

    public int Blocks { get; init; } = 5;

    public CodeFlags Flags { get; init; }

    public int Positional { get; init; }

    public int KeywordOnly { get; init; }

    public int Defaults { get; init; }

    public byte[] Cells { get; init; } = [];

    public byte[] Lines { get; init; } = [];

    public int Name { get; init; } = 1;

    public TestFunction[] Children { get; init; } = [];

    /// <summary>A file whose module is this function.</summary>
    public byte[] ToFile(params byte[][] objects) =>
    [
        (byte)'M', 6, 0, 31, 5, (byte)objects.Length,
        10, .. "t.pyx"u8, 0, 2, (byte)'a', 0, 2, (byte)'b', 0, 2, (byte)'c', 0, 2, (byte)'d', 0,
        .. objects.SelectMany(bytes => bytes),
        .. ToRecord(),
    ];

    public byte[] ToRecord()
    {
        byte[] data = [.. Prelude(), .. MpyAssembler.Assemble(Code)];
        return
        [
            .. MpyAssembler.VarUint(data.Length << 3 | (Children.Length > 0 ? 4 : 0)), .. data,
            .. Children.Length > 0 ? MpyAssembler.VarUint(Children.Length) : [],
            .. Children.SelectMany(child => child.ToRecord()),
        ];
    }

    private List<byte> Prelude()
    {
        var (s, e, f, a, k, d) = (State - 1, Blocks, (int)Flags, Positional, KeywordOnly, Defaults);
        var bytes = new List<byte> { (byte)((s & 15) << 3 | (e & 1) << 2 | a & 3) };
        (s, e, a) = (s >> 4, e >> 1, a >> 2);
        while ((s | e | f | a | k | d) != 0)
        {
            bytes[^1] |= 0x80;
            bytes.Add((byte)((f & 1) << 6 | (s & 3) << 4 | (k & 1) << 3 | (a & 1) << 2 | (e & 1) << 1 | d & 1));
            (s, e, f, a, k, d) = (s >> 2, e >> 1, f >> 1, a >> 1, k >> 1, d >> 1);
        }
        byte[] info = [.. MpyAssembler.VarUint(Name), .. Enumerable.Repeat((byte)2, Positional + KeywordOnly), .. Lines];
        var (i, c) = (info.Length, Cells.Length);
        do
        {
            bytes.Add((byte)((i & 63) << 1 | c & 1 | (i >> 6 | c >> 1) switch { 0 => 0, _ => 0x80 }));
            (i, c) = (i >> 6, c >> 1);
        }
        while ((i | c) != 0);
        return [.. bytes, .. info, .. Cells];
    }
}

/// <summary>Turns instructions in words into bytes, and back.</summary>
internal static class MpyAssembler
{
    private const string Short = ".short";

    private static readonly Dictionary<string, byte> Codes = Enumerable.Range(0, 256).Reverse()
        .Where(code => InstructionTable.IsValid((byte)code))
        .GroupBy(code => InstructionTable.Name((byte)code))
        .ToDictionary(group => group.Key, group => (byte)group.Last());

    public static byte[] VarUint(int value) =>
        value < 0x80 ? [(byte)value] : [.. VarUint(value >> 7).Select(b => (byte)(b | 0x80)), (byte)(value & 0x7f)];

    public static byte[] Assemble(string text)
    {
        // The first pass places the labels.
        var labels = new Dictionary<string, int>();
        Assemble(text, labels);
        return Assemble(text, labels);
    }

    private static byte[] Assemble(string text, Dictionary<string, int> labels)
    {
        var code = new ByteWriter();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.EndsWith(':'))
            {
                labels[line[..^1]] = code.Length;
                continue;
            }
            var space = line.IndexOf(' ');
            var name = space < 0 ? line : line[..space];
            var operands = space < 0 ? [] : line[space..].Split(',', StringSplitOptions.TrimEntries);
            if (name == ".bytes")
            {
                code.Write(Convert.FromHexString(operands[0]));
                continue;
            }
            var isLong = !name.EndsWith(Short, StringComparison.Ordinal);
            var opcode = Codes[isLong ? name : name[..^Short.Length]];
            var extra = InstructionTable.HasExtraByte(opcode) ? (byte)Number(operands[1]) : (byte)0;
            switch (InstructionTable.Format(opcode))
            {
                case OperandFormat.Jump or OperandFormat.Forward:
                    var distance = labels.GetValueOrDefault(operands[0]) - code.Length - (isLong ? 3 : 2);
                    InstructionEncoder.WriteJump(code, (Opcode)opcode, distance, isLong, extra);
                    break;
                case OperandFormat.Opcode:
                    code.Write((byte)(opcode + Number(operands[0]) - InstructionTable.ImpliedOperand(opcode)));
                    break;
                case OperandFormat.None:
                    InstructionEncoder.Write(code, (Opcode)opcode);
                    break;
                default:
                    WriteAsNamed(code, opcode, Number(operands[0]), extra);
                    break;
            }
        }
        return code.Span.ToArray();
    }

    /// <summary>The named instruction, although a short form may do the same.</summary>
    private static void WriteAsNamed(ByteWriter code, byte opcode, long operand, byte extra)
    {
        if (InstructionTable.Shortest(opcode, operand) == opcode)
        {
            InstructionEncoder.Write(code, (Opcode)opcode, operand, extra);
            return;
        }
        code.Write(opcode);
        if (InstructionTable.Format(opcode) == OperandFormat.Signed)
            code.WriteVarInt(operand);
        else
            code.WriteVarUint((ulong)operand);
    }

    /// <summary>What <see cref="Assemble(string)"/> makes the same bytes of.</summary>
    public static string Print(ReadOnlySpan<byte> code)
    {
        var instructions = new List<(int At, Instruction Instruction)>();
        for (var at = 0; at < code.Length; at = instructions[^1].Instruction.End)
        {
            Assert.Null(InstructionDecoder.Decode(code, at, out var instruction));
            instructions.Add((at, instruction));
        }
        var targets = instructions.Where(entry => IsJump(entry.Instruction)).Select(entry => entry.Instruction.Operand).ToHashSet();
        var text = new System.Text.StringBuilder();
        foreach (var (at, instruction) in instructions)
        {
            if (targets.Contains(at))
                text.Append(CultureInfo.InvariantCulture, $"L{at}:\n");
            var isShort = IsJump(instruction) && instruction.End - at == InstructionEncoder.JumpLength(instruction.Opcode, isLong: false);
            text.Append(InstructionTable.Name(instruction.Code)).Append(isShort ? Short : "");
            if (InstructionTable.Format(instruction.Code) != OperandFormat.None)
                text.Append(CultureInfo.InvariantCulture, $" {(IsJump(instruction) ? "L" : "")}{instruction.Operand}");
            if (InstructionTable.HasExtraByte(instruction.Code))
                text.Append(CultureInfo.InvariantCulture, $", {instruction.Extra}");
            text.Append('\n');
        }
        return text.ToString();
    }

    private static bool IsJump(in Instruction instruction) =>
        InstructionTable.Format(instruction.Code) is OperandFormat.Jump or OperandFormat.Forward;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
