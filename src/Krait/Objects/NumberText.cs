using System.Globalization;
using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>What the readers of int, float and complex have in common.</summary>
internal static class NumberText
{
    /// <summary>The text without spaces around it, its decimal digits of any script as ASCII, and without the
    /// underscores between digits; null when an underscore stands elsewhere.</summary>
    public static string? Plain(ReadOnlySpan<char> text)
    {
        var ascii = ToAscii(text).Trim(" \t\n\r\f\v");
        if (!ascii.Contains('_'))
            return ascii.ToString();
        var plain = new StringBuilder(ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
        {
            if (ascii[i] != '_')
                plain.Append(ascii[i]);
            else if (i == 0 || i + 1 == ascii.Length || !char.IsAsciiDigit(ascii[i - 1]) || !char.IsAsciiDigit(ascii[i + 1]))
                return null;
        }
        return plain.ToString();
    }

    /// <summary>Decimal digits of any script as ASCII digits, spaces of any kind as a space, anything else beyond
    /// ASCII as a question mark. ASCII text stays what it is.</summary>
    public static ReadOnlySpan<char> ToAscii(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text;
        var ascii = new StringBuilder(text.Length);
        while (text.Length > 0)
        {
            var status = Rune.DecodeFromUtf16(text, out var rune, out var units);
            var digit = status == System.Buffers.OperationStatus.Done
                ? CharUnicodeInfo.GetDecimalDigitValue(text[..units].ToString(), 0)
                : -1;
            ascii.Append(rune.IsAscii && units == 1 ? (char)rune.Value
                : digit >= 0 ? (char)('0' + digit)
                : Rune.IsWhiteSpace(rune) ? ' '
                : '?');
            text = text[units..];
        }
        return ascii.ToString();
    }

    /// <summary>The text of a str, or of bytes, whose values beyond ASCII stand for no character.</summary>
    public static bool TryText(Machine machine, in Value value, out string text)
    {
        switch (value.Object)
        {
            case PyStr item:
                text = item.Text;
                return true;
            case PyBytes bytes:
                machine.Debit(bytes.Count, bytes.Count * sizeof(char));
                text = Encoding.ASCII.GetString(bytes.Span);
                return true;
            default:
                text = "";
                return false;
        }
    }

    /// <summary>The repr of what could not be read, cut after 200 characters; null with an exception pending.</summary>
    public static string? Quote(Machine machine, in Value source)
    {
        const int LongestQuote = 200;
        if (Operations.Repr(machine, source, out var text) != Status.Ok)
            return null;
        return text.Length <= LongestQuote ? text : text[..LongestQuote];
    }
}
