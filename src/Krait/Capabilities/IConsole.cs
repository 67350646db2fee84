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

    /// <summary>Whether a person sits at standard input and output.</summary>
    bool IsInteractive { get; }
}
