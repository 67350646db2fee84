using static Krait.Syntax.Symbol;

namespace Krait.Syntax;

/// <summary>
/// The grammar of Python as MicroPython reads it, as data for the predictive parser. One line is one rule: its
/// shape, its name, its parts.
/// <list type="bullet">
/// <item><c>Alt</c>: the first part that can begin with the current token; makes no node of its own.</item>
/// <item><c>Seq</c>: the parts in order; <c>SeqOne</c> gives way to its only present child.</item>
/// <item><c>Rep</c>: one or more of the part; a single one stands for itself.</item>
/// <item><c>List</c>: the part, separated by the second part; <c>ListTrailing</c> may end in a separator.</item>
/// </list>
/// <c>Opt</c> makes the part after it optional. Tokens written in a sequence or as separator leave no child,
/// except names.
/// </summary>
internal static class Grammar
{
    static ReadOnlySpan<Symbol> Table =>
    [
        SeqOne, FileInput, Opt, FileItems,
        Rep, FileItems, FileItem,
        Alt, FileItem, Newline, Stmt,
        Alt, SingleInput, Newline, SimpleStmt, CompoundStmt,
        SeqOne, EvalInput, TestList, Opt, EvalNewline,
        Seq, EvalNewline, Newline,

        Seq, Decorator, At, DottedName, Opt, CallTrailer, Newline,
        Rep, Decorators, Decorator,
        SeqOne, Decorated, Decorators, DecoratedBody,
        Alt, DecoratedBody, ClassDef, FuncDef, AsyncFuncDef,
        Seq, AsyncFuncDef, KwAsync, FuncDef,
        Seq, FuncDef, KwDef, Name, LeftParen, Opt, Params, RightParen, Opt, ReturnAnnotation, Colon, Suite,
        SeqOne, ReturnAnnotation, Arrow, Test,
        ListTrailing, Params, Param, Comma,
        Alt, Param, ParamName, ParamStar, ParamDoubleStar,
        SeqOne, ParamName, Name, Opt, ColonTest, Opt, EqualTest,
        Seq, ParamStar, Star, Opt, StarParamName,
        Seq, ParamDoubleStar, DoubleStar, Name, Opt, ColonTest,
        Seq, StarParamName, Name, Opt, ColonTest,
        ListTrailing, LambdaParams, LambdaParam, Comma,
        Alt, LambdaParam, LambdaParamName, LambdaParamStar, LambdaParamDoubleStar,
        SeqOne, LambdaParamName, Name, Opt, EqualTest,
        Seq, LambdaParamStar, Star, Opt, LambdaStarName,
        Seq, LambdaParamDoubleStar, DoubleStar, Name,
        SeqOne, LambdaStarName, Name,

        Alt, Stmt, CompoundStmt, SimpleStmt,
        SeqOne, SimpleStmt, SmallStmts, Newline,
        ListTrailing, SmallStmts, SmallStmt, Semicolon,
        Alt, SmallStmt, DelStmt, PassStmt, FlowStmt, ImportStmt, GlobalStmt, NonlocalStmt, AssertStmt, ExprStmt,
        Seq, ExprStmt, StarTests, Opt, ExprStmtTail,
        Alt, ExprStmtTail, AnnAssign, AugAssignStmt, AssignChain,
        SeqOne, AugAssignStmt, AugOp, AssignRhs,
        Rep, AssignChain, AssignOne,
        SeqOne, AssignOne, Assign, AssignRhs,
        Alt, AssignRhs, YieldExpr, StarTests,
        ListTrailing, StarTests, StarTest, Comma,
        Alt, StarTest, StarExpr, Test,
        Seq, AnnAssign, Colon, Test, Opt, AssignOne,
        Alt, AugOp, PlusAssign, MinusAssign, StarAssign, AtAssign, SlashAssign, PercentAssign, AmpersandAssign,
            BarAssign, CaretAssign, ShiftLeftAssign, ShiftRightAssign, DoubleStarAssign, DoubleSlashAssign,
        Seq, DelStmt, KwDel, ExprList,
        Seq, PassStmt, KwPass,
        Alt, FlowStmt, BreakStmt, ContinueStmt, ReturnStmt, RaiseStmt, YieldStmt,
        Seq, BreakStmt, KwBreak,
        Seq, ContinueStmt, KwContinue,
        Seq, ReturnStmt, KwReturn, Opt, TestList,
        Seq, YieldStmt, YieldExpr,
        Seq, RaiseStmt, KwRaise, Opt, RaiseArg,
        SeqOne, RaiseArg, Test, Opt, RaiseFrom,
        SeqOne, RaiseFrom, KwFrom, Test,
        Alt, ImportStmt, ImportName, ImportFrom,
        Seq, ImportName, KwImport, DottedAsNames,
        Seq, ImportFrom, KwFrom, ImportSource, KwImport, ImportWhat,
        Alt, ImportSource, DottedName, ImportRelative,
        SeqOne, ImportRelative, Dots, Opt, DottedName,
        Alt, ImportWhat, Star, ImportParen, ImportAsNames,
        SeqOne, ImportParen, LeftParen, ImportAsNames, RightParen,
        Rep, Dots, DotOrEllipsis,
        Alt, DotOrEllipsis, Dot, Ellipsis,
        Seq, ImportAsName, Name, Opt, AsName,
        SeqOne, DottedAsName, DottedName, Opt, AsName,
        SeqOne, AsName, KwAs, Name,
        ListTrailing, ImportAsNames, ImportAsName, Comma,
        List, DottedAsNames, DottedAsName, Comma,
        List, DottedName, Name, Dot,
        Seq, GlobalStmt, KwGlobal, NameList,
        Seq, NonlocalStmt, KwNonlocal, NameList,
        List, NameList, Name, Comma,
        Seq, AssertStmt, KwAssert, Test, Opt, AssertMessage,
        SeqOne, AssertMessage, Comma, Test,

        Alt, CompoundStmt, IfStmt, WhileStmt, ForStmt, TryStmt, WithStmt, FuncDef, ClassDef, Decorated, AsyncStmt,
        Seq, AsyncStmt, KwAsync, AsyncBody,
        Alt, AsyncBody, FuncDef, WithStmt, ForStmt,
        Seq, IfStmt, KwIf, NamedTest, Colon, Suite, Opt, ElifList, Opt, ElsePart,
        Rep, ElifList, ElifPart,
        Seq, ElifPart, KwElif, NamedTest, Colon, Suite,
        Seq, WhileStmt, KwWhile, NamedTest, Colon, Suite, Opt, ElsePart,
        Seq, ForStmt, KwFor, ExprList, KwIn, TestList, Colon, Suite, Opt, ElsePart,
        Seq, TryStmt, KwTry, Colon, Suite, TryRest,
        Alt, TryRest, TryExcepts, TryFinally,
        SeqOne, TryExcepts, ExceptList, Opt, ElsePart, Opt, TryFinally,
        Seq, ExceptPart, KwExcept, Opt, ExceptSelector, Colon, Suite,
        SeqOne, ExceptSelector, Test, Opt, AsName,
        Rep, ExceptList, ExceptPart,
        Seq, TryFinally, KwFinally, Colon, Suite,
        SeqOne, ElsePart, KwElse, Colon, Suite,
        Seq, WithStmt, KwWith, WithItems, Colon, Suite,
        List, WithItems, WithItem, Comma,
        SeqOne, WithItem, Test, Opt, WithAs,
        SeqOne, WithAs, KwAs, Expr,
        Alt, Suite, SuiteBlock, SimpleStmt,
        SeqOne, SuiteBlock, Newline, Indent, SuiteStmts, Dedent,
        Rep, SuiteStmts, Stmt,

        SeqOne, NamedTest, Test, Opt, WalrusRhs,
        SeqOne, WalrusRhs, Walrus, Test,
        Alt, Test, LambdaDef, IfExpr,
        SeqOne, IfExpr, OrTest, Opt, IfElse,
        Seq, IfElse, KwIf, OrTest, KwElse, Test,
        Alt, TestNoCond, LambdaDefNoCond, OrTest,
        Seq, LambdaDef, KwLambda, Opt, LambdaParams, Colon, Test,
        Seq, LambdaDefNoCond, KwLambda, Opt, LambdaParams, Colon, TestNoCond,
        List, OrTest, AndTest, KwOr,
        List, AndTest, NotTest, KwAnd,
        Alt, NotTest, NotExpr, Comparison,
        Seq, NotExpr, KwNot, NotTest,
        List, Comparison, Expr, CompOp,
        Alt, CompOp, Less, Greater, Equal, LessEqual, GreaterEqual, NotEqual, KwIn, CompNotIn, CompIs,
        Seq, CompNotIn, KwNot, KwIn,
        Seq, CompIs, KwIs, Opt, CompIsNot,
        Seq, CompIsNot, KwNot,
        Seq, StarExpr, Star, Expr,
        List, Expr, XorExpr, Bar,
        List, XorExpr, AndExpr, Caret,
        List, AndExpr, ShiftExpr, Ampersand,
        List, ShiftExpr, ArithExpr, ShiftOp,
        Alt, ShiftOp, ShiftLeft, ShiftRight,
        List, ArithExpr, Term, ArithOp,
        Alt, ArithOp, Plus, Minus,
        List, Term, Factor, TermOp,
        Alt, TermOp, Star, At, Slash, Percent, DoubleSlash,
        Alt, Factor, UnaryExpr, Power,
        SeqOne, UnaryExpr, UnaryOp, Factor,
        Alt, UnaryOp, Plus, Minus, Tilde,
        SeqOne, Power, AtomExpr, Opt, PowerRhs,
        Alt, AtomExpr, AwaitExpr, PlainExpr,
        Seq, AwaitExpr, KwAwait, Atom, Opt, Trailers,
        SeqOne, PlainExpr, Atom, Opt, Trailers,
        Rep, Trailers, Trailer,
        SeqOne, PowerRhs, DoubleStar, Factor,
        Alt, Atom, Name, Integer, Float, Symbol.String, Bytes, Ellipsis, KwNone, KwTrue, KwFalse, Paren, Bracket, Brace,
        Seq, Paren, LeftParen, Opt, ParenBody, RightParen,
        Alt, ParenBody, YieldExpr, Items,
        Seq, Bracket, LeftBracket, Opt, Items, RightBracket,
        Seq, Brace, LeftBrace, Opt, DictOrSet, RightBrace,
        SeqOne, Items, Item, Opt, ItemsTail,
        Alt, Item, StarExpr, NamedTest,
        Alt, ItemsTail, CompFor, ItemsComma,
        SeqOne, ItemsComma, Comma, Opt, ItemsMore,
        ListTrailing, ItemsMore, Item, Comma,
        Alt, Trailer, CallTrailer, IndexTrailer, AttrTrailer,
        Seq, CallTrailer, LeftParen, Opt, ArgList, RightParen,
        Seq, IndexTrailer, LeftBracket, Subscripts, RightBracket,
        Seq, AttrTrailer, Dot, Name,
        ListTrailing, Subscripts, Subscript, Comma,
        Alt, Subscript, SliceTail, SliceHead,
        SeqOne, SliceHead, Test, Opt, SliceTail,
        Seq, SliceTail, Colon, Opt, SliceRest,
        Alt, SliceRest, SliceStep, SliceStop,
        Seq, SliceStep, Colon, Opt, Test,
        SeqOne, SliceStop, Test, Opt, SliceOp,
        Seq, SliceOp, Colon, Opt, Test,
        ListTrailing, ExprList, ExprListItem, Comma,
        Alt, ExprListItem, StarExpr, Expr,
        ListTrailing, TestList, Test, Comma,
        SeqOne, DictOrSet, KeyValue, Opt, DictOrSetTail,
        SeqOne, KeyValue, Test, Opt, ColonTest,
        Alt, DictOrSetTail, CompFor, KeyValueComma,
        Seq, KeyValueComma, Comma, Opt, KeyValueMore,
        ListTrailing, KeyValueMore, KeyValue, Comma,
        Seq, ClassDef, KwClass, Name, Opt, ClassArgs, Colon, Suite,
        SeqOne, ClassArgs, LeftParen, Opt, ArgList, RightParen,
        ListTrailing, ArgList, Arg, Comma,
        Alt, Arg, ArgStar, ArgDoubleStar, Argument,
        Seq, ArgStar, Star, Test,
        Seq, ArgDoubleStar, DoubleStar, Test,
        SeqOne, Argument, Test, Opt, ArgTail,
        Alt, ArgTail, CompFor, EqualTest, ArgWalrus,
        Seq, ArgWalrus, Walrus, Test,
        SeqOne, ColonTest, Colon, Test,
        SeqOne, EqualTest, Assign, Test,
        Alt, CompIter, CompFor, CompIf,
        Seq, CompFor, KwFor, ExprList, KwIn, OrTest, Opt, CompIter,
        Seq, CompIf, KwIf, TestNoCond, Opt, CompIter,
        Seq, YieldExpr, KwYield, Opt, YieldArg,
        Alt, YieldArg, YieldFrom, TestList,
        Seq, YieldFrom, KwFrom, Test,
        Alt, // closes the last rule
    ];

