using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Krait.Generators;

/// <summary>What a C# parameter receives.</summary>
internal enum ParameterKind
{
    // Given by the machinery.
    Machine, Receiver, Result, Rest,

    // Converted from a Python argument.
    Value, Int64, Int32, Double, Bool, String, BigInteger, Object,
}

/// <summary>How an argument may be given.</summary>
internal enum Passing
{
    PositionalOnly, Named, KeywordOnly,
}

/// <summary>One parameter of a bound C# method.</summary>
internal sealed class Parameter(IParameterSymbol symbol, ParameterKind kind, Passing passing)
{
    public IParameterSymbol Symbol { get; } = symbol;

    public ParameterKind Kind { get; } = kind;

    public Passing Passing { get; } = passing;

    /// <summary>Whether a Python argument is converted for it.</summary>
    public bool IsArgument => Kind >= ParameterKind.Value;

    /// <summary>The C# type, null allowed or not.</summary>
    public ITypeSymbol Type => Symbol.Type;

    /// <summary>Whether None gives null, and so does a missing argument.</summary>
    public bool IsNullable => Kind is not ParameterKind.Value && (IsAnnotated || HasNullDefault);

    /// <summary>Whether the type says that null is allowed; without nullable annotations a default of null says it.</summary>
    public bool IsAnnotated => Symbol.NullableAnnotation == NullableAnnotation.Annotated;

    public bool IsOptional => Symbol.HasExplicitDefaultValue || IsNullable;

    /// <summary>The name that callers give; positional-only parameters have it for messages alone.</summary>
    public string Name { get; } =
        Names.Attribute(symbol, "Krait.NamedAttribute") is { } named ? Names.Python(named, symbol) : Names.Snake(symbol.Name);

    /// <summary>The kind of a type that arguments convert to; null for one that none does.</summary>
    public static ParameterKind? KindOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        switch (type.SpecialType)
        {
            case SpecialType.System_Int64: return ParameterKind.Int64;
            case SpecialType.System_Int32: return ParameterKind.Int32;
            case SpecialType.System_Double: return ParameterKind.Double;
            case SpecialType.System_Boolean: return ParameterKind.Bool;
            case SpecialType.System_String: return ParameterKind.String;
        }
        if (Names.Is(type, "Krait.Core.Value"))
            return ParameterKind.Value;
        if (Names.Is(type, "System.Numerics.BigInteger"))
            return ParameterKind.BigInteger;
        return BoundClass.IsPyObject(type) ? ParameterKind.Object : null;
    }

    private bool HasNullDefault => Type.IsReferenceType && Symbol is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };

    /// <summary>The default value in C#: that of the type where there is none.</summary>
    public string Default() => !Symbol.HasExplicitDefaultValue
        ? "default"
        : Symbol.ExplicitDefaultValue switch
        {
            bool truth => truth ? "true" : "false",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "D",
            long.MinValue => "long.MinValue",
            int.MinValue => "int.MinValue",
            long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "L",
            int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            _ => "default",
        };
}
