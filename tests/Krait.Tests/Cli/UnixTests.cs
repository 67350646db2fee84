namespace Krait.Tests.Cli;

/// <summary>Pipes, full disks and signals, where there is a /bin/sh and a /dev/full.</summary>
public sealed class UnixTests : IDisposable
{
    private readonly Command krait = new();

    public void Dispose() => krait.Dispose();

    [Fact]
    public void A_reader_that_goes_away_ends_the_program_quietly()
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("big.py", "while True: print('line')");
        var (_, output, errors) = krait.Shell("{ $K big.py; echo $? > code; } | head -1");
        Assert.Equal("line\n", output);
        Assert.Equal("", errors);
        Assert.Equal("141\n", File.ReadAllText(Path.Combine(krait.Folder, "code")));
    }

    [Fact]
    public void A_full_disk_is_an_error_and_leaves_no_half_file()
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", "print(1)");
        Assert.Equal((2, "", "krait: cannot write to standard output: No space left on device\n"), krait.Shell("$K a.py > /dev/full"));
        var (code, _, errors) = krait.Shell("$K compile -o /dev/full a.py");
        Assert.Equal(2, code);
        Assert.StartsWith("krait: /dev/full: No space left on device", errors, StringComparison.Ordinal);
        Assert.True(File.Exists("/dev/full"));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("compile --help")]
    [InlineData("compile -o - a.py")]
    [InlineData("dump a.mpy")]
    [InlineData("explain --instructions")]
    [InlineData("explain --instructions --json")]
    public void Whatever_a_verb_prints_a_full_disk_is_an_error(string verb)
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", "print(1)");
        Assert.Equal(0, krait.Run("compile", "a.py").Code);
        Assert.Equal((2, "", "krait: cannot write to standard output: No space left on device\n"), krait.Shell($"$K {verb} > /dev/full"));
    }

    [Theory]
    [InlineData("dump a.mpy")]
    [InlineData("explain --instructions")]
    [InlineData("a.py")]
    public void Whatever_is_printed_a_reader_that_goes_away_is_141(string verb)
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", "for i in range(100000): print(i)");
        Assert.Equal(0, krait.Run("compile", "a.py").Code);
        // The reader has gone before the first byte is written.
        var (_, output, errors) = krait.Shell($"{{ sleep 0.2; $K {verb}; echo $? > code; }} | true");
        Assert.Equal(("", ""), (output, errors));
        Assert.Equal("141\n", File.ReadAllText(Path.Combine(krait.Folder, "code")));
    }

    [Fact]
    public void A_full_disk_behind_a_link_keeps_the_link()
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", "print(1)");
        var (code, _, errors) = krait.Shell("ln -s /dev/full a.mpy; $K compile a.py");
        Assert.Equal((2, "krait: a.mpy: No space left on device\n"), (code, errors));
        Assert.Equal("/dev/full", File.ResolveLinkTarget(Path.Combine(krait.Folder, "a.mpy"), returnFinalTarget: false)!.FullName);
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_or_written_is_named()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Its first page is not mapped: reading it is an error for everybody.
        Assert.Equal((2, "", "krait: /proc/self/mem: Input/output error\n"), krait.Run("/proc/self/mem"));
        if (Environment.IsPrivilegedProcess)
            return;
        krait.File("a.py", "print(1)");
        Assert.Equal((2, "", "krait: a.py: permission denied\n"), krait.Shell("chmod 0 a.py; $K a.py"));
        Assert.Equal((2, "", "krait: a.mpy: permission denied\n"), krait.Shell("chmod 444 a.py; echo old > a.mpy; chmod 444 a.mpy; $K compile a.py"));
    }

    [Fact]
    public void A_pipe_is_read_and_written_as_a_file()
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", "print(6 * 7)");
        Assert.Equal((0, "42\n", ""), krait.Shell("mkfifo in; cat a.py > in & $K in"));
        Assert.Equal((0, "42\n", ""), krait.Shell("mkfifo in.mpy; $K compile -o in.mpy a.py & $K in.mpy; test -p in.mpy"));
    }

    [Fact]
    public void Standard_input_that_is_a_folder_is_refused()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal((2, "", "krait: <stdin>: Is a directory\n"), krait.Shell("$K - < ."));
    }

    [Fact]
    public void With_standard_error_closed_the_exit_code_says_it()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal((2, "", ""), krait.Shell("$K missing.py 2>&-"));
    }

    [Theory]
    [InlineData("import time\nprint('ready', flush=True)\ntime.sleep(60)")]
    [InlineData("print('ready', flush=True)\nwhile True: pass")]
    [InlineData("print('ready', flush=True)\nsum(iter(int, 1))")]
    public void Ctrl_C_is_a_KeyboardInterrupt_and_130(string program)
    {
        if (!OperatingSystem.IsLinux())
            return;
        krait.File("a.py", program);
        var process = krait.Start("dotnet", [Command.Executable, "a.py"]);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]))
            kill.WaitForExit();
        var (code, _, errors) = Command.Finish(process);
        Assert.Equal(130, code);
        Assert.EndsWith("KeyboardInterrupt\n", errors, StringComparison.Ordinal);
    }
}
