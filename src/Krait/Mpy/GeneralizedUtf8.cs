using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Krait.Mpy;

/// <summary>UTF-8 in which lone surrogates may stand, three bytes each: what the cross-compiler writes for a string like
/// '\ud800'.</summary>
internal static class GeneralizedUtf8
{
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return true;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out _, out var consumed) == OperationStatus.Done)
                text = text[consumed..];
            else if (text is [0xed, >= 0xa0 and <= 0xbf, >= 0x80 and <= 0xbf, ..])
                text = text[3..];
            else
                return false;
        }
        return true;
    }
}
