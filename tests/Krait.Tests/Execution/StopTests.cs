using System.Diagnostics;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Tests.Execution;

/// <summary>No single operation, however large, keeps a program from being stopped. The programs are those of
/// vectors/limits/programs.py; how soon they stop is measured by eng/delays.</summary>
public class StopTests
{
    /// <summary>Far more than the 50 ms that are promised: the machines that run tests are shared, and not all of them
    /// are fast.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>When to stop: long enough for what the larger operations work on to be there.</summary>
    private static readonly TimeSpan moment = TimeSpan.FromMilliseconds(200);

    public static TheoryData<string, string> Programs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var block in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "limits", "programs.py")).Split("## ")[1..])
                data.Add(block[..block.IndexOf('\n')], block[(block.IndexOf('\n') + 1)..]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_time_limit_stops_it(string name, string program)
    {
        var watch = Stopwatch.StartNew();
        AssertEnds(new Limits { Time = moment }, program, LimitKind.Time);
        Assert.True(watch.Elapsed < moment + patience, name);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Cancelling_stops_it(string name, string program)
    {
        using var engine = new Engine();
        using var timer = new Timer(_ => engine.Cancel(), null, moment, Timeout.InfiniteTimeSpan);
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => engine.Execute(program));
        Assert.True(watch.Elapsed < moment + patience, name);
        engine.Execute("assert [i for i in range(3)] == [0, 1, 2]");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_step_limit_stops_it(string name, string program)
    {
        var watch = Stopwatch.StartNew();
        AssertEnds(new Limits { Steps = 20_000 }, program, LimitKind.Steps);
        Assert.True(watch.Elapsed < patience, name);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_memory_limit_stops_it_before_much_more_is_allocated(string name, string program)
    {
        const long limit = 16 << 20;
        using var engine = new Engine(new EngineOptions { Limits = new Limits { AllocatedBytes = limit, Time = moment } });
        var before = GC.GetAllocatedBytesForCurrentThread();
        // Some allocate nothing and are ended by the clock.
        Assert.Throws<LimitReachedException>(() => engine.Execute(program));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 3 * limit, name);
    }

    private static void AssertEnds(Limits limits, string program, LimitKind kind)
    {
        using var engine = new Engine(new EngineOptions { Limits = limits });
        Assert.Equal(kind, Assert.Throws<LimitReachedException>(() => engine.Execute(program)).Kind);
    }
}
