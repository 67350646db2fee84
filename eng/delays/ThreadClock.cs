using System.Runtime.InteropServices;

namespace Krait.Delays;

/// <summary>The processor time of a thread, which any thread of the process may read: how long a program went on is the
/// same on a machine that is busy with other things. Linux only.</summary>
internal sealed partial class ThreadClock
{
    // A thread's clock is its number with these bits below (linux/posix-timers.h).
    private readonly int clock = (~GetThread() << 3) | 6;

    /// <summary>What the thread that made this has used.</summary>
    public TimeSpan Now
    {
        get
        {
            if (GetTime(clock, out var time) != 0)
                throw new PlatformNotSupportedException("no clock for threads");
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThread();

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
