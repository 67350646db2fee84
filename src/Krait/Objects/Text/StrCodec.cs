using System.Buffers;
using System.Text.Unicode;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Text to bytes and back.</summary>
internal static partial class StrCodec
{
    /// <summary>The str of UTF-8 that a program image holds: surrogates are stored as three bytes each, as Python's
    /// surrogatepass does. The verifier has checked the bytes.</summary>
    public static PyStr FromStoredUtf8(Machine machine, ReadOnlySpan<byte> utf8)
    {
        var builder = new StrBuilder(machine);
        while (!utf8.IsEmpty)
        {
            var count = StoredLength(utf8);
            builder.Append(count switch
            {
                1 => utf8[0],
                2 => (utf8[0] & 0x1f) << 6 | utf8[1] & 0x3f,
                3 => (utf8[0] & 0xf) << 12 | (utf8[1] & 0x3f) << 6 | utf8[2] & 0x3f,
                _ => (utf8[0] & 7) << 18 | (utf8[1] & 0x3f) << 12 | (utf8[2] & 0x3f) << 6 | utf8[3] & 0x3f,
            });
            utf8 = utf8[count..];
        }
        return builder.Finish() ?? PyStr.From("");
    }

    /// <summary>How many bytes the first character takes; what is no UTF-8 counts byte by byte.</summary>
    private static int StoredLength(ReadOnlySpan<byte> utf8)
    {
        var count = utf8[0] switch
        {
            < 0xc2 => 1,
            < 0xe0 => 2,
            < 0xf0 => 3,
            < 0xf5 => 4,
            _ => 1,
        };
        return count <= utf8.Length && utf8[1..count].IndexOfAnyExceptInRange((byte)0x80, (byte)0xbf) < 0 ? count : 1;
    }
}
