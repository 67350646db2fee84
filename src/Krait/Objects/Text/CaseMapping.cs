using System.Text;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>
/// Full case mappings: one character may become up to three. .NET maps one to one; what Unicode's SpecialCasing and
/// CaseFolding add is here, by rule where there is one.
/// </summary>
internal static class CaseMapping
{
    private const int Sigma = 0x3a3;
    private const int FinalSigma = 0x3c2;
    private const int SmallSigma = 0x3c3;
    private const char Iota = '\u0399';
    private const char IotaSubscript = '\u0345';

    /// <summary>Appends the upper case of a character.</summary>
    public static void AppendUpper(ref StrBuilder builder, int point)
    {
        var special = SpecialUpper(point);
        if (special is not null)
            builder.Append(special);
        else if (point is >= 0x1f80 and <= 0x1faf)
        {
            // Greek with iota subscript or adscript: the capital, and the iota as a letter.
            builder.Append((point & ~15) switch { 0x1f80 => 0x1f08, 0x1f90 => 0x1f28, _ => 0x1f68 } + (point & 7));
            builder.Append(Iota);
        }
        else
            builder.Append(SimpleUpper(point));
    }

    /// <summary>Appends the title case of a character: upper case for the first of what it becomes.</summary>
    public static void AppendTitle(ref StrBuilder builder, int point)
    {
        var title = SimpleTitle(point);
        if (title >= 0)
        {
            builder.Append(title);
            return;
        }
        var special = SpecialUpper(point);
        if (special is null)
            builder.Append(SimpleUpper(point));
        else if (point is >= 0x1fb2 and <= 0x1ff7 && special[^1] == Iota)
        {
            builder.Append(special.AsSpan(..^1));
            builder.Append(IotaSubscript);
        }
        else if (point is 0xdf or 0x587 or >= 0xfb00)
        {
            builder.Append(special[0]);
            foreach (var rest in special.AsSpan(1))
                AppendLower(ref builder, rest);
        }
        else
            builder.Append(special);
    }

    /// <summary>Appends the lower case of a character.</summary>
    public static void AppendLower(ref StrBuilder builder, int point)
    {
        if (point == 0x130)
            builder.Append("i\u0307");
        else
            builder.Append(SimpleLower(point));
    }

    /// <summary>Appends the lower case of a character of a text: a sigma at the end of a word has a form of its own.</summary>
    public static void AppendLower(ref StrBuilder builder, in PointView text, int index)
    {
        if (text[index] == Sigma)
            builder.Append(EndsWord(text, index) ? FinalSigma : SmallSigma);
        else
            AppendLower(ref builder, text[index]);
    }

    /// <summary>Appends what a character is compared as when case does not matter.</summary>
    public static void AppendFolded(ref StrBuilder builder, int point)
    {
        switch (point)
        {
            // Cherokee folds to capitals, which came first.
            case >= 0x13a0 and <= 0x13f5 or 0x131:
                builder.Append(point);
                return;
            case >= 0x13f8 and <= 0x13fd:
                builder.Append(point - 8);
                return;
            case >= 0xab70 and <= 0xabbf:
                builder.Append(point - 0xab70 + 0x13a0);
                return;
            case 0x1e9e:
                builder.Append("ss");
                return;
            case 0x130:
                AppendLower(ref builder, point);
                return;
            case >= 0x1f80 and <= 0x1faf:
                builder.Append(SimpleLower((point & ~15) switch { 0x1f80 => 0x1f08, 0x1f90 => 0x1f28, _ => 0x1f68 } + (point & 7)));
                builder.Append(SimpleLower(Iota));
                return;
        }
        // Everything else folds to the lower case of its upper case, which unites the variants of a letter.
        if (SpecialUpper(point) is { } special)
            foreach (var part in special)
                AppendLower(ref builder, part);
        else
            AppendLower(ref builder, SimpleUpper(point));
    }

    private static bool EndsWord(in PointView text, int index)
    {
        var before = index - 1;
        while (before >= 0 && UnicodeFacts.IsCaseIgnorable(text[before]))
            before--;
        if (before < 0 || !UnicodeFacts.IsCased(text[before]))
            return false;
        var behind = index + 1;
        while (behind < text.Length && UnicodeFacts.IsCaseIgnorable(text[behind]))
            behind++;
        return behind == text.Length || !UnicodeFacts.IsCased(text[behind]);
    }

