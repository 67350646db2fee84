using System.Text;

namespace Krait.Syntax;

/// <summary>
/// The bytes of a source file as the lexer reads them: line ends are LF, the last line has one, a zero byte reads
/// as 1. So zero can mark the end; a few of them follow the text, which spares the lexer's look-ahead all checks.
/// </summary>
internal sealed class SourceText
{
    public const int Padding = 3;

    public SourceText(ReadOnlySpan<byte> source)
    {
        Bytes = new byte[source.Length + 1 + Padding];
        if (!source.ContainsAny((byte)0, (byte)'\r'))
        {
            source.CopyTo(Bytes);
            Length = source.Length;
        }
        else
        {
            for (var i = 0; i < source.Length; i++)
            {
                if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
                    i++;
                Bytes[Length++] = source[i] switch { (byte)'\r' => (byte)'\n', 0 => 1, var other => other };
            }
        }
        if (Length > 0 && Bytes[Length - 1] != '\n')
            Bytes[Length++] = (byte)'\n';
    }

    /// <summary>The text and its padding of zeros.</summary>
    public byte[] Bytes { get; }

    public int Length { get; }

    /// <summary>The line that holds a position, without its end, and the position's column in characters from 1.</summary>
    public (string Line, int Column) Locate(int position)
    {
        var text = Bytes.AsSpan(0, Length);
        position = Math.Min(position, Length);
        var start = text[..position].LastIndexOf((byte)'\n') + 1;
        var rest = text[start..];
        var end = rest.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        return (line, Encoding.UTF8.GetCharCount(text[start..position]) + 1);
    }
}
