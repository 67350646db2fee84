using Krait.Capabilities;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>The module time: clocks and waiting. <c>TimeModule.Calendar.cs</c> has dates, <see cref="TimeFormat"/> their
/// text.</summary>
[PyModule("time", PositionalOnly = true)]
internal static partial class TimeModule
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Ticks wrap around here, so that programs for small machines find what they expect.</summary>
    private const long TicksPeriod = 1L << 30;

    /// <summary>How long a wait lasts before it looks whether the program was interrupted.</summary>
    private const long LongestNap = 20_000_000;

    [PyFunction("time")]
    internal static Status Now(Machine machine, ref Value result) => Seconds(machine, static clock => clock.Now, ref result);

    [PyFunction("time_ns")]
    internal static Status NowNanoseconds(Machine machine, ref Value result) => Read(machine, static clock => clock.Now, 1, ref result);

    [PyFunction("monotonic")]
    internal static Status Monotonic(Machine machine, ref Value result) => Seconds(machine, static clock => clock.Monotonic, ref result);

    [PyFunction("monotonic_ns")]
    internal static Status MonotonicNanoseconds(Machine machine, ref Value result) =>
        Read(machine, static clock => clock.Monotonic, 1, ref result);

    [PyFunction("perf_counter")]
    internal static Status PerformanceCounter(Machine machine, ref Value result) =>
        Seconds(machine, static clock => clock.Monotonic, ref result);

    [PyFunction("perf_counter_ns")]
    internal static Status PerformanceCounterNanoseconds(Machine machine, ref Value result) =>
        Read(machine, static clock => clock.Monotonic, 1, ref result);

    [PyFunction("process_time")]
    internal static Status ProcessTime(Machine machine, ref Value result) => Seconds(machine, static clock => clock.ProcessTime, ref result);

    [PyFunction("process_time_ns")]
    internal static Status ProcessTimeNanoseconds(Machine machine, ref Value result) =>
        Read(machine, static clock => clock.ProcessTime, 1, ref result);

    [PyFunction("sleep")]
    internal static Status Sleep(Machine machine, double seconds)
    {
        if (double.IsNaN(seconds))
            return machine.Raise(Types.ValueError, "Invalid value NaN (not a number)");
        if (seconds < 0)
            return machine.Raise(Types.ValueError, "sleep length must be non-negative");
        return seconds > long.MaxValue / (double)NanosecondsPerSecond
            ? machine.Raise(Types.OverflowError, "timestamp too large to convert to C _PyTime_t")
            : Wait(machine, (long)(seconds * NanosecondsPerSecond));
    }

    [PyFunction("sleep_ms")]
    internal static Status SleepMilliseconds(Machine machine, long milliseconds) => Wait(machine, milliseconds, 1_000_000);

    [PyFunction("sleep_us")]
    internal static Status SleepMicroseconds(Machine machine, long microseconds) => Wait(machine, microseconds, 1_000);

    [PyFunction("ticks_ms")]
    internal static Status TicksMilliseconds(Machine machine, ref Value result) => Ticks(machine, 1_000_000, ref result);

    [PyFunction("ticks_us")]
    internal static Status TicksMicroseconds(Machine machine, ref Value result) => Ticks(machine, 1_000, ref result);

    [PyFunction("ticks_cpu")]
    internal static Status TicksProcessor(Machine machine, ref Value result) => Ticks(machine, 1, ref result);

    [PyFunction("ticks_add")]
    internal static Status TicksAdd(Machine machine, long ticks, long delta, ref Value result)
    {
        if (delta is >= TicksPeriod / 2 or < -TicksPeriod / 2)
            return machine.Raise(Types.OverflowError, "ticks interval overflow");
        result.SetInt((ticks + delta) & (TicksPeriod - 1));
        return Status.Ok;
    }

    [PyFunction("ticks_diff")]
    internal static long TicksDifference(long end, long start) =>
        ((end - start + TicksPeriod / 2) & (TicksPeriod - 1)) - TicksPeriod / 2;

    private static Status Seconds(Machine machine, Func<IClock, long> read, ref Value result)
    {
        if (machine.Capabilities.Clock is not { } clock)
            return Denied.Raise(machine, "clock");
        result.SetFloat(read(clock) / (double)NanosecondsPerSecond);
        return Status.Ok;
    }

    private static Status Read(Machine machine, Func<IClock, long> read, long unit, ref Value result)
    {
        if (machine.Capabilities.Clock is not { } clock)
            return Denied.Raise(machine, "clock");
        result.SetInt(read(clock) / unit);
        return Status.Ok;
    }

    private static Status Ticks(Machine machine, long unit, ref Value result)
    {
        var status = Read(machine, static clock => clock.Monotonic, unit, ref result);
        if (status == Status.Ok)
            result.SetInt(result.Bits & (TicksPeriod - 1));
        return status;
    }

    private static Status Wait(Machine machine, long count, long unit) => count > long.MaxValue / unit
        ? machine.Raise(Types.OverflowError, "timestamp too large to convert to C _PyTime_t")
        : Wait(machine, Math.Max(count, 0) * unit);

    /// <summary>Waits in naps: between them the program may be cancelled or interrupted.</summary>
    private static Status Wait(Machine machine, long nanoseconds)
    {
        if (machine.Capabilities.Clock is not { } clock)
            return Denied.Raise(machine, "clock");
        using var never = new ManualResetEvent(false);
        var start = clock.Monotonic;
        for (long passed; (passed = clock.Monotonic - start) < nanoseconds;)
        {
            if (machine.Poll != 0 && machine.AnswerPoll() != Status.Ok)
                return Status.Raised;
            clock.Sleep(TimeSpan.FromTicks(Math.Max(1, Math.Min(nanoseconds - passed, LongestNap) / 100)), never);
        }
        return Status.Ok;
    }
}
