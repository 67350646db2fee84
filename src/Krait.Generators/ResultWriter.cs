using Microsoft.CodeAnalysis;

namespace Krait.Generators;

/// <summary>What a C# method gives, as a Python value.</summary>
internal static class ResultWriter
{
    /// <summary>Whether a member's result becomes a Python value.</summary>
    public static bool CanGive(BoundMember member) =>
        member.AnswersStatus || (member.HasResult ? member.ResultType.SpecialType == SpecialType.System_Void : Statement(member.ResultType, "") is not null);

    /// <summary>Whether a member's result can be what a special method must give; a Value can be anything.</summary>
    public static bool Gives(BoundMember member, string what) => member.AnswersStatus || member.HasResult || (what, Parameter.KindOf(member.ResultType)) switch
    {
        (_, ParameterKind.Value) => true,
        ("a str", ParameterKind.String) => true,
        ("an int", ParameterKind.Int64 or ParameterKind.Int32 or ParameterKind.BigInteger) => true,
        ("a bool", ParameterKind.Bool) => true,
        ("a float", ParameterKind.Double) => true,
        _ => false,
    };

    /// <summary>A constant as a Value; only of types that <see cref="CanGive"/> accepts.</summary>
    public static string Constant(ITypeSymbol type, string expression) => Parameter.KindOf(type) switch
    {
        ParameterKind.Int64 or ParameterKind.Int32 => $"global::Krait.Core.Value.Int({expression})",
        ParameterKind.Double => $"global::Krait.Core.Value.Float({expression})",
        ParameterKind.Bool => $"global::Krait.Core.Value.Bool({expression})",
        ParameterKind.Value => expression,
        ParameterKind.Object => $"global::Krait.Core.Value.Of({expression})",
        _ => $"global::Krait.Objects.Conversions.ToValue({expression})",
    };

    /// <summary>Writes the call of a member and what becomes of its result.</summary>
    public static void Write(Text text, BoundMember member, string call)
    {
        if (member.AnswersStatus && member.HasResult)
        {
            _ = text.Line($"return {call};");
        }
        else if (member.AnswersStatus)
        {
            _ = text.Line($"var status = {call};")
                .Line("if (status == global::Krait.Core.Status.Ok)").Then("result.SetNone();")
                .Line("return status;");
        }
        else
        {
            _ = text.Line(Statement(member.ResultType, call)!);
            if (member.ResultType.SpecialType == SpecialType.System_Void && !member.HasResult)
                _ = text.Line("result.SetNone();");
            if (!IsFallible(member.ResultType))
                _ = text.Line("return global::Krait.Core.Status.Ok;");
        }
    }

    private static string? Statement(ITypeSymbol type, string call)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return $"{call};";
        if (type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T })
            return null;
        return Parameter.KindOf(type) switch
        {
            ParameterKind.Int64 or ParameterKind.Int32 => $"result.SetInt({call});",
            ParameterKind.Double => $"result.SetFloat({call});",
            ParameterKind.Bool => $"result.SetBool({call});",
            ParameterKind.Value => $"result.Set({call});",
            ParameterKind.String or ParameterKind.BigInteger or ParameterKind.Object =>
                $"return global::Krait.Objects.Conversions.Return(machine, ref result, {call});",
            _ => Names.Is(type, "Krait.Core.PyObject") ? $"return global::Krait.Objects.Conversions.Return(machine, ref result, {call});" : null,
        };
    }

    private static bool IsFallible(ITypeSymbol type) =>
        Parameter.KindOf(type) is ParameterKind.String or ParameterKind.BigInteger or ParameterKind.Object || Names.Is(type, "Krait.Core.PyObject");
}
