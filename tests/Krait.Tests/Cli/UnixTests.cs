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
