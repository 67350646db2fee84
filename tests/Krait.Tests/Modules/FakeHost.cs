using System.Text;
using Krait.Capabilities;

namespace Krait.Tests.Modules;

/// <summary>A console that keeps what is written, and a clock that the test sets.</summary>
internal sealed class FakeHost : IConsole, IClock
{
    private readonly List<byte> output = [];
    private readonly List<byte> errors = [];

    public Queue<string> Input { get; } = [];

    public int Flushes { get; private set; }

    public string Output => Encoding.UTF8.GetString([.. output]);

    public string Errors => Encoding.UTF8.GetString([.. errors]);

    public bool IsInteractive => false;

    public long Now { get; set; }

    public long Monotonic { get; set; }

    public long ProcessTime => 5;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "Test", "TST");

    public void Write(ReadOnlySpan<byte> bytes) => output.AddRange(bytes);

    public void Flush() => Flushes++;

    public void WriteError(ReadOnlySpan<byte> bytes) => errors.AddRange(bytes);

    public ReadOnlyMemory<byte> ReadLine() => Input.TryDequeue(out var line) ? Encoding.UTF8.GetBytes(line) : default;

    public void Sleep(TimeSpan time, WaitHandle interrupted) => Monotonic += time.Ticks * 100;
}
