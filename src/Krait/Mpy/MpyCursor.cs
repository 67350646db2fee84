namespace Krait.Mpy;

/// <summary>Reads a file from front to end within its bounds; remembers the first thing that is wrong.</summary>
internal ref struct MpyCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Where the next byte lies.</summary>
    public int Offset { get; private set; }

    /// <summary>What is wrong, once a method has answered false.</summary>
    public MpyError? Error { get; private set; }

    public readonly int Remaining => bytes.Length - Offset;

    /// <summary>The next byte; the caller has checked that there is one.</summary>
    public byte Byte() => bytes[Offset++];

    public bool TryByte(out byte value)
    {
        value = 0;
        if (Remaining == 0)
            return Truncated();
        value = Byte();
        return true;
    }

    /// <summary>A number in groups of seven bits, the high group first: at most 31 bits in at most 5 bytes.</summary>
    public bool TryVarUint(out int value)
    {
        var start = Offset;
        value = 0;
        for (var count = 1; ; count++)
        {
            if (Remaining == 0)
                return Truncated();
            var b = Byte();
            if (value >> 24 != 0 || count > 5)
                return Fail(start, "varuint", "a number of more than 31 bits or 5 bytes");
            value = value << 7 | b & 0x7f;
            if (b < 0x80)
                return true;
        }
    }

    public bool TrySpan(int length, out ReadOnlySpan<byte> span)
    {
        span = default;
        if (length > Remaining)
            return Truncated();
        span = bytes.Slice(Offset, length);
        Offset += length;
        return true;
    }

    /// <summary>Text or data that a zero byte ends which is not counted.</summary>
    public bool TryTerminated(int length, string rule, out ReadOnlySpan<byte> span)
    {
        if (!TrySpan(length, out span) || !TryByte(out var end))
            return false;
        return end == 0 || Fail(Offset - 1, rule, "the zero byte behind the text is missing");
    }

    public bool Fail(int offset, string rule, string message)
    {
        Error ??= new(offset, rule, message);
        return false;
    }

    private bool Truncated() => Fail(bytes.Length, "truncated", "the file ends too early");
}
