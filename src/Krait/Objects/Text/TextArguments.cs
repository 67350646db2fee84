using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Arguments that str and bytes take alike: bounds, repetitions.</summary>
internal static class TextArguments
{
    /// <summary>How often a text is repeated, 0 for negative numbers. Another operand that knows how to multiply itself
    /// gets its turn by <see cref="Status.NotImplemented"/>.</summary>
    public static Status Count(Machine machine, in Value other, bool reflected, out long count)
    {
        count = 0;
        if (!Numbers.IsInt(other) && Has(machine, other, reflected ? Special.Multiply : Special.RMultiply))
            return Status.NotImplemented;
        var status = Indices.Number(machine, other, Types.OverflowError, out count);
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
        if (!Indices.TryBound(machine, start, 0, out var first, orNone: true) || !Indices.TryBound(machine, end, length, out var last, orNone: true))
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
}
