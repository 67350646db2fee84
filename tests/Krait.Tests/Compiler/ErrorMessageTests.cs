using Krait.Compiler;

namespace Krait.Tests.Compiler;

public class ErrorMessageTests
{
    [Theory]
    [InlineData("a b", 1, null, "SyntaxError: invalid syntax")]
    [InlineData("x = (\n1,\n", 3, null, "SyntaxError: invalid syntax")]
    [InlineData("  x", 1, null, "IndentationError: unexpected indent")]
    [InlineData("if x:\n    y\n  z\n", 2, null, "IndentationError: unindent doesn't match any outer indent level")]
    [InlineData("x = 0\n\ny = f'{}'", 3, null, "SyntaxError: malformed f-string")]
    [InlineData("x = 08", 1, null, "SyntaxError: invalid syntax for integer with base 0: '08'")]
    [InlineData("x = 0b12", 1, null, "SyntaxError: invalid syntax for integer with base 2: '12'")]
    [InlineData("x = 1.5z", 1, null, "SyntaxError: invalid syntax for number")]
    [InlineData("\nX = const(y)", 2, null, "SyntaxError: not a constant")]
    [InlineData("def f():\n  g() = 1", 2, "f", "SyntaxError: can't assign to expression")]
    [InlineData("*a, *b = c", 1, "<module>", "SyntaxError: multiple *x in assignment")]
    [InlineData("del f()", 1, "<module>", "SyntaxError: can't delete expression")]
    [InlineData("while 1:\n  def f():\n    break", 3, "f", "SyntaxError: 'break'/'continue' outside loop")]
    [InlineData("class A:\n  return 1", 2, "A", "SyntaxError: 'return' outside function")]
    [InlineData("x = [(yield) for y in z]", 1, "<listcomp>", "SyntaxError: 'yield' outside function")]
    [InlineData("async def f():\n  return [await x for x in y]", 2, "<listcomp>", "SyntaxError: 'await' outside function")]
    [InlineData("def f():\n  async with x: pass", 2, "f", "SyntaxError: async for/with outside async function")]
    [InlineData("def f():\n  from m import *", 2, "f", "SyntaxError: import * not at module level")]
    [InlineData("def f():\n  x\n  global x", 3, "f", "SyntaxError: identifier redefined as global")]
    [InlineData("def f(x):\n  nonlocal x", 2, "f", "SyntaxError: identifier redefined as nonlocal")]
    [InlineData("def f():\n  nonlocal x", 2, "f", "SyntaxError: no binding for nonlocal found")]
    [InlineData("nonlocal x", 1, "<module>", "SyntaxError: can't declare nonlocal in outer code")]
    [InlineData("try:\n  x\nexcept:\n  y\nexcept Z:\n  z", 3, "<module>", "SyntaxError: default 'except' must be last")]
    [InlineData("def f():\n  super().g()", 2, "f", "SyntaxError: super() can't find self")]
    [InlineData("f(**a, *b)", 1, "<module>", "SyntaxError: * arg after **")]
    [InlineData("f(a=1, *b)", 1, "<module>", "SyntaxError: * arg after kwarg")]
    [InlineData("f(**a, b)", 1, "<module>", "SyntaxError: positional arg after **")]
    [InlineData("f(a=1, b)", 1, "<module>", "SyntaxError: positional arg after keyword arg")]
    [InlineData("f(a.b=1)", 1, "<module>", "SyntaxError: LHS of keyword arg must be an id")]
    [InlineData("x = {1: 2, 3}", 1, "<module>", "SyntaxError: expecting key:value for dict")]
    [InlineData("x = {1, 2: 3}", 1, "<module>", "SyntaxError: expecting just a value for set")]
    [InlineData("x = [*y]", 1, "<module>", "SyntaxError: *x must be assignment target")]
    [InlineData("def f(a=1, b): pass", 1, "<module>", "SyntaxError: non-default argument follows default argument")]
    [InlineData("def f(a, a): pass", 1, "f", "SyntaxError: argument name reused")]
    [InlineData("def f(*, *a): pass", 1, "f", "SyntaxError: invalid syntax")]
    [InlineData("@micropython.fast\ndef f(): pass", 1, "<module>", "SyntaxError: invalid micropython decorator")]
    [InlineData("@micropython.viper\ndef f(): pass", 1, "<module>", "SyntaxError: invalid arch")]
    public void Messages_name_line_and_block(string source, int line, string? block, string message)
    {
        var error = Source.Reject(source);
        Assert.Equal(message, $"{error.Type}: {error.Message}");
        Assert.Equal(line, error.Line);
        Assert.Equal(block, error.Block);
        var inBlock = block is null ? "" : $", in {block}";
        Assert.Equal($"Traceback (most recent call last):\n  File \"t.py\", line {line}{inBlock}\n{message}", error.ToMpyCrossText());
    }

