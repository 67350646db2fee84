namespace Krait.Core;

/// <summary>What one run of a script may use. The defaults bound recursion only.</summary>
public sealed record Limits
{
    /// <summary>Steps (taken backward jumps, calls, and units charged by built-ins: 1 per 64 elements or bytes).</summary>
    public long Steps { get; init; } = long.MaxValue;

    /// <summary>Bytes that may be allocated in total, freed ones included.</summary>
    public long AllocatedBytes { get; init; } = long.MaxValue;

    /// <summary>Wall-clock time of one run.</summary>
    public TimeSpan Time { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Python frames that may be active at once before RecursionError.</summary>
    public int Recursion { get; init; } = 1000;
}

/// <summary>Which limit ended a run.</summary>
public enum LimitKind
{
    /// <summary>None did.</summary>
    None,

    /// <summary>The step budget is used up.</summary>
    Steps,

    /// <summary>The allocation budget is used up.</summary>
    Memory,

    /// <summary>The time is up.</summary>
    Time,

    /// <summary>The host cancelled the run.</summary>
    Cancelled,
}
