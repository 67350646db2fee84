namespace Krait.Syntax;

/// <summary>A growing run of bytes that is cleared and used again.</summary>
internal sealed class ByteBuilder
{
    byte[] bytes = new byte[64];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    public void Add(byte value)
    {
        if (Length == bytes.Length)
            Array.Resize(ref bytes, Length * 2);
        bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (bytes.Length - Length < values.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + values.Length));
        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    public void Truncate(int length) => Length = length;
}