    const int TokenBits = 7;

    static readonly short[] starts = new short[(int)SymbolExtensions.FirstShape - (int)SymbolExtensions.FirstRule];

    /// <summary>For a rule and a token: what the rule begins with there. See <see cref="Predict"/>.</summary>
    static readonly Symbol[] predictions = new Symbol[starts.Length << TokenBits];

    static Grammar()
    {
        var table = Table;
        for (var i = 0; i < table.Length - 1; i++)
            if (table[i] is >= Alt and < Opt)
                starts[table[i + 1] - SymbolExtensions.FirstRule] = (short)i;
        for (var rule = SymbolExtensions.FirstRule; rule < SymbolExtensions.FirstShape; rule++)
            FindPredictions(rule);
    }

    /// <summary>
    /// The symbol with which <paramref name="part"/> goes on when the current token is <paramref name="token"/>: the
    /// token itself, a rule that is no <c>Alt</c>, or <see cref="None"/> when it cannot begin like that.
    /// </summary>
    public static Symbol Predict(Symbol part, Symbol token) =>
        part < SymbolExtensions.FirstRule
            ? part == token ? token : None
            : predictions[((part - SymbolExtensions.FirstRule) << TokenBits) + (int)token];

    public static Symbol Shape(Symbol rule) => Table[starts[rule - SymbolExtensions.FirstRule]];