    private static int SimpleUpper(int point) => point switch
    {
        < 128 => point is >= 'a' and <= 'z' ? point - 32 : point,
        0x131 => 'I',
        0x17f => 'S',
        _ => Rune.IsValid(point) ? Rune.ToUpperInvariant(new Rune(point)).Value : point,
    };

    private static int SimpleLower(int point) => point < 128
        ? point is >= 'A' and <= 'Z' ? point + 32 : point
        : Rune.IsValid(point) ? Rune.ToLowerInvariant(new Rune(point)).Value : point;

    /// <summary>Where title case is one character and not the upper case; -1 elsewhere.</summary>
    private static int SimpleTitle(int point) => point switch
    {
        >= 0x1c4 and <= 0x1cc => (point - 0x1c4) / 3 * 3 + 0x1c5,
        >= 0x1f1 and <= 0x1f3 => 0x1f2,
        >= 0x10d0 and <= 0x10fa or >= 0x10fd and <= 0x10ff => point,
        >= 0x1f80 and <= 0x1faf => point | 8,
        0x1fb3 or 0x1fbc => 0x1fbc,
        0x1fc3 or 0x1fcc => 0x1fcc,
        0x1ff3 or 0x1ffc => 0x1ffc,
        _ => -1,
    };

    /// <summary>Where upper case is several characters; null elsewhere.</summary>
    private static string? SpecialUpper(int point) => point switch
    {
        0xdf => "SS",
        0x149 => "\u02bcN",
        0x1f0 => "J\u030c",
        0x390 => "\u0399\u0308\u0301",
        0x3b0 => "\u03a5\u0308\u0301",
        0x587 => "\u0535\u0552",
        0x1e96 => "H\u0331",
        0x1e97 => "T\u0308",
        0x1e98 => "W\u030a",
        0x1e99 => "Y\u030a",
        0x1e9a => "A\u02be",
        0x1f50 => "\u03a5\u0313",
        0x1f52 => "\u03a5\u0313\u0300",
        0x1f54 => "\u03a5\u0313\u0301",
        0x1f56 => "\u03a5\u0313\u0342",
        0x1fb2 => "\u1fba\u0399",
        0x1fb3 => "\u0391\u0399",
        0x1fb4 => "\u0386\u0399",
        0x1fb6 => "\u0391\u0342",
        0x1fb7 => "\u0391\u0342\u0399",
        0x1fbc => "\u0391\u0399",
        0x1fc2 => "\u1fca\u0399",
        0x1fc3 => "\u0397\u0399",
        0x1fc4 => "\u0389\u0399",
        0x1fc6 => "\u0397\u0342",
        0x1fc7 => "\u0397\u0342\u0399",
        0x1fcc => "\u0397\u0399",
        0x1fd2 => "\u0399\u0308\u0300",
        0x1fd3 => "\u0399\u0308\u0301",
        0x1fd6 => "\u0399\u0342",
        0x1fd7 => "\u0399\u0308\u0342",
        0x1fe2 => "\u03a5\u0308\u0300",
        0x1fe3 => "\u03a5\u0308\u0301",
        0x1fe4 => "\u03a1\u0313",
        0x1fe6 => "\u03a5\u0342",
        0x1fe7 => "\u03a5\u0308\u0342",
        0x1ff2 => "\u1ffa\u0399",
        0x1ff3 => "\u03a9\u0399",
        0x1ff4 => "\u038f\u0399",
        0x1ff6 => "\u03a9\u0342",
        0x1ff7 => "\u03a9\u0342\u0399",
        0x1ffc => "\u03a9\u0399",
        0xfb00 => "FF",
        0xfb01 => "FI",
        0xfb02 => "FL",
        0xfb03 => "FFI",
        0xfb04 => "FFL",
        0xfb05 => "ST",
        0xfb06 => "ST",
        0xfb13 => "\u0544\u0546",
        0xfb14 => "\u0544\u0535",
        0xfb15 => "\u0544\u053b",
        0xfb16 => "\u054e\u0546",
        0xfb17 => "\u0544\u053d",
        _ => null,
    };
}
