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
        Value integer = default;
        var status = Conversions.Index(machine, key, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, $"{sequence} indices must be integers or slices, not {Operations.TypeName(key)}");
        else if (status == Status.Ok && Fits(integer, out index))
            return true;
        else if (status == Status.Ok)
            machine.Raise(Types.IndexError, $"cannot fit '{Operations.TypeName(key)}' into an index-sized integer");
        return false;
    }

    /// <summary>Turns a subscript that counts from either end into a position; false when there is no such item.</summary>
    public static bool IsInside(long index, int count, out int position)
    {
        if (index < 0)
            index += count;
        position = (int)index;
        return (ulong)index < (ulong)count;
    }

    /// <summary>A bound as index() and insert() take it: absent gives <paramref name="fallback"/>, and what is beyond
    /// 64 bits is as far as they go.</summary>
    public static bool TryBound(Machine machine, in Value value, long fallback, out long bound)
    {
        bound = fallback;
        if (value.IsNull)
            return true;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, "slice indices must be integers or have an __index__ method");
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
