namespace Krait.Modules;

/// <summary>The error and gamma functions, and those near 1 or 0 that .NET does not compute accurately. Computed with
/// <see cref="DoubleDouble"/>, so that nearly all results are the nearest double.</summary>
/// <remarks>Formulas: Abramowitz and Stegun, "Handbook of Mathematical Functions", chapters 4, 6 and 7.</remarks>
internal static class SpecialFunctions
{
    /// <summary>Beyond this, erfc is taken from its continued fraction instead of 1 - erf.</summary>
    private const double FractionFrom = 5;
    private const int FractionTerms = 80;

    /// <summary>Beyond this, erfc is zero and erf is one.</summary>
    private const double ErfcZero = 27.5;

    /// <summary>Stirling's series is used from here on: its terms then give more than 106 bits.</summary>
    private const double StirlingFrom = 35;

    /// <summary>Above, the logarithm of gamma is a double's x * (log x - 1).</summary>
    private const double PlainLogGammaFrom = 1e250;

    private static readonly DoubleDouble logSqrtTwoPi = new(0.9189385332046728, -3.8782941580672414e-17);
    private static readonly DoubleDouble sqrtPi = new(1.772453850905516, -7.666586499825799e-17);
    private static readonly DoubleDouble logPi = new(1.1447298858494002, 1.0265951162707826e-17);
    private static readonly DoubleDouble euler = new(0.5772156649015329, -4.942915152430645e-18);

    /// <summary>B(2k) / (2k (2k-1)) for k = 2, 3, ...: Stirling's coefficients behind 1/12.</summary>
    private static ReadOnlySpan<double> Stirling =>
    [
        -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
        43867.0 / 244188, -174611.0 / 125400, 77683.0 / 5796,
    ];

    /// <summary>e**x - 1</summary>
    public static double Expm1(double x)
    {
        const double LargestDifference = 45;
        if (x == 0 || !double.IsFinite(x))
            return double.IsNegativeInfinity(x) ? -1 : x;
        if (x > LargestDifference)
            return Math.Exp(x);
        if (x < -LargestDifference)
            return -1;
        if (Math.Abs(x) >= 0.25)
            return Value(DoubleDouble.Scale(DoubleDouble.Exp(x, out var exponent), exponent) - DoubleDouble.One);
        // x + x**2/2! + ... without the 1 that would swallow the small digits.
        DoubleDouble sum = 0;
        for (var i = 20; i > 1; i--)
            sum = (DoubleDouble.One + sum) * x / i;
        return Value(x * (DoubleDouble.One + sum));
    }

    /// <summary>log(1 + x) for x above -1.</summary>
    public static double Log1p(double x)
    {
        const double Tiny = 1e-17;
        return Math.Abs(x) < Tiny || double.IsPositiveInfinity(x) ? x : Value(LogOnePlus(x));
    }

