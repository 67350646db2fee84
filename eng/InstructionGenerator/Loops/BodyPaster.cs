using Krait.InstructionGenerator.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.InstructionGenerator.Loops;

/// <summary>Copies the body of a micro-op into the loop: parameters become argument text, locals pooled ones, returns
/// the value or a jump.</summary>
internal sealed class BodyPaster(MicroOp micro, IReadOnlyDictionary<string, string> arguments, LocalPool pool) : CSharpSyntaxRewriter
{
    private readonly Dictionary<ISymbol, string> locals = new(SymbolEqualityComparer.Default);

    /// <summary>The statements before the result, and the result. A guard and a checked micro-op have a condition as the
    /// result: false means that they decline.</summary>
    /// <param name="pass">The label behind the pasted body, used when it returns true early.</param>
    /// <param name="fail">The label of the next variant.</param>
    public (IReadOnlyList<string> Statements, string? Result, bool UsesPass) Paste(string pass, string? fail)
    {
        if (micro.Syntax.ExpressionBody is { } arrow)
            return ([], Text(arrow.Expression), false);
        var statements = new List<string>();
        var all = micro.Syntax.Body!.Statements;
        var usesPass = false;
        foreach (var statement in all.SkipLast(1))
            statements.AddRange(Mapped(statement, pass, fail, ref usesPass));
        if (all[^1] is ReturnStatementSyntax { Expression: { } result })
            return (statements, result is LiteralExpressionSyntax { Token.Text: "true" } ? null : Text(result), usesPass);
        statements.AddRange(Mapped(all[^1], pass, fail, ref usesPass));
        return (statements, null, usesPass);
    }

    /// <summary>The result of the body as a debugger should show it: its line in the source.</summary>
    public string ResultOrigin => LineDirective.For(micro,
        micro.Syntax.ExpressionBody?.Expression ?? (SyntaxNode)micro.Syntax.Body!.Statements[^1]);

    private IEnumerable<string> Mapped(StatementSyntax statement, string pass, string? fail, ref bool usesPass) =>
        [LineDirective.For(micro, statement), .. Statement(statement, pass, fail, ref usesPass), LineDirective.Default];

    private string Text(SyntaxNode node)
    {
        var expression = node is RefExpressionSyntax reference ? reference.Expression : node;
        return Visit(expression).NormalizeWhitespace().ToString();
    }

    private List<string> Statement(StatementSyntax statement, string pass, string? fail, ref bool usesPass)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax declaration:
                return [.. declaration.Declaration.Variables.Select(Declare)];
            case ReturnStatementSyntax { Expression: LiteralExpressionSyntax literal }:
                usesPass |= literal.Token.Text == "true";
                return [$"goto {(literal.Token.Text == "true" ? pass : fail)};"];
            case IfStatementSyntax { Else: null } branch:
                var inner = branch.Statement is BlockSyntax block ? block.Statements.ToList() : [branch.Statement];
                var lines = new List<string>();
                foreach (var part in inner)
                    lines.AddRange(Statement(part, pass, fail, ref usesPass));
                return [$"if ({Text(branch.Condition)})", "{", .. lines.Select(line => "    " + line), "}"];
            case ExpressionStatementSyntax expression:
                return [Text(expression.Expression) + ";"];
            default:
                throw new Definition.DefinitionError(micro.File, MicroOp.LineOf(statement), $"{micro.Name}: a pasted body has no {statement.Kind()}");
        }
    }

    private string Declare(VariableDeclaratorSyntax variable)
    {
        var symbol = (ILocalSymbol)micro.Model.GetDeclaredSymbol(variable)!;
        var type = symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var local = pool.Take(symbol.IsRef ? "ref " + type : type);
        locals[symbol] = local;
        return $"{local} = {(symbol.IsRef ? "ref " : "")}{Text(variable.Initializer!.Value)};";
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
    {
        switch (micro.Model.GetSymbolInfo(node).Symbol)
        {
            case IParameterSymbol parameter:
                return SyntaxFactory.ParseExpression(arguments[parameter.Name]);
            case ILocalSymbol local:
                return SyntaxFactory.IdentifierName(locals[local]);
            case IFieldSymbol { HasConstantValue: true } or IMethodSymbol { IsStatic: true }
                when node.Parent is not MemberAccessExpressionSyntax
                    && micro.Model.GetSymbolInfo(node).Symbol!.ContainingType is { TypeKind: TypeKind.Class } owner:
                return SyntaxFactory.ParseExpression($"{owner.Name}.{node.Identifier.Text}");
            default:
                return base.VisitIdentifierName(node);
        }
    }
}
