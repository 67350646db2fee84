namespace Krait.Syntax;

/// <summary>
/// Reads string and bytes literals. Adjacent ones are joined: <see cref="Begin"/>, <see cref="Read"/> for each,
/// <see cref="Finish"/>. A formatted string becomes its template, and its fields go back to the reader as code:
/// <c>f"a{x}b"</c> reads as <c>"a{}b".format((x),)</c>, so a field is tokenised like any other code.
/// </summary>
internal sealed class StringLiterals(SourceReader reader)
{
    readonly ByteBuilder text = new();
    readonly ByteBuilder fields = new();
    readonly TemplateLiterals templates = new(reader);
    readonly byte[] templateName = [.. "__template__"u8];
    Symbol kind;

    /// <summary>True when the reader stands at a literal or its prefix.</summary>
    public bool AtLiteral => StringPrefix.TryRead(reader, out _);

    /// <summary>True when the literal at the reader can be joined to those read since <see cref="Begin"/>.</summary>
    public bool AtSameKind => StringPrefix.TryRead(reader, out var prefix) && prefix.Kind == kind;

    /// <summary>False once something was wrong.</summary>
    bool IsSound => kind is Symbol.String or Symbol.Bytes;

    public void Begin()
    {
        text.Truncate(0);
        fields.Truncate(0);
        templates.Begin();
        kind = Symbol.None;
    }

    public void Read()
    {
        var first = kind == Symbol.None;
        StringPrefix.TryRead(reader, out var prefix);
        kind = prefix.Kind;
        reader.Advance(prefix.Length);
        var quote = new Quote(reader);
        if (templates.Found || prefix.Template && !first)
            kind = Symbol.Invalid; // Template strings are not joined to others.
        if (!prefix.Template)
            ReadText(prefix, quote);
        else if (templates.Read(prefix.Raw, quote) is var problem and not Symbol.None)
            kind = problem;
    }

    /// <summary>Ends the token, and lets the code of its fields be read next.</summary>
    public Symbol Finish(int position, out ReadOnlyMemory<byte> content)
    {
        content = text.Memory;
        if (!IsSound)
            return kind;
        if (templates.Found)
        {
            reader.Inject(templates.Code, position);
            content = templateName;
            return Symbol.Name;
        }
        if (fields.Length > 0)
        {
            fields.Add((byte)')');
            reader.Inject(fields.Span, position);
        }
        return kind;
    }

    /// <summary>Reads to the closing quote. What is wrong replaces the token's kind; the last problem counts.</summary>
    void ReadText(StringPrefix prefix, Quote quote)
    {
        if (prefix.Format && fields.Length == 0)
            fields.Add(".format("u8);
        while (!quote.TryClose(reader))
        {
            var c = reader.Current;
            if (reader.AtEnd || c == '\n' && !quote.Triple)
            {
                kind = Symbol.LonelyQuote;
                return;
            }
            if (prefix.Format && c == '{')
            {
                if (reader.Next != '{')
                {
                    ReadField();
                    continue;
                }
                text.Add(c);
                reader.Advance();
            }
            if (c == '\\')
                ReadBackslash(prefix);
            else
            {
                text.Add(c);
                reader.Advance();
            }
        }
    }

    /// <summary>Reads the code of a field up to its conversion, format or brace, which belong to the template.</summary>
    void ReadField()
    {
        reader.Advance();
        fields.Add((byte)'(');
        var start = fields.Length;
        ReplacementField.ReadCode(reader, fields);
        if (fields.Span[^1] == '=')
        {
            text.Add(fields.Span[start..]);
            fields.Truncate(fields.Length - 1);
        }
        if (fields.Length == start)
            kind = Symbol.MalformedFString;
        fields.Add("),"u8);
        text.Add((byte)'{');
    }

