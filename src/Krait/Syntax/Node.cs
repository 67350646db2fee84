namespace Krait.Syntax;

/// <summary>
/// A node of the syntax tree, as a value. A leaf is a name, a small int, an interned string, a keyword or operator
/// (<see cref="Kind"/> is the token) or a constant; a rule's children lie side by side in its <see cref="SyntaxTree"/>.
/// </summary>
/// <param name="Kind">The token or rule; <see cref="Symbol.None"/> for an absent optional part.</param>
/// <param name="Count">The number of children of a rule.</param>
/// <param name="Line">The line as bytecode records it; 0 for a computed constant.</param>
/// <param name="Position">The offset of the node's first byte in the <see cref="SourceText"/>.</param>
/// <param name="Value">A small int's value; the number of a string or constant; where a rule's children begin.</param>
internal readonly record struct Node(Symbol Kind, int Count, int Line, int Position, long Value)
{
    public bool IsNone => Kind == Symbol.None;

    public bool IsRule => Kind >= SymbolExtensions.FirstRule;

    /// <summary>True for rules and constants: what has a line of its own in bytecode and messages.</summary>
    public bool IsStruct => Kind >= Symbol.Constant;

    public bool IsName => Kind == Symbol.Name;

    /// <summary>The number of the string of a name or an interned string literal.</summary>
    public int String => (int)Value;
}
