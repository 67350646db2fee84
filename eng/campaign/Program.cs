using System.Diagnostics;
using System.Globalization;
using Krait.Campaign;

// Long runs of mutated files: see Mutator for how they are made, Case for how one is run, Watchdog for how a run that
// dies or hangs is found.
var root = Root();
if (args is not ["mpy", .. var rest] || CampaignOptions.Parse(rest, root) is not { } options)
{
    Console.Error.WriteLine("""
        usage: campaign mpy [--count N] [--seed N] [--corpus FOLDER] [--keep FOLDER] [--check]
            loads and runs N mutated .mpy files; adds a line to docs/results/campaigns.tsv
            --corpus  mutates the .py and .mpy files of this folder too
            --keep    writes failing mutants to this folder
            --check   checks what docs/verifier.md promises before each instruction
        """);
    return 2;
}
if (options.First is { } first)
    return Worker.Run(options, first);

var watchdog = new Watchdog(options);
watchdog.Run();
var tally = watchdog.Tally;
Console.WriteLine(tally);
foreach (var (number, what) in tally.Failures)
    Console.WriteLine($"case {number}: {what}");
Keep();
AddRow();
return tally.Failures.Count == 0 ? 0 : 1;

void Keep()
{
    if (options.Keep is not { } folder || tally.Failures.Count == 0)
        return;
    Directory.CreateDirectory(folder);
    var mutator = new Mutator(Corpus.Read(root, options.Corpus), options.Seed);
    foreach (var (number, what) in tally.Failures)
    {
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{options.Seed}-{number}"));
        File.WriteAllBytes(name + ".mpy", mutator.Make(number));
        File.WriteAllText(name + ".txt", what.Replace(" | ", "\n", StringComparison.Ordinal));
    }
}

void AddRow()
{
    var file = Path.Combine(root, "docs/results/campaigns.tsv");
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    if (!File.Exists(file))
        File.WriteAllText(file, "date\tcommit\tcampaign\tseed\tcount\tCPU seconds\tfailures\n");
    File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}\t{Commit()}\tmpy{(options.IsChecked ? " --check" : "")}\t{options.Seed}\t{options.Count}\t{tally.ProcessorTime.TotalSeconds:0}\t{tally.Failures.Count}\n"));
}

string Commit()
{
    using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, "rev-parse", "--short=12", "HEAD"]) { RedirectStandardOutput = true })!;
    return git.StandardOutput.ReadToEnd().Trim();
}

static string Root()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "Krait.slnx")))
            return folder.FullName;
    }
    throw new InvalidOperationException("no Krait.slnx above the program");
}
