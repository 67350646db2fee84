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

    /// <summary>A backward jump taken out of line: heat, step, poll.</summary>
    internal Status AtBackwardJump(LinkedCode code)
    {
        if (++code.Heat == WarmHeat)
            Warm(code);
        return Poll != 0 ? AtCall() : Status.Ok;
    }
}
