using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Objects;

namespace Krait.Instructions;

/// <content>Floats, and the text comparison that equality of names comes to.</content>
internal static unsafe partial class Uops
{
    [Pure]
    public static double AddFloat(double left, double right) => left + right;

    [Pure]
    public static double SubtractFloat(double left, double right) => left - right;

    [Pure]
    public static double MultiplyFloat(double left, double right) => left * right;

    [Guard]
    public static bool IsNonzeroFloat(double value) => value != 0;

    [Pure]
    public static double DivideFloat(double left, double right) => left / right;

    [Pure]
    public static double NegateFloat(double value) => -value;

    [Pure]
    public static bool LessFloat(double left, double right) => left < right;

    [Pure]
    public static bool GreaterFloat(double left, double right) => left > right;

    [Pure]
    public static bool LessEqualFloat(double left, double right) => left <= right;

    [Pure]
    public static bool GreaterEqualFloat(double left, double right) => left >= right;

    [Pure]
    public static bool EqualFloat(double left, double right) => left == right;

    [Pure]
    public static bool NotEqualFloat(double left, double right) => left != right;

    [Pure, MethodImpl(MethodImplOptions.NoInlining)]
    public static bool EqualStr(PyStr left, PyStr right) => left == right || left.ContentEquals(right);

    [Pure, MethodImpl(MethodImplOptions.NoInlining)]
    public static bool NotEqualStr(PyStr left, PyStr right) => left != right && !left.ContentEquals(right);
}
