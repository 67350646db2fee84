using System.Buffers;
using System.Globalization;
using System.Text;

namespace Krait.Mpy;

/// <summary>Strings and constants of a file as text for a terminal: nothing in it can be mistaken for an escape sequence.</summary>
internal static class ListingText
{
    /// <summary>Constants in front of an instruction's end are cut at this many characters.</summary>
    private const int MaxConstant = 60;

    /// <summary>A qstr without quotes.</summary>
    public static string Name(MpyFile file, int qstr)
    {
        var text = new StringBuilder();
        Append(text, QstrUtf8(file, qstr), int.MaxValue);
        return text.ToString();
    }

    /// <summary>A qstr in quotes.</summary>
    public static string Quoted(MpyFile file, int qstr) => $"'{Name(file, qstr)}'";

    /// <summary>An entry of the object table, cut when it is long.</summary>
    public static string Constant(MpyFile file, int index)
    {
        var text = new StringBuilder();
        Constant(text, file, index, MaxConstant);
        return text.Length <= MaxConstant ? text.ToString() : text.ToString(0, MaxConstant) + " ...";
    }

    /// <summary>An entry of the object table; what comes behind <paramref name="limit"/> characters may be left out.</summary>
    public static void Constant(StringBuilder text, MpyFile file, int index, int limit = int.MaxValue)
    {
        var cursor = new ObjectCursor(file.Memory.Bytes[file.ObjectOffsets[index]..]);
        Constant(text, ref cursor, limit);
    }

    private static void Constant(StringBuilder text, ref ObjectCursor cursor, int limit)
    {
        var entry = cursor.Read();
        switch (entry.Type)
        {
            case ObjectType.FunctionTable:
                text.Append("<function table>");
                break;
            case ObjectType.Ellipsis:
                text.Append("...");
                break;
            case ObjectType.Str:
                text.Append('\'');
                Append(text, entry.Data, limit);
                text.Append('\'');
                break;
            case ObjectType.Bytes:
                text.Append("b'");
                foreach (var b in entry.Data[..Math.Min(entry.Data.Length, limit)])
                    Append(text, b < 0x80 ? new Rune(b) : Rune.ReplacementChar, b, isByte: true);
                text.Append('\'');
                break;
            case ObjectType.Int or ObjectType.Float or ObjectType.Complex:
                text.Append(Encoding.ASCII.GetString(entry.Data[..Math.Min(entry.Data.Length, limit)]));
                break;
            case ObjectType.Tuple:
                text.Append('(');
                for (var i = 0; i < entry.Count && text.Length <= limit; i++)
                {
                    Constant(text, ref cursor, limit);
                    text.Append(i + 1 < entry.Count ? ", " : entry.Count == 1 ? "," : "");
                }
                text.Append(')');
                break;
            default:
                text.Append(entry.Type);
                break;
        }
    }

    private static unsafe ReadOnlySpan<byte> QstrUtf8(MpyFile file, int index)
    {
        var entry = file.Qstrs[index];
        // The reader made the address (rules "qstr.*").
        return new((byte*)entry.Address, entry.Length);
    }

    private static void Append(StringBuilder text, ReadOnlySpan<byte> utf8, int limit)
    {
        while (!utf8.IsEmpty && text.Length <= limit)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var consumed) == OperationStatus.Done)
            {
                Append(text, rune, rune.Value);
                utf8 = utf8[consumed..];
                continue;
            }
            // A lone surrogate: the reader accepts nothing else that is not UTF-8.
            Escape(text, (utf8[0] & 15) << 12 | (utf8[1] & 63) << 6 | utf8[2] & 63);
            utf8 = utf8[3..];
        }
    }

    private static void Append(StringBuilder text, Rune rune, int number, bool isByte = false)
    {
        if (rune.Value is '\\' or '\'')
            text.Append('\\').Append((char)rune.Value);
        else if (rune.Value == '\n')
            text.Append("\\n");
        else if (IsPrintable(rune) && !(isByte && number >= 0x80))
            text.Append(rune.ToString());
        else
            Escape(text, number);
    }

    private static void Escape(StringBuilder text, int number) =>
        text.Append('\\').Append(number < 0x100 ? 'x' : number < 0x10000 ? 'u' : 'U')
            .Append(number.ToString(number < 0x100 ? "x2" : number < 0x10000 ? "x4" : "x8", CultureInfo.InvariantCulture));

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
