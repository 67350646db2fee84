using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.InstructionGenerator.Bodies;

/// <summary>Which memory a pasted body touches, read off the fields that it names. What it writes is declared as well, and the two are compared.</summary>
internal static class MemoryClasses
{
    /// <summary>The class of each field, property and method that bodies name, and of an array the class of its elements. What
    /// is null never changes while the frame runs, or is the machine's own.</summary>
    private static readonly Dictionary<string, string?> Members = new()
    {
        ["Value.Object"] = null,
        ["Value.Bits"] = null,
        ["InlineCache.Key"] = null,
        ["InlineCache.Slot"] = null,
        ["InlineCache.Target"] = null,
        ["Machine.Poll"] = null,
        ["Machine.CallToll"] = null,
        ["Machine.Depth"] = null,
        ["Machine.RecursionLimit"] = null,
        ["Frame.Function"] = null,
        ["Frame.Next"] = null,
        ["Frame.Caller"] = null,
        ["Frame.Slots"] = null,
        ["Frame.Base"] = null,
        ["Frame.Locals"] = null,
        ["Frame.Continuation"] = null,
        ["Frame.Blocks"] = "Blocks",
        ["PyCell.Contents"] = "Cells",
        ["PyDict.KeysVersion"] = "Names",
        ["PyDict.EntryValue"] = "Globals",
        ["InstanceState.Shape"] = "Shapes",
        ["Shape.Id"] = "Shapes",
        ["InstanceState.Slots"] = "Shapes Slots",
        ["PyInstance.Instance"] = null,
        ["PyList.Kind"] = "Lists",
        ["PyList.Count"] = "Lists",
        ["PyList.Ints"] = "Lists Items",
        ["PyList.Floats"] = "Lists Items",
        ["PyList.Items"] = "Lists Items",
        ["RangeIterator.Current"] = "Iterators",
        ["RangeIterator.Remaining"] = "Iterators",
        ["ListIterator.List"] = "Iterators",
        ["ListIterator.Index"] = "Iterators",
        ["TupleIterator.Index"] = "Iterators",
        ["TupleIterator.Items"] = "Iterators TupleItems",
        ["PyGenerator.Frame"] = "Generators",
        ["PyGenerator.IsRunning"] = "Generators",
        ["LinkedModule.Strings"] = "Linked",
        ["LinkedCode.Objects"] = "Linked",
    };

    /// <summary>The classes that a pasted body reads and writes. Whether a place is read or written the composition says.</summary>
    public static (HashSet<string> Reads, HashSet<string> Writes) Of(MicroOp micro)
    {
        var (reads, writes) = (new HashSet<string>(), new HashSet<string>());
        SyntaxNode body = (SyntaxNode?)micro.Syntax.Body ?? micro.Syntax.ExpressionBody!;
        foreach (var node in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (micro.Model.GetSymbolInfo(node).Symbol is not { ContainingType: not null } symbol)
                continue;
            var name = $"{symbol.ContainingType.Name}.{symbol.Name}";
            if (!Members.TryGetValue(name, out var memory) && IsState(symbol))
                throw new DefinitionError(micro.File, MicroOp.LineOf(node),
                    $"{micro.Name}: {name} has no class of memory (eng/InstructionGenerator/Bodies/MemoryClasses.cs)");
            var isWritten = BodyRules.IsAssigned(node.Parent is MemberAccessExpressionSyntax access ? access : node);
            (isWritten ? writes : reads).UnionWith(memory?.Split(' ').Where(found => found != micro.Memory) ?? []);
        }
        // x.Count-- reads what it writes; an assignment that reads nothing else is rare enough to say that it does.
        reads.UnionWith(writes);
        return (reads, writes);
    }

    /// <summary>Whether it is something of Krait's that may change.</summary>
    private static bool IsState(ISymbol symbol) => symbol.ContainingType?.ContainingNamespace.ToDisplayString().StartsWith("Krait.", StringComparison.Ordinal) == true
        && symbol switch
        {
            IFieldSymbol field => !field.IsConst && !field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is { IsInitOnly: false },
            IMethodSymbol method => method.ReturnsByRef,
            _ => false,
        };
}
