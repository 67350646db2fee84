namespace Krait.Modules;

/// <summary>
/// A sum of floats without any rounding until the end: a list of floats that do not overlap, in growing size, whose sum
/// is exact. After Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997.
/// </summary>
internal sealed class ExactSum
{
    private readonly List<double> parts = [];
    private double special;
    private double infinities;

    /// <summary>The number of parts: what adding one more float costs.</summary>
    public int Count => parts.Count;

    /// <summary>Adds a float; false when parts become infinite though all floats are finite.</summary>
    public bool Add(double value)
    {
        var carried = value;
        var kept = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var sum = DoubleDouble.ExactSum(carried, parts[i]);
            if (sum.Low != 0)
                parts[kept++] = sum.Low;
            carried = sum.High;
        }
        parts.RemoveRange(kept, parts.Count - kept);
        if (double.IsFinite(carried))
        {
            if (carried != 0)
                parts.Add(carried);
            return true;
        }
        if (double.IsFinite(value))
            return false;
        special += value;
        if (double.IsInfinity(value))
            infinities += value;
        parts.Clear();
        return true;
    }

    /// <summary>The nearest float, ties to even; false for the sum of both infinities.</summary>
    public bool TryTotal(out double total)
    {
        total = special;
        if (special != 0)
            return !double.IsNaN(infinities);
        var at = parts.Count - 1;
        if (at < 0)
            return true;
        total = parts[at--];
        var rest = 0.0;
        while (at >= 0)
        {
            var sum = DoubleDouble.ExactSum(total, parts[at--]);
            total = sum.High;
            rest = sum.Low;
            if (rest != 0)
                break;
        }
        // Halfway cases were rounded by the first rest alone; a further part of the same sign tips them.
        if (at >= 0 && rest < 0 == parts[at] < 0)
        {
            var tipped = total + rest * 2;
            if (rest * 2 == tipped - total)
                total = tipped;
        }
        return true;
    }
}
