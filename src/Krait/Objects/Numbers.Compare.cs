using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <content>Comparison and hash: exact across kinds, and equal numbers hash alike.</content>
internal static partial class Numbers
{
    /// <summary>Numeric hashes are residues by this prime, 2**61 - 1, of the exact value.</summary>
    private const int HashBits = 61;
    private const long HashModulus = (1L << HashBits) - 1;
    private const long HashOfInfinity = 314159;
    private const long ImaginaryHashFactor = 1000003;

    /// <summary>One of the six comparisons; <see cref="Status.NotImplemented"/> when the operands have no order, or
    /// when the right one is an instance of a Python class of a wider kind.</summary>
    public static Status Compare(BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        if (left.IsInt && right.IsInt)
        {
            result.SetBool(Operators.Holds(op, left.Bits.CompareTo(right.Bits)));
            return Status.Ok;
        }
        if (Defers(left, right))
            return Status.NotImplemented;
        var a = Number.Of(left);
        var b = Number.Of(right);
        if (a.Kind == NumberKind.None || b.Kind == NumberKind.None)
            return Status.NotImplemented;
        if (a.Kind == NumberKind.Complex || b.Kind == NumberKind.Complex)
            return CompareComplex(op, a, b, ref result);
        result.SetBool(TryOrder(a, b, out var order) ? Operators.Holds(op, order) : op == BinaryOperator.NotEqual);
        return Status.Ok;
    }

    /// <summary>The sign of left - right for ints and floats; false when one is NaN.</summary>
    public static bool TryOrder(in Number left, in Number right, out int order)
    {
        order = 0;
        if (left.Kind == NumberKind.Float)
        {
            if (double.IsNaN(left.Real))
                return false;
            if (right.Kind == NumberKind.Float)
            {
                order = left.Real.CompareTo(right.Real);
                return !double.IsNaN(right.Real);
            }
            order = -CompareToFloat(right, left.Real);
            return true;
        }
        if (right.Kind == NumberKind.Float)
        {
            if (double.IsNaN(right.Real))
                return false;
            order = CompareToFloat(left, right.Real);
            return true;
        }
        order = left.Kind == NumberKind.Long && right.Kind == NumberKind.Long
            ? left.Long.CompareTo(right.Long)
            : left.Big.CompareTo(right.Big);
        return true;
    }

    /// <summary>hash(value) of a number.</summary>
    public static long Hash(in Value value)
    {
        var number = Number.Of(value);
        return number.Kind switch
        {
            NumberKind.Long => Finish(number.Long % HashModulus),
            NumberKind.Big => Finish((long)(number.Big % HashModulus)),
            NumberKind.Float => HashFloat(number.Real),
            _ => Finish(unchecked(HashFloat(number.Real) + ImaginaryHashFactor * HashFloat(number.Imaginary))),
        };
    }

    private static Status CompareComplex(BinaryOperator op, in Number left, in Number right, ref Value result)
    {
        if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        var equal = left.Kind == NumberKind.Complex && right.Kind == NumberKind.Complex
            ? left.Real == right.Real && left.Imaginary == right.Imaginary
            : left.Kind == NumberKind.Complex ? EqualsReal(left, right) : EqualsReal(right, left);
        result.SetBool(equal == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    private static bool EqualsReal(in Number complex, in Number real)
    {
        if (complex.Imaginary != 0 || double.IsNaN(complex.Real))
            return false;
        return real.Kind == NumberKind.Float ? complex.Real == real.Real : CompareToFloat(real, complex.Real) == 0;
    }

    /// <summary>The sign of number - real, without rounding the int to a float.</summary>
    private static int CompareToFloat(in Number number, double real)
    {
        if (double.IsInfinity(real))
            return real > 0 ? -1 : 1;
        var whole = Math.Truncate(real);
        var order = number.Kind == NumberKind.Long && Math.Abs(whole) < 9.2e18
            ? number.Long.CompareTo((long)whole)
            : number.Big.CompareTo(new BigInteger(whole));
        return order != 0 ? order : whole.CompareTo(real);
    }

    private static long HashFloat(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? 0 : value > 0 ? HashOfInfinity : -HashOfInfinity;
        Floats.Split(value, out var mantissa, out var exponent);
        // 2**61 is 1 modulo the prime, so that a power of two only rotates the 61 bits.
        var turn = exponent % HashBits;
        if (turn < 0)
            turn += HashBits;
        var hash = (long)(((mantissa << turn) & HashModulus) | (mantissa >> (HashBits - turn)));
        return Finish(value < 0 ? -hash : hash);
    }

    /// <summary>-1 is no hash: CPython's functions return it for errors.</summary>
    private static long Finish(long hash) => hash == -1 ? -2 : hash;
}
