using Krait.Core;
using Krait.Instructions;
using Krait.Interpreter;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>
/// Compares what each instruction of the traced loop was seen to do with what the variant that ran declares: to raise, to
/// push or leave a frame, to suspend, to jump, to run Python, to poll, to allocate, to write memory, and its stack effect.
/// </summary>
/// <remarks>Runs of the loop nest, each above a boundary frame: an observation belongs to the innermost one.</remarks>
internal sealed class EffectObserver(Interpreter.Interpreter machine)
{
    /// <summary>An instruction that was announced, and the state before it.</summary>
    private sealed class Pending(Frame boundary)
    {
        public readonly Frame Boundary = boundary;
        public Frame Frame = null!;
        public Frame? Caller;
        public Instruction Instruction;
        public int Top;
        public int Blocks;
        public object? Handled;
        public long Steps;
        public long Allocated;
        public int Heat;
        public bool IsInternal;
        public bool RanPython;
        public MemorySnapshot? Memory;
    }

    private static readonly Dictionary<byte, InstructionFacts> facts = InstructionSet.All()
        .SelectMany(facts => facts.Codes, (facts, code) => (facts, code)).ToDictionary(pair => pair.code, pair => pair.facts);

    private static readonly HashSet<byte> writesAnything =
        [.. facts.Where(pair => pair.Value.Variants.All(variant => variant.Writes is ["Anything"])).Select(pair => pair.Key)];

    private readonly Stack<Pending> runs = new();
    private readonly SortedSet<string> surprises = new(StringComparer.Ordinal);

    /// <summary>"INSTRUCTION variant: deed" for each deed that was not declared.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    /// <summary>How many instructions were compared.</summary>
    public long Compared { get; private set; }