    /// <summary>The index of the first part of a rule, for <see cref="Part"/>.</summary>
    public static int FirstPart(Symbol rule) => starts[rule - SymbolExtensions.FirstRule] + 2;

    /// <summary>The symbol at an index of the table; a shape (<c>Alt</c> … <c>ListTrailing</c>) closes the rule.</summary>
    public static Symbol Part(int index) => Table[index];

    static void FindPredictions(Symbol rule)
    {
        var row = predictions.AsSpan((rule - SymbolExtensions.FirstRule) << TokenBits, 1 << TokenBits);
        if (row.ContainsAnyExcept(None))
            return;
        var at = FirstPart(rule);
        if (Shape(rule) == Alt)
        {
            for (; Table[at] < Alt; at++)
                AddPredictions(row, Table[at], None);
        }
        else
        {
            if (Table[at] == Opt)
                at++;
            AddPredictions(row, Table[at], rule);
        }
    }

    /// <summary>Earlier alternatives win, so only free cells are filled.</summary>
    static void AddPredictions(Span<Symbol> row, Symbol part, Symbol instead)
    {
        if (part < SymbolExtensions.FirstRule)
        {
            if (row[(int)part] == None)
                row[(int)part] = instead == None ? part : instead;
            return;
        }
        FindPredictions(part);
        var from = predictions.AsSpan((part - SymbolExtensions.FirstRule) << TokenBits, 1 << TokenBits);
        for (var token = 0; token < from.Length; token++)
            if (from[token] != None && row[token] == None)
                row[token] = instead == None ? from[token] : instead;
    }
}
