namespace Krait.Mpy;

/// <summary>A growing run of bytes, with the two ways in which the format writes numbers.</summary>
internal sealed class ByteWriter(int capacity = 64)
{
    byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Write(byte value)
    {
        if (Length == bytes.Length)
            Array.Resize(ref bytes, Length * 2);
        bytes[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> values)
    {
        if (bytes.Length - Length < values.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + values.Length));
        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <summary>Writes a varuint: groups of seven bits, the highest first, all but the last marked by bit 7.</summary>
    public void WriteVarUint(ulong value)
    {
        var shift = value == 0 ? 0 : System.Numerics.BitOperations.Log2(value) / 7 * 7;
        for (; shift > 0; shift -= 7)
            Write((byte)(0x80 | value >> shift));
        Write((byte)(value & 0x7f));
    }

    /// <summary>Writes a signed number in as few groups as keep its sign in bit 6 of the first byte.</summary>
    public void WriteVarInt(long value)
    {
        var shift = 0;
        while (value >> shift is < -64 or > 63)
            shift += 7;
        for (; shift > 0; shift -= 7)
            Write((byte)(0x80 | value >> shift));
        Write((byte)(value & 0x7f));
    }
}
