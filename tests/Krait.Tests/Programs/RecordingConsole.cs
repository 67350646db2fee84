using System.Text;
using Krait.Capabilities;

namespace Krait.Tests.Programs;

/// <summary>Keeps both outputs in one stream, as the expected outputs have them.</summary>
internal sealed class RecordingConsole : IConsole
{
    private readonly List<byte> written = [];

    public string Text => Encoding.UTF8.GetString([.. written]);

    public bool IsInteractive => false;

    public void Write(ReadOnlySpan<byte> bytes) => written.AddRange(bytes);

    public void Flush()
    {
    }

    public void WriteError(ReadOnlySpan<byte> bytes) => written.AddRange(bytes);

    public ReadOnlyMemory<byte> ReadLine() => default;
}
