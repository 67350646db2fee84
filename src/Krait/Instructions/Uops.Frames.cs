using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;

namespace Krait.Instructions;

/// <content>What a return and an exception block look at.</content>
internal static unsafe partial class Uops
{
    /// <summary>Whether a return is nothing but dropping the frame and pushing the value on the caller's stack. A
    /// generator's frame always has another continuation.</summary>
    [Guard]
    public static bool IsPlainReturn(Frame frame) =>
        frame.Blocks == 0 && frame.Continuation == Continuation.Push;
}
