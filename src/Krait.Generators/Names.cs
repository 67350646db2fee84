using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Krait.Generators;

/// <summary>Names as C# and as Python write them.</summary>
internal static class Names
{
    /// <summary>A type as generated code names it from anywhere.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Whether a type is the one of this name, namespace included.</summary>
    public static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { } space } && type.Name == name.Substring(name.LastIndexOf('.') + 1)
        && space.ToDisplayString() == name.Substring(0, name.LastIndexOf('.'));

    /// <summary>A member's name in C#, escaped where it is a keyword.</summary>
    public static string Identifier(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A member's Python name: as the attribute says, otherwise the C# name in snake case.</summary>
    public static string Python(AttributeData attribute, ISymbol symbol) =>
        !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is string name ? name : Snake(symbol.Name);

    /// <summary>"AsIntegerRatio" as "as_integer_ratio".</summary>
    public static string Snake(string name)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (startsWord && name[i - 1] != '_')
                builder.Append('_');
            builder.Append(char.ToLowerInvariant(name[i]));
        }
        return builder.ToString();
    }

    /// <summary>What messages call the values of a C# class: the name of its [PyType], otherwise the class's own.</summary>
    public static string PythonType(ITypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (Attribute(candidate, "Krait.PyTypeAttribute") is { } attribute)
                return Python(attribute, candidate);
        return Snake(type.Name.StartsWith("Py", StringComparison.Ordinal) ? type.Name.Substring(2) : type.Name);
    }

    /// <summary>The attribute of this name, or null.</summary>
    public static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (Is(attribute.AttributeClass, name))
                return attribute;
        return null;
    }

    /// <summary>A named argument of an attribute, or the default of its type.</summary>
    public static T? Option<T>(AttributeData attribute, string name)
    {
        foreach (var pair in attribute.NamedArguments)
            if (pair.Key == name && pair.Value.Value is T value)
                return value;
        return default;
    }
}
