namespace Krait.Core;

/// <summary>
/// A piece of the value stack. The stack grows by pieces and never moves, so that references into it stay good while
/// frames come and go.
/// </summary>
internal sealed class StackChunk(int size, StackChunk? previous)
{
    /// <summary>The values.</summary>
    public readonly Value[] Values = new Value[size];

    /// <summary>The piece below.</summary>
    public readonly StackChunk? Previous = previous;

    /// <summary>How many values this piece and those below hold.</summary>
    public readonly long ValuesUpTo = size + (previous?.ValuesUpTo ?? 0);

    /// <summary>The piece above, kept for reuse.</summary>
    public StackChunk? Next;
}
