using System.Numerics;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects.Formatting;

/// <summary>What the operator % asks of values: digits, a character, bytes.</summary>
internal static class PercentNumbers
{
    /// <summary>The digits of an int, with a minus sign and with 0x or 0o when the alternate form is asked for.</summary>
    public static bool TryInt(Machine machine, in PercentItem item, in Value value, bool isBytes, out string digits)
    {
        digits = "";
        var type = (char)item.Type;
        Value integer = default;
        var status = Numbers.IsInt(value)
            ? Copy(value, ref integer)
            : type is 'd' or 'i' or 'u' ? Truncate(machine, value, ref integer) : Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented || (status == Status.Raised && machine.Catch(Types.TypeError)))
        {
            var shown = isBytes && type == 'i' ? 'd' : type;
            var wanted = type is 'd' or 'i' or 'u' ? "a real number" : "an integer";
            status = machine.Raise(Types.TypeError, $"%{shown} format: {wanted} is required, not {Operations.TypeName(value)}");
        }
        if (status != Status.Ok)
            return false;
        if (item.Precision > int.MaxValue - 3)
        {
            machine.Raise(Types.OverflowError, "precision too large");
            return false;
        }
        var specification = type is 'd' or 'i' or 'u' ? "d" : (item.IsAlternate ? "#" : "") + type;
        return TryFormat(machine, integer, specification, out digits);
    }

    /// <summary>A float in the form asked for, with a minus sign.</summary>
    public static bool TryFloat(Machine machine, in PercentItem item, in Value value, bool isBytes, out string text)
    {
        text = "";
        if (!Conversions.TryDouble(machine, value, out var number))
        {
            // Bytes have words of their own for whatever goes wrong.
            if (isBytes && machine.Catch(Types.Exception))
                machine.Raise(Types.TypeError, $"float argument required, not {Operations.TypeName(value)}");
            return false;
        }
        var precision = item.Precision < 0 ? 6 : item.Precision;
        return TryFormat(machine, Value.Float(number), $"{(item.IsAlternate ? "#" : "")}.{precision}{(char)item.Type}", out text);
    }

    /// <summary>The code point of %c: of a text of one character, or a number.</summary>
    public static bool TryCharacter(Machine machine, in Value value, bool isBytes, out int point)
    {
        point = 0;
        if (!isBytes && value.Object is PyStr { Count: 1 } text)
        {
            point = text.PointAt(machine, 0);
            return true;
        }
        if (isBytes && value.Object is PyBytes { Count: 1 } bytes)
        {
            point = bytes.Span[0];
            return true;
        }
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, isBytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char");
        if (status != Status.Ok)
            return false;
        if (integer.IsInt && integer.Bits >= 0 && integer.Bits < (isBytes ? 256 : CodePoints.End))
        {
            point = (int)integer.Bits;
            return true;
        }
        machine.Raise(Types.OverflowError, isBytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
        return false;
    }

    /// <summary>The bytes of %s and %b, as Latin-1 text.</summary>
    public static Status BytesText(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is not PyBytes)
        {
            if (!Operations.TypeOf(value).Lookup(machine, machine.Names[Special.Bytes], out var method))
                return machine.Raise(Types.TypeError,
                    $"%b requires a bytes-like object, or an object that implements __bytes__, not '{Operations.TypeName(value)}'");
            if (BytesMaker.FromSpecial(machine, method, value, ref result) != Status.Ok)
                return Status.Raised;
        }
        else
            result.Set(value);
        return StrCodec.Decode(machine, (PyBytes)result.Object!, "latin-1", null, ref result);
    }

    private static Status Copy(in Value value, ref Value result)
    {
        result.Set(value);
        return Status.Ok;
    }

    /// <summary>int(value) of a number; <see cref="Status.NotImplemented"/> for anything else.</summary>
    private static Status Truncate(Machine machine, in Value value, ref Value result)
    {
        if (value.IsFloat)
        {
            var number = value.AsFloat;
            if (double.IsNaN(number))
                return machine.Raise(Types.ValueError, "cannot convert float NaN to integer");
            if (double.IsInfinity(number))
                return machine.Raise(Types.OverflowError, "cannot convert float infinity to integer");
            result.Set(PyInt.Normalize(new BigInteger(number)));
            return Status.Ok;
        }
        if (!Operations.TypeOf(value).Lookup(machine, machine.Names[Special.Int], out var method))
            return Conversions.Index(machine, value, ref result);
        var status = Specials.Call(machine, method, value, ref result);
        return status == Status.Ok && !Numbers.IsInt(result)
            ? machine.Raise(Types.TypeError, $"__int__ returned non-int (type {Operations.TypeName(result)})")
            : status;
    }

    private static bool TryFormat(Machine machine, in Value number, string specification, out string text)
    {
        Value result = default;
        var status = Numbers.Format(machine, number, specification, ref result);
        text = status == Status.Ok ? ((PyStr)result.Object!).Text : "";
        return status == Status.Ok;
    }
}
