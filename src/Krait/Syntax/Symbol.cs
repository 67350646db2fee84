namespace Krait.Syntax;

/// <summary>
/// The symbols of the grammar: what the lexer delivers (terminals), what the parser builds (rules), and the
/// words in which <see cref="Grammar"/> writes its table. A node of the tree carries the symbol it stands for.
/// </summary>
internal enum Symbol : ushort
{
    /// <summary>No node: an optional part that is absent.</summary>
    None,

    // Tokens.
    End, Invalid, DedentMismatch, LonelyQuote, MalformedFString,
    Newline, Indent, Dedent,
    Name, Integer, Float, String, Bytes, Ellipsis,

    KwFalse, KwNone, KwTrue, KwAnd, KwAs, KwAssert, KwAsync, KwAwait, KwBreak, KwClass, KwContinue, KwDef,
    KwDel, KwElif, KwElse, KwExcept, KwFinally, KwFor, KwFrom, KwGlobal, KwIf, KwImport, KwIn, KwIs, KwLambda,
    KwNonlocal, KwNot, KwOr, KwPass, KwRaise, KwReturn, KwTry, KwWhile, KwWith, KwYield,

    LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace, Comma, Semicolon, Colon, Walrus,
    Dot, Arrow, Assign,
    Less, Greater, Equal, LessEqual, GreaterEqual, NotEqual, Tilde,
    Bar, Caret, Ampersand, ShiftLeft, ShiftRight, Plus, Minus, Star, At, DoubleSlash, Slash, Percent, DoubleStar,
    BarAssign, CaretAssign, AmpersandAssign, ShiftLeftAssign, ShiftRightAssign, PlusAssign, MinusAssign,
    StarAssign, AtAssign, DoubleSlashAssign, SlashAssign, PercentAssign, DoubleStarAssign,

    /// <summary>A folded constant or a literal that is no small int and no interned string.</summary>
    Constant,

    // Rules.
    FileInput, FileItems, FileItem, SingleInput, EvalInput, EvalNewline,
    Decorator, Decorators, Decorated, DecoratedBody, AsyncFuncDef, FuncDef, ReturnAnnotation,
    Params, Param, ParamName, ParamStar, ParamDoubleStar, StarParamName,
    LambdaParams, LambdaParam, LambdaParamName, LambdaParamStar, LambdaParamDoubleStar, LambdaStarName,
    Stmt, SimpleStmt, SmallStmts, SmallStmt,
    ExprStmt, ExprStmtTail, AugAssignStmt, AssignChain, AssignOne, AssignRhs, StarTests, StarTest, AnnAssign, AugOp,
    DelStmt, PassStmt, FlowStmt, BreakStmt, ContinueStmt, ReturnStmt, YieldStmt, RaiseStmt, RaiseArg, RaiseFrom,
    ImportStmt, ImportName, ImportFrom, ImportSource, ImportRelative, ImportWhat, ImportParen, Dots, DotOrEllipsis,
    ImportAsName, DottedAsName, AsName, ImportAsNames, DottedAsNames, DottedName,
    GlobalStmt, NonlocalStmt, NameList, AssertStmt, AssertMessage,
    CompoundStmt, AsyncStmt, AsyncBody, IfStmt, ElifList, ElifPart, WhileStmt, ForStmt,
    TryStmt, TryRest, TryExcepts, ExceptPart, ExceptSelector, ExceptList, TryFinally, ElsePart,
    WithStmt, WithItems, WithItem, WithAs, Suite, SuiteBlock, SuiteStmts,
    NamedTest, WalrusRhs, Test, IfExpr, IfElse, TestNoCond, LambdaDef, LambdaDefNoCond,
    OrTest, AndTest, NotTest, NotExpr, Comparison, CompOp, CompNotIn, CompIs, CompIsNot, StarExpr,
    Expr, XorExpr, AndExpr, ShiftExpr, ShiftOp, ArithExpr, ArithOp, Term, TermOp,
    Factor, UnaryExpr, UnaryOp, Power, AtomExpr, AwaitExpr, PlainExpr, Trailers, PowerRhs,
    Atom, Paren, ParenBody, Bracket, Brace, Items, Item, ItemsTail, ItemsComma, ItemsMore,
    Trailer, CallTrailer, IndexTrailer, AttrTrailer,
    Subscripts, Subscript, SliceHead, SliceTail, SliceRest, SliceStep, SliceStop, SliceOp,
    ExprList, ExprListItem, TestList, DictOrSet, KeyValue, DictOrSetTail, KeyValueComma, KeyValueMore,
    ClassDef, ClassArgs, ArgList, Arg, ArgStar, ArgDoubleStar, Argument, ArgTail, ArgWalrus,
    ColonTest, EqualTest, CompIter, CompFor, CompIf, YieldExpr, YieldArg, YieldFrom,

    // How a rule is put together; only in the grammar's table.
    Alt, Seq, SeqOne, Rep, List, ListTrailing, Opt,
}

internal static class SymbolExtensions
{
    public const Symbol FirstRule = Symbol.FileInput;
    public const Symbol FirstShape = Symbol.Alt;

    public static bool IsRule(this Symbol symbol) => symbol is >= FirstRule and < FirstShape;
}
