namespace Krait.Syntax;

/// <summary>
/// What a compilation may use. Every stage asks it as it goes on, so that a limit of who asked for the compilation can
/// end it: it is abandoned by an OperationCanceledException, which the stages let pass.
/// </summary>
/// <param name="mayUse">Whether to go on, with so many bytes more.</param>
internal sealed class Budget(Func<long, bool> mayUse)
{
    private int turns;

    /// <summary>Counts a token, a node, an instruction: asks at every 256th.</summary>
    /// <exception cref="OperationCanceledException">The compilation is abandoned.</exception>
    public void Tick()
    {
        if ((++turns & 0xff) == 0)
            Use(0);
    }

    /// <summary>Asks for the bytes of a table that is about to grow.</summary>
    /// <exception cref="OperationCanceledException">The compilation is abandoned.</exception>
    public void Use(long bytes)
    {
        if (!mayUse(bytes))
            throw new OperationCanceledException();
    }
}
