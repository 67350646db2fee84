using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Puts a bytes together from pieces, charging the machine as it grows. When a limit is hit it goes deaf, and
/// <see cref="Finish"/> reports it.</summary>
internal ref struct ByteBuilder
{
    private readonly Machine machine;
    private byte[] bytes = new byte[64];
    private int used;

    /// <summary>Up to here nothing is to be done: there is room, and a look at the poll word is not due yet.</summary>
    private int quiet = 64;

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
        if (machine.TryCopy(piece, bytes.AsSpan(used)))
            used += piece.Length;
        else
            Fail();
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
        if (machine.TryFill(bytes.AsSpan(used, (int)count), value))
            used += (int)count;
        else
            Fail();
    }

    /// <summary>Makes room for so many bytes at once.</summary>
    public void Reserve(long count) => _ = TryGrow(count);

    /// <summary>Writes the bytes.</summary>
    public readonly Status Finish(ref Value result)
    {
        if (Failed || !machine.Charge(used, used))
            return Status.Raised;
        return PyBytes.Copy(machine, bytes.AsSpan(0, used), ref result);
    }

    private bool TryGrow(long count) => used + count <= quiet || Grow(used + count);

    private bool Grow(long least)
    {
        if (Failed)
            return false;
        if (!machine.MayGoOn())
            return Fail();
        if (least > bytes.Length)
        {
            var grown = machine.NewUninitialized<byte>(least > int.MaxValue / 2 ? least : Math.Max(least, 2L * bytes.Length));
            if (grown is null || !machine.TryCopy(bytes.AsSpan(0, used), grown))
                return Fail();
            bytes = grown;
        }
        quiet = (int)Math.Min(bytes.Length, least + Machine.PieceBytes);
        return true;
    }

    private bool Fail()
    {
        Failed = true;
        quiet = -1;
        return false;
    }
}
