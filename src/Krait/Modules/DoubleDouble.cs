namespace Krait.Modules;

/// <summary>
/// A number as the unevaluated sum of two doubles, about 106 bits: enough that functions computed with it are rounded
/// once, at the end. After Dekker ("A floating-point technique for extending the available precision", 1971), with
/// fused multiplication for exact products.
/// </summary>
internal readonly struct DoubleDouble(double high, double low)
{
    /// <summary>Terms that give the exponential and the sine 106 bits on their reduced arguments.</summary>
    private const int SeriesTerms = 27;

    public static readonly DoubleDouble One = new(1, 0);

    /// <summary>The natural logarithm of 2.</summary>
    public static readonly DoubleDouble Log2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static readonly DoubleDouble Pi = new(Math.PI, 1.2246467991473532e-16);

    /// <summary>The nearest double.</summary>
    public double High { get; } = high;

    /// <summary>What <see cref="High"/> leaves over.</summary>
    public double Low { get; } = low;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var sum = ExactSum(left.High, right.High);
        var rest = ExactSum(left.Low, right.Low);
        sum = Renormalize(sum.High, sum.Low + rest.High);
        return Renormalize(sum.High, sum.Low + rest.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = ExactProduct(left.High, right.High);
        return Renormalize(product.High, product.Low + (left.High * right.Low + left.Low * right.High));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left - right * first;
        var second = rest.High / right.High;
        rest -= right * second;
        return Renormalize(first, second) + rest.High / right.High;
    }

    /// <summary>left + right without any error.</summary>
    public static DoubleDouble ExactSum(double left, double right)
    {
        var sum = left + right;
        var part = sum - left;
        return new(sum, (left - (sum - part)) + (right - part));
    }

    /// <summary>left * right without any error, short of overflow and underflow.</summary>
    public static DoubleDouble ExactProduct(double left, double right)
    {
        var product = left * right;
        return new(product, Math.FusedMultiplyAdd(left, right, -product));
    }

    /// <summary>The square root of a positive number.</summary>
    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        var root = Math.Sqrt(value.High);
        // One step of Newton's method doubles the digits.
        return Renormalize(root, ((value - ExactProduct(root, root)).High) / (2 * root));
    }

    /// <summary>e**value as the answer times 2**exponent.</summary>
    public static DoubleDouble Exp(DoubleDouble value, out int exponent)
    {
        exponent = (int)Math.Round(value.High / Log2.High);
        var reduced = value - Log2 * exponent;
        var sum = One;
        for (var i = SeriesTerms; i > 0; i--)
            sum = One + sum * reduced / i;
        return sum;
    }

    /// <summary>The natural logarithm of a positive number.</summary>
    public static DoubleDouble Log(DoubleDouble value)
    {
        var guess = Math.Log(value.High);
        var ratio = value * Scale(Exp(-guess, out var exponent), exponent);
        // The guess is good to 53 bits, so log(1 + x) is x - x**2/2 for what is left.
        var rest = ratio - One;
        return guess + (rest - rest * rest * 0.5);
    }

    /// <summary>sin(pi * value) for a value between -0.5 and 0.5.</summary>
    public static DoubleDouble SinPi(DoubleDouble value)
    {
        var angle = Pi * value;
        var square = -(angle * angle);
        var sum = One;
        for (var i = SeriesTerms; i > 1; i -= 2)
            sum = One + sum * square / (i * (i - 1));
        return angle * sum;
    }

    /// <summary>value * 2**exponent</summary>
    public static DoubleDouble Scale(DoubleDouble value, int exponent) =>
        new(Math.ScaleB(value.High, exponent), Math.ScaleB(value.Low, exponent));

    /// <summary>The sum of two doubles, the first of them larger.</summary>
    private static DoubleDouble Renormalize(double large, double small)
    {
        var sum = large + small;
        return new(sum, small - (sum - large));
    }
}
