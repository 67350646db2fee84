namespace Krait.Objects.Text;

/// <summary>The encodings of text.</summary>
internal enum CodecKind : byte
{
    Utf8,
    Ascii,
    Latin1,
    Utf16,
    Utf32,
}

/// <summary>One encoding: its kind, its byte order, and whether it has a mark for that order.</summary>
internal sealed record Codec(string Name, CodecKind Kind, bool IsBigEndian = false, bool HasMark = false)
{
    private static readonly Codec[] all =
    [
        new("utf-8", CodecKind.Utf8),
        new("utf-8", CodecKind.Utf8, HasMark: true),
        new("ascii", CodecKind.Ascii),
        new("latin-1", CodecKind.Latin1),
        new("utf-16", CodecKind.Utf16, HasMark: true),
        new("utf-16-le", CodecKind.Utf16),
        new("utf-16-be", CodecKind.Utf16, IsBigEndian: true),
        new("utf-32", CodecKind.Utf32, HasMark: true),
        new("utf-32-le", CodecKind.Utf32),
        new("utf-32-be", CodecKind.Utf32, IsBigEndian: true),
    ];

    /// <summary>The encoding that Python uses where none is named.</summary>
    public static Codec Utf8 => all[0];

    /// <summary>The encoding of a name, in any case and with any punctuation between its parts; null when unknown.</summary>
    public static Codec? Find(string name)
    {
        if (name == "utf-8")
            return Utf8;
        if (name.Length > 40)
            return null;
        Span<char> normal = stackalloc char[name.Length];
        var length = 0;
        foreach (var character in name)
            if (char.IsAsciiLetterOrDigit(character))
                normal[length++] = char.ToLowerInvariant(character);
            else if (character > 127)
                return null;
            else if (length > 0 && normal[length - 1] != '_')
                normal[length++] = '_';
        return normal[..length].TrimEnd('_') switch
        {
            "utf_8" or "utf8" or "u8" or "utf" or "cp65001" or "utf8_ucs2" or "utf8_ucs4" => all[0],
            "utf_8_sig" => all[1],
            "ascii" or "us_ascii" or "646" or "us" or "ansi_x3_4_1968" or "iso646_us" => all[2],
            "latin_1" or "latin1" or "latin" or "l1" or "iso_8859_1" or "iso8859_1" or "iso8859" or "8859" or "cp819" or "iso_ir_100" => all[3],
            "utf_16" or "utf16" or "u16" => all[4],
            "utf_16_le" or "utf_16le" => all[5],
            "utf_16_be" or "utf_16be" => all[6],
            "utf_32" or "utf32" or "u32" => all[7],
            "utf_32_le" or "utf_32le" => all[8],
            "utf_32_be" or "utf_32be" => all[9],
            _ => null,
        };
    }

    /// <summary>The same encoding with the byte order that a mark or the machine decides.</summary>
    public Codec Ordered(bool bigEndian) => Kind switch
    {
        CodecKind.Utf16 => bigEndian ? all[6] : all[5],
        CodecKind.Utf32 => bigEndian ? all[9] : all[8],
        _ => this,
    };
}
