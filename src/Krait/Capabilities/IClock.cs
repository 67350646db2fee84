namespace Krait.Capabilities;

/// <summary>Time, and waiting for it to pass.</summary>
public interface IClock
{
    /// <summary>Nanoseconds since 1970-01-01 00:00 UTC.</summary>
    long Now { get; }

    /// <summary>Nanoseconds of a clock that never goes back; where it starts is unspecified.</summary>
    long Monotonic { get; }

    /// <summary>Nanoseconds of processor time that the process has used.</summary>
    long ProcessTime { get; }

    /// <summary>The local time zone.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>Waits; returns early when <paramref name="interrupted"/> is set.</summary>
    void Sleep(TimeSpan time, WaitHandle interrupted);
}
