using System.Diagnostics;
using System.Globalization;

namespace Krait.Campaign;

/// <summary>The parent process: starts a child, listens, and starts another behind the case that ended it.</summary>
internal sealed class Watchdog(CampaignOptions options)
{
    /// <summary>A child that says nothing for so long hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Reading and compiling the corpus comes before the first case.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private int next;
    private int running = -1;

    /// <summary>Milliseconds of CPU time of the child that runs: once it has ended nobody can be asked.</summary>
    private double processor;

    public Tally Tally { get; } = new();

    /// <summary>Runs all cases.</summary>
    public void Run()
    {
        while (next < options.Count)
            RunChild();
    }

    private void RunChild()
    {
        using var child = Process.Start(Start())!;
        running = -1;
        processor = 0;
        var ended = Listen(child);
        if (ended == ChildEnd.Hangs)
            child.Kill();
        child.WaitForExit();
        Tally.Add(TimeSpan.FromMilliseconds(processor));
        if (ended == ChildEnd.Hangs || child.ExitCode != 0)
        {
            if (running < 0)
                throw new InvalidOperationException($"a child ended before its first case, with exit code {child.ExitCode}");
            Tally.Failed(running, ended == ChildEnd.Hangs ? "hang" : $"death {child.ExitCode}");
            next = running + 1;
        }
    }

    private ChildEnd Listen(Process child)
    {
        while (true)
        {
            var line = child.StandardOutput.ReadLineAsync();
            if (!line.Wait(running < 0 ? StartPatience : Patience))
                return ChildEnd.Hangs;
            if (line.Result is not { } said)
                return ChildEnd.Exits;
            var parts = said.Split(' ', 7);
            var number = int.Parse(parts[1], CultureInfo.InvariantCulture);
            if (parts[0] == "case")
            {
                running = number;
                continue;
            }
            Tally.Add(number, Enum.Parse<Outcome>(parts[2]), parts[3] == "late", Number(parts[4]), parts[6]);
            processor = Number(parts[5]);
            next = number + 1;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments =
        [
            "mpy", "--count", Text(options.Count), "--seed", Text(options.Seed), "--first", Text(next),
            .. options.Corpus is { } corpus ? (string[])["--corpus", corpus] : [],
            .. options.IsChecked ? (string[])["--check"] : [],
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private enum ChildEnd
    {
        Exits,
        Hangs,
    }
}
