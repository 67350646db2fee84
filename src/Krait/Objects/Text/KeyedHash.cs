using System.Buffers.Binary;

namespace Krait.Objects.Text;

/// <summary>The hash of str and bytes: words multiplied and folded, keyed so that colliding keys cannot be prepared
/// without knowing the engine's seed.</summary>
internal static class KeyedHash
{
    private const ulong Step = 0x9e37_79b9_7f4a_7c15;
    private const ulong Last = 0xd1b5_4a32_d192_ed03;

    /// <summary>The hash of bytes; never 0, which means "not computed", and never -1.</summary>
    public static long Of(ReadOnlySpan<byte> data, ulong seed)
    {
        var state = Fold(seed ^ Step, (ulong)data.Length ^ Last);
        while (data.Length >= sizeof(ulong))
        {
            state = Fold(state ^ BinaryPrimitives.ReadUInt64LittleEndian(data), seed | 1);
            data = data[sizeof(ulong)..];
        }
        ulong tail = 0;
        for (var i = data.Length - 1; i >= 0; i--)
            tail = tail << 8 | data[i];
        state = Fold(state ^ tail ^ Step, seed ^ Last);
        return state is 0 or ulong.MaxValue ? 1 : (long)state;
    }

    /// <summary>Both halves of the product: every bit of the input reaches every part of the result.</summary>
    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
