using static Krait.Syntax.Symbol;

namespace Krait.Syntax;

/// <summary>The words that are no names. There are no soft keywords.</summary>
internal static class Keywords
{
    /// <summary>The token of a word; <c>__debug__</c> is the constant that <paramref name="debug"/> says.</summary>
    public static Symbol Find(ReadOnlySpan<byte> word, bool debug) => word.Length switch
    {
        2 => word[0] switch
        {
            (byte)'a' when word[1] == 's' => KwAs,
            (byte)'i' => word[1] switch { (byte)'f' => KwIf, (byte)'n' => KwIn, (byte)'s' => KwIs, _ => Name },
            (byte)'o' when word[1] == 'r' => KwOr,
            _ => Name,
        },
        3 => word[0] switch
        {
            (byte)'a' => Match(word, "and"u8, KwAnd),
            (byte)'d' => word[2] == 'f' ? Match(word, "def"u8, KwDef) : Match(word, "del"u8, KwDel),
            (byte)'f' => Match(word, "for"u8, KwFor),
            (byte)'n' => Match(word, "not"u8, KwNot),
            (byte)'t' => Match(word, "try"u8, KwTry),
            _ => Name,
        },
        4 => word[0] switch
        {
            (byte)'e' => word[2] == 'i' ? Match(word, "elif"u8, KwElif) : Match(word, "else"u8, KwElse),
            (byte)'f' => Match(word, "from"u8, KwFrom),
            (byte)'N' => Match(word, "None"u8, KwNone),
            (byte)'p' => Match(word, "pass"u8, KwPass),
            (byte)'T' => Match(word, "True"u8, KwTrue),
            (byte)'w' => Match(word, "with"u8, KwWith),
            _ => Name,
        },
        5 => word[0] switch
        {
            (byte)'a' => word[1] == 's' ? Match(word, "async"u8, KwAsync) : Match(word, "await"u8, KwAwait),
            (byte)'b' => Match(word, "break"u8, KwBreak),
            (byte)'c' => Match(word, "class"u8, KwClass),
            (byte)'F' => Match(word, "False"u8, KwFalse),
            (byte)'r' => Match(word, "raise"u8, KwRaise),
            (byte)'w' => Match(word, "while"u8, KwWhile),
            (byte)'y' => Match(word, "yield"u8, KwYield),
            _ => Name,
        },
        6 => word[0] switch
        {
            (byte)'a' => Match(word, "assert"u8, KwAssert),
            (byte)'e' => Match(word, "except"u8, KwExcept),
            (byte)'g' => Match(word, "global"u8, KwGlobal),
            (byte)'i' => Match(word, "import"u8, KwImport),
            (byte)'l' => Match(word, "lambda"u8, KwLambda),
            (byte)'r' => Match(word, "return"u8, KwReturn),
            _ => Name,
        },
        7 => Match(word, "finally"u8, KwFinally),
        8 => word[0] == 'c' ? Match(word, "continue"u8, KwContinue) : Match(word, "nonlocal"u8, KwNonlocal),
        9 => Match(word, "__debug__"u8, debug ? KwTrue : KwFalse),
        _ => Name,
    };

    static Symbol Match(ReadOnlySpan<byte> word, ReadOnlySpan<byte> keyword, Symbol token) =>
        word.SequenceEqual(keyword) ? token : Name;
}
