using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.Tests.Architecture;

/// <summary>One assembly holds all stages, so the compiler does not keep them apart: this does (docs/architecture.md).</summary>
public class NamespaceEdgesTests
{
    /// <summary>What each stage may use besides itself.</summary>
    private static readonly Dictionary<string, string[]> allowed = new()
    {
        ["Capabilities"] = [],
        ["Core"] = ["Objects", "Capabilities"],
        ["Objects"] = ["Core", "Capabilities"],
        ["Syntax"] = [],
        ["Mpy"] = ["Core", "Instructions"],
        ["Compiler"] = ["Syntax", "Mpy", "Instructions"],
        ["Instructions"] = ["Core", "Objects"],
        ["Interpreter"] = ["Core", "Objects", "Instructions", "Mpy"],
        ["Modules"] = ["Core", "Objects", "Capabilities"],
        ["Hosting"] = ["Core", "Objects", "Capabilities", "Syntax", "Compiler", "Mpy", "Instructions", "Interpreter", "Modules"],
    };

    [Fact]
    public void No_stage_uses_what_it_may_not()
    {
        var violations = new SortedSet<string>();
        foreach (var tree in KraitSources.Compilation.SyntaxTrees)
        {
            // The loops are pasted together from micro-ops, which are looked at where they are written; to bind a method of
            // their size takes longer than all others together.
            if (tree.FilePath.Length == 0 || tree.FilePath.Contains("Interpreter.Loop.", StringComparison.Ordinal) || Stage(tree) is not { } stage)
                continue;
            var model = KraitSources.Compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if (symbol is null or INamespaceSymbol)
                    continue;
                if (StageOf(symbol) is { } used && used != stage && !allowed[stage].Contains(used))
                    violations.Add($"{KraitSources.Name(tree)} ({stage}) uses {symbol.ToDisplayString()} ({used})");
            }
        }
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Fact]
    public void Every_folder_is_a_stage_of_its_own_name()
    {
        foreach (var tree in KraitSources.Compilation.SyntaxTrees)
        {
            if (tree.FilePath.Length == 0)
                continue;
            var name = KraitSources.Name(tree);
            if (!name.Contains('/', StringComparison.Ordinal))
                continue;
            var folder = name[..name.IndexOf('/', StringComparison.Ordinal)];
            Assert.True(Stage(tree) == folder, $"{name} is in namespace {Stage(tree)}");
        }
    }

    private static string? Stage(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is { } declared
            ? StageOf(declared.Name.ToString())
            : null;

    private static string? StageOf(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? StageOf(space.ToDisplayString()) : null;

    private static string? StageOf(string space)
    {
        var parts = space.Split('.');
        return parts is ["Krait", var stage, ..] && allowed.ContainsKey(stage) ? stage : null;
    }
}
