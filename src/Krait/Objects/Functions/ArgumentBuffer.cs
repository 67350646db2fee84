using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Room on the C# stack for the arguments of a call, as many as nearly all calls have.</summary>
[InlineArray(Length)]
internal struct ArgumentBuffer
{
    public const int Length = 6;

    private Value first;

    /// <summary>Arguments with one more in front, laid out in <paramref name="buffer"/> when they fit.</summary>
    public static Arguments Prepend(ref ArgumentBuffer buffer, in Value self, scoped in Arguments arguments)
    {
        var count = arguments.Positional + 2 * arguments.Keywords;
        Span<Value> values = buffer;
        // Bounded: one more than the caller laid out.
        if (count >= Length)
            values = new Value[count + 1];
        values[0] = self;
        for (var i = 0; i < count; i++)
            values[i + 1] = arguments[i];
        return new Arguments(ref values[0], arguments.Positional + 1, arguments.Keywords);
    }
}
