using System.Runtime.CompilerServices;
using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// Walks the tree and writes each scope's <see cref="CodeList"/>. A scope found on the way (a function, a class
/// body, a comprehension) is walked when all scopes found before it are done; strings and constants enter the
/// module's tables in that order. The parts of this class are the parts of the language.
/// </summary>
internal sealed partial class Lowering
{
    /// <summary>Every scope knows those around it, so deeper nesting would take time and room without bound.</summary>
    const int MaxScopeDepth = 1000;

    readonly SyntaxTree tree;
    readonly ConstantFolder constants;
    readonly ModuleTables tables;
    readonly CompilerOptions options;
    readonly List<Scope> scopes = [];
    readonly WellKnownNames names;
    readonly bool recordLines;
    Scope scope;
    CodeList code;
    Loop loop;
    Node statement;

    Lowering(SyntaxTree tree, ConstantFolder constants, ModuleTables tables, CompilerOptions options)
    {
        this.tree = tree;
        this.constants = constants;
        this.tables = tables;
        this.options = options;
        names = new WellKnownNames(tree.Strings);
        recordLines = options.SourceLines && options.OptimizationLevel < 3;
        scope = new Scope(ScopeKind.Module, names.Module, tree.Root, null);
        code = scope.Code;
        scopes.Add(scope);
    }

    /// <summary>Lowers a module; the first of the scopes is the module itself, parents stand before children.</summary>
    /// <exception cref="SourceException">The tree is no valid program.</exception>
    public static List<Scope> Lower(SyntaxTree tree, ConstantFolder constants, ModuleTables tables, CompilerOptions options)
    {
        var lowering = new Lowering(tree, constants, tables, options);
        for (var i = 0; i < lowering.scopes.Count; i++)
            lowering.LowerScope(lowering.scopes[i]);
        return lowering.scopes;
    }

    void LowerScope(Scope next)
    {
        scope = next;
        code = next.Code;
        loop = default;
        statement = default;
        tables.Qstr(scope.Name);
        switch (scope.Kind)
        {
            case ScopeKind.Module:
                Visit(scope.Node);
                if (options.Mode != CompileMode.Eval)
                    code.Emit(Opcode.LoadConstNone, 1);
                break;
            case ScopeKind.Function:
                AddParameters(Parameters(scope.Node, 1));
                Visit(tree.Child(scope.Node, 3));
                code.Emit(Opcode.LoadConstNone, 1);
                break;
            case ScopeKind.Lambda:
                LowerLambda();
                break;
            case ScopeKind.Class:
                LowerClassBody();
                break;
            default:
                LowerComprehension();
                break;
        }
        code.Emit(Opcode.ReturnValue, -1);
        NameResolution.CloseOver(scope, options.Budget);
    }

    /// <summary>Makes the scope of a node; its code is written when its turn comes.</summary>
    int AddScope(ScopeKind kind, int name, in Node node)
    {
        if (scope.Depth >= MaxScopeDepth)
            throw new SourceException("RuntimeError", "maximum recursion depth exceeded");
        scopes.Add(new Scope(kind, name, node, scope));
        return scopes.Count - 1;
    }

    void Visit(in Node node)
    {
        options.Budget.Tick();
        switch (node.Kind)
        {
            case Symbol.None or Symbol.Newline:
                break;
            case Symbol.Integer:
                code.EmitSmallInt(node.Value);
                break;
            case Symbol.Name:
                Load(node.String);
                break;
            case Symbol.String:
                EmitString(node.String);
                break;
            case Symbol.KwNone:
                code.Emit(Opcode.LoadConstNone, 1);
                break;
            case Symbol.KwTrue:
                code.Emit(Opcode.LoadConstTrue, 1);
                break;
            case Symbol.KwFalse:
                code.Emit(Opcode.LoadConstFalse, 1);
                break;
            case Symbol.Ellipsis:
                code.Emit(Opcode.LoadConstObj, 1, tables.Object(Mpy.Constant.Ellipsis));
                break;
            case Symbol.Constant:
                MarkLine(node);
                code.Emit(Opcode.LoadConstObj, 1, tables.Object(constants[node]));
                break;
            default:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                MarkLine(node);
                VisitRule(node);
                break;
        }
    }

