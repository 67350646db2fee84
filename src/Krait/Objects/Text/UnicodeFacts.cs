using System.Globalization;

namespace Krait.Objects.Text;

/// <summary>
/// What Python asks about a character: mostly its general category, which .NET knows, and a few properties that .NET
/// does not publish, here as tables of ranges (first, last, first, last, …; source: the Unicode Character Database,
/// PropList and DerivedCoreProperties).
/// </summary>
internal static class UnicodeFacts
{
    // Other_Lowercase and Other_Uppercase: cased without being letters of that case.
    private static ReadOnlySpan<int> OtherLower =>
    [
        0xaa, 0xaa, 0xba, 0xba, 0x2b0, 0x2b8, 0x2c0, 0x2c1, 0x2e0, 0x2e4, 0x345, 0x345, 0x37a, 0x37a, 0x1d2c, 0x1d6a,
        0x1d78, 0x1d78, 0x1d9b, 0x1dbf, 0x2071, 0x2071, 0x207f, 0x207f, 0x2090, 0x209c, 0x2170, 0x217f, 0x24d0, 0x24e9,
        0x2c7c, 0x2c7d, 0xa69c, 0xa69d, 0xa770, 0xa770, 0xa7f8, 0xa7f9, 0xab5c, 0xab5f, 0x10780, 0x10780,
        0x10783, 0x10785, 0x10787, 0x107b0, 0x107b2, 0x107ba,
    ];

    private static ReadOnlySpan<int> OtherUpper =>
        [0x2160, 0x216f, 0x24b6, 0x24cf, 0x1f130, 0x1f149, 0x1f150, 0x1f169, 0x1f170, 0x1f189];

    // Numeric_Type=Digit: digits that are not decimal, such as superscripts.
    private static ReadOnlySpan<int> OtherDigits =>
    [
        0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089,
        0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e,
        0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a,
    ];

    // Ideographs that are numbers.
    private static ReadOnlySpan<int> NumericIdeographs =>
    [
        0x3405, 0x3405, 0x3483, 0x3483, 0x382a, 0x382a, 0x3b4d, 0x3b4d, 0x4e00, 0x4e00, 0x4e03, 0x4e03, 0x4e07, 0x4e07,
        0x4e09, 0x4e09, 0x4e5d, 0x4e5d, 0x4e8c, 0x4e8c, 0x4e94, 0x4e94, 0x4e96, 0x4e96, 0x4ebf, 0x4ec0, 0x4edf, 0x4edf,
        0x4ee8, 0x4ee8, 0x4f0d, 0x4f0d, 0x4f70, 0x4f70, 0x5104, 0x5104, 0x5146, 0x5146, 0x5169, 0x5169, 0x516b, 0x516b,
        0x516d, 0x516d, 0x5341, 0x5341, 0x5343, 0x5345, 0x534c, 0x534c, 0x53c1, 0x53c4, 0x56db, 0x56db, 0x58f1, 0x58f1,
        0x58f9, 0x58f9, 0x5e7a, 0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0e, 0x5f10, 0x5f10, 0x62fe, 0x62fe, 0x634c, 0x634c,
        0x67d2, 0x67d2, 0x6f06, 0x6f06, 0x7396, 0x7396, 0x767e, 0x767e, 0x8086, 0x8086, 0x842c, 0x842c, 0x8cae, 0x8cae,
        0x8cb3, 0x8cb3, 0x8d30, 0x8d30, 0x9621, 0x9621, 0x9646, 0x9646, 0x964c, 0x964c, 0x9678, 0x9678, 0x96f6, 0x96f6,
        0xf96b, 0xf96b, 0xf973, 0xf973, 0xf978, 0xf978, 0xf9b2, 0xf9b2, 0xf9d1, 0xf9d1, 0xf9d3, 0xf9d3, 0xf9fd, 0xf9fd,
        0x20001, 0x20001, 0x20064, 0x20064, 0x200e2, 0x200e2, 0x20121, 0x20121, 0x2092a, 0x2092a, 0x20983, 0x20983,
        0x2098c, 0x2098c, 0x2099c, 0x2099c, 0x20aea, 0x20aea, 0x20afd, 0x20afd, 0x20b19, 0x20b19, 0x22390, 0x22390,
        0x22998, 0x22998, 0x23b1b, 0x23b1b, 0x2626d, 0x2626d, 0x2f890, 0x2f890,
    ];

