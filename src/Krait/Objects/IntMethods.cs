using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>What Python sees of int. Bool inherits it.</summary>
[PyType("int", IsBase = true, PositionalOnly = true,
    Slots = Slots.Repr | Slots.Format | Slots.Hash | Slots.Equality | Slots.Order | Slots.Truth | Slots.Arithmetic | Slots.Bitwise)]
internal static class IntMethods
{
    /// <summary>int(x) and int(text, base).</summary>
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value x = default, [Named("base")] in Value numberBase = default)
    {
        var status = numberBase.IsNull ? Convert(machine, x, ref result) : FromText(machine, x, numberBase, ref result);
        if (status == Status.Ok && type is ClassType derived)
            result.SetObject(new PyIntInstance(derived, result));
        return status;
    }

    /// <summary>The number of bits of the magnitude.</summary>
    [PyFunction("bit_length")]
    internal static Status BitLength(Machine machine, in Value self, ref Value result)
    {
        result.SetInt(Integers.BitLength(Number.Of(self)));
        return Status.Ok;
    }

    /// <summary>The number of ones in the magnitude.</summary>
    [PyFunction("bit_count")]
    internal static Status BitCount(Machine machine, in Value self, ref Value result)
    {
        var number = Number.Of(self);
        if (number.Kind == NumberKind.Long)
        {
            result.SetInt(BitOperations.PopCount(Integers.Magnitude(number.Long)));
            return Status.Ok;
        }
        var bytes = BigMath.ByteCount(number.Big);
        if (!machine.Charge(bytes, bytes))
            return Status.Raised;
        long count = 0;
        foreach (var part in BigInteger.Abs(number.Big).ToByteArray(isUnsigned: true))
            count += BitOperations.PopCount(part);
        result.SetInt(count);
        return Status.Ok;
    }

    /// <summary>The bytes of the int.</summary>
    [PyFunction("to_bytes")]
    internal static Status ToBytes(Machine machine, in Value self, ref Value result,
        [Named] long length = 1, string byteorder = "big", [KeywordOnly] bool signed = false) =>
        IntBytes.Write(machine, Number.Of(self).Big, length, byteorder, signed, ref result);

    /// <summary>The int that bytes stand for.</summary>
    [PyClassMethod("from_bytes")]
    internal static Status FromBytes(Machine machine, PyType type, [Named] in Value bytes, ref Value result,
        string byteorder = "big", [KeywordOnly] bool signed = false)
    {
        var status = IntBytes.Read(machine, bytes, byteorder, signed, ref result);
        if (status != Status.Ok || type == Types.Int)
            return status;
        Value number = result;
        return machine.Call(Value.Of(type), number, ref result);
    }

    /// <summary>The int over 1.</summary>
    [PyFunction("as_integer_ratio")]
    internal static Status AsIntegerRatio(Machine machine, in Value self, ref Value result)
    {
        result.SetObject(new PyTuple([Plain(self), Value.Int(1)]));
        return Status.Ok;
    }

    /// <summary>The int itself.</summary>
    [PyFunction("conjugate")]
    internal static Status Conjugate(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyFunction("__trunc__")]
    internal static Status Truncate(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyFunction("__floor__")]
    internal static Status Floor(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyFunction("__ceil__")]
    internal static Status Ceiling(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyFunction("__getnewargs__")]
    internal static Status GetNewArguments(Machine machine, in Value self, ref Value result)
    {
        result.SetObject(PyTuple.Of(Plain(self)));
        return Status.Ok;
    }

    /// <summary>Rounds to a power of ten, ties to even; only negative digits change anything.</summary>
    [PyFunction("__round__")]
    internal static Status Round(Machine machine, in Value self, ref Value result, in Value digits = default)
    {
        if (digits.IsNull)
            return Return(self, ref result);
        if (Numbers.ToInteger(machine, digits, out var places) != Status.Ok)
            return Status.Raised;
        if (places.Big.Sign >= 0)
            return Return(self, ref result);
        var number = Number.Of(self).Big;
        if (-places.Big > DigitTree.MostDigits(number, 10))
        {
            result.SetInt(0);
            return Status.Ok;
        }
        if (!BigMath.TryPower(machine, 10, -places.Big, out var unit)
            || !BigMath.TryDivMod(machine, number, unit, out var quotient, out var remainder))
            return Status.Raised;
        var order = (remainder << 1).CompareTo(unit);
        var up = order > 0 || (order == 0 && !quotient.IsEven);
        return machine.Return(ref result, number - remainder + (up ? unit : BigInteger.Zero));
    }

    /// <summary>About the memory that CPython would take: a header and digits of 30 bits.</summary>
    [PyFunction("__sizeof__")]
    internal static Status SizeOf(Machine machine, in Value self, ref Value result)
    {
        const int Header = 24;
        const int DigitBits = 30;
        result.SetInt(Header + sizeof(uint) * ((Integers.BitLength(Number.Of(self)) + DigitBits - 1) / DigitBits));
        return Status.Ok;
    }

    [PyProperty("real")]
    internal static Status Real(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyProperty("imag")]
    internal static Status Imaginary(Machine machine, in Value self, ref Value result)
    {
        result.SetInt(0);
        return Status.Ok;
    }

    [PyProperty("numerator")]
    internal static Status Numerator(Machine machine, in Value self, ref Value result) => Return(self, ref result);

    [PyProperty("denominator")]
    internal static Status Denominator(Machine machine, in Value self, ref Value result)
    {
        result.SetInt(1);
        return Status.Ok;
    }

    /// <summary>int(x): through <c>__int__</c>, <c>__index__</c> or <c>__trunc__</c>, or from text.</summary>
    internal static Status Convert(Machine machine, in Value x, ref Value result)
    {
        if (x.IsNull)
        {
            result.SetInt(0);
            return Status.Ok;
        }
        if (x.IsInt || x.IsBool || x.Object is PyInt)
            return Return(x, ref result);
        if (x.IsFloat)
            return Floats.Truncate(machine, x.AsFloat, ref result);
        if (x.Object is not PyObject item)
            return NoNumber(machine, x);
        if (item is IInstance or not (PyStr or PyComplex))
        {
            var status = ConvertByMethod(machine, x, item, ref result);
            if (status != Status.NotImplemented)
                return status;
        }
        return NumberText.TryText(machine, x, out var text)
            ? IntText.Parse(machine, text, 10, x, ref result)
            : NoNumber(machine, x);
    }

    private static Status NoNumber(Machine machine, in Value x) => machine.Raise(Types.TypeError,
        $"int() argument must be a string, a bytes-like object or a real number, not '{Operations.TypeName(x)}'");

    private static Status ConvertByMethod(Machine machine, in Value x, PyObject item, ref Value result)
    {
        var own = Number.Of(x);
        if (FindMethod(machine, item, own, Special.Int, out var method))
        {
            var status = Specials.Call(machine, method, x, ref result);
            if (status == Status.Ok && !Numbers.IsInt(result))
                return machine.Raise(Types.TypeError, $"__int__ returned non-int (type {Operations.TypeName(result)})");
            return status == Status.Ok ? Return(result, ref result) : status;
        }
        if (own.IsInt)
            return Return(x, ref result);
        if (own.Kind == NumberKind.Float)
            return Floats.Truncate(machine, own.Real, ref result);
        var indexed = Numbers.TryIndex(machine, x, out var number);
        if (indexed != Status.NotImplemented)
            return indexed == Status.Ok ? machine.Return(ref result, number.Big) : indexed;
        if (!FindMethod(machine, item, own, Special.Trunc, out method))
            return Status.NotImplemented;
        var truncated = Specials.Call(machine, method, x, ref result);
        if (truncated != Status.Ok)
            return truncated;
        indexed = Numbers.TryIndex(machine, result, out number);
        return indexed == Status.NotImplemented
            ? machine.Raise(Types.TypeError, $"__trunc__ returned non-Integral (type {Operations.TypeName(result)})")
            : indexed == Status.Ok ? machine.Return(ref result, number.Big) : indexed;
    }

    /// <summary>Of a class derived from a number only what Python defines: the number's own method does what the caller
    /// does anyway.</summary>
    private static bool FindMethod(Machine machine, PyObject item, in Number own, Special special, out Value method) =>
        own.Kind == NumberKind.None
            ? item.Type.Lookup(machine, machine.Names[special], out method)
            : Specials.Find(machine, item, special, out method);

    private static Status FromText(Machine machine, in Value x, in Value numberBase, ref Value result)
    {
        const int LargestBase = 36;
        if (x.IsNull)
            return machine.Raise(Types.TypeError, "int() missing string argument");
        if (Numbers.ToInteger(machine, numberBase, out var number) != Status.Ok)
            return Status.Raised;
        if (number.Kind != NumberKind.Long || number.Long is not (0 or >= 2 and <= LargestBase))
            return machine.Raise(Types.ValueError, "int() base must be >= 2 and <= 36, or 0");
        return NumberText.TryText(machine, x, out var text)
            ? IntText.Parse(machine, text, (int)number.Long, x, ref result)
            : machine.Raise(Types.TypeError, "int() can't convert non-string with explicit base");
    }

    private static Status Return(in Value self, ref Value result)
    {
        result.Set(Plain(self));
        return Status.Ok;
    }

    /// <summary>The int without its class: True is 1.</summary>
    private static Value Plain(in Value self) => self.Object switch
    {
        PyIntInstance item => item.Number,
        PyInt => self,
        _ => Value.Int(self.Bits),
    };
}
