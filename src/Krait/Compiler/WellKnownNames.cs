using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>The names that lowering writes of its own accord, interned once the source is parsed.</summary>
internal sealed class WellKnownNames(StringPool strings)
{
    public readonly int Empty = strings.Add(""u8);
    public readonly int Star = strings.Add("*"u8);
    public readonly int Module = strings.Add("<module>"u8);
    public readonly int Lambda = strings.Add("<lambda>"u8);
    public readonly int ListComp = strings.Add("<listcomp>"u8);
    public readonly int DictComp = strings.Add("<dictcomp>"u8);
    public readonly int SetComp = strings.Add("<setcomp>"u8);
    public readonly int GenExpr = strings.Add("<genexpr>"u8);
    public readonly int DunderName = strings.Add("__name__"u8);
    public readonly int DunderModule = strings.Add("__module__"u8);
    public readonly int DunderQualname = strings.Add("__qualname__"u8);
    public readonly int DunderClass = strings.Add("__class__"u8);
    public readonly int AEnter = strings.Add("__aenter__"u8);
    public readonly int AExit = strings.Add("__aexit__"u8);
    public readonly int AIter = strings.Add("__aiter__"u8);
    public readonly int ANext = strings.Add("__anext__"u8);
    public readonly int AssertionError = strings.Add("AssertionError"u8);
    public readonly int BaseException = strings.Add("BaseException"u8);
    public readonly int StopAsyncIteration = strings.Add("StopAsyncIteration"u8);
    public readonly int Super = strings.Add("super"u8);
    public readonly int Range = strings.Add("range"u8);
    public readonly int Micropython = strings.Add("micropython"u8);
    public readonly int ReplPrint = strings.Add("__repl_print__"u8);
}
