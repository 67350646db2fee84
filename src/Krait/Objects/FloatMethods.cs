using System.Globalization;
using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>What Python sees of float.</summary>
[PyType("float", IsBase = true, PositionalOnly = true,
    Slots = Slots.Repr | Slots.Format | Slots.Hash | Slots.Equality | Slots.Order | Slots.Truth | Slots.Arithmetic)]
internal static class FloatMethods
{
    /// <summary>Rounding to more digits changes no float.</summary>
    private const int MostDigits = 323;

    /// <summary>Rounding to fewer digits gives zero.</summary>
    private const int FewestDigits = -308;

    /// <summary>float(x)</summary>
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value x = default)
    {
        var number = 0.0;
        if (!x.IsNull)
        {
            var status = Convert(machine, x, out number);
            if (status != Status.Ok)
                return status;
        }
        if (type is ClassType derived)
            result.SetObject(new PyFloatInstance(derived, number));
        else
            result.SetFloat(number);
        return Status.Ok;
    }

    /// <summary>The hexadecimal form.</summary>
    [PyFunction("hex")]
    internal static Status Hex(Machine machine, in Value self, ref Value result) =>
        machine.Return(ref result, FloatHex.Write(Number.Of(self).Real));

    /// <summary>Reads the hexadecimal form.</summary>
    [PyClassMethod("fromhex")]
    internal static Status FromHex(Machine machine, PyType type, string text, ref Value result)
    {
        var status = machine.Charge(text.Length) ? FloatHex.Read(machine, text, ref result) : Status.Raised;
        if (status != Status.Ok || type == Types.Float)
            return status;
        Value number = result;
        return machine.Call(Value.Of(type), number, ref result);
    }

    /// <summary>Whether there is no fraction.</summary>
    [PyFunction("is_integer")]
    internal static Status IsInteger(Machine machine, in Value self, ref Value result)
    {
        var number = Number.Of(self).Real;
        result.SetBool(double.IsInteger(number));
        return Status.Ok;
    }

    /// <summary>The exact value as a fraction in lowest terms.</summary>
    [PyFunction("as_integer_ratio")]
    internal static Status AsIntegerRatio(Machine machine, in Value self, ref Value result)
    {
        var value = Number.Of(self).Real;
        if (double.IsNaN(value))
            return machine.Raise(Types.ValueError, "cannot convert NaN to integer ratio");
        if (double.IsInfinity(value))
            return machine.Raise(Types.OverflowError, "cannot convert Infinity to integer ratio");
        Floats.Split(value, out var mantissa, out var exponent);
        var zeros = mantissa == 0 ? 0 : BitOperations.TrailingZeroCount(mantissa);
        mantissa >>= zeros;
        exponent = mantissa == 0 ? 0 : exponent + zeros;
        var numerator = new BigInteger(value < 0 ? -(long)mantissa : (long)mantissa) << Math.Max(exponent, 0);
        var denominator = BigInteger.One << Math.Max(-exponent, 0);
        result.SetObject(new PyTuple([PyInt.Normalize(numerator), PyInt.Normalize(denominator)]));
        return Status.Ok;
    }

    /// <summary>The float itself.</summary>
    [PyFunction("conjugate")]
    internal static Status Conjugate(Machine machine, in Value self, ref Value result) => Return(Number.Of(self).Real, ref result);

    [PyFunction("__trunc__")]
    internal static Status Truncate(Machine machine, in Value self, ref Value result) =>
        Floats.Truncate(machine, Number.Of(self).Real, ref result);

    [PyFunction("__floor__")]
    internal static Status Floor(Machine machine, in Value self, ref Value result) =>
        Floats.Truncate(machine, Math.Floor(Number.Of(self).Real), ref result);

    [PyFunction("__ceil__")]
    internal static Status Ceiling(Machine machine, in Value self, ref Value result) =>
        Floats.Truncate(machine, Math.Ceiling(Number.Of(self).Real), ref result);

    [PyFunction("__getnewargs__")]
    internal static Status GetNewArguments(Machine machine, in Value self, ref Value result)
    {
        result.SetObject(PyTuple.Of(Value.Float(Number.Of(self).Real)));
        return Status.Ok;
    }

    /// <summary>To the nearest int without digits, to a decimal fraction with them; ties to even, on the exact value.</summary>
    [PyFunction("__round__")]
    internal static Status Round(Machine machine, in Value self, ref Value result, in Value digits = default)
    {
        var value = Number.Of(self).Real;
        if (digits.IsNull || digits.IsNone)
            return Floats.Truncate(machine, Math.Round(value, MidpointRounding.ToEven), ref result);
        if (Numbers.ToInteger(machine, digits, out var places) != Status.Ok)
            return Status.Raised;
        if (!double.IsFinite(value) || value == 0 || places.Big > MostDigits)
            return Return(value, ref result);
        if (places.Big < FewestDigits)
            return Return(Math.CopySign(0.0, value), ref result);
        var scaled = DecimalDigits.Scale(Math.Abs(value), (int)places.Long);
        var rounded = double.Parse($"{scaled}E{-places.Long}", NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return double.IsFinite(rounded)
            ? Return(Math.CopySign(rounded, value), ref result)
            : machine.Raise(Types.OverflowError, "rounded value too large to represent");
    }

    /// <summary>How floats are stored.</summary>
    [PyClassMethod("__getformat__")]
    internal static Status GetFormat(Machine machine, PyType type, string kind, ref Value result)
    {
        if (kind is not ("double" or "float"))
            return machine.Raise(Types.ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
        return machine.Return(ref result, BitConverter.IsLittleEndian ? "IEEE, little-endian" : "IEEE, big-endian");
    }

    [PyProperty("real")]
    internal static Status Real(Machine machine, in Value self, ref Value result) => Return(Number.Of(self).Real, ref result);

    [PyProperty("imag")]
    internal static Status Imaginary(Machine machine, in Value self, ref Value result) => Return(0, ref result);

    private static Status Convert(Machine machine, in Value x, out double number)
    {
        number = 0;
        if (x.Object is not PyStr || x.Object is IInstance)
        {
            // A class derived from float may define __float__; as an argument elsewhere it is its own number.
            if (x.Object is PyFloatInstance item && Specials.Find(machine, item, Special.Float, out var method))
                return ConvertByMethod(machine, x, method, out number);
            var status = Numbers.TryToDouble(machine, x, out number);
            if (status != Status.NotImplemented)
                return status;
        }
        if (!NumberText.TryText(machine, x, out var text))
            return machine.Raise(Types.TypeError, $"float() argument must be a string or a real number, not '{Operations.TypeName(x)}'");
        if (!machine.Charge(text.Length, text.Length * 2L))
            return Status.Raised;
        if (FloatText.TryParse(text, out number))
            return Status.Ok;
        return NumberText.Quote(machine, x) is { } quoted
            ? machine.Raise(Types.ValueError, $"could not convert string to float: {quoted}")
            : Status.Raised;
    }

    private static Status ConvertByMethod(Machine machine, in Value x, in Value method, out double number)
    {
        Value result = default;
        number = 0;
        var status = Specials.Call(machine, method, x, ref result);
        if (status != Status.Ok)
            return status;
        if (!Numbers.IsFloat(result))
            return machine.Raise(Types.TypeError,
                $"{Operations.TypeName(x)}.__float__ returned non-float (type {Operations.TypeName(result)})");
        number = Number.Of(result).Real;
        return Status.Ok;
    }

    private static Status Return(double value, ref Value result)
    {
        result.SetFloat(value);
        return Status.Ok;
    }
}
