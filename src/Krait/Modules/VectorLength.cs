namespace Krait.Modules;

/// <summary>The Euclidean length of vectors, without overflow on the way and rounded once.</summary>
internal static class VectorLength
{
    public static double Of(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        var undefined = false;
        foreach (var x in vector)
        {
            undefined |= double.IsNaN(x);
            largest = Math.Max(largest, double.IsNaN(x) ? 0 : Math.Abs(x));
        }
        if (double.IsInfinity(largest))
            return largest;
        if (undefined)
            return double.NaN;
        if (largest == 0 || vector.Length == 1)
            return largest;
        // A power of two brings the largest coordinate near 1 and changes no digit that counts.
        var exponent = Math.ILogB(largest);
        DoubleDouble sum = 0;
        foreach (var x in vector)
        {
            var scaled = Math.ScaleB(x, -exponent);
            sum += DoubleDouble.ExactProduct(scaled, scaled);
        }
        return Math.ScaleB(DoubleDouble.Sqrt(sum).High, exponent);
    }
}