    void VisitRule(in Node node)
    {
        switch (node.Kind)
        {
            case Symbol.ExprStmt: VisitExpressionStatement(node); break;
            case Symbol.DelStmt: Delete(tree.Child(node, 0)); break;
            case Symbol.BreakStmt: VisitBreak(node); break;
            case Symbol.ContinueStmt: VisitContinue(node); break;
            case Symbol.ReturnStmt: VisitReturn(node); break;
            case Symbol.YieldStmt: VisitYieldStatement(node); break;
            case Symbol.RaiseStmt: VisitRaise(node); break;
            case Symbol.ImportName: VisitImport(node); break;
            case Symbol.ImportFrom: VisitImportFrom(node); break;
            case Symbol.GlobalStmt: DeclareNames(node, DeclareGlobal); break;
            case Symbol.NonlocalStmt: DeclareNames(node, DeclareNonlocal); break;
            case Symbol.AssertStmt: VisitAssert(node); break;
            case Symbol.IfStmt: VisitIf(node); break;
            case Symbol.WhileStmt: VisitWhile(node); break;
            case Symbol.ForStmt: VisitFor(node); break;
            case Symbol.TryStmt: VisitTry(node); break;
            case Symbol.WithStmt: VisitWith(node); break;
            case Symbol.AsyncStmt: VisitAsync(node); break;
            case Symbol.FuncDef: VisitFunction(node); break;
            case Symbol.ClassDef: VisitClass(node); break;
            case Symbol.Decorated: VisitDecorated(node); break;
            case Symbol.LambdaDef or Symbol.LambdaDefNoCond: VisitLambda(node); break;
            case Symbol.NamedTest: VisitWalrus(tree.Child(node, 0), tree.Child(node, 1)); break;
            case Symbol.IfExpr: VisitConditional(node); break;
            case Symbol.OrTest: VisitLogic(node, Opcode.JumpIfTrueOrPop); break;
            case Symbol.AndTest: VisitLogic(node, Opcode.JumpIfFalseOrPop); break;
            case Symbol.NotExpr: VisitUnary(tree.Child(node, 0), UnaryNot); break;
            case Symbol.UnaryExpr: VisitUnary(tree.Child(node, 1), UnaryOperator(tree.Child(node, 0).Kind)); break;
            case Symbol.Comparison: VisitComparison(node); break;
            case Symbol.StarExpr: throw Fail(node, "*x must be assignment target");
            case Symbol.Expr: VisitChain(node, Symbol.Bar); break;
            case Symbol.XorExpr: VisitChain(node, Symbol.Caret); break;
            case Symbol.AndExpr: VisitChain(node, Symbol.Ampersand); break;
            case Symbol.ShiftExpr or Symbol.ArithExpr or Symbol.Term: VisitChain(node); break;
            case Symbol.Power: VisitChain(node, Symbol.DoubleStar); break;
            case Symbol.AwaitExpr: VisitAwait(node); break;
            case Symbol.PlainExpr: VisitTrailers(node); break;
            case Symbol.Paren: VisitParen(node); break;
            case Symbol.Bracket: VisitBracket(node); break;
            case Symbol.Brace: VisitBrace(node); break;
            case Symbol.KeyValue: VisitKeyValue(node); break;
            case Symbol.CallTrailer: VisitCall(tree.Child(node, 0), 0, Opcode.CallFunction); break;
            case Symbol.IndexTrailer: VisitIndex(node); break;
            case Symbol.AttrTrailer: EmitAttribute(Opcode.LoadAttr, 0, node); break;
            case Symbol.SliceHead or Symbol.SliceTail: VisitSlice(node); break;
            case Symbol.Subscripts or Symbol.TestList or Symbol.StarTests or Symbol.ExprList: VisitTuple(node); break;
            case Symbol.YieldExpr: VisitYield(node); break;
            default: VisitStatements(node); break;
        }
    }

    /// <summary>Visits statements; a problem in one that has no line of its own is reported on the statement's.</summary>
    void VisitStatements(in Node node)
    {
        var outer = statement;
        for (var i = 0; i < node.Count; i++)
        {
            var child = tree.Child(node, i);
            if (child.IsStruct && child.Line != 0)
                statement = child;
            Visit(child);
            statement = outer;
        }
    }

    void MarkLine(in Node node)
    {
        if (recordLines)
            code.MarkLine(node.Line);
    }

    /// <summary>The error for a problem at a node.</summary>
    SourceException Fail(in Node node, string message)
    {
        var line = node.IsStruct ? node.Line : 0;
        if (line == 0)
            line = statement.Line;
        if (line == 0)
            line = scope.Node.IsStruct ? scope.Node.Line : 0;
        var block = System.Text.Encoding.UTF8.GetString(tree.Strings[scope.Name]);
        var length = node.IsName ? tree.Strings[node.String].Length : 1;
        return new SourceException("SyntaxError", message, line, node.Position, length, block);
    }

    void EmitString(int text) => code.Emit(Opcode.LoadConstString, 1, tables.Qstr(text));

    void EmitGlobal(int name) => code.Emit(Opcode.LoadGlobal, 1, tables.Qstr(name));

    void EmitAttribute(Opcode opcode, int effect, in Node trailer) =>
        code.Emit(opcode, effect, tables.Qstr(tree.Child(trailer, 0).String));
}
