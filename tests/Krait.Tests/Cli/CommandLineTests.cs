namespace Krait.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly Command krait = new();

    public void Dispose() => krait.Dispose();

    [Theory]
    [InlineData("pass", 0)]
    [InlineData("1/0", 1)]
    [InlineData("x = = 1", 1)]
    [InlineData("raise KeyboardInterrupt", 130)]
    [InlineData("import sys; sys.exit(3)", 3)]
    [InlineData("import sys; sys.exit()", 0)]
    [InlineData("import sys; sys.exit('text')", 1)]
    public void The_exit_code_says_how_it_ended(string program, int code) => Assert.Equal(code, krait.Run("-c", program).Code);

    [Fact]
    public void Arguments_reach_the_program()
    {
        krait.File("a.py", "import sys\nprint(sys.argv)");
        Assert.Equal((0, "['a.py', '-x', 'b']\n", ""), krait.Run("-X", "jit=off", "-X", "unknown", "a.py", "-x", "b"));
        Assert.Equal((0, "['a.py']\n", ""), krait.Run("run", "a.py"));
    }

    [Fact]
    public void A_syntax_error_is_shown_as_CPython_shows_it()
    {
        krait.File("bad.py", "x = 1\ny = = 2\n");
        var (code, output, errors) = krait.Run("bad.py");
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Equal("  File \"bad.py\", line 2\n    y = = 2\n        ^\nSyntaxError: invalid syntax\n", errors);
    }

    [Theory]
    [InlineData("-O", "0")]
    [InlineData("-O2")]
    [InlineData("-O")]
    [InlineData("-msmall-int-bits=31")]
    [InlineData("-s", "name.py")]
    public void Compile_takes_mpy_crosss_options(params string[] options)
    {
        krait.File("a.py", "print(6 * 7)");
        Assert.Equal((0, "", ""), krait.Run(["compile", .. options, "-o", "out.mpy", "a.py"]));
        Assert.Equal((0, "42\n", ""), krait.Run("out.mpy"));
    }

    [Fact]
    public void Compiling_a_bad_source_writes_nothing()
    {
        krait.File("bad.py", "x = = 1");
        var (code, _, errors) = krait.Run("compile", "bad.py");
        Assert.Equal(2, code);
        Assert.StartsWith("krait: bad.py:1:5: SyntaxError: invalid syntax", errors, StringComparison.Ordinal);
        Assert.Equal(["bad.py"], Directory.GetFiles(krait.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("missing.py", "krait: missing.py: no such file or folder\n")]
    [InlineData("missing.mpy", "krait: missing.mpy: no such file or folder\n")]
    [InlineData("--bogus", "krait: unknown option --bogus (krait --help)\n")]
    [InlineData(".", "krait: .: is a directory\n")]
    public void Bad_input_is_named(string argument, string message) => Assert.Equal((2, "", message), krait.Run(argument));

    [Fact]
    public void Bytes_that_are_no_program_are_refused_with_the_place()
    {
        krait.File("junk.mpy", [1, 2, 3, 4, 5, 6, 7, 8]);
        krait.File("old.mpy", [(byte)'M', 5, 0, 31, 0]);
        krait.File("latin.py", [(byte)'x', (byte)'=', (byte)'"', 0xff, (byte)'"']);
        Assert.StartsWith("krait: junk.mpy: offset 0: not a .mpy file", Fail(2, "junk.mpy"), StringComparison.Ordinal);
        Assert.Contains("MicroPython 1.12 to 1.18", Fail(2, "old.mpy"), StringComparison.Ordinal);
        Assert.Contains("SyntaxError: Non-UTF-8 code starting with '\\xff' in file latin.py on line 1", Fail(1, "latin.py"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_mpy_is_refused_wherever_it_ends()
    {
        krait.File("a.py", "def f(x):\n return x + 'abc'\nprint(f('d'))");
        Assert.Equal(0, krait.Run("compile", "a.py").Code);
        var whole = File.ReadAllBytes(Path.Combine(krait.Folder, "a.mpy"));
        foreach (var length in new[] { 0, 3, whole.Length / 2, whole.Length - 1 })
        {
            krait.File("cut.mpy", whole[..length]);
            Assert.StartsWith("krait: cut.mpy: offset ", Fail(2, "cut.mpy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named()
    {
        krait.File("a.py", "pass");
        Assert.StartsWith("krait: nowhere/a.mpy: no such file or folder", Fail(2, "compile", "-o", "nowhere/a.mpy", "a.py"), StringComparison.Ordinal);
    }

    private string Fail(int code, params string[] arguments)
    {
        var result = krait.Run(arguments);
        Assert.Equal(code, result.Code);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        return result.Errors;
    }
}
