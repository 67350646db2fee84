using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Interpreter;

/// <content>Where the loop looks up from its work: at calls and at backward jumps.</content>
internal sealed partial class Interpreter
{
    /// <summary>A call while something asks for attention. Metered runs always ask: a call is a step.</summary>
    internal Status AtCall()
    {
        if (IsMetered && !Step())
            return Status.Raised;
        return AnswerPoll();
    }

    /// <summary>Whether the traced loop runs: it counts instructions.</summary>
    internal bool IsTraced { get; set; }

    /// <summary>How often the traced loop executed each opcode.</summary>
    internal long[] InstructionCounts { get; } = new long[256];

    /// <summary>Looks at the frame before each instruction of the traced loop; null for nobody.</summary>
    internal Action<Frame>? Observer { get; set; }

    /// <summary>What a loop does when it finds something to attend to at a backward jump. It has charged its step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Status AnswerPollInLoop() => AnswerPoll();

    /// <summary>An instruction of the traced loop is about to run.</summary>
    private unsafe Status Trace(Frame frame)
    {
        // The loop saved the offset of an instruction (rule "targets").
        InstructionCounts[frame.Unit.Code[frame.Offset]]++;
        Observer?.Invoke(frame);
        return Status.Ok;
    }

    /// <summary>A backward jump taken out of line: heat, step, poll.</summary>
    internal Status AtBackwardJump(LinkedCode code)
    {
        if (++code.Heat == WarmHeat)
            Warm(code);
        return (Poll | CallToll) != 0 ? AtCall() : Status.Ok;
    }
}
