namespace Krait.Syntax;

/// <summary>A token: what it is and where. Its text is the lexer's until the next token is read.</summary>
internal readonly record struct Token(Symbol Kind, int Line, int Position, int Length);