    /// <summary>What CPython has and the reference compiler rejects: no-unpacking-in-displays and the ids behind it in
    /// docs/differences.md.</summary>
    [Theory]
    [InlineData("x = [*a]", "SyntaxError: *x must be assignment target")]
    [InlineData("x = (*a, 1)", "SyntaxError: *x must be assignment target")]
    [InlineData("x = *a, b", "SyntaxError: *x must be assignment target")]
    [InlineData("x = {*a}", "SyntaxError: invalid syntax")]
    [InlineData("x = {**d}", "SyntaxError: invalid syntax")]
    [InlineData("x = {1: 2, **d}", "SyntaxError: invalid syntax")]
    [InlineData("for x in *a, b: pass", "SyntaxError: invalid syntax")]
    [InlineData("def f(): return *a, b", "SyntaxError: invalid syntax")]
    [InlineData("def f(): yield *a, b", "SyntaxError: invalid syntax")]
    [InlineData("a[*b]", "SyntaxError: invalid syntax")]
    [InlineData("def f(a, /): pass", "SyntaxError: invalid syntax")]
    [InlineData("lambda a, /: a", "SyntaxError: invalid syntax")]
    [InlineData("match x:\n  case 1: pass", "SyntaxError: invalid syntax")]
    [InlineData("try: pass\nexcept* E: pass", "SyntaxError: invalid syntax")]
    [InlineData("with (a as b, c as d): pass", "SyntaxError: invalid syntax")]
    [InlineData("async def f(): return [x async for x in y]", "SyntaxError: invalid syntax")]
    [InlineData("f'{x!a}'", "SyntaxError: invalid syntax")]
    [InlineData("f'{x = }'", "SyntaxError: invalid syntax")]
    [InlineData("@a[0]\ndef f(): pass", "SyntaxError: invalid syntax")]
    [InlineData("@(lambda f: f)\ndef f(): pass", "SyntaxError: invalid syntax")]
    [InlineData("x = 1if y else 2", "SyntaxError: invalid syntax for integer with base 10: '1if'")]
    [InlineData("del [a, b]", "SyntaxError: can't delete expression")]
    [InlineData("() = a", "SyntaxError: can't assign to expression")]
    [InlineData("x = b'\\400'", "SyntaxError: invalid syntax")]
    public void What_the_bytecode_format_or_its_compiler_lacks_is_rejected(string source, string message)
    {
        var error = Source.Reject(source);
        Assert.Equal(message, $"{error.Type}: {error.Message}");
    }

    /// <summary>What the reference compiler lets pass: lenient in docs/differences.md.</summary>
    [Theory]
    [InlineData("class A(x for x in y): pass")]
    [InlineData("from __future__ import nothing")]
    [InlineData("def f(*): pass")]
    [InlineData("def f(*, **k): pass")]
    [InlineData("f(a=1, a=2)")]
    [InlineData("def f(): await x")]
    [InlineData("if 1:\n\tx\n        y")]
    [InlineData("b'é'")]
    [InlineData("async def f():\n  yield\n  return 1")]
    [InlineData("1__0")]
    [InlineData("1_")]
    public void What_the_reference_compiler_accepts_is_accepted(string source) => Assert.NotEmpty(Source.Compile(source));

    [Theory]
    [InlineData("x = '\\N{DASH}'", "NotImplementedError: unicode name escapes")]
    [InlineData("x = 1 if y else zzzz_", "RuntimeError: name too long")]
    public void Some_messages_have_no_place(string source, string message)
    {
        var error = Source.Reject(source.Replace("zzzz_", new string('z', 256)));
        Assert.Equal(message, error.ToMpyCrossText());
        Assert.Equal($"t.py: {message}", error.ToString());
    }

    [Fact]
    public void Syntax_errors_name_the_input_and_others_the_source_name()
    {
        var options = new CompilerOptions { InputPath = "dir/in.py", SourceName = "out.py" };
        Assert.Equal("dir/in.py", Source.Reject("a b", options).File);
        Assert.Equal("out.py", Source.Reject("return", options).File);
    }

    [Fact]
    public void Too_many_star_arguments_are_rejected_by_their_position()
    {
        var arguments = string.Join(",", Enumerable.Repeat("a", 30));
        Assert.Equal("too many args", Source.Reject($"f({arguments}, *b)").Message);
        Source.Compile($"f({arguments[2..]}, *b)");
    }

    [Fact]
    public void More_arguments_than_a_call_can_count_are_rejected()
    {
        var arguments = string.Join(",", Enumerable.Repeat("a", 255));
        Source.Compile($"f({arguments}, k=a)");
        Assert.Equal("too many args", Source.Reject($"f({arguments}, a)").Message);
        Assert.Equal("too many args", Source.Reject($"x.f({arguments}, a, *b)").Message);
    }

    [Fact]
    public void Native_functions_are_bytecode_when_the_program_is_to_run()
    {
        var options = new CompilerOptions { SourceName = "t.py", NativeAsBytecode = true };
        Assert.Equal(
            Source.Compile("@micropython.bytecode\ndef f(): return 1", options),
            Source.Compile("@micropython.native\ndef f(): return 1", options));
        Assert.Equal("viper code is not supported: 'f'", Source.Reject("@micropython.viper\ndef f(): return 1", options).Message);
    }

    [Fact]
    public void Jumps_beyond_fifteen_bits_are_rejected()
    {
        var body = string.Concat(Enumerable.Repeat("    f(1000, 2000, 3000)\n", 3000));
        Assert.Equal("bytecode overflow", Source.Reject($"while x:\n{body}").Message);
        Source.Compile(body.Replace("    ", ""));
    }
}