    /// <summary>The error function.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (Math.Abs(x) > 6)
            return x > 0 ? 1 : -1;
        return Math.Abs(x) < 1e-150 ? x * (2 / Math.Sqrt(Math.PI)) : Value(ErfSeries(x));
    }

    /// <summary>1 - erf(x), also where that is tiny.</summary>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x < -6)
            return 2;
        if (x > ErfcZero)
            return 0;
        if (x < FractionFrom)
            return Math.Abs(x) < 1e-150 ? 1 : Value(DoubleDouble.One - ErfSeries(x));
        // exp(-x**2) / sqrt(pi) / (x + 1/2/(x + 2/2/(x + 3/2/(x + ...))))
        DoubleDouble fraction = x;
        for (var i = FractionTerms; i > 0; i--)
            fraction = x + (DoubleDouble)(i * 0.5) / fraction;
        var exponential = DoubleDouble.Exp(-DoubleDouble.ExactProduct(x, x), out var exponent);
        return Math.ScaleB(Value(exponential / (sqrtPi * fraction)), exponent);
    }

    /// <summary>The gamma function; x is no whole number up to 0.</summary>
    public static double Gamma(double x)
    {
        const double Tiny = 1e-20;
        const double LargestArgument = 200;
        if (Math.Abs(x) < Tiny)
            return 1 / x;
        if (x > LargestArgument)
            return double.PositiveInfinity;
        int exponent;
        if (x > 0)
            return Math.ScaleB(Value(DoubleDouble.Exp(LogGammaPositive(x), out exponent)), exponent);
        var sine = SinPi(x);
        if (x < -LargestArgument)
            return sine.High < 0 ? -0.0 : 0.0;
        // Reflection: gamma(x) gamma(1 - x) = pi / sin(pi x)
        var reflected = DoubleDouble.Exp(-LogGammaPositive(DoubleDouble.ExactSum(1, -x)), out exponent);
        return Math.ScaleB(Value(DoubleDouble.Pi / sine * reflected), exponent);
    }

    /// <summary>log(|gamma(x)|); x is no whole number up to 0.</summary>
    public static double LogGamma(double x)
    {
        const double Tiny = 1e-20;
        if (Math.Abs(x) < Tiny)
            return -Math.Log(Math.Abs(x));
        if (Math.Abs(x) > PlainLogGammaFrom)
            return Math.Abs(x) * (Math.Log(Math.Abs(x)) - 1) * Math.Sign(x);
        if (x > 0)
            return Value(LogGammaPositive(x));
        var sine = SinPi(x);
        return Value(logPi - DoubleDouble.Log(sine.High < 0 ? -sine : sine) - LogGammaPositive(DoubleDouble.ExactSum(1, -x)));
    }

    private static double Value(DoubleDouble value) => value.High;

    private static DoubleDouble LogOnePlus(double x)
    {
        if (Math.Abs(x) > 1e-4)
            return DoubleDouble.Log(DoubleDouble.ExactSum(1, x));
        // x - x**2/2 + x**3/3 ...: a few terms are enough this near to 1.
        DoubleDouble series = 0;
        for (var i = 9; i > 0; i--)
            series = (DoubleDouble.One / i - series) * x;
        return series;
    }

    /// <summary>2/sqrt(pi) exp(-x**2) x (1 + 2x**2/3 (1 + 2x**2/5 (1 + ...))): no term is negative.</summary>
    private static DoubleDouble ErfSeries(double x)
    {
        var square = DoubleDouble.ExactProduct(x, x);
        var terms = 24 + (int)(4 * square.High);
        var sum = DoubleDouble.One;
        for (var i = terms; i > 0; i--)
            sum = DoubleDouble.One + sum * square * 2 / (2 * i + 1);
        var exponential = DoubleDouble.Exp(-square, out var exponent);
        return DoubleDouble.Scale(exponential, exponent) * sum * x * 2 / sqrtPi;
    }

    private static DoubleDouble LogGammaPositive(DoubleDouble x)
    {
        if (TryLogGammaNearZeros(x, out var near))
            return near;
        // Up the recurrence gamma(x + 1) = x gamma(x) to where Stirling's series is exact.
        var product = DoubleDouble.One;
        for (; x.High < StirlingFrom; x += DoubleDouble.One)
            product *= x;
        var reciprocal = 1 / x.High;
        var square = reciprocal * reciprocal;
        var tail = 0.0;
        for (var i = Stirling.Length - 1; i >= 0; i--)
            tail = (tail + Stirling[i]) * square;
        var series = DoubleDouble.One / (x * 12) + tail * reciprocal;
        var value = (x - 0.5) * DoubleDouble.Log(x) - x + logSqrtTwoPi + series;
        return product.High == 1 ? value : value - DoubleDouble.Log(product);
    }

    /// <summary>Around 1 and 2, where the logarithm is nearly zero: its Taylor series at 1,
    /// -gamma z + zeta(2)/2 z**2 - zeta(3)/3 z**3 ...</summary>
    private static bool TryLogGammaNearZeros(DoubleDouble x, out DoubleDouble value)
    {
        const double Near = 1.0 / 64;
        var two = Math.Abs(x.High - 2) < Near;
        value = default;
        if (!two && Math.Abs(x.High - 1) >= Near)
            return false;
        var z = x - (two ? 2 : 1);
        var coefficients = Zeta;
        DoubleDouble sum = 0;
        for (var k = coefficients.Length + 1; k > 1; k--)
            sum = (coefficients[k - 2] * ((k & 1) == 0 ? 1 : -1) / (DoubleDouble)k + sum) * z;
        value = (sum - euler) * z;
        if (two)
            value += LogOnePlus(z.High);
        return true;
    }

    /// <summary>zeta(2), zeta(3), ...</summary>
    private static ReadOnlySpan<double> Zeta =>
    [
        1.6449340668482264, 1.2020569031595942, 1.0823232337111382, 1.03692775514337, 1.0173430619844491,
        1.008349277381923, 1.0040773561979443, 1.0020083928260821, 1.000994575127818, 1.0004941886041194,
    ];

    private static DoubleDouble SinPi(double x)
    {
        var nearest = Math.Round(x);
        var sine = DoubleDouble.SinPi(x - nearest);
        return nearest % 2 == 0 ? sine : -sine;
    }
}
