using System.Globalization;
using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>
/// A function written by hand, good or bad. One instruction a line: its name, operands separated by commas; <c>name:</c> is
/// a label; <c>.bytes</c> spells bytes out. Jumps take two bytes. Qstrs are given by number: 0 is the file's name, 1 to 4 are
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

/// <summary>Turns instructions in words into bytes.</summary>
internal static class MpyAssembler
{
    private static readonly Dictionary<string, byte> Codes = Enumerable.Range(0, 256).Reverse()
        .Where(code => InstructionTable.IsValid((byte)code))
        .GroupBy(code => InstructionTable.Name((byte)code))
        .ToDictionary(group => group.Key, group => (byte)group.Last());

    public static byte[] VarUint(int value) =>
        value < 0x80 ? [(byte)value] : [.. VarUint(value >> 7).Select(b => (byte)(b | 0x80)), (byte)(value & 0x7f)];

    public static byte[] Assemble(string text)
    {
        var code = new List<byte>();
        var labels = new Dictionary<string, int>();
        var uses = new List<(int At, string Label, int Bias)>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.EndsWith(':'))
            {
                labels.Add(line[..^1], code.Count);
                continue;
            }
            var space = line.IndexOf(' ');
            var name = space < 0 ? line : line[..space];
            var operands = space < 0 ? [] : line[space..].Split(',', StringSplitOptions.TrimEntries);
            if (name == ".bytes")
            {
                code.AddRange(Convert.FromHexString(operands[0]));
                continue;
            }
            var opcode = Codes[name];
            code.Add(opcode);
            switch (InstructionTable.Format(opcode))
            {
                case OperandFormat.Opcode:
                    code[^1] += (byte)(Number(operands[0]) - InstructionTable.ImpliedOperand(opcode));
                    break;
                case OperandFormat.Qstr or OperandFormat.Unsigned:
                    code.AddRange(VarUint(Number(operands[0])));
                    break;
                case OperandFormat.Signed:
                    code.Add((byte)(Number(operands[0]) & 0x7f));
                    break;
                case OperandFormat.Jump or OperandFormat.Forward:
                    uses.Add((code.Count, operands[0], InstructionTable.Format(opcode) == OperandFormat.Jump ? 0x4000 : 0));
                    code.AddRange([0, 0]);
                    break;
            }
            if (InstructionTable.HasExtraByte(opcode))
                code.Add((byte)Number(operands[1]));
        }
        foreach (var (at, label, bias) in uses)
        {
            var distance = labels[label] - (at + 2) + bias;
            code[at] = (byte)(0x80 | distance & 0x7f);
            code[at + 1] = (byte)(distance >> 7);
        }
        return [.. code];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
