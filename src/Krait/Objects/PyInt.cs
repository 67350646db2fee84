using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>An int beyond 64 bits; smaller ones are tagged payloads and never this class.</summary>
internal sealed class PyInt(BigInteger number) : PyObject
{
    public BigInteger Number { get; } = number;

    public override PyType Type => Types.Int;

    /// <summary>The one form of an int: tagged where 64 bits hold it.</summary>
    public static Value Normalize(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.Int((long)number) : Value.Of(new PyInt(number));
}
