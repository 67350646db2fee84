using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>What a return and an exception block look at.</content>
internal static unsafe partial class Uops
{
    /// <summary>Whether a call is nothing but a frame that begins at the arguments: they match the parameters one to
    /// one, nothing asks for attention, and the frame object of the last call from here lies ready in the same chunk.
    /// A generator's frame has values of its own, so the frame behind it lies elsewhere. <c>self</c> is 1 when a self
    /// lies before the arguments, otherwise 0.</summary>
    [Guard]
    public static bool CanPush(Machine machine, Frame frame, PyFunction function, int operand, int self, int depth) =>
        function.PlainCount == operand + self
        && (machine.Poll | machine.CallToll) == 0
        && machine.Depth < machine.RecursionLimit
        && frame.Next != null
        && frame.Next.Slots == frame.Slots
        && frame.Next.Caller == frame
        && frame.Base + depth - self - operand + function.Code.FrameSize <= frame.Slots.Length;

    /// <summary>Whether a return is nothing but dropping the frame and pushing the value on the caller's stack. A
    /// generator's frame always has another continuation.</summary>
    [Guard]
    public static bool IsPlainReturn(Frame frame) =>
        frame.Blocks == 0 && frame.Continuation == Continuation.Push;
}
