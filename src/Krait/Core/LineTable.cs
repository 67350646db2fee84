namespace Krait.Core;

/// <summary>Reads the line table of a prelude, which says again and again: so much further in the code, so many lines
/// further in the source.</summary>
internal ref struct LineTable(ReadOnlySpan<byte> table)
{
    private readonly ReadOnlySpan<byte> table = table;
    private int at;
    private int reached;
    private int line = 1;

    /// <summary>The source line of the instruction that contains the byte at <paramref name="offset"/> of the code, which
    /// is never less than at the last call; 1 without a line table. An entry that is cut off is ignored.</summary>
    public int LineAt(int offset)
    {
        while (at < table.Length)
        {
            int first = table[at];
            var isLong = (first & 0x80) != 0;
            if (isLong && at + 1 == table.Length)
                break;
            var bytes = isLong ? first & 0x0f : first & 0x1f;
            if (offset < reached + bytes)
                break;
            reached += bytes;
            line += isLong ? first << 4 & 0x700 | table[at + 1] : first >> 5;
            at += isLong ? 2 : 1;
        }
        return line;
    }
}