    // Where XID_Start and XID_Continue are not what the categories say.
    private static ReadOnlySpan<int> OtherStart => [0x5f, 0x5f, 0x1885, 0x1886, 0x2118, 0x2118, 0x212e, 0x212e];

    private static ReadOnlySpan<int> NoStart => [0xe33, 0xe33, 0xeb3, 0xeb3, 0xff9e, 0xff9f];

    private static ReadOnlySpan<int> OtherContinue => [0xb7, 0xb7, 0x387, 0x387, 0x1369, 0x1371, 0x19da, 0x19da, 0x2118, 0x2118, 0x212e, 0x212e];

    private static ReadOnlySpan<int> NoIdentifier =>
    [
        0x37a, 0x37a, 0x2e2f, 0x2e2f, 0xfc5e, 0xfc63, 0xfdfa, 0xfdfb, 0xfe70, 0xfe70, 0xfe72, 0xfe72, 0xfe74, 0xfe74,
        0xfe76, 0xfe76, 0xfe78, 0xfe78, 0xfe7a, 0xfe7a, 0xfe7c, 0xfe7c, 0xfe7e, 0xfe7e,
    ];

    // Word_Break=MidLetter, MidNumLet, Single_Quote: case-ignorable punctuation.
    private static ReadOnlySpan<int> IgnorablePunctuation =>
    [
        0x27, 0x27, 0x2e, 0x2e, 0x3a, 0x3a, 0xb7, 0xb7, 0x387, 0x387, 0x55f, 0x55f, 0x5f4, 0x5f4, 0x2018, 0x2019,
        0x2024, 0x2024, 0x2027, 0x2027, 0xfe13, 0xfe13, 0xfe52, 0xfe52, 0xfe55, 0xfe55, 0xff07, 0xff07, 0xff0e, 0xff0e, 0xff1a, 0xff1a,
    ];

    public static bool IsSpace(int point) => point < 128
        ? point is ' ' or >= 9 and <= 13 or >= 0x1c and <= 0x1f
        : point is 0x85 or 0xa0 or 0x1680 or >= 0x2000 and <= 0x200a or 0x2028 or 0x2029 or 0x202f or 0x205f or 0x3000;

    public static bool IsLineBreak(int point) => point is >= 10 and <= 13 or >= 0x1c and <= 0x1e or 0x85 or 0x2028 or 0x2029;

    public static bool IsPrintable(int point) => point < 128
        ? point is >= ' ' and < 127
        : Category(point) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    public static bool IsAlpha(int point) => Category(point) <= UnicodeCategory.OtherLetter;

    public static bool IsDecimal(int point) => Category(point) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(int point) => IsDecimal(point) || Contains(OtherDigits, point);

    public static bool IsNumeric(int point) =>
        Category(point) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        || Contains(NumericIdeographs, point);

    public static bool IsAlphanumeric(int point) => IsAlpha(point) || IsNumeric(point);

    public static bool IsLower(int point) => point < 128
        ? point is >= 'a' and <= 'z'
        : Category(point) == UnicodeCategory.LowercaseLetter || Contains(OtherLower, point);

    public static bool IsUpper(int point) => point < 128
        ? point is >= 'A' and <= 'Z'
        : Category(point) == UnicodeCategory.UppercaseLetter || Contains(OtherUpper, point);

    public static bool IsTitle(int point) => point >= 128 && Category(point) == UnicodeCategory.TitlecaseLetter;

    public static bool IsCased(int point) => IsLower(point) || IsUpper(point) || IsTitle(point);

    /// <summary>Whether the search for the end of a word, which decides the form of a sigma, looks past it.</summary>
    public static bool IsCaseIgnorable(int point) =>
        Category(point) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || Contains(IgnorablePunctuation, point);

    public static bool IsIdentifierStart(int point) =>
        Category(point) is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            ? !Contains(NoStart, point) && !Contains(NoIdentifier, point)
            : Contains(OtherStart, point);

    public static bool IsIdentifierPart(int point) =>
        Category(point) is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
            ? !Contains(NoIdentifier, point)
            : Contains(OtherContinue, point);

    private static UnicodeCategory Category(int point) => CharUnicodeInfo.GetUnicodeCategory(point);

    private static bool Contains(ReadOnlySpan<int> ranges, int point)
    {
        var low = 0;
        var high = ranges.Length / 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (point > ranges[2 * middle + 1])
                low = middle + 1;
            else
                high = middle;
        }
        return 2 * low < ranges.Length && point >= ranges[2 * low];
    }
}
