using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Arguments that str and bytes take alike: subscripts, bounds, repetitions.</summary>
internal static class TextArguments
{
    /// <summary>A subscript as a number that may be negative; <see cref="Status.NotImplemented"/> when it is none.</summary>
    public static Status Index(Machine machine, in Value key, out long index) => Number(machine, key, Types.IndexError, out index);

    /// <summary>An int, or what <c>__index__</c> says; <see cref="Status.NotImplemented"/> for a value without.</summary>
    public static Status Number(Machine machine, in Value value, out long number) => Number(machine, value, Types.OverflowError, out number);

    /// <summary>How often a text is repeated, 0 for negative numbers. Another operand that knows how to multiply itself
    /// gets its turn by <see cref="Status.NotImplemented"/>.</summary>
    public static Status Count(Machine machine, in Value other, bool reflected, out long count)
    {
        count = 0;
        if (!Numbers.IsInt(other) && Has(machine, other, reflected ? Special.Multiply : Special.RMultiply))
            return Status.NotImplemented;
        var status = Number(machine, other, out count);
        if (status == Status.NotImplemented)
            return machine.Raise(Types.TypeError, $"can't multiply sequence by non-int of type '{Operations.TypeName(other)}'");
        count = Math.Max(count, 0);
        return status;
    }

    /// <summary>The part of a text of <paramref name="length"/> characters that two optional bounds name, as find()
    /// and its kind take them; a start beyond the length stays beyond. False with an exception pending.</summary>
    public static bool TryRange(Machine machine, in Value start, in Value end, int length, out int from, out int to)
    {
        from = 0;
        to = length;
        if (!TryBound(machine, start, 0, out var first) || !TryBound(machine, end, length, out var last))
            return false;
        if (last < 0)
            last = Math.Max(last + length, 0);
        if (first < 0)
            first = Math.Max(first + length, 0);
        from = (int)Math.Min(first, length + 1L);
        to = (int)Math.Min(last, length);
        return true;
    }

    /// <summary>How much filling center() puts to the left and to the right of so many characters; the odd one goes
    /// left when the width is odd.</summary>
    public static (long Left, long Right) Halves(long width, int count)
    {
        var filling = Filling(width, count);
        var left = filling / 2 + (filling & width & 1);
        return (left, filling - left);
    }

    /// <summary>How much is missing to a width; 0 when nothing is.</summary>
    public static long Filling(long width, int count) => Math.Max(width, count) - count;

    /// <summary>An argument that must be a str when it is given; null when it is not. <paramref name="what"/> names it in
    /// the TypeError.</summary>
    public static bool TryOptional(Machine machine, string what, in Value value, out PyStr? text)
    {
        text = value.Object as PyStr;
        if (text is not null || value.IsNull)
            return true;
        machine.Raise(Types.TypeError, $"{what} must be str, not {Describe(value)}");
        return false;
    }

    /// <summary>The type of an argument as messages about arguments have it: None by its own name.</summary>
    public static string Describe(in Value value) => value.IsNone ? "None" : Operations.TypeName(value);

    /// <summary>Whether the class of a value defines a special method in Python.</summary>
    public static bool Has(Machine machine, in Value value, Special special) =>
        value.Object is PyObject item && Specials.Find(machine, item, special, out _);

    /// <summary>iter(value); what cannot be iterated over gets a TypeError with this message.</summary>
    public static Status Iterate(Machine machine, in Value value, string message, ref Value iterator)
    {
        var status = Operations.Iterate(machine, value, ref iterator);
        return status == Status.Raised && !Has(machine, value, Special.Iter) && machine.Catch(Types.TypeError)
            ? machine.Raise(Types.TypeError, message)
            : status;
    }

    private static Status Number(Machine machine, in Value value, PyType tooLarge, out long number)
    {
        number = 0;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        return status != Status.Ok || Fits(integer, out number)
            ? status
            : machine.Raise(tooLarge, $"cannot fit '{Operations.TypeName(value)}' into an index-sized integer");
    }

    private static bool TryBound(Machine machine, in Value value, long absent, out long bound)
    {
        bound = absent;
        if (value.IsNull || value.IsNone)
            return true;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, "slice indices must be integers or None or have an __index__ method");
        if (status != Status.Ok)
            return false;
        if (!Fits(integer, out bound))
            bound = ((PyInt)integer.Object!).Number.Sign < 0 ? long.MinValue : long.MaxValue;
        return true;
    }

    private static bool Fits(in Value integer, out long number)
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
