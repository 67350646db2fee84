namespace Krait.Tests.Cli;

/// <summary>Whatever is given instead of a good file: one line that says what and where, exit code 2, nothing half-written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Command krait = new();

    public void Dispose() => krait.Dispose();

    [Theory]
    [InlineData("missing.py", "missing.py: no such file or folder")]
    [InlineData("nowhere/a.py", "nowhere/a.py: no such file or folder")]
    [InlineData("folder.py", "folder.py: is a directory")]
    [InlineData("long", "the name is too long")]
    public void What_cannot_be_read_is_named_by_every_verb(string file, string message)
    {
        Directory.CreateDirectory(Path.Combine(krait.Folder, "folder.py"));
        if (file == "long")
            file = new string('n', 300) + ".py";
        foreach (string[] verb in (string[][])[["run"], ["compile"], ["dump"]])
        {
            var errors = Refuse([.. verb, file]);
            Assert.EndsWith(message + "\n", errors, StringComparison.Ordinal);
            Assert.Single(errors.TrimEnd('\n').Split('\n'));
        }
        Assert.Empty(Directory.GetFiles(krait.Folder));
    }

    [Fact]
    public void A_folder_that_ends_in_mpy_is_a_folder()
    {
        Directory.CreateDirectory(Path.Combine(krait.Folder, "folder.mpy"));
        Assert.Equal("krait: folder.mpy: is a directory\n", Refuse("folder.mpy"));
    }

    public static TheoryData<byte[], string> NoModules => new()
    {
        { [], "offset 0: too short" },
        { [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "offset 0: not a .mpy file" },
        { [(byte)'M', 5, 0, 31, 0, 0], "offset 1: version 5 is not supported" },
        { [(byte)'M', 6, 0, 200, 0, 0], "offset 3:" },
        // One native function of one byte.
        { [(byte)'M', 6, 0x0b, 31, 1, 0, 2, (byte)'f', 0, 9, 0xc3, 0], "offset 2: made for x64: native code cannot run here" },
        { [(byte)'M', 6, 0, 31, 2], "the file ends too early" },
    };

    [Theory]
    [MemberData(nameof(NoModules))]
    public void What_is_no_module_for_this_machine_is_refused_with_the_place(byte[] bytes, string message)
    {
        krait.File("bad.mpy", bytes);
        var errors = Refuse("bad.mpy");
        Assert.StartsWith("krait: bad.mpy: offset ", errors, StringComparison.Ordinal);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_imported_and_damaged_is_an_ImportError_with_the_place()
    {
        krait.File("good.py", "def f(x):\n return x + 'abc'\n");
        Assert.Equal(0, krait.Run("compile", "-o", "bad.mpy", "good.py").Code);
        var path = Path.Combine(krait.Folder, "bad.mpy");
        var whole = File.ReadAllBytes(path);
        krait.File("main.py", "try:\n import bad\nexcept ImportError as problem:\n print(str(problem).split(':')[:2])\n");
        File.WriteAllBytes(path, whole[..^3]);
        Assert.Equal((0, $"['bad.mpy', ' offset {whole.Length - 3}']\n", ""), krait.Run("main.py"));
        whole[^1] = 0x0f;
        File.WriteAllBytes(path, whole);
        var (code, output, _) = krait.Run("main.py");
        Assert.Equal(0, code);
        Assert.StartsWith("['bad.mpy', ' offset ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Junk_and_text_that_is_not_UTF_8_are_no_program()
    {
        krait.File("junk.py", [0, 1, 0xff, 0x80, (byte)'j']);
        var (code, output, errors) = krait.Run("junk.py");
        Assert.Equal((1, ""), (code, output));
        Assert.EndsWith("SyntaxError: Non-UTF-8 code starting with '\\xff' in file junk.py on line 1\n", errors, StringComparison.Ordinal);
        Assert.StartsWith("krait: junk.py:1:1: SyntaxError: invalid syntax", Refuse("compile", "junk.py"), StringComparison.Ordinal);
        Assert.Equal(["junk.py"], Directory.GetFiles(krait.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void An_output_that_is_a_folder_leaves_nothing_behind()
    {
        krait.File("a.py", "pass");
        Directory.CreateDirectory(Path.Combine(krait.Folder, "out"));
        Assert.StartsWith("krait: out: is a directory", Refuse("compile", "-o", "out", "a.py"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["a.py"], Directory.GetFiles(krait.Folder).Select(Path.GetFileName));
    }

    private string Refuse(params string[] arguments)
    {
        var (code, output, errors) = krait.Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("krait: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors;
    }
}
