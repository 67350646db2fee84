namespace Krait.Syntax;

/// <summary>
/// Reads a template string: <c>t"a{x!r:>3}b"</c> reads as the name <c>__template__</c> and the code
/// <c>(("a","b",),(x),"x",'r',">3",)</c>. Escapes are left for when that code is tokenised.
/// </summary>
internal sealed class TemplateLiterals(SourceReader reader)
{
    /// <summary>A call has at most 255 positional arguments: the texts, and four for each field.</summary>
    const int MaxFields = 63;

    readonly ByteBuilder texts = new();
    readonly ByteBuilder arguments = new();
    readonly ByteBuilder expression = new();
    readonly ByteBuilder code = new();
    int count;

    /// <summary>True when a template string was read since <see cref="Begin"/>.</summary>
    public bool Found { get; private set; }

    /// <summary>The code of the call's arguments.</summary>
    public ReadOnlySpan<byte> Code => code.Span;

    public void Begin() => Found = false;

    /// <summary>Reads to the closing quote; returns what is wrong, or <see cref="Symbol.None"/>.</summary>
    public Symbol Read(bool raw, Quote quote)
    {
        Found = true;
        count = 0;
        texts.Truncate(0);
        arguments.Truncate(0);
        quote.AddTo(texts);
        while (!quote.TryClose(reader))
        {
            var c = reader.Current;
            if (reader.AtEnd || c == '\n' && !quote.Triple)
                return Symbol.LonelyQuote;
            if (c is (byte)'{' or (byte)'}')
            {
                if (reader.Next == c)
                {
                    texts.Add(c);
                    reader.Advance(2);
                }
                else if (c == '}' || !ReadField(raw, quote))
                {
                    return Symbol.MalformedFString;
                }
            }
            else
            {
                CopyCharacter(texts, raw);
            }
        }
        quote.AddTo(texts);
        code.Truncate(0);
        code.Add("(("u8);
        code.Add(texts.Span);
        code.Add(",),"u8);
        if (count > MaxFields)
            code.Add((byte)'(');
        code.Add(arguments.Span);
        if (count > MaxFields)
            code.Add((byte)')');
        code.Add((byte)')');
        return Symbol.None;
    }

    bool ReadField(bool raw, Quote quote)
    {
        reader.Advance();
        expression.Truncate(0);
        ReplacementField.ReadCode(reader, expression);
        var shown = expression.Span is [.., (byte)'='];
        if (!shown)
            expression.Truncate(expression.Span.TrimEnd(" \t\n\v\f\r"u8).Length);
        if (expression.Length == (shown ? 1 : 0))
            return false;
        count++;
        if (shown)
        {
            texts.Add(expression.Span);
            expression.Truncate(expression.Length - 1);
        }
        quote.AddTo(texts);
        texts.Add((byte)',');
        quote.AddTo(texts);

        arguments.Add((byte)'(');
        arguments.Add(expression.Span);
        arguments.Add("),"u8);
        arguments.Add(quote.Character);
        foreach (var c in expression.Span.TrimEnd(" \t\n\v\f\r"u8))
        {
            if (c == quote.Character || c == '\\')
                arguments.Add((byte)'\\');
            arguments.Add(c);
        }
        arguments.Add(quote.Character);
        arguments.Add((byte)',');
        if (ReplacementField.AtConversion(reader))
        {
            arguments.Add("'"u8);
            arguments.Add(reader.Next);
            arguments.Add("',"u8);
            reader.Advance(2);
        }
        else
        {
            arguments.Add(shown && reader.Current != ':' ? "'r',"u8 : "None,"u8);
        }
        return ReadFormat(raw, quote);
    }

    bool ReadFormat(bool raw, Quote quote)
    {
        expression.Truncate(0);
        var nested = false;
        if (reader.Current == ':')
        {
            reader.Advance();
            for (var level = 0; level > 0 || reader.Current != '}';)
            {
                if (reader.AtEnd || quote.IsAt(reader) || reader.Current == '\n' && !quote.Triple)
                    return false;
                level += (char)reader.Current switch { '{' => 1, '}' => -1, _ => 0 };
                nested |= level > 0;
                CopyCharacter(expression, raw);
            }
        }
        if (reader.Current != '}')
            return false;
        reader.Advance();
        if (nested)
            arguments.Add((byte)'f');
        arguments.Add(quote.Character);
        arguments.Add(expression.Span);
        arguments.Add(quote.Character);
        arguments.Add((byte)',');
        return true;
    }

    /// <summary>
    /// Copies one character of the source, or an escape whole, such that tokenising it again gives the same. In raw
    /// text a backslash is an ordinary character, even before a brace or quote.
    /// </summary>
    void CopyCharacter(ByteBuilder to, bool raw)
    {
        var c = reader.Current;
        reader.Advance();
        if (c == '\n')
        {
            to.Add("\\n"u8);
            return;
        }
        to.Add(c);
        if (c != '\\')
            return;
        to.Add(raw ? (byte)'\\' : reader.Current);
        if (!raw)
            reader.Advance();
    }
}
