using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Room on the C# stack for the arguments of a call, as many as nearly all calls have.</summary>
[InlineArray(Length)]
internal struct ArgumentBuffer
{
    public const int Length = 6;

    private Value first;
}
