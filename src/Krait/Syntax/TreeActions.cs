namespace Krait.Syntax;

/// <summary>
/// What the parser leaves to the compiler while the tree grows: what literals mean and which nodes fold away.
/// Names and strings are interned in the order in which the parser meets them, and folded constants have no
/// place, so folding later would make other bytes.
/// </summary>
internal abstract class TreeActions
{
    /// <summary>The leaf for a number, string or bytes literal.</summary>
    public abstract Node Literal(in Token token, ReadOnlySpan<byte> text);

    /// <summary>What stands for a name that is an expression of its own: the name, or a constant declared for it.</summary>
    public abstract Node Identifier(in Node name);

    /// <summary>
    /// Called when all children of a rule are known. Returns true when <paramref name="result"/> stands for the
    /// whole node; otherwise the node is made from <paramref name="children"/>, which may have been shortened.
    /// </summary>
    public abstract bool TryReduce(Symbol rule, ref Span<Node> children, in Token first, out Node result);
}
