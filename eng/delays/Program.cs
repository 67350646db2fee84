using System.Globalization;
using Krait.Delays;

// How long after a limit each program of tests/Krait.Tests/vectors/limits/programs.py stops. Every program is stopped
// at several moments, spread over its setup and its work, so that a piece of work that does not look up is met.
const double Promise = 50;
if (args.Length > 2 || args is ["-h" or "--help"] || !int.TryParse(args.ElementAtOrDefault(0) ?? "10", CultureInfo.InvariantCulture, out var samples))
{
    Console.Error.WriteLine("""
        usage: delays [SAMPLES [PART OF A NAME]]
            prints how many milliseconds after a time limit and after a cancellation each program stops, on the clock
            on the wall and in processor time; * marks more than 50 ms of processor time
        """);
    return 2;
}
var part = args.ElementAtOrDefault(1) ?? "";
var programs = StoppedProgram.ReadAll().Where(program => program.Name.Contains(part, StringComparison.Ordinal)).ToList();
if (programs.Count == 0)
{
    Console.Error.WriteLine($"delays: no program has '{part}' in its name");
    return 2;
}
// What is compiled for the first time in a process is not counted.
Stops.ByTime(programs[0], TimeSpan.FromSeconds(1));
Console.WriteLine("time\tmax\tcancel\tmax\twork\tmax\tprogram");
var over = 0;
var all = new List<double>();
foreach (var program in programs)
{
    var byTime = Sorted(Measure(program, Stops.ByTime), delay => delay.Wall);
    var cancelled = Measure(program, Stops.ByCancelling);
    var byCancelling = Sorted(cancelled, delay => delay.Wall);
    var work = Sorted(cancelled, delay => delay.Work);
    all.AddRange(work);
    over += work[^1] > Promise ? 1 : 0;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{Middle(byTime):0.0}\t{byTime[^1]:0.0}\t{Middle(byCancelling):0.0}\t{byCancelling[^1]:0.0}\t{Middle(work):0.0}\t{work[^1]:0.0}\t{program.Name}{(work[^1] > Promise ? " *" : "")}"));
}
all.Sort();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{over} programs worked on for more than {Promise} ms; median {Middle(all):0.00} ms, 99th percentile {all[all.Count * 99 / 100]:0.0} ms"));
return over == 0 ? 0 : 1;

Delay[] Measure(StoppedProgram program, Func<StoppedProgram, TimeSpan, Delay> stop)
{
    var delays = new Delay[samples];
    for (var i = 0; i < samples; i++)
    {
        // From 30 ms to a second: in the setup, and early and late in a long piece of work.
        delays[i] = stop(program, TimeSpan.FromMilliseconds(30 * Math.Pow(32, i / Math.Max(samples - 1.0, 1))));
        GC.Collect();
    }
    return delays;
}

static List<double> Sorted(Delay[] delays, Func<Delay, TimeSpan> measure) => [.. delays.Select(delay => measure(delay).TotalMilliseconds).Order()];

static double Middle(List<double> sorted) => sorted[sorted.Count / 2];
