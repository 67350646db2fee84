namespace Krait.InstructionGenerator.Loops;

/// <summary>The parts of a loop that instructions share: they end with a jump to one of these labels.</summary>
/// <remarks>
/// Done0..2: a call is back, so many results were written. Leave: an exception is pending or a frame was pushed.
/// Terminated: a terminator is back. Unwind: find the handler. Jump: take a jump. Push: a call's frame is pushed in place.
/// Fused: a comparison's result meets the instruction that wants it. StoreInt, StoreFloat: a number goes into the local
/// that the next instruction names. Loaded: a load may follow a load or a store. Next: dispatch.
/// </remarks>
internal static class Tails
{
    /// <summary>The height of the value stack, counted from local 0.</summary>
    public const string Depth = "(int)(Unsafe.ByteOffset(ref fp, ref sp) >> 4)";

    public static readonly string[] SaveFrame = [$"frame.Top = {Depth};", "frame.Offset = (int)(ip - start);"];

    private static readonly string[] LoadFrame =
    [
        "code = frame.Code;",
        "caches = ref MemoryMarshal.GetArrayDataReference(code.Caches ?? CachesOf(code));",
        "start = code.Start;",
        "ip = start + frame.Offset;",
        "fp = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Slots), frame.Base);",
        "sp = ref Unsafe.Add(ref fp, frame.Top);",
    ];

    /// <summary>Drops the frame and loads the registers of its caller.</summary>
    public static readonly string[] PopFrame = ["frame = frame.Caller!;", "Current = frame;", "Depth--;", .. LoadFrame];

    public static void Write(CodeWriter writer, LoopMode mode, FusionPlan fusions)
    {
        for (var results = 0; results <= 2; results++)
        {
            writer.Label($"Done{results}");
            writer.Line("if (status != Status.Ok)");
            writer.Line("    goto Leave;");
            if (results > 0)
                writer.Line($"sp = ref Unsafe.Add(ref sp, {results});");
            writer.Line("goto Next;");
        }
        if (mode.Fuses)
        {
            WriteFused(writer, fusions.Branches);
            WriteStore(writer, "StoreInt", "immediate", "Tags.Int", fusions);
            WriteStore(writer, "StoreFloat", "BitConverter.DoubleToInt64Bits(real)", "Tags.Float", fusions);
        }
        WriteJump(writer, mode);
        WritePush(writer);

        writer.Label("Leave");
        writer.Lines(SaveFrame);
        writer.Line("if (status == Status.Pushed)");
        writer.Line("    goto Reload;");
        writer.Label("Unwind");
        writer.Line("if (!Unwind())");
        writer.Line("    return Status.Raised;");
        writer.Label("Reload");
        writer.Line("frame = Current;");
        writer.Lines(LoadFrame);
        writer.Line("goto Next;");
        writer.Label("Terminated");
        writer.Line("if (status == Status.Raised)");
        writer.Line("    goto Unwind;");
        writer.Line("if (status != SwitchLoop)");
        writer.Line("    goto Reload;");
        writer.Line("return status;");
    }

    private static void WriteFused(CodeWriter writer, IReadOnlyList<BranchTarget> branches)
    {
        writer.Label("Fused");
        foreach (var branch in branches)
        {
            writer.Open($"if (*ip == 0x{branch.Code:x2})");
            writer.Line("ip++;");
            writer.Lines(OperandWriter.Jump);
            writer.Line($"if ({(branch.OnTrue ? "" : "!")}flag)");
            writer.Line("    goto Jump;");
            writer.Line("goto Next;");
            writer.Close();
        }
        writer.Line("sp.Bits = flag ? 1 : 0;");
        writer.Line("sp.Object = Tags.Bool;");
        writer.Line("sp = ref Unsafe.Add(ref sp, 1);");
        writer.Line("goto Next;");
    }

    /// <summary>The operation's operands are dropped, and the next instruction is done too.</summary>
    private static void WriteStore(CodeWriter writer, string label, string bits, string tag, FusionPlan fusions)
    {
        writer.Label(label);
        writer.Line("ip++;");
        writer.Line("held = ref Unsafe.Add(ref fp, operand);");
        writer.Line($"held.Bits = {bits};");
        writer.Line($"held.Object = {tag};");
        writer.Line(fusions.Store is { } store && fusions.MayChain(store) ? "goto Loaded;" : "goto Next;");
    }

    /// <summary>The callee's frame begins at its first argument, behind <c>bottom</c>. Nothing is read back from memory
    /// that was just written.</summary>
    private static void WritePush(CodeWriter writer)
    {
        writer.Label("Push");
        writer.Line("frame.Top = (int)(Unsafe.ByteOffset(ref fp, ref bottom) >> 4);");
        writer.Line("frame.Offset = (int)(ip - start);");
        writer.Line("operand = frame.Base + frame.Top + 1;");
        writer.Line("frame = frame.Next!;");
        writer.Line("code = function.Code;");
        writer.Line("frame.SetFunction(function);");
        writer.Line("frame.Base = operand;");
        writer.Line("frame.End = operand + code.FrameSize;");
        writer.Line("frame.Blocks = 0;");
        writer.Line("frame.Continuation = Continuation.Push;");
        writer.Line("if (frame.Locals != null)");
        writer.Line("    frame.Locals = null;");
        writer.Line("Current = frame;");
        writer.Line("Depth++;");
        writer.Line("if (++code.Heat == WarmHeat)");
        writer.Line("    Warm(code);");
        writer.Line("caches = ref MemoryMarshal.GetArrayDataReference(code.Caches ?? CachesOf(code));");
        writer.Line("start = code.Start;");
        writer.Line("ip = start;");
        writer.Line("fp = ref Unsafe.Add(ref bottom, 1);");
        writer.Line("sp = ref Unsafe.Add(ref fp, code.StackBase);");
        writer.Line("bottom = ref Unsafe.Add(ref fp, function.PlainCount);");
        writer.Open("while (Unsafe.IsAddressLessThan(ref bottom, ref sp))");
        writer.Line("bottom.Object = null;");
        writer.Line("bottom = ref Unsafe.Add(ref bottom, 1);");
        writer.Close();
        writer.Line("goto Next;");
    }

    private static void WriteJump(CodeWriter writer, LoopMode mode)
    {
        writer.Label("Jump");
        writer.Line("ip += offset;");
        writer.Line("if (offset >= 0)");
        writer.Line("    goto Next;");
        writer.Line("if (++code.Heat == WarmHeat)");
        writer.Line("    caches = ref MemoryMarshal.GetArrayDataReference(Warm(code));");
        if (mode.Counts)
        {
            writer.Open("if (!Step())");
            writer.Line("ip -= offset;");
            writer.Line("status = Status.Raised;");
            writer.Line("goto Leave;");
            writer.Close();
        }
        writer.Line("if (Poll == 0)");
        writer.Line("    goto Next;");
        writer.Line("// An exception belongs to the jump, whatever comes after it to its target.");
        writer.Line($"frame.Top = {Depth};");
        writer.Line("frame.Offset = (int)(ip - start) - offset;");
        writer.Line("status = AnswerPollInLoop();");
        writer.Line("frame.Offset += status == Status.Raised ? 0 : offset;");
        writer.Line("goto Terminated;");
    }
}
