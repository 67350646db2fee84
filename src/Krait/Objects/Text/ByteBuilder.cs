using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Puts a bytes together from pieces, charging the machine as it grows. When a limit is hit it goes deaf, and
/// <see cref="Finish"/> reports it.</summary>
internal ref struct ByteBuilder
{
    private readonly Machine machine;
    private byte[] bytes = new byte[64];
    private int used;

    public ByteBuilder(Machine machine) => this.machine = machine;

    /// <summary>Whether a limit was hit, so that going on is pointless.</summary>
    public bool Failed { get; private set; }

    /// <summary>Appends one byte.</summary>
    public void Append(byte value)
    {
        if (TryGrow(1))
            bytes[used++] = value;
    }

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (!TryGrow(piece.Length))
            return;
        piece.CopyTo(bytes.AsSpan(used));
        used += piece.Length;
    }

    /// <summary>Appends ASCII text.</summary>
    public void Append(ReadOnlySpan<char> ascii)
    {
        if (!TryGrow(ascii.Length))
            return;
        System.Text.Ascii.FromUtf16(ascii, bytes.AsSpan(used), out _);
        used += ascii.Length;
    }

    /// <summary>Appends a byte <paramref name="count"/> times.</summary>
    public void Fill(byte value, long count)
    {
        if (count <= 0 || !TryGrow(count))
            return;
        bytes.AsSpan(used, (int)count).Fill(value);
        used += (int)count;
    }

    /// <summary>Makes room for so many bytes at once.</summary>
    public void Reserve(long count) => _ = TryGrow(count);

    /// <summary>Writes the bytes.</summary>
    public readonly Status Finish(ref Value result)
    {
        if (Failed || !machine.Charge(used, used))
            return Status.Raised;
        result.SetObject(PyBytes.From(bytes.AsSpan(0, used)));
        return Status.Ok;
    }

    private bool TryGrow(long count)
    {
        if (Failed)
            return false;
        var least = used + count;
        if (least <= bytes.Length)
            return true;
        var grown = machine.NewArray<byte>(least > int.MaxValue / 2 ? least : Math.Max(least, 2L * bytes.Length));
        Failed = grown is null;
        if (grown is null)
            return false;
        bytes.AsSpan(0, used).CopyTo(grown);
        bytes = grown;
        return true;
    }
}
