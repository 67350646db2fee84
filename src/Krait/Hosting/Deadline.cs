using Krait.Core;

namespace Krait.Hosting;

/// <summary>Ends a run when its time is up; disposed when the run is over, and silent from then on.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Machine machine;
    private readonly Timer? timer;
    private readonly Lock guard = new();
    private bool isOver;

    public Deadline(Machine machine, TimeSpan time)
    {
        this.machine = machine;
        if (time != Timeout.InfiniteTimeSpan)
            timer = new Timer(static state => ((Deadline)state!).Pass(), this, time, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (timer is null)
            return;
        lock (guard)
            isOver = true;
        timer.Dispose();
        machine.Withdraw(PollReason.Time);
    }

    private void Pass()
    {
        lock (guard)
            if (!isOver)
                machine.Request(PollReason.Time);
    }
}
