using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <content>What other types ask of a number: an index, a length, a double.</content>
internal static partial class Numbers
{
    private const string TooLargeForIndex = "cannot fit 'int' into an index-sized integer";

    /// <summary>Whether a value is an int, a bool or an instance of a class derived from int.</summary>
    public static bool IsInt(in Value value) => value.IsInt || value.IsBool || value.Object is PyInt or PyIntInstance;

    /// <summary>Whether a value is a float or an instance of a class derived from float.</summary>
    public static bool IsFloat(in Value value) => value.IsFloat || value.Object is PyFloatInstance;

    /// <summary>An int of any size, through <c>__index__</c>; <see cref="Status.NotImplemented"/> without an exception
    /// for a value that has none.</summary>
    public static Status TryIndex(Machine machine, in Value value, out Number number)
    {
        number = Number.Of(value);
        if (number.IsInt)
            return Status.Ok;
        if (number.Kind != NumberKind.None && value.Object is not IInstance)
            return Status.NotImplemented;
        Value result = default;
        var status = Conversions.Index(machine, value, ref result);
        number = Number.Of(result);
        return status;
    }

    /// <summary>An int of any size, through <c>__index__</c>; TypeError for a value that has none.</summary>
    public static Status ToInteger(Machine machine, in Value value, out Number number)
    {
        var status = TryIndex(machine, value, out number);
        return status == Status.NotImplemented
            ? machine.Raise(Types.TypeError, $"'{Operations.TypeName(value)}' object cannot be interpreted as an integer")
            : status;
    }

    /// <summary>An int of 64 bits, through <c>__index__</c>; OverflowError for one that does not fit.</summary>
    public static Status ToLong(Machine machine, in Value value, out long number)
    {
        var status = ToInteger(machine, value, out var integer);
        number = integer.Long;
        return status == Status.Ok && integer.Kind == NumberKind.Big
            ? machine.Raise(Types.OverflowError, "Python int too large to convert to C ssize_t")
            : status;
    }

    /// <summary>An int of any size, through <c>__index__</c>.</summary>
    public static Status ToBigInteger(Machine machine, in Value value, out BigInteger number)
    {
        var status = ToInteger(machine, value, out var integer);
        number = status == Status.Ok ? integer.Big : default;
        return status;
    }

    /// <summary>A double: a float, or through <c>__float__</c> or <c>__index__</c>.</summary>
    public static Status ToDouble(Machine machine, in Value value, out double number)
    {
        var status = TryToDouble(machine, value, out number);
        return status == Status.NotImplemented
            ? machine.Raise(Types.TypeError, $"must be real number, not {Operations.TypeName(value)}")
            : status;
    }

    /// <summary>A double like <see cref="ToDouble"/>; <see cref="Status.NotImplemented"/> without an exception for a
    /// value that is no real number.</summary>
    public static Status TryToDouble(Machine machine, in Value value, out double number)
    {
        var own = Number.Of(value);
        number = own.Real;
        if (own.Kind == NumberKind.Float)
            return Status.Ok;
        if (own.IsInt && value.Object is not IInstance)
            return FromInteger(machine, own, out number);
        if (value.Object is PyObject item && HasFloat(machine, item, out var method))
        {
            Value result = default;
            var called = Specials.Call(machine, method, value, ref result);
            if (called != Status.Ok)
                return called;
            if (!IsFloat(result))
                return machine.Raise(Types.TypeError, $"{item.Type.Name}.__float__ returned non-float (type {Operations.TypeName(result)})");
            number = Number.Of(result).Real;
            return Status.Ok;
        }
        if (own.Kind == NumberKind.Complex && value.Object is not IInstance)
            return Status.NotImplemented;
        var status = TryIndex(machine, value, out var integer);
        return status == Status.Ok ? FromInteger(machine, integer, out number) : status;
    }

    /// <summary>What <c>__len__</c> returned as a length.</summary>
    public static Status CheckLength(Machine machine, in Value value, out long length)
    {
        var status = ToInteger(machine, value, out var number);
        length = number.Long;
        if (status != Status.Ok)
            return status;
        if (number.Kind == NumberKind.Long ? length < 0 : number.Big.Sign < 0)
            return machine.Raise(Types.ValueError, "__len__() should return >= 0");
        return number.Kind == NumberKind.Big ? machine.Raise(Types.OverflowError, TooLargeForIndex) : Status.Ok;
    }

    private static Status FromInteger(Machine machine, in Number integer, out double number) =>
        integer.TryToDouble(out number) ? Status.Ok : Integers.TooLargeForFloat(machine);

    /// <summary>An int's own <c>__float__</c> is what <see cref="FromInteger"/> does: only another one is called.</summary>
    private static bool HasFloat(Machine machine, PyObject item, out Value method) => item is PyIntInstance or PyComplexInstance
        ? Specials.Find(machine, item, Special.Float, out method)
        : item.Type.Lookup(machine, machine.Names[Special.Float], out method);
}
