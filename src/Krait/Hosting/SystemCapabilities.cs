using System.Diagnostics;
using System.Security.Cryptography;
using Krait.Capabilities;
using Krait.Mpy;

namespace Krait.Hosting;

/// <summary>The real things: what the command line hands to a program.</summary>
public static class SystemCapabilities
{
    /// <summary>Standard streams, files, clock, randomness and environment of this process.</summary>
    public static CapabilitySet All { get; } = new()
    {
        Console = new SystemConsole(),
        Files = new SystemFiles(),
        Clock = new SystemClock(),
        Random = new SystemRandom(),
        Environment = new SystemEnvironment(),
    };
}

/// <summary>The standard streams of the process. Output is kept until 8 KiB are there, or a line when a person reads it.</summary>
public sealed class SystemConsole : IConsole
{
    private readonly byte[] buffer = new byte[8192];
    private readonly Stream output = Open(1, Console.OpenStandardOutput());
    private readonly Stream error = Open(2, Console.OpenStandardError());
    private readonly StandardInput input = new();
    private int kept;

    /// <summary>The console's own stream hides that a pipe's reader has gone, and a program would write to nobody for
    /// ever. A file stays with it: it shares its position with other processes.</summary>
    private static Stream Open(int descriptor, Stream shared)
    {
        if (OperatingSystem.IsWindows())
            return shared;
        try
        {
            var direct = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return direct.CanSeek ? shared : direct;
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The descriptor is closed: the console's stream knows what to do then.
            return shared;
        }
    }

    /// <inheritdoc/>
    public bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (kept + bytes.Length > buffer.Length)
            Flush();
        if (bytes.Length > buffer.Length)
        {
            Send(output, bytes);
            return;
        }
        bytes.CopyTo(buffer.AsSpan(kept));
        kept += bytes.Length;
        if (!Console.IsOutputRedirected && bytes.Contains((byte)'\n'))
            Flush();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        var count = kept;
        kept = 0;
        if (count > 0)
            Send(output, buffer.AsSpan(0, count));
        output.Flush();
    }

    /// <inheritdoc/>
    public void WriteError(ReadOnlySpan<byte> bytes)
    {
        Flush();
        Send(error, bytes);
        error.Flush();
    }

    private static void Send(Stream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (UnauthorizedAccessException problem)
        {
            // What .NET says for a descriptor that is closed or not open for writing.
            throw new IOException("the stream is closed", problem);
        }
    }

    /// <summary>Standard input as a stream: an empty one when the process was begun without.</summary>
    public static Stream OpenInput()
    {
        const int CloseOnExec = 0x80000;
        try
        {
            // The descriptor is then what the runtime opened first, and reading it would wait for ever. What a process
            // opens itself is marked not to outlive it; what it was given cannot be.
            foreach (var fact in File.ReadLines("/proc/self/fdinfo/0"))
                if (fact.StartsWith("flags:", StringComparison.Ordinal) && (Convert.ToInt32(fact[6..].Trim(), 8) & CloseOnExec) != 0)
                    return Stream.Null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Only Linux tells; elsewhere the descriptor is taken for what it should be.
        }
        return Console.OpenStandardInput();
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadLine()
    {
        _ = input.TryReadLine(Timeout.InfiniteTimeSpan, out var line);
        return line;
    }

    /// <inheritdoc/>
    public bool TryReadLine(TimeSpan patience, out ReadOnlyMemory<byte> line) => input.TryReadLine(patience, out line);
}

/// <summary>The files of the machine.</summary>
public sealed class SystemFiles : IFileSystem
{
    /// <inheritdoc/>
    public bool IsFile(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool IsFolder(string path) => Directory.Exists(path.Length == 0 ? "." : path);

    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string path) =>
        [.. Directory.EnumerateFileSystemEntries(path.Length == 0 ? "." : path).Select(entry => Path.GetFileName(entry)!)];

    /// <inheritdoc/>
    public string? ImmutablePath(string path) => path;
}

/// <summary>The clock of the machine.</summary>
public sealed class SystemClock : IClock
{
    /// <inheritdoc/>
    public long Now => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;

    /// <inheritdoc/>
    public long Monotonic => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <inheritdoc/>
    public long ProcessTime => System.Environment.CpuUsage.TotalTime.Ticks * 100;

    /// <inheritdoc/>
    public TimeZoneInfo Zone => TimeZoneInfo.Local;

    /// <inheritdoc/>
    public void Sleep(TimeSpan time, WaitHandle interrupted)
    {
        ArgumentNullException.ThrowIfNull(interrupted);
        interrupted.WaitOne(time);
    }
}

/// <summary>The machine's random numbers.</summary>
public sealed class SystemRandom : IRandom
{
    /// <inheritdoc/>
    public void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
}

/// <summary>The environment of the process.</summary>
public sealed class SystemEnvironment : IEnvironment
{
    /// <inheritdoc/>
    public string? Get(string name) => System.Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. System.Environment.GetEnvironmentVariables().Keys.Cast<string>()];
}
