namespace Krait.Hosting;

/// <summary>The standard input of the process, in lines. Another thread reads it, so that nobody has to wait longer than
/// they want to.</summary>
internal sealed class StandardInput
{
    private readonly byte[] buffer = new byte[8192];
    private readonly List<byte> line = [];
    private Stream? stream;
    private Task<int>? reading;

    // What has been read and not given out.
    private int start;
    private int end;

    /// <summary>Reads a line with its line feed, or what there is before the end of the input. False when that takes
    /// longer than <paramref name="patience"/>: what has come is kept.</summary>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public bool TryReadLine(TimeSpan patience, out ReadOnlyMemory<byte> read)
    {
        while (!TryTakeLine())
        {
            stream ??= SystemConsole.OpenInput();
            reading ??= Task.Run(() => stream.Read(buffer, 0, buffer.Length));
            if (Task.WaitAny([reading], patience) < 0)
            {
                read = default;
                return false;
            }
            var finished = reading;
            reading = null;
            (start, end) = (0, finished.GetAwaiter().GetResult());
            if (end == 0)
                break;
        }
        read = line.ToArray();
        line.Clear();
        return true;
    }

    /// <summary>Moves what has been read to the line, up to a line feed. False when there is none.</summary>
    private bool TryTakeLine()
    {
        var rest = buffer.AsSpan(start..end);
        var feed = rest.IndexOf((byte)'\n');
        var taken = feed < 0 ? rest : rest[..(feed + 1)];
        line.AddRange(taken);
        start += taken.Length;
        return feed >= 0;
    }
}
