using System.Text;
using Krait.Syntax;

namespace Krait.Tests.Syntax;

public class LexerTests
{
    static string Tokens(string source)
    {
        var lexer = new Lexer(new SourceText(Encoding.UTF8.GetBytes(source)), debug: true);
        var text = new StringBuilder();
        for (var token = lexer.ReadFirst(); token.Kind != Symbol.End; token = lexer.Read())
        {
            text.Append(text.Length == 0 ? "" : " ").Append(token.Kind);
            if (token.Kind is Symbol.Name or Symbol.Integer or Symbol.Float or Symbol.String or Symbol.Bytes)
                text.Append('(').Append(Encoding.UTF8.GetString(lexer.Text)).Append(')');
        }
        return text.ToString();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("x", "Name(x) Newline")]
    [InlineData("if x:\n  y\nz", "KwIf Name(x) Colon Newline Indent Name(y) Newline Dedent Name(z) Newline")]
    [InlineData("(\n1)\r\n", "LeftParen Integer(1) RightParen Newline")]
    [InlineData("1_000 0x_F .5e-3 1E5 1.j", "Integer(1000) Integer(0xF) Float(.5e-3) Float(1e5) Float(1.j) Newline")]
    [InlineData("a..b...c:=d", "Name(a) Dot Dot Name(b) Ellipsis Name(c) Walrus Name(d) Newline")]
    [InlineData("a**=b//c->d!=e", "Name(a) DoubleStarAssign Name(b) DoubleSlash Name(c) Arrow Name(d) NotEqual Name(e) Newline")]
    [InlineData("$", "Invalid Newline")]
    [InlineData("'a' \"b\" b'c'", "String(ab) Bytes(c) Newline")]
    [InlineData("'\\x41\\u00e9\\101\\q'", "String(AéA\\q) Newline")]
    [InlineData("r'\\x' rb'\\''", "String(\\x) Bytes(\\') Newline")]
    [InlineData("'ab\n'", "LonelyQuote Newline LonelyQuote Newline")]
    [InlineData("__debug__ match", "KwTrue Name(match) Newline")]
    public void Text_becomes_tokens(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    [Fact]
    public void Fields_of_formatted_strings_follow_as_code() =>
        Assert.Equal(
            "String({} {!r:>{}}) Dot Name(format) LeftParen LeftParen Name(x) RightParen Comma LeftParen Name(y) RightParen Comma "
            + "LeftParen Name(w) RightParen Comma RightParen Newline",
            Tokens("f'{x} {y!r:>{w}}'"));

    [Fact]
    public void Nested_fstrings_are_tokenised_again() =>
        Assert.Equal(
            "String({}) Dot Name(format) LeftParen LeftParen String({}) Dot Name(format) LeftParen LeftParen Name(x) RightParen "
            + "Comma RightParen RightParen Comma RightParen Newline",
            Tokens("f'{f'{x}'}'"));

    [Fact]
    public void Template_strings_become_a_call() =>
        Assert.StartsWith("Name(__template__) LeftParen LeftParen String(a) Comma String(b) Comma RightParen", Tokens("t'a{x}b'"));

    [Fact]
    public void Zero_bytes_and_old_line_ends_are_read_as_the_format_demands()
    {
        var text = new SourceText("a\rb\r\nc\0"u8);
        Assert.Equal("a\nb\nc\u0001\n", Encoding.UTF8.GetString(text.Bytes.AsSpan(0, text.Length)));
    }
}
