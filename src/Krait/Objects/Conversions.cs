using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Python values to C# values, as the parameters of bound methods need them: generated code calls these. Each answers
/// false with an exception pending, in CPython's words.
/// </summary>
public static class Conversions
{
    /// <summary>An int of 64 bits, through <c>__index__</c>.</summary>
    public static bool TryInt64(Machine machine, in Value value, out long number)
    {
        if (value.IsInt || value.IsBool)
        {
            number = value.Bits;
            return true;
        }
        return Numbers.ToLong(machine, value, out number) == Status.Ok;
    }

    /// <summary>An int of 32 bits, through <c>__index__</c>.</summary>
    public static bool TryInt32(Machine machine, in Value value, out int number)
    {
        number = 0;
        if (Numbers.ToInteger(machine, value, out var integer) != Status.Ok)
            return false;
        number = (int)integer.Long;
        if (integer.Kind == NumberKind.Long && number == integer.Long)
            return true;
        machine.Raise(Types.OverflowError, "Python int too large to convert to C int");
        return false;
    }

    /// <summary>An int of any size, through <c>__index__</c>.</summary>
    public static bool TryBigInteger(Machine machine, in Value value, out BigInteger number) =>
        Numbers.ToBigInteger(machine, value, out number) == Status.Ok;

    /// <summary>A double: a float, or through <c>__float__</c> or <c>__index__</c>.</summary>
    public static bool TryDouble(Machine machine, in Value value, out double number)
    {
        if (value.IsFloat)
        {
            number = value.AsFloat;
            return true;
        }
        return Numbers.ToDouble(machine, value, out number) == Status.Ok;
    }

    /// <summary>A bool: the value's truth.</summary>
    public static bool TryBool(Machine machine, in Value value, out bool truth)
    {
        if (!value.IsBool)
            return Operations.Truth(machine, value, out truth) == Status.Ok;
        truth = value.AsBool;
        return true;
    }

    /// <summary>The text of a str; null for None where that is allowed. <paramref name="parameter"/> names the parameter
    /// in the error: "f() argument 1".</summary>
    public static bool TryString(Machine machine, in Value value, string parameter, bool orNone, [NotNullWhen(true)] out string? text)
    {
        text = (value.Object as PyStr)?.Text;
        if (text is not null)
            return true;
        ArgumentErrors.Type(machine, parameter, orNone ? "str or None" : "str", value);
        return false;
    }

    /// <summary>A str as a method's result; null is None.</summary>
    public static Status Return(Machine machine, ref Value result, string? text)
    {
        if (text is null)
            result.SetNone();
        else if (!machine.Charge(text.Length, 2L * text.Length))
            return Status.Raised;
        else
            return machine.Return(ref result, text);
        return Status.Ok;
    }

    /// <summary>An int of any size as a method's result.</summary>
    public static Status Return(Machine machine, ref Value result, BigInteger number) => machine.Return(ref result, number);

    /// <summary>An object as a method's result; null is None.</summary>
    public static Status Return(Machine machine, ref Value result, PyObject? item)
    {
        _ = machine;
        if (item is null)
            result.SetNone();
        else
            result.SetObject(item);
        return Status.Ok;
    }

    /// <summary>A str as a constant; null is None.</summary>
    public static Value ToValue(string? text) => text is null ? Value.None : Value.Of(PyStr.From(text));

    /// <summary>An int of any size as a constant.</summary>
    public static Value ToValue(BigInteger number) => PyInt.Normalize(number);

    /// <summary>An int as an int, anything else through its <c>__index__</c>; <see cref="Status.NotImplemented"/> for
    /// a value that has none.</summary>
    internal static Status Index(Machine machine, in Value value, ref Value result)
    {
        if (value.IsInt || value.IsBool)
        {
            result.SetInt(value.Bits);
            return Status.Ok;
        }
        if (value.Object is PyInt or PyIntInstance)
        {
            result.Set(value.Object is PyIntInstance derived ? derived.Number : value);
            return Status.Ok;
        }
        if (!Operations.TypeOf(value).Lookup(machine, machine.Names[Special.Index], out var method))
            return Status.NotImplemented;
        var status = Specials.Call(machine, method, value, ref result);
        return status == Status.Ok && !Numbers.IsInt(result)
            ? machine.Raise(Types.TypeError, $"__index__ returned non-int (type {Operations.TypeName(result)})")
            : status;
    }
}
