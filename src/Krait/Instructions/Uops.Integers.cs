using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;

namespace Krait.Instructions;

/// <content>Ints of 64 bits. What does not fit, and division by zero, is the generic form's.</content>
internal static unsafe partial class Uops
{
    /// <summary>A product whose double is smaller than this is smaller than 2**63: two conversions and one
    /// multiplication are off by less than one part in 2**51.</summary>
    internal const double LargestProduct = 9.22337203685477e18;

    /// <summary>2**53: ints up to here are doubles without loss.</summary>
    internal const long LargestExact = 1L << 53;

    [Checked]
    public static bool AddInt(long left, long right, out long result)
    {
        result = left + right;
        return ((result ^ left) & (result ^ right)) >= 0;
    }

    [Checked]
    public static bool SubtractInt(long left, long right, out long result)
    {
        result = left - right;
        return ((left ^ right) & (result ^ left)) >= 0;
    }

    [Checked]
    public static bool MultiplyInt(long left, long right, out long result)
    {
        result = left * right;
        return Math.Abs((double)left * right) < LargestProduct;
    }

    [Checked]
    public static bool FloorDivideInt(long left, long right, out long result)
    {
        result = 0;
        if ((ulong)(right + 1) <= 1)
            return false;
        result = left / right;
        if ((left ^ right) < 0 && result * right != left)
            result--;
        return true;
    }

    [Checked]
    public static bool ModuloInt(long left, long right, out long result)
    {
        result = 0;
        if ((ulong)(right + 1) <= 1)
            return false;
        result = left % right;
        if (result != 0 && (result ^ right) < 0)
            result += right;
        return true;
    }

    [Pure]
    public static long OrInt(long left, long right) => left | right;

    [Pure]
    public static long XorInt(long left, long right) => left ^ right;

    [Pure]
    public static long AndInt(long left, long right) => left & right;

    [Checked]
    public static bool LeftShiftInt(long left, long right, out long result)
    {
        result = left << (int)right;
        return (ulong)right < 64 && result >> (int)right == left;
    }

    [Checked]
    public static bool RightShiftInt(long left, long right, out long result)
    {
        result = left >> (int)(right > 63 ? 63 : right);
        return right >= 0;
    }

    [Checked]
    public static bool NegateInt(long value, out long result)
    {
        result = -value;
        return value != long.MinValue;
    }

    [Pure]
    public static long InvertInt(long value) => ~value;

    [Pure]
    public static bool LessInt(long left, long right) => left < right;

    [Pure]
    public static bool GreaterInt(long left, long right) => left > right;

    [Pure]
    public static bool LessEqualInt(long left, long right) => left <= right;

    [Pure]
    public static bool GreaterEqualInt(long left, long right) => left >= right;

    [Pure]
    public static bool EqualInt(long left, long right) => left == right;

    [Pure]
    public static bool NotEqualInt(long left, long right) => left != right;

    [Pure]
    public static bool IsNonzero(long value) => value != 0;

    [Pure]
    public static double ToFloat(long value) => value;

    /// <summary>The float of an int that a comparison may use: Python compares the exact numbers.</summary>
    [Checked]
    public static bool ToExactFloat(long value, out double result)
    {
        result = value;
        return (ulong)(value + LargestExact) <= 2 * LargestExact;
    }

    [Pure]
    public static bool BoolOf(bool value) => value;

    [Pure]
    public static bool NotBool(bool value) => !value;

    /// <summary>Python's <c>is</c>.</summary>
    [Pure]
    public static bool IsSame(Value left, Value right) => left.Object == right.Object && left.Bits == right.Bits;
}
