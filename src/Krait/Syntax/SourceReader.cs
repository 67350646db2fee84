namespace Krait.Syntax;

/// <summary>
/// The bytes that the lexer reads, one after the other with two of look-ahead. A formatted string puts code in
/// front of them (<see cref="Inject"/>): text that is read first, as if it stood there. Zero marks the end.
/// </summary>
internal sealed class SourceReader(SourceText source)
{
    /// <summary>How deep formatted strings nest: every level reads again what is inside it.</summary>
    const int MaxDepth = 100;

    readonly Stack<(byte[] Text, int At, int End)> outer = new();
    byte[] text = source.Bytes;
    int at;
    int end = source.Length;
    int injectedAt;

    public byte Current => text[at];

    public byte Next => text[at + 1];

    public byte AfterNext => text[at + 2];

    public bool AtEnd => text[at] == 0;

    /// <summary>The line of the current byte; an injected line end counts as well.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The offset in the source; for injected text that of the literal it came from.</summary>
    public int Position => outer.Count == 0 ? at : injectedAt;

    public void Advance()
    {
        if (text[at] == '\n')
            Line++;
        if (++at == end && outer.Count > 0)
            (text, at, end) = outer.Pop();
    }

    public void Advance(int count)
    {
        for (; count > 0; count--)
            Advance();
    }

    /// <summary>Reads the bytes of a name: never across the end of injected text, which closes with a parenthesis.</summary>
    public ReadOnlyMemory<byte> ReadName()
    {
        var start = at;
        while (Lexer.IsNamePart(text[at]))
            at++;
        return text.AsMemory(start, at - start);
    }

    /// <summary>Makes the reader continue with <paramref name="code"/>, then with what it was about to read.</summary>
    public void Inject(ReadOnlySpan<byte> code, int position)
    {
        if (outer.Count == MaxDepth)
            throw new SourceException("RuntimeError", "maximum recursion depth exceeded");
        var injected = new byte[code.Length + SourceText.Padding];
        code.CopyTo(injected);
        code.Replace(injected, (byte)0, (byte)1);
        text.AsSpan(at, SourceText.Padding).CopyTo(injected.AsSpan(code.Length));
        if (outer.Count == 0)
            injectedAt = position;
        outer.Push((text, at, end));
        (text, at, end) = (injected, 0, code.Length);
    }
}
