using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>How wide a number is. Of two operands the wider kind decides.</summary>
internal enum NumberKind : byte
{
    /// <summary>Not a number.</summary>
    None,

    /// <summary>A bool, or an int of 64 bits.</summary>
    Long,

    /// <summary>An int beyond 64 bits.</summary>
    Big,

    /// <summary>A float.</summary>
    Float,

    /// <summary>A complex.</summary>
    Complex,
}

/// <summary>What a value is as a number: one form for tagged payloads, big ints, complexes and instances of Python
/// classes that derive from int, float or complex.</summary>
internal readonly struct Number
{
    private readonly BigInteger big;

    private Number(NumberKind kind, long small, BigInteger big, double real, double imaginary)
    {
        Kind = kind;
        Long = small;
        this.big = big;
        Real = real;
        Imaginary = imaginary;
    }

    public NumberKind Kind { get; }

    /// <summary>The value of a <see cref="NumberKind.Long"/>.</summary>
    public long Long { get; }

    /// <summary>The value of a <see cref="NumberKind.Float"/>, the real part of a <see cref="NumberKind.Complex"/>.</summary>
    public double Real { get; }

    /// <summary>The imaginary part of a <see cref="NumberKind.Complex"/>.</summary>
    public double Imaginary { get; }

    /// <summary>The value of an int of any size.</summary>
    public BigInteger Big => Kind == NumberKind.Long ? Long : big;

    /// <summary>Whether this is an int of any size.</summary>
    public bool IsInt => Kind is NumberKind.Long or NumberKind.Big;

    /// <summary>Takes a value apart; <see cref="NumberKind.None"/> when it is no number.</summary>
    public static Number Of(in Value value) => value.Object switch
    {
        (object)Tags.Int or (object)Tags.Bool => new(NumberKind.Long, value.Bits, default, 0, 0),
        (object)Tags.Float => new(NumberKind.Float, 0, default, value.AsFloat, 0),
        PyInt item => new(NumberKind.Big, 0, item.Number, 0, 0),
        PyIntInstance item => Of(item.Number),
        PyFloatInstance item => new(NumberKind.Float, 0, default, item.Number, 0),
        PyComplex item => new(NumberKind.Complex, 0, default, item.Real, item.Imaginary),
        _ => default,
    };

    /// <summary>The float nearest to an int or float; false when an int is beyond every float.</summary>
    public bool TryToDouble(out double value)
    {
        value = Kind switch
        {
            NumberKind.Long => Long,
            NumberKind.Big => Integers.ToDouble(big),
            _ => Real,
        };
        return Kind != NumberKind.Big || double.IsFinite(value);
    }
}
