using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.Tests.Architecture;

/// <summary>Every allocation whose size a script decides goes through the machine (invariant 7): outside Core nobody
/// makes arrays, strings or powers of a computed size without charging in the same method.</summary>
public class AllocationSeamTests
{
    /// <summary>Stages whose allocations are bounded by the size of a source or an image, which is charged as a whole,
    /// or that belong to the host.</summary>
    private static readonly string[] bounded = ["Core/", "Syntax/", "Compiler/", "Mpy/", "Hosting/", "Instructions/"];

    [Fact]
    public void Variable_sizes_are_charged()
    {
        var violations = new List<string>();
        foreach (var tree in KraitSources.Compilation.SyntaxTrees)
        {
            if (tree.FilePath.Length == 0 || bounded.Any(prefix => KraitSources.Name(tree).StartsWith(prefix, StringComparison.Ordinal)))
                continue;
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (!IsVariableAllocation(node) || IsCharged(node))
                    continue;
                var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                violations.Add($"{KraitSources.Name(tree)}:{line}: {node.ToString().ReplaceLineEndings(" ")}");
            }
        }
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private static bool IsVariableAllocation(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        ArrayCreationExpressionSyntax array => array.Initializer is null
            && array.Type.RankSpecifiers[0].Sizes[0] is not (LiteralExpressionSyntax or OmittedArraySizeExpressionSyntax),
        ObjectCreationExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.ValueText: "string" } } text => text.ArgumentList?.Arguments.Count == 2,
        InvocationExpressionSyntax call => call.Expression.ToString() is "BigInteger.Pow" or "string.Create" or "GC.AllocateUninitializedArray"
            or "GC.AllocateArray",
        _ => false,
    };

    /// <summary>Whether the method around it charges, or says in a comment why the size is bounded ("Bounded:").</summary>
    private static bool IsCharged(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var method = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var text = method?.ToFullString() ?? "";
        return text.Contains("Charge(", StringComparison.Ordinal) || text.Contains("Debit(", StringComparison.Ordinal)
            || text.Contains("NewArray<", StringComparison.Ordinal) || text.Contains("ChargeArray<", StringComparison.Ordinal)
            || text.Contains("Bounded:", StringComparison.Ordinal);
    }
}
