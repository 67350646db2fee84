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

    /// <summary>The low bits of what the traced loop notes of an instruction, all set: its generic variant.</summary>
    private const int GenericVariant = 0xff;

    /// <summary>Whether the traced loop runs: it announces instructions.</summary>
    internal bool IsTraced { get; set; }

    /// <summary>Whether the traced loop does without specialised variants: each gives what the generic one gives.</summary>
    internal bool OnlyGeneric;

    /// <summary>How often the traced loop executed each variant of each opcode, at 256 times the opcode plus the number of the
    /// variant, 255 for the generic one; null when nobody counts. An instruction counts once the next one begins.</summary>
    internal long[]? VariantCounts { get; set; }

    /// <summary>The instruction that the traced loop executed before the one it announces, numbered as in
    /// <see cref="VariantCounts"/>; 0 when it has just begun.</summary>
    internal int Executed { get; private set; }

    /// <summary>Looks at the frame before each instruction of the traced loop; null for nobody.</summary>
    internal Action<Frame>? Observer { get; set; }

    /// <summary>What a loop does when it finds something to attend to at a backward jump. It has charged its step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Status AnswerPollInLoop() => AnswerPoll();

    /// <summary>An instruction of the traced loop is about to run.</summary>
    /// <param name="frame">The frame that runs.</param>
    /// <param name="executed">The instruction before it, as <see cref="VariantCounts"/> numbers it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Trace(Frame frame, int executed)
    {
        if (VariantCounts is { } counts)
            counts[executed]++;
        Executed = executed;
        Observer?.Invoke(frame);
    }

    /// <summary>A backward jump taken out of line: heat, step, poll.</summary>
    internal Status AtBackwardJump(LinkedCode code)
    {
        if (++code.Heat == WarmHeat)
            Warm(code);
        return (Poll | CallToll) != 0 ? AtCall() : Status.Ok;
    }
}
