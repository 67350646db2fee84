namespace Krait.Syntax;

/// <summary>
/// Bytes to tokens, on demand. Bytes from 0x80 on are letters, whatever they encode. Indentation becomes
/// <see cref="Symbol.Indent"/> and <see cref="Symbol.Dedent"/> tokens; within brackets line ends are blanks.
/// String literals are <see cref="StringLiterals"/>' part.
/// </summary>
internal sealed class Lexer
{
    readonly SourceReader reader;
    readonly StringLiterals strings;
    readonly ByteBuilder number = new();
    readonly Stack<int> indentations = new();
    readonly bool debug;
    int pendingIndents;
    int brackets;
    ReadOnlyMemory<byte> text;

    /// <param name="source">The text to read.</param>
    /// <param name="debug">The value of <c>__debug__</c>.</param>
    public Lexer(SourceText source, bool debug)
    {
        this.debug = debug;
        reader = new SourceReader(source);
        strings = new StringLiterals(reader);
        indentations.Push(0);
    }

    public static bool IsNameStart(byte b) => b >= 0x80 || b == '_' || char.IsAsciiLetter((char)b);

    public static bool IsNamePart(byte b) => IsNameStart(b) || char.IsAsciiDigit((char)b);

    /// <summary>What the name, number or string says that was read last.</summary>
    public ReadOnlySpan<byte> Text => text.Span;

    /// <summary>Reads the first token: indentation is an error before it.</summary>
    public Token ReadFirst()
    {
        var column = SkipBlanks(stopAtLineEnd: true);
        var first = Read();
        return column > 0 && first.Kind != Symbol.Newline ? first with { Kind = Symbol.Indent } : first;
    }

    /// <summary>Reads the next token.</summary>
    public Token Read()
    {
        SkipBlanks(stopAtLineEnd: true);
        var line = reader.Line;
        var position = reader.Position;
        var kind = ReadKind(position);
        return new Token(kind, line, position, Math.Max(1, reader.Position - position));
    }

    Symbol ReadKind(int position)
    {
        if (pendingIndents < 0)
        {
            pendingIndents++;
            return Symbol.Dedent;
        }
        if (pendingIndents > 0)
        {
            pendingIndents--;
            return Symbol.Indent;
        }
        var c = reader.Current;
        if (c == '\n')
            return ReadLineEnd();
        if (strings.AtLiteral)
            return ReadStrings(position);
        if (IsNameStart(c))
        {
            text = reader.ReadName();
            return Keywords.Find(text.Span, debug);
        }
        if (char.IsAsciiDigit((char)c) || c == '.' && char.IsAsciiDigit((char)reader.Next))
            return ReadNumber();
        return reader.AtEnd ? Symbol.End : ReadOperator();
    }

    /// <summary>Skips blanks and comments; returns the column (from 0, tabs to multiples of 8) reached in the line.</summary>
    int SkipBlanks(bool stopAtLineEnd)
    {
        var column = 0;
        while (true)
        {
            switch (reader.Current)
            {
                case (byte)'\n':
                    if (stopAtLineEnd && brackets == 0)
                        return column;
                    reader.Advance();
                    column = 0;
                    break;
                case (byte)'\t':
                    reader.Advance();
                    column = (column + 8) & ~7;
                    break;
                case (byte)' ' or (byte)'\v' or (byte)'\f':
                    reader.Advance();
                    column++;
                    break;
                case (byte)'#':
                    while (reader.Current != '\n' && !reader.AtEnd)
                        reader.Advance();
                    break;
                case (byte)'\\' when reader.Next == '\n':
                    reader.Advance(2);
                    column = 0;
                    break;
                default:
                    return column;
            }
        }
    }

    Symbol ReadLineEnd()
    {
        var column = SkipBlanks(stopAtLineEnd: false);
        if (column > indentations.Peek())
        {
            indentations.Push(column);
            pendingIndents = 1;
        }
        while (column < indentations.Peek())
        {
            indentations.Pop();
            pendingIndents--;
        }
        return column == indentations.Peek() ? Symbol.Newline : Symbol.DedentMismatch;
    }

    /// <summary>Adjacent literals of one kind are one token.</summary>
    Symbol ReadStrings(int position)
    {
        strings.Begin();
        do
        {
            strings.Read();
            SkipBlanks(stopAtLineEnd: true);
        }
        while (strings.AtLiteral && strings.AtSameKind);
        return strings.Finish(position, out text);
    }

