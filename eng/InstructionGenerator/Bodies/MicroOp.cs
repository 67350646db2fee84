using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.InstructionGenerator.Bodies;

/// <summary>What a micro-op is, as its attribute says.</summary>
internal enum Role
{
    Guard,
    Pure,
    Checked,
    Place,
    Op,
    Terminator,
}

/// <summary>One micro-op: a C# method with one of the attributes of <c>UopAttributes.cs</c>.</summary>
internal sealed class MicroOp(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, Role role)
{
    public IMethodSymbol Method { get; } = method;

    public MethodDeclarationSyntax Syntax { get; } = syntax;

    public SemanticModel Model { get; } = model;

    public Role Role { get; } = role;

    public string Name => Method.Name;

    /// <summary>The method as the loops call it.</summary>
    public string CallName => $"{Method.ContainingType.Name}.{Method.Name}";

    /// <summary>Whether the body goes into the loop; otherwise the loop calls it.</summary>
    public bool IsPasted { get; init; }

    /// <summary>What a guard proves of its first argument; null when nothing.</summary>
    public Kind? Proves { get; init; }

    /// <summary>The class of memory that a place lies in; null for anything else.</summary>
    public string? Memory { get; init; }

    /// <summary>The classes of memory that it reads, besides the place that it is.</summary>
    public IReadOnlySet<string> Reads { get; private set; } = new HashSet<string>();

    /// <summary>The classes of memory that it writes.</summary>
    public IReadOnlySet<string> Writes { get; private set; } = new HashSet<string>();

    /// <summary>The names of the declared effects, and of those that follow from them.</summary>
    public IReadOnlySet<string> Effects { get; init; } = new HashSet<string>();

    /// <summary>Whether it looks at an argument: a parameter may be there for the sake of one form of call.</summary>
    public bool Uses(IParameterSymbol parameter) => Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
        name.Identifier.Text == parameter.Name
        && !(name.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } discard && discard.Right == name));

    /// <summary>Sets what memory it touches, once its body is known to keep the rules.</summary>
    public void SetMemory(IReadOnlySet<string> reads, IReadOnlySet<string> writes) => (Reads, Writes) = (reads, writes);

    public bool AnswersStatus => Method.ReturnType.Name == "Status";

    /// <summary>The type of the one result, as C# writes it: the return type, or that of the <c>out</c> parameter.</summary>
    public ITypeSymbol ResultType => Role == Role.Checked ? Method.Parameters[^1].Type : Method.ReturnType;

    /// <summary>The parameters that the table gives arguments for.</summary>
    public IEnumerable<IParameterSymbol> Inputs =>
        Role == Role.Checked ? Method.Parameters.SkipLast(1) : Method.Parameters;

    public string File => Path.GetFileName(Syntax.SyntaxTree.FilePath);

    public int Line => LineOf(Syntax.Identifier);

    public static int LineOf(SyntaxNodeOrToken node) => node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;
}

/// <summary>A kind that guards prove.</summary>
/// <param name="Type">The C# type that a value of the kind is passed as.</param>
/// <param name="Tag">The constant of its tag when it is unboxed.</param>
internal sealed record Kind(string Name, ITypeSymbol Type, string? Tag);
