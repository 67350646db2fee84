using Krait.Syntax;
using Krait.Tests.Compiler;

namespace Krait.Tests.Syntax;

public class DiagnosticTests
{
    [Theory]
    [InlineData("x = a bcd", 1, 7, 10)]
    [InlineData("x = 1\ny = [1, 2", 3, 1, 2)]
    [InlineData("def f():\n\treturn 1 1\n", 2, 11, 12)]
    [InlineData("é = 'ü' x", 1, 9, 10)]
    [InlineData("x = 'abc", 1, 5, 9)]
    [InlineData("x = 12z + 1", 1, 5, 8)]
    public void Columns_count_characters_of_the_source_line(string source, int line, int column, int endColumn)
    {
        var error = Source.Reject(source);
        Assert.Equal((line, column, endColumn), (error.Line, error.Column, error.EndColumn));
    }

    [Fact]
    public void Compile_errors_point_at_the_node()
    {
        var error = Source.Reject("def f():\n    x = 1\n    y = g(a=1, bcd)\n");
        Assert.Equal(3, error.Line);
        Assert.Equal("    y = g(a=1, bcd)", error.SourceLine);
        Assert.Equal((16, 19), (error.Column, error.EndColumn));
    }

    [Fact]
    public void The_text_for_people_has_place_line_and_caret() =>
        Assert.Equal(
            "t.py:2:5: SyntaxError: 'break'/'continue' outside loop (in f)\n        break\n        ^",
            Source.Reject("def f():\n    break\n").ToString());

    [Fact]
    public void Tabs_before_the_caret_stay_tabs() =>
        Assert.EndsWith("\n    \tx y\n    \t  ^", Source.Reject("if x:\n\tx y\n").ToString());

    [Fact]
    public void A_field_of_a_formatted_string_is_reported_at_the_string()
    {
        var error = Source.Reject("value = f'{x y}'");
        Assert.Equal(9, error.Column);
        Assert.Equal("value = f'{x y}'", error.SourceLine);
    }
}
