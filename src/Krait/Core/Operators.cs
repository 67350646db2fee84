namespace Krait.Core;

/// <summary>The binary operators in the order of the bytecode (opcode 0xd7 + value).</summary>
public enum BinaryOperator : byte
{
#pragma warning disable CS1591 // the names say it
    Less, Greater, Equal, LessEqual, GreaterEqual, NotEqual, In, Is, ExceptionMatch,
    InplaceOr, InplaceXor, InplaceAnd, InplaceLeftShift, InplaceRightShift, InplaceAdd, InplaceSubtract,
    InplaceMultiply, InplaceMatrixMultiply, InplaceFloorDivide, InplaceTrueDivide, InplaceModulo, InplacePower,
    Or, Xor, And, LeftShift, RightShift, Add, Subtract, Multiply, MatrixMultiply, FloorDivide, TrueDivide, Modulo, Power,
#pragma warning restore CS1591
}

/// <summary>The unary operators in the order of the bytecode (opcode 0xd0 + value).</summary>
public enum UnaryOperator : byte
{
#pragma warning disable CS1591 // the names say it
    Positive, Negative, Invert, Not,
#pragma warning restore CS1591
}

/// <summary>Names and relations of operators.</summary>
internal static class Operators
{
    /// <summary>The number of in-place operators, and the distance from one to its plain form.</summary>
    private const int InplaceToPlain = BinaryOperator.Or - BinaryOperator.InplaceOr;

    public static bool IsComparison(BinaryOperator op) => op <= BinaryOperator.NotEqual;

    public static bool IsInplace(BinaryOperator op) => op is >= BinaryOperator.InplaceOr and <= BinaryOperator.InplacePower;

    /// <summary>The plain form of an in-place operator; any other operator is its own.</summary>
    public static BinaryOperator Plain(BinaryOperator op) => IsInplace(op) ? op + InplaceToPlain : op;

    /// <summary>The comparison that holds for (b, a) when <paramref name="op"/> holds for (a, b).</summary>
    public static BinaryOperator Mirror(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.LessEqual => BinaryOperator.GreaterEqual,
        BinaryOperator.GreaterEqual => BinaryOperator.LessEqual,
        _ => op,
    };

    /// <summary>The operator as it is written in source.</summary>
    public static string Symbol(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => "<",
        BinaryOperator.Greater => ">",
        BinaryOperator.Equal => "==",
        BinaryOperator.LessEqual => "<=",
        BinaryOperator.GreaterEqual => ">=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.In => "in",
        BinaryOperator.Is => "is",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.And => "&",
        BinaryOperator.LeftShift => "<<",
        BinaryOperator.RightShift => ">>",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.MatrixMultiply => "@",
        BinaryOperator.FloorDivide => "//",
        BinaryOperator.TrueDivide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "** or pow()",
        BinaryOperator.InplacePower => "**=",
        _ when IsInplace(op) => Symbol(Plain(op)) + "=",
        _ => op.ToString(),
    };

    /// <summary>The special method of the operator ("__add__", "__iadd__", "__lt__").</summary>
    public static string Method(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => "__lt__",
        BinaryOperator.Greater => "__gt__",
        BinaryOperator.Equal => "__eq__",
        BinaryOperator.LessEqual => "__le__",
        BinaryOperator.GreaterEqual => "__ge__",
        BinaryOperator.NotEqual => "__ne__",
        _ when IsInplace(op) => "__i" + Stem(Plain(op)) + "__",
        _ => "__" + Stem(op) + "__",
    };

    /// <summary>The reflected special method ("__radd__"; for a comparison its mirror).</summary>
    public static string ReflectedMethod(BinaryOperator op) =>
        IsComparison(op) ? Method(Mirror(op)) : "__r" + Stem(Plain(op)) + "__";

    /// <summary>Whether a comparison holds for two that compare so.</summary>
    public static bool Holds(BinaryOperator op, int order) => op switch
    {
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.GreaterEqual => order >= 0,
        BinaryOperator.Equal => order == 0,
        _ => order != 0,
    };

    /// <summary>The operator as it is written in source.</summary>
    public static string Symbol(UnaryOperator op) => op switch
    {
        UnaryOperator.Positive => "+",
        UnaryOperator.Negative => "-",
        UnaryOperator.Invert => "~",
        _ => "not",
    };

    /// <summary>The special method of the operator.</summary>
    public static string Method(UnaryOperator op) => op switch
    {
        UnaryOperator.Positive => "__pos__",
        UnaryOperator.Negative => "__neg__",
        UnaryOperator.Invert => "__invert__",
        _ => "__bool__",
    };

    private static string Stem(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.Xor => "xor",
        BinaryOperator.And => "and",
        BinaryOperator.LeftShift => "lshift",
        BinaryOperator.RightShift => "rshift",
        BinaryOperator.Add => "add",
        BinaryOperator.Subtract => "sub",
        BinaryOperator.Multiply => "mul",
        BinaryOperator.MatrixMultiply => "matmul",
        BinaryOperator.FloorDivide => "floordiv",
        BinaryOperator.TrueDivide => "truediv",
        BinaryOperator.Modulo => "mod",
        _ => "pow",
    };
}
