namespace Krait.Mpy;

/// <summary>The six numbers at the start of a function's bytes.</summary>
/// <param name="StateSlots">Locals and value stack, at least 1.</param>
/// <param name="ExceptionBlocks">How deep exception blocks nest.</param>
/// <param name="Flags">The function's <see cref="ScopeFlags"/>.</param>
/// <param name="PositionalArguments">Positional arguments, captured cells included.</param>
/// <param name="KeywordOnlyArguments">Arguments that are passed by keyword alone.</param>
/// <param name="Defaults">How many positional arguments have a default.</param>
internal readonly record struct PreludeSignature(
    int StateSlots, int ExceptionBlocks, ScopeFlags Flags, int PositionalArguments, int KeywordOnlyArguments, int Defaults);

[Flags]
internal enum ScopeFlags
{
    None = 0,
    Generator = 1,
    VarKeywords = 2,
    VarArgs = 4,
    DefaultKeywords = 8,
}

/// <summary>Writes the bit-packed numbers of a prelude.</summary>
internal static class PreludeEncoder
{
    /// <summary>
    /// The first byte is <c>xSSSSEAA</c>, every further one <c>xFSSKAED</c>, low bits first; <c>x</c> says that
    /// another byte follows, as one does while any bits are left.
    /// </summary>
    public static void WriteSignature(ByteWriter writer, in PreludeSignature signature)
    {
        var (s, e, f) = (signature.StateSlots - 1, signature.ExceptionBlocks, (int)signature.Flags);
        var (a, k, d) = (signature.PositionalArguments, signature.KeywordOnlyArguments, signature.Defaults);
        var bits = (s & 15) << 3 | (e & 1) << 2 | a & 3;
        (s, e, a) = (s >> 4, e >> 1, a >> 2);
        while ((s | e | f | a | k | d) != 0)
        {
            writer.Write((byte)(0x80 | bits));
            bits = (f & 1) << 6 | (s & 3) << 4 | (k & 1) << 3 | (a & 1) << 2 | (e & 1) << 1 | d & 1;
            (s, e, f, a, k, d) = (s >> 2, e >> 1, f >> 1, a >> 1, k >> 1, d >> 1);
        }
        writer.Write((byte)bits);
    }

    /// <summary>Every byte is <c>xIIIIIIC</c>: the size of names and lines, the number of cells, low bits first.</summary>
    public static void WriteSizes(ByteWriter writer, int info, int cells)
    {
        while (true)
        {
            var bits = (info & 0x3f) << 1 | cells & 1;
            (info, cells) = (info >> 6, cells >> 1);
            if ((info | cells) == 0)
            {
                writer.Write((byte)bits);
                return;
            }
            writer.Write((byte)(0x80 | bits));
        }
    }

    /// <summary>Writes that <paramref name="lines"/> lines were passed in <paramref name="bytes"/> bytes of code.</summary>
    public static void WriteLineEntry(ByteWriter writer, int bytes, int lines)
    {
        while (bytes > 0 || lines > 0)
        {
            int b, l;
            if (lines <= 6 || bytes > 15)
            {
                b = Math.Min(bytes, 31);
                l = b == bytes ? Math.Min(lines, 3) : 0;
                writer.Write((byte)(l << 5 | b));
            }
            else
            {
                b = Math.Min(bytes, 15);
                l = Math.Min(lines, 0x7ff);
                writer.Write((byte)(0x80 | l >> 8 << 4 | b));
                writer.Write((byte)l);
            }
            bytes -= b;
            lines -= l;
        }
    }
}