    public void Observe(Frame frame)
    {
        // What the runtime allocates for this observer is not the instruction's.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var boundary = BoundaryOf(frame);
        // Boundary frames are used again: a run that has just begun is none that is known.
        var begins = machine.Executed == 0;
        while (runs.TryPeek(out var inner) && (begins ? inner.Boundary == boundary : inner.Boundary != boundary) | !IsLinked(inner.Boundary, boundary))
            runs.Pop();
        if (!runs.TryPeek(out var run) || begins)
        {
            if (run is not null)
                run.RanPython = true;
            runs.Push(run = new Pending(boundary));
        }
        else if (!run.IsInternal)
        {
            Compare(run, frame, allocated);
        }
        Announce(run, frame);
        run.Allocated = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>The boundary frame that the frame runs above, or is.</summary>
    private static Frame BoundaryOf(Frame frame)
    {
        while (frame.Function != Boundary.Function && frame.Caller is { } caller)
            frame = caller;
        return frame;
    }

    /// <summary>Whether a boundary is still below another.</summary>
    private static bool IsLinked(Frame wanted, Frame boundary)
    {
        for (var frame = boundary; frame is not null; frame = frame.Caller!)
        {
            if (frame == wanted)
                return true;
        }
        return false;
    }

    private unsafe void Announce(Pending run, Frame frame)
    {
        run.Frame = frame;
        run.IsInternal = frame.Function == Boundary.Function;
        if (run.IsInternal)
            return;
        Assert.Null(InstructionDecoder.Decode(new ReadOnlySpan<byte>(frame.Unit.Code, frame.Unit.CodeLength), frame.Offset, out run.Instruction));
        run.Caller = frame.Caller;
        run.Top = frame.Top;
        run.Blocks = frame.Blocks;
        run.Handled = frame.Blocks > 0 ? frame.Block(frame.Blocks - 1).Object : null;
        run.Steps = machine.StepsLeft;
        run.Heat = frame.Code.Heat;
        run.RanPython = false;
        run.Memory = writesAnything.Contains(run.Instruction.Code) ? null : new MemorySnapshot(frame);
    }

    private void Compare(Pending run, Frame now, long allocated)
    {
        Compared++;
        var code = (byte)(machine.Executed >> 8);
        Assert.Equal(run.Instruction.Code, code);
        var instruction = facts[code];
        var number = machine.Executed & 0xff;
        var variant = instruction.Variants[Math.Min(number, instruction.Variants.Count - 1)];
        void Only(bool isDeclared, string deed)
        {
            if (!isDeclared)
                surprises.Add($"{instruction.Name} {variant.Name}: {deed}");
        }

        Only(variant.Polls || machine.StepsLeft == run.Steps, "polls");
        Only(variant.CallsPython || !run.RanPython, "runs Python");
        // A frame that was left may have been used again for one that was pushed then.
        var isReused = now.Offset == 0 && (variant.PopsFrame || variant.CanRaise) && !variant.JumpsBackward;
        if (now != run.Frame || isReused)
        {
            if (now.Caller == run.Frame)
                Only(variant.PushesFrame, "pushes a frame");
            else
                CompareLeaving(run, now, variant, Only);
            return;
        }
        if (Raised(run, now))
        {
            Only(variant.CanRaise, "raises");
            return;
        }
        // Who pushed a frame has been compared already: this instruction went straight on in its own.
        CompareFlow(run, now, instruction, variant, Only);
        foreach (var memory in run.Memory?.Changed() ?? [])
            Only(variant.Writes.Contains(memory) || variant.Writes is ["Anything"], $"writes {memory}");
        var isWarming = now.Code.Heat >= Interpreter.Interpreter.WarmHeat && run.Heat < Interpreter.Interpreter.WarmHeat;
        var fillsCache = instruction.OwnsCache && variant.Guards.Count == 0;
        Only(variant.Allocates || allocated == run.Allocated || isWarming || fillsCache, "allocates");
    }

    private static void CompareLeaving(Pending run, Frame now, VariantFacts variant, Action<bool, string> only)
    {
        only(variant.PopsFrame || variant.CanRaise, "leaves the frame");
        only(variant.PushesFrame || variant.CanRaise || IsLinked(now, run.Caller!), "pushes a frame behind the one that it leaves");
        only(variant.Suspends || run.Frame.Generator is not { Frame: not null, IsRunning: false }, "suspends");
    }

    /// <summary>Whether the handler of the innermost block has just begun to run.</summary>
    private static bool Raised(Pending run, Frame now)
    {
        if (now.Blocks == 0)
            return false;
        ref var block = ref now.Block(now.Blocks - 1);
        return block.Object is not null && (int)(uint)block.Bits == now.Offset && (now.Blocks != run.Blocks || block.Object != run.Handled);
    }

    private static void CompareFlow(Pending run, Frame now, InstructionFacts instruction, VariantFacts variant, Action<bool, string> only)
    {
        var jumped = now.Offset != run.Instruction.End;
        if (jumped)
            only(now.Offset > run.Instruction.End ? variant.JumpsForward : variant.JumpsBackward, "jumps");
        else
            only(!variant.NeverFallsThrough || variant.JumpsForward, "goes on");
        only(now.Blocks <= run.Blocks || variant.SetsUpBlock, "sets up a block");
        // What goes through handlers has tokens of one slot or two, or none.
        if (instruction.Takes.Concat(instruction.Leaves).Any(item => item.Contains(":token", StringComparison.Ordinal))
            || run.Instruction.Opcode is Opcode.UnwindJump or Opcode.ReturnValue)
            return;
        var (code, operand, extra) = (run.Instruction.Code, (int)run.Instruction.Operand, run.Instruction.Extra);
        var outputs = jumped ? InstructionTable.OutputsOnJump(code) : InstructionTable.Outputs(code);
        var top = run.Top - InstructionTable.Count(InstructionTable.Inputs(code), operand, extra) + InstructionTable.Count(outputs, operand, extra);
        only(now.Top == top, $"leaves {now.Top - top} slots more than it declares");
    }
}
