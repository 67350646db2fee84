using System.Globalization;

namespace Krait.Campaign;

/// <summary>The child process: runs cases one after the other and says on standard output which one it begins and how
/// each ended, so that the parent knows where it died or hangs.</summary>
internal static class Worker
{
    /// <summary>How long beyond the budget a case may take.</summary>
    private static readonly TimeSpan Allowed = Case.Limits.Time + TimeSpan.FromMilliseconds(50);

    /// <summary>How often a late case is run again: another process may have had the machine.</summary>
    private const int Retries = 3;

    public static int Run(CampaignOptions options, int first)
    {
        var mutator = new Mutator(Corpus.Read(options.Root, options.Corpus), options.Seed);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var number = first; number < options.Count; number++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"case {number}"));
            var bytes = mutator.Make(number);
            var result = Case.Run(bytes, options.IsChecked);
            for (var retry = 0; retry < Retries && result.Time > Allowed && !result.IsFailure; retry++)
                result = Case.Run(bytes, options.IsChecked);
            var late = result.Time > Allowed ? "late" : "timely";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"done {number} {result.Outcome} {late} {result.Time.TotalMilliseconds:0.0} {Environment.CpuUsage.TotalTime.TotalMilliseconds:0} {result.Detail.ReplaceLineEndings(" | ")}"));
        }
        return 0;
    }
}