    Symbol ReadNumber()
    {
        number.Truncate(0);
        var kind = reader.Current == '.' ? Symbol.Float : Symbol.Integer;
        var prefixed = reader.Current == '0' && (reader.Next | 0x20) is 'b' or 'o' or 'x';
        while (true)
        {
            var c = reader.Current;
            if (!prefixed && (c | 0x20) == 'e')
            {
                kind = Symbol.Float;
                number.Add((byte)'e');
                reader.Advance();
                if (reader.Current is (byte)'+' or (byte)'-')
                {
                    number.Add(reader.Current);
                    reader.Advance();
                }
            }
            else if (char.IsAsciiLetterOrDigit((char)c) || c == '.')
            {
                if (c is (byte)'.' or (byte)'j' or (byte)'J')
                    kind = Symbol.Float;
                number.Add(c);
                reader.Advance();
            }
            else if (c == '_')
            {
                reader.Advance();
            }
            else
            {
                text = number.Memory;
                return kind;
            }
        }
    }

    Symbol ReadOperator()
    {
        var c = reader.Current;
        var next = reader.Next;
        var afterNext = reader.AfterNext;
        var (kind, length) = (char)c switch
        {
            '(' => (Symbol.LeftParen, 1),
            ')' => (Symbol.RightParen, 1),
            '[' => (Symbol.LeftBracket, 1),
            ']' => (Symbol.RightBracket, 1),
            '{' => (Symbol.LeftBrace, 1),
            '}' => (Symbol.RightBrace, 1),
            ',' => (Symbol.Comma, 1),
            ';' => (Symbol.Semicolon, 1),
            '~' => (Symbol.Tilde, 1),
            ':' => next == '=' ? (Symbol.Walrus, 2) : (Symbol.Colon, 1),
            '.' => next == '.' && afterNext == '.' ? (Symbol.Ellipsis, 3) : (Symbol.Dot, 1),
            '-' when next == '>' => (Symbol.Arrow, 2),
            '=' => next == '=' ? (Symbol.Equal, 2) : (Symbol.Assign, 1),
            '!' when next == '=' => (Symbol.NotEqual, 2),
            '+' => WithAssign(1, Symbol.Plus, Symbol.PlusAssign),
            '-' => WithAssign(1, Symbol.Minus, Symbol.MinusAssign),
            '&' => WithAssign(1, Symbol.Ampersand, Symbol.AmpersandAssign),
            '|' => WithAssign(1, Symbol.Bar, Symbol.BarAssign),
            '^' => WithAssign(1, Symbol.Caret, Symbol.CaretAssign),
            '%' => WithAssign(1, Symbol.Percent, Symbol.PercentAssign),
            '@' => WithAssign(1, Symbol.At, Symbol.AtAssign),
            '*' when next == '*' => WithAssign(2, Symbol.DoubleStar, Symbol.DoubleStarAssign),
            '*' => WithAssign(1, Symbol.Star, Symbol.StarAssign),
            '/' when next == '/' => WithAssign(2, Symbol.DoubleSlash, Symbol.DoubleSlashAssign),
            '/' => WithAssign(1, Symbol.Slash, Symbol.SlashAssign),
            '<' when next == '<' => WithAssign(2, Symbol.ShiftLeft, Symbol.ShiftLeftAssign),
            '<' => WithAssign(1, Symbol.Less, Symbol.LessEqual),
            '>' when next == '>' => WithAssign(2, Symbol.ShiftRight, Symbol.ShiftRightAssign),
            '>' => WithAssign(1, Symbol.Greater, Symbol.GreaterEqual),
            _ => (Symbol.Invalid, 1),
        };
        reader.Advance(length);
        brackets += kind switch
        {
            Symbol.LeftParen or Symbol.LeftBracket or Symbol.LeftBrace => 1,
            Symbol.RightParen or Symbol.RightBracket or Symbol.RightBrace => -1,
            _ => 0,
        };
        return kind;

        (Symbol, int) WithAssign(int length, Symbol plain, Symbol assigning) =>
            (length == 1 ? next : afterNext) == '=' ? (assigning, length + 1) : (plain, length);
    }
}
