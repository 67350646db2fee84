using System.Diagnostics;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Delays;

/// <summary>How long a program went on after it should have stopped.</summary>
/// <param name="Wall">On the clock on the wall, in which other processes have their share.</param>
/// <param name="Work">In processor time of its thread.</param>
internal readonly record struct Delay(TimeSpan Wall, TimeSpan Work);

/// <summary>The ways to stop a program from outside.</summary>
internal static class Stops
{
    /// <summary>By a time limit.</summary>
    public static Delay ByTime(StoppedProgram program, TimeSpan moment)
    {
        using var engine = new Engine(new EngineOptions { Limits = new Limits { Time = moment } });
        // Only the wall tells when the limit was reached.
        var start = Stopwatch.GetTimestamp();
        Run(engine, program);
        return new Delay(Stopwatch.GetElapsedTime(start) - moment, TimeSpan.Zero);
    }

    /// <summary>By another thread that cancels.</summary>
    public static Delay ByCancelling(StoppedProgram program, TimeSpan moment)
    {
        using var engine = new Engine();
        var clock = new ThreadClock();
        long cancelled = 0;
        var worked = TimeSpan.Zero;
        var canceller = new Thread(() =>
        {
            Thread.Sleep(moment);
            engine.Cancel();
            worked = clock.Now;
            cancelled = Stopwatch.GetTimestamp();
        });
        canceller.Start();
        Run(engine, program);
        var (work, end) = (clock.Now, Stopwatch.GetTimestamp());
        canceller.Join();
        return new Delay(Stopwatch.GetElapsedTime(cancelled, end), work - worked);
    }

    private static void Run(Engine engine, StoppedProgram program)
    {
        try
        {
            engine.Execute(program.Source);
        }
        catch (LimitReachedException)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        throw new InvalidOperationException($"{program.Name} ended by itself");
    }
}
