using Krait.Core;
using Krait.Interpreter;

namespace Krait.Campaign;

/// <summary>
/// Follows what becomes of the value of each frame that runs: whoever pushes a frame says so in its Continuation, Aux and
/// State, and until the frame is left nobody else may write them.
/// </summary>
internal sealed class ReturnLinks
{
    private readonly record struct Link(Frame Frame, Continuation Continuation, int Aux, object? State);

    /// <summary>The frames that were seen and not left, innermost last.</summary>
    private readonly List<Link> links = [];

    /// <summary>Looks at the frame that is about to execute an instruction; false when its link changed while it ran.</summary>
    public bool Holds(Frame frame)
    {
        if (frame.Function == Boundary.Function)
        {
            // The end of a nested run: what ran above has left.
            CutTo(Find(Below(frame)) + 1);
            return true;
        }
        var at = links.Count > 0 && links[^1].Frame == Below(frame) ? -1 : Find(frame);
        if (at < 0)
        {
            CutTo(Find(Below(frame)) + 1);
            links.Add(Of(frame));
            return true;
        }
        CutTo(at + 1);
        // A frame is used again for the next call: that one begins at its first instruction.
        if (frame.Offset == 0)
            links[at] = Of(frame);
        return links[at] == Of(frame);
    }

    private static Link Of(Frame frame) => new(frame, frame.Continuation, frame.Aux, frame.State);

    /// <summary>The frame of a program that the frame will return to.</summary>
    private static Frame? Below(Frame frame)
    {
        var below = frame.Caller;
        while (below is not null && !Boundary.IsProgram(below))
            below = below.Caller;
        return below;
    }

    private int Find(Frame? frame)
    {
        var at = links.Count - 1;
        while (at >= 0 && links[at].Frame != frame)
            at--;
        return at;
    }

    private void CutTo(int count) => links.RemoveRange(count, links.Count - count);
}