    void ReadBackslash(StringPrefix prefix)
    {
        reader.Advance();
        var c = reader.Current;
        if (prefix.Raw)
        {
            text.Add((byte)'\\');
            AddNext();
            return;
        }
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            ReadOctal(prefix.Bytes);
            return;
        }
        var digits = (char)c switch
        {
            'x' => 2,
            'u' when !prefix.Bytes => 4,
            'U' when !prefix.Bytes => 8,
            _ => 0,
        };
        if (digits > 0)
        {
            ReadHex(digits, prefix.Bytes);
            return;
        }
        if (c == 'N')
            throw new SourceException("NotImplementedError", "unicode name escapes");
        if (c == '\n')
        {
            reader.Advance();
            return;
        }
        var simple = (char)c switch
        {
            'a' => '\a',
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            '\\' or '\'' or '"' => (int)c,
            _ => -1,
        };
        if (simple < 0)
        {
            // An unknown escape stays; but its character, read as one byte, is a code point of its own.
            text.Add((byte)'\\');
            if (reader.AtEnd)
                return;
        }
        reader.Advance();
        AddCharacter(simple < 0 ? c : simple, prefix.Bytes);
    }

    void AddNext()
    {
        if (reader.AtEnd)
            return;
        if (!IsSound)
            kind = Symbol.Invalid;
        text.Add(reader.Current);
        reader.Advance();
    }

    void ReadOctal(bool bytes)
    {
        var value = 0;
        for (var i = 0; i < 3 && reader.Current is >= (byte)'0' and <= (byte)'7'; i++, reader.Advance())
            value = value * 8 + reader.Current - '0';
        AddCharacter(value, bytes);
    }

    void ReadHex(int digits, bool bytes)
    {
        reader.Advance();
        var value = 0u;
        for (; digits > 0 && char.IsAsciiHexDigit((char)reader.Current); digits--, reader.Advance())
            value = value * 16 + HexValue(reader.Current);
        AddCharacter(digits == 0 ? value : long.MaxValue, bytes);
    }

    static uint HexValue(byte digit) => digit <= '9' ? digit - (uint)'0' : (digit | 0x20u) - 'a' + 10;

    /// <summary>Surrogates are encoded like any other code point.</summary>
    void AddCharacter(long value, bool bytes)
    {
        if (value > (bytes ? 0xff : 0x10ffff) || !IsSound)
        {
            kind = Symbol.Invalid;
            return;
        }
        if (bytes || value < 0x80)
        {
            text.Add((byte)value);
            return;
        }
        var length = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
        text.Add((byte)((0xf00 >> length) + (int)(value >> 6 * (length - 1))));
        for (var shift = 6 * (length - 2); shift >= 0; shift -= 6)
            text.Add((byte)(0x80 + (int)(value >> shift & 0x3f)));
    }
}

/// <summary>The quotes around a literal, one or three of them.</summary>
internal readonly struct Quote
{
    public readonly byte Character;
    public readonly bool Triple;

    /// <summary>Reads the opening quotes.</summary>
    public Quote(SourceReader reader)
    {
        Character = reader.Current;
        Triple = reader.Next == Character && reader.AfterNext == Character;
        reader.Advance(Count);
    }

    public int Count => Triple ? 3 : 1;

    /// <summary>True when the reader is at the closing quotes.</summary>
    public bool IsAt(SourceReader reader) =>
        reader.Current == Character && (!Triple || reader.Next == Character && reader.AfterNext == Character);

    /// <summary>Reads the closing quotes, if the reader is at them.</summary>
    public bool TryClose(SourceReader reader)
    {
        if (!IsAt(reader))
            return false;
        reader.Advance(Count);
        return true;
    }

    public void AddTo(ByteBuilder builder)
    {
        for (var i = 0; i < Count; i++)
            builder.Add(Character);
    }
}

/// <summary>The letters before a literal's quote; lower case only.</summary>
internal readonly record struct StringPrefix(int Length, bool Raw, bool Bytes, bool Format, bool Template)
{
    public Symbol Kind => Bytes ? Symbol.Bytes : Symbol.String;

    public static bool TryRead(SourceReader reader, out StringPrefix prefix)
    {
        var (first, second) = ((char)reader.Current, (char)reader.Next);
        prefix = default;
        if (IsQuote(first))
            return true;
        if (IsQuote(second))
        {
            prefix = new StringPrefix(1, first == 'r', first == 'b', first == 'f', first == 't');
            return first is 'u' or 'b' or 'r' or 'f' or 't';
        }
        if (!IsQuote((char)reader.AfterNext) || first != 'r' && second != 'r')
            return false;
        var other = first == 'r' ? second : first;
        prefix = new StringPrefix(2, true, other == 'b', other == 'f', other == 't');
        return other is 'b' or 'f' or 't';
    }

    static bool IsQuote(char c) => c is '"' or '\'';
}
