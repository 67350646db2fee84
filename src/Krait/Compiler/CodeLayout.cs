using Krait.Instructions;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// The bytes of one function's code while its jumps have no size yet: everything else is encoded, and what depends
/// on sizes lies beside it as a list of events. <see cref="Relax"/> runs over the events alone.
/// </summary>
internal sealed class CodeLayout
{
    readonly List<Event> events = [];
    readonly ByteWriter lines = new();
    int[] labels = [];

    enum EventKind : byte { Jump, Label, Lines }

    /// <summary>Something among the encoded bytes that waits for the jumps' sizes.</summary>
    /// <param name="At">The offset in the bytes without jumps.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Opcode">The jump's opcode.</param>
    /// <param name="Extra">The byte after the jump's offset, for the opcode that has one.</param>
    /// <param name="Operand">The label, or the number of lines.</param>
    readonly record struct Event(int At, EventKind Kind, Opcode Opcode, byte Extra, int Operand);

    /// <summary>The encoded instructions, apart from jumps.</summary>
    public ByteWriter Code { get; } = new(1024);

    /// <summary>The line table, once jumps are sized.</summary>
    public ByteWriter Lines => lines;

    public void Begin(int labelCount)
    {
        events.Clear();
        Code.Clear();
        if (labels.Length < labelCount)
            labels = new int[labelCount * 2];
    }

    public void AddJump(in CodeItem item) =>
        events.Add(new Event(Code.Length, EventKind.Jump, item.Opcode, item.Extra, (int)item.Operand));

    public void AddLabel(int label) => events.Add(new Event(Code.Length, EventKind.Label, 0, 0, label));

    public void AddLines(int count) => events.Add(new Event(Code.Length, EventKind.Lines, 0, 0, count));

    /// <summary>
    /// Sizes the jumps: at first all are long, then passes follow until one changes neither the code's size nor the
    /// line table's. A pass sees the labels behind it where it has placed them, those ahead where the pass before
    /// did. Now and then that leaves a long form where a short one would do, and files are made that way.
    /// </summary>
    public void Relax(Budget budget)
    {
        RunPass(allLong: true, null);
        var before = RunPass(allLong: false, null);
        while (true)
        {
            budget.Use(0);
            var now = RunPass(allLong: false, null);
            if (now == before)
                return;
            before = now;
        }
    }

    /// <summary>Writes the code; labels must be settled by <see cref="Relax"/>.</summary>
    public void WriteTo(ByteWriter output) => RunPass(allLong: false, output);

    (int CodeSize, int LinesSize) RunPass(bool allLong, ByteWriter? output)
    {
        lines.Clear();
        var jumps = 0;
        var copied = 0;
        var lastLineAt = 0;
        foreach (ref readonly var item in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(events))
        {
            var offset = item.At + jumps;
            switch (item.Kind)
            {
                case EventKind.Label:
                    labels[item.Operand] = offset;
                    break;
                case EventKind.Lines:
                    PreludeEncoder.WriteLineEntry(lines, offset - lastLineAt, item.Operand);
                    lastLineAt = offset;
                    break;
                default:
                    var distance = labels[item.Operand] - offset - 2;
                    var isLong = allLong || !InstructionEncoder.Reaches(item.Opcode, distance, isLong: false);
                    jumps += InstructionEncoder.JumpLength(item.Opcode, isLong);
                    if (output is not null)
                    {
                        output.Write(Code.Span[copied..item.At]);
                        copied = item.At;
                        WriteJump(output, item, isLong ? distance - 1 : distance, isLong);
                    }
                    break;
            }
        }
        output?.Write(Code.Span[copied..]);
        return (Code.Length + jumps, lines.Length);
    }

    static void WriteJump(ByteWriter output, in Event jump, int distance, bool isLong)
    {
        if (!InstructionEncoder.Reaches(jump.Opcode, distance, isLong))
            throw new SourceException("RuntimeError", "bytecode overflow");
        InstructionEncoder.WriteJump(output, jump.Opcode, distance, isLong, jump.Extra);
    }
}
