using System.Runtime.CompilerServices;

namespace Krait.Instructions;

/// <summary>Operands of more than one byte, which the loops decode out of line: they are rare, and each place that
/// decodes one costs the loop blocks.</summary>
internal static unsafe class Operands
{
    /// <summary>Bytes of the variable-length operand at <paramref name="at"/>. Verifier: rule "operand.end", it ends in the
    /// code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Length(byte* at)
    {
        var end = at;
        while ((*end++ & 0x80) != 0)
        {
        }
        return (int)(end - at);
    }

    /// <summary>An unsigned operand.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Unsigned(byte* at)
    {
        var value = *at & 0x7f;
        while ((*at++ & 0x80) != 0)
            value = (value << 7) | (*at & 0x7f);
        return value;
    }

    /// <summary>A signed operand: bit 6 of the first byte is the sign.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Signed(byte* at)
    {
        long value = ((*at & 0x7f) ^ 0x40) - 0x40;
        while ((*at++ & 0x80) != 0)
            value = (value << 7) | (long)(*at & 0x7f);
        return value;
    }
}
