namespace Krait.Syntax;

/// <summary>
/// Carries the first problem of a source file from wherever it is found to the compiler's front door, which turns
/// it into a <see cref="Diagnostic"/>. It never leaves the compiler.
/// </summary>
/// <remarks>CA1032, CA1064: it is not for others to make or catch.</remarks>
#pragma warning disable CA1032, CA1064
internal sealed class SourceException : Exception
{
    /// <param name="type">The name of the Python exception.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="line">The line in the sense of <see cref="Diagnostic.Line"/>; 0 for a problem without a place.</param>
    /// <param name="position">The offset in the source text.</param>
    /// <param name="length">How many bytes are meant.</param>
    /// <param name="block">The function or class body; null for the lexer and parser.</param>
    public SourceException(string type, string message, int line = 0, int position = 0, int length = 1, string? block = null)
        : base(message)
    {
        Type = type;
        Line = line;
        Position = position;
        Length = length;
        Block = block;
    }

    public string Type { get; }

    public int Line { get; }

    public int Position { get; }

    public int Length { get; }

    public string? Block { get; }
}
