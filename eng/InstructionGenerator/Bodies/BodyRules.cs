using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.InstructionGenerator.Bodies;

/// <summary>What a method must keep to so that it can be pasted or called by a loop.</summary>
internal static class BodyRules
{
    /// <summary>What pasted bodies may call although it is a call in C#: intrinsics, and getters that the compiler
    /// always reduces to a load.</summary>
    private static readonly HashSet<string> Intrinsics =
    [
        "Unsafe.Add", "Unsafe.As", "MemoryMarshal.GetArrayDataReference", "Object.GetType", "Math.Abs",
        "BitConverter.DoubleToInt64Bits", "BitConverter.Int64BitsToDouble", "Array.Length",
        "PyTuple.Items", "Shape.Id", "PyDict.KeysVersion", "PyDict.EntryValue", "Machine.Builtins", "Machine.RecursionLimit",
    ];

    private static readonly Dictionary<SyntaxKind, string> Forbidden = new()
    {
        [SyntaxKind.TryStatement] = "try",
        [SyntaxKind.LockStatement] = "lock",
        [SyntaxKind.FixedStatement] = "fixed",
        [SyntaxKind.StackAllocArrayCreationExpression] = "stackalloc",
        [SyntaxKind.SimpleLambdaExpression] = "lambda",
        [SyntaxKind.ParenthesizedLambdaExpression] = "lambda",
        [SyntaxKind.AnonymousMethodExpression] = "anonymous method",
        [SyntaxKind.LocalFunctionStatement] = "local function",
        [SyntaxKind.UsingStatement] = "using",
    };

    public static void Check(MicroOp micro, bool notInlined)
    {
        CheckSignature(micro, notInlined);
        if (!micro.IsPasted)
            return;
        var several = micro.Role is Role.Guard or Role.Checked;
        if (!several && micro.Syntax.DescendantNodes().OfType<ReturnStatementSyntax>().Count() > 1)
            throw Error(micro, micro.Syntax, "several returns are for guards and checked micro-ops only");
        SyntaxNode body = (SyntaxNode?)micro.Syntax.Body ?? micro.Syntax.ExpressionBody!;
        foreach (var node in body.DescendantNodes())
            CheckNode(micro, node);
    }

    private static DefinitionError Error(MicroOp micro, SyntaxNode node, string message) =>
        new(micro.File, MicroOp.LineOf(node), $"{micro.Name}: {message}");

    private static void CheckSignature(MicroOp micro, bool notInlined)
    {
        var isBool = micro.Method.ReturnType.SpecialType == SpecialType.System_Boolean;
        var outs = micro.Method.Parameters.Count(parameter => parameter.RefKind == RefKind.Out);
        var problem = micro.Role switch
        {
            _ when !micro.Method.IsStatic => "a micro-op is static",
            Role.Guard when !isBool || outs > 0 => "a guard answers bool and has no out parameter",
            Role.Checked when !isBool || outs != 1 || micro.Method.Parameters[^1].RefKind != RefKind.Out =>
                "a checked micro-op answers bool and has one out parameter, the last",
            Role.Checked when notInlined => "a checked micro-op is pasted",
            Role.Place when !micro.Method.ReturnsByRef => "a place returns a reference",
            Role.Place when notInlined => "a place is pasted",
            Role.Pure when micro.Method.ReturnsVoid || micro.ResultType.Name is "Value" or "Status" =>
                "a pure micro-op returns something unboxed or an object",
            Role.Op when notInlined && !micro.AnswersStatus && !micro.Method.ReturnsVoid =>
                "an operation that is called answers Status or nothing",
            Role.Op or Role.Terminator when micro.AnswersStatus && !notInlined =>
                "a micro-op that answers Status is marked [MethodImpl(MethodImplOptions.NoInlining)]",
            Role.Terminator when !micro.AnswersStatus => "a terminator answers Status",
            Role.Op or Role.Terminator when !micro.AnswersStatus && micro.Effects.Contains("MayRaise") =>
                "what may raise answers Status",
            _ => null,
        };
        if (problem is not null)
            throw Error(micro, micro.Syntax, problem);
    }

    private static void CheckNode(MicroOp micro, SyntaxNode node)
    {
        if (Forbidden.TryGetValue(node.Kind(), out var construct))
            throw Error(micro, node, $"a pasted body has no {construct}");
        var symbol = micro.Model.GetSymbolInfo(node).Symbol;
        if (node is IdentifierNameSyntax { IsVar: false } or GenericNameSyntax && symbol is null)
            throw Error(micro, node, $"'{node}' is not known without generated code");
        switch (symbol)
        {
            case IParameterSymbol { RefKind: not RefKind.Out } parameter when IsAssigned(node):
                throw Error(micro, node, $"parameter '{parameter.Name}' is assigned");
            case IMethodSymbol { MethodKind: MethodKind.BuiltinOperator or MethodKind.UserDefinedOperator } op
                when op.Parameters[0].Type.SpecialType == SpecialType.System_String:
                throw Error(micro, node, "a tag is compared as a string: cast it to object");
            case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, ContainingType.Name: not "Type" } op:
                throw Error(micro, node, $"calls the operator of {op.ContainingType.Name}");
            case IMethodSymbol method when node is InvocationExpressionSyntax && !MayCall(method):
                throw Error(micro, node, $"calls {method.ContainingType.Name}.{method.Name}, which is no intrinsic and may be inlined");
            case IPropertySymbol property when node is IdentifierNameSyntax && !Intrinsics.Contains($"{property.ContainingType.Name}.{property.Name}"):
                throw Error(micro, node, $"reads the property {property.ContainingType.Name}.{property.Name}: a call, unless it is listed");
        }
    }

    private static bool MayCall(IMethodSymbol method) =>
        (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.NoInlining) != 0
        || Intrinsics.Contains($"{method.ContainingType.Name}.{method.Name}");

    /// <summary>Whether the expression is what an assignment or an increment changes.</summary>
    public static bool IsAssigned(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        _ => false,
    };
}
