namespace Krait.Capabilities;

/// <summary>Standard input, output and error of a program.</summary>
public interface IConsole
{
    /// <summary>Writes bytes (UTF-8 text) to standard output; may keep them until <see cref="Flush"/>.</summary>
    /// <exception cref="IOException">The output is closed or cannot be written.</exception>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Sends what was kept.</summary>
    /// <exception cref="IOException">The output is closed or cannot be written.</exception>
    void Flush();

    /// <summary>Writes bytes to standard error at once.</summary>
    /// <exception cref="IOException">The output is closed or cannot be written.</exception>
    void WriteError(ReadOnlySpan<byte> bytes);

    /// <summary>Reads a line with its line feed; empty at the end of the input.</summary>
    /// <exception cref="IOException">The input cannot be read.</exception>
    ReadOnlyMemory<byte> ReadLine();

    /// <summary>Reads a line like <see cref="ReadLine"/>, but waits no longer than <paramref name="patience"/> for it: a
    /// program that waits for input can be stopped. A console on which one may wait long should have its own.</summary>
    /// <returns>False when no whole line has come yet; what has come is kept.</returns>
    /// <exception cref="IOException">The input cannot be read.</exception>
    bool TryReadLine(TimeSpan patience, out ReadOnlyMemory<byte> line)
    {
        line = ReadLine();
        return true;
    }

    /// <summary>Whether a person sits at standard input and output.</summary>
    bool IsInteractive { get; }
}
