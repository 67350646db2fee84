namespace Krait.Syntax;

/// <summary>What formatted and template strings have in common: the code of a replacement field.</summary>
internal static class ReplacementField
{
    /// <summary>
    /// Copies the code after an opening brace: up to a colon, a closing brace or a conversion, where no square
    /// bracket or brace is open. Quotes and parentheses mean nothing here.
    /// </summary>
    public static void ReadCode(SourceReader reader, ByteBuilder code)
    {
        for (var level = 0; !reader.AtEnd; reader.Advance())
        {
            var c = reader.Current;
            if (level == 0 && (c is (byte)':' or (byte)'}' || AtConversion(reader)))
                return;
            if (c is (byte)'[' or (byte)'{')
                level++;
            else if (c is (byte)']' or (byte)'}')
                level--;
            code.Add(c);
        }
    }

    /// <summary>True at <c>!r</c> or <c>!s</c> that a colon or closing brace follows.</summary>
    public static bool AtConversion(SourceReader reader) =>
        reader.Current == '!' && (reader.Next is (byte)'r' or (byte)'s') && (reader.AfterNext is (byte)':' or (byte)'}');
}
