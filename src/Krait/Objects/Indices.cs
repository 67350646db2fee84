using Krait.Core;

namespace Krait.Objects;

/// <summary>Subscripts and bounds that Python code gives to a sequence.</summary>
internal static class Indices
{
    /// <summary>A subscript that is no slice, as a number that may be negative. <paramref name="sequence"/> names the
    /// type in the TypeError. False with an exception pending.</summary>
    public static bool TrySubscript(Machine machine, in Value key, string sequence, out long index)
    {
        index = key.Bits;
        if (key.IsInt)
            return true;
        var status = Number(machine, key, Types.IndexError, out index);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, $"{sequence} indices must be integers or slices, not {Operations.TypeName(key)}");
        return status == Status.Ok;
    }

    /// <summary>An int of 64 bits, or what <c>__index__</c> says; <paramref name="tooLarge"/> is raised when it is larger.
    /// <see cref="Status.NotImplemented"/> for a value without.</summary>
    public static Status Number(Machine machine, in Value value, PyType tooLarge, out long number)
    {
        number = 0;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        return status != Status.Ok || Fits(integer, out number)
            ? status
            : machine.Raise(tooLarge, $"cannot fit '{Operations.TypeName(value)}' into an index-sized integer");
    }

    /// <summary>Turns a subscript that counts from either end into a position; false when there is no such item.</summary>
    public static bool IsInside(long index, int count, out int position)
    {
        if (index < 0)
            index += count;
        position = (int)index;
        return (ulong)index < (ulong)count;
    }

    /// <summary>A bound as index() and insert() take it: absent (or None, where find() and its kind
    /// take it) gives <paramref name="fallback"/>, and what is beyond 64 bits is as far as they go.</summary>
    public static bool TryBound(Machine machine, in Value value, long fallback, out long bound, bool orNone = false)
    {
        bound = fallback;
        if (value.IsNull || orNone && value.IsNone)
            return true;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, $"slice indices must be integers {(orNone ? "or None " : "")}or have an __index__ method");
        if (status != Status.Ok)
            return false;
        if (!Fits(integer, out bound))
            bound = ((PyInt)integer.Object!).Number.Sign < 0 ? long.MinValue : long.MaxValue;
        return true;
    }

    /// <summary>Whether an int is one of 64 bits.</summary>
    public static bool Fits(in Value integer, out long number)
    {
        number = integer.Bits;
        if (integer.Object is not PyInt big)
            return true;
        // An instance of a Python class that derives from int keeps small numbers in the object too.
        var fits = big.Number >= long.MinValue && big.Number <= long.MaxValue;
        number = fits ? (long)big.Number : 0;
        return fits;
    }
}
