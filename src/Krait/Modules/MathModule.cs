using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>The module math.</summary>
/// <remarks>Parts: this file has the functions of one or two floats that .NET or <see cref="SpecialFunctions"/>
/// computes, <c>MathModule.Logarithms.cs</c> those that also take ints of any size, <c>MathModule.Parts.cs</c> what
/// takes floats apart, rounds and compares them, <c>MathModule.Sums.cs</c> sums and distances,
/// <c>MathModule.Integers.cs</c> number theory.</remarks>
[PyModule("math", PositionalOnly = true)]
internal static partial class MathModule
{
    private const double DegreesPerRadian = 180 / Math.PI;
    private const double RadiansPerDegree = Math.PI / 180;

    [PyConstant("pi")]
    internal static double Pi => Math.PI;

    [PyConstant("e")]
    internal static double E => Math.E;

    [PyConstant("tau")]
    internal static double Tau => Math.Tau;

    [PyConstant("inf")]
    internal static double Infinity => double.PositiveInfinity;

    [PyConstant("nan")]
    internal static double NotANumber => Floats.NaN;

    /// <summary>The arc cosine of x, in radians.</summary>
    [PyFunction("acos")]
    internal static Status Acos(Machine machine, double x, ref Value result) => Return(machine, x, Math.Acos(x), ref result);

    /// <summary>The inverse hyperbolic cosine of x.</summary>
    [PyFunction("acosh")]
    internal static Status Acosh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Acosh(x), ref result);

    /// <summary>The arc sine of x, in radians.</summary>
    [PyFunction("asin")]
    internal static Status Asin(Machine machine, double x, ref Value result) => Return(machine, x, Math.Asin(x), ref result);

    /// <summary>The inverse hyperbolic sine of x.</summary>
    [PyFunction("asinh")]
    internal static Status Asinh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Asinh(x), ref result);

    /// <summary>The arc tangent of x, in radians.</summary>
    [PyFunction("atan")]
    internal static Status Atan(Machine machine, double x, ref Value result) => Return(machine, x, Math.Atan(x), ref result);

    /// <summary>The inverse hyperbolic tangent of x.</summary>
    [PyFunction("atanh")]
    internal static Status Atanh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Atanh(x), ref result);

    /// <summary>The arc tangent of y/x, in radians, in the quadrant of the point (x, y).</summary>
    [PyFunction("atan2")]
    internal static Status Atan2(Machine machine, double y, double x, ref Value result)
    {
        result.SetFloat(Math.Atan2(y, x));
        return Status.Ok;
    }

    /// <summary>The cube root of x.</summary>
    [PyFunction("cbrt")]
    internal static Status Cbrt(Machine machine, double x, ref Value result) => Return(machine, x, Math.Cbrt(x), ref result);

    /// <summary>The cosine of x radians.</summary>
    [PyFunction("cos")]
    internal static Status Cos(Machine machine, double x, ref Value result) => Return(machine, x, Math.Cos(x), ref result);

    /// <summary>The hyperbolic cosine of x.</summary>
    [PyFunction("cosh")]
    internal static Status Cosh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Cosh(x), ref result, canOverflow: true);

    /// <summary>The angle of x radians in degrees.</summary>
    [PyFunction("degrees")]
    internal static double Degrees(Machine machine, double x) => x * DegreesPerRadian;

    /// <summary>The angle of x degrees in radians.</summary>
    [PyFunction("radians")]
    internal static double Radians(Machine machine, double x) => x * RadiansPerDegree;

    /// <summary>The error function at x.</summary>
    [PyFunction("erf")]
    internal static double Erf(Machine machine, double x) => SpecialFunctions.Erf(x);

    /// <summary>1 - erf(x), accurate also where that is tiny.</summary>
    [PyFunction("erfc")]
    internal static double Erfc(Machine machine, double x) => SpecialFunctions.Erfc(x);

    /// <summary>e raised to x.</summary>
    [PyFunction("exp")]
    internal static Status Exp(Machine machine, double x, ref Value result) => Return(machine, x, Math.Exp(x), ref result, canOverflow: true);

    /// <summary>2 raised to x.</summary>
    [PyFunction("exp2")]
    internal static Status Exp2(Machine machine, double x, ref Value result) => Return(machine, x, Math.Pow(2, x), ref result, canOverflow: true);

    /// <summary>e raised to x, minus 1, accurate also for small x.</summary>
    [PyFunction("expm1")]
    internal static Status Expm1(Machine machine, double x, ref Value result) =>
        Return(machine, x, SpecialFunctions.Expm1(x), ref result, canOverflow: true);

    /// <summary>The absolute value of x.</summary>
    [PyFunction("fabs")]
    internal static double Fabs(Machine machine, double x) => Math.Abs(x);

    /// <summary>The remainder of x / y with the sign of x.</summary>
    [PyFunction("fmod")]
    internal static Status Fmod(Machine machine, double x, double y, ref Value result) => Return(machine, x, y, x % y, ref result);

    /// <summary>The gamma function at x.</summary>
    [PyFunction("gamma")]
    internal static Status Gamma(Machine machine, double x, ref Value result)
    {
        if (double.IsNegativeInfinity(x) || (x < 0 && x == Math.Floor(x)))
            return DomainError(machine);
        return x == 0 ? DomainError(machine)
            : !double.IsFinite(x) ? Return(machine, x, x, ref result)
            : Return(machine, x, SpecialFunctions.Gamma(x), ref result, canOverflow: true);
    }

    /// <summary>The natural logarithm of the absolute value of the gamma function at x.</summary>
    [PyFunction("lgamma")]
    internal static Status LogGamma(Machine machine, double x, ref Value result)
    {
        if (!double.IsFinite(x))
            return Return(machine, x, Math.Abs(x), ref result);
        return x <= 0 && x == Math.Floor(x)
            ? DomainError(machine)
            : Return(machine, x, SpecialFunctions.LogGamma(x), ref result, canOverflow: true);
    }

    /// <summary>x raised to y, both as floats.</summary>
    [PyFunction("pow")]
    internal static Status Pow(Machine machine, double x, double y, ref Value result)
    {
        var power = Math.Pow(x, y);
        if (x == 0 && double.IsInfinity(power) && double.IsFinite(y))
            return DomainError(machine);
        return Return(machine, x, y, power, ref result);
    }

    /// <summary>The difference between x and the nearest multiple of y; halfway, the even one.</summary>
    [PyFunction("remainder")]
    internal static Status Remainder(Machine machine, double x, double y, ref Value result) =>
        Return(machine, x, y, NearestRemainder(x, y), ref result);

    /// <summary>The sine of x radians.</summary>
    [PyFunction("sin")]
    internal static Status Sin(Machine machine, double x, ref Value result) => Return(machine, x, Math.Sin(x), ref result);

    /// <summary>The hyperbolic sine of x.</summary>
    [PyFunction("sinh")]
    internal static Status Sinh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Sinh(x), ref result, canOverflow: true);

    /// <summary>The square root of x.</summary>
    [PyFunction("sqrt")]
    internal static Status Sqrt(Machine machine, double x, ref Value result) => Return(machine, x, Math.Sqrt(x), ref result);

    /// <summary>The tangent of x radians.</summary>
    [PyFunction("tan")]
    internal static Status Tan(Machine machine, double x, ref Value result) => Return(machine, x, Math.Tan(x), ref result);

    /// <summary>The hyperbolic tangent of x.</summary>
    [PyFunction("tanh")]
    internal static Status Tanh(Machine machine, double x, ref Value result) => Return(machine, x, Math.Tanh(x), ref result);

    private static Status DomainError(Machine machine) => machine.Raise(Types.ValueError, "math domain error");

    private static Status RangeError(Machine machine) => machine.Raise(Types.OverflowError, "math range error");

    /// <summary>A result that is no number from one that is, is outside the domain; so is an infinity from a finite
    /// argument, unless the function grows that large.</summary>
    private static Status Return(Machine machine, double x, double value, ref Value result, bool canOverflow = false)
    {
        if (double.IsNaN(value) && !double.IsNaN(x))
            return DomainError(machine);
        if (double.IsInfinity(value) && double.IsFinite(x))
            return canOverflow ? RangeError(machine) : DomainError(machine);
        result.SetFloat(value);
        return Status.Ok;
    }

    private static Status Return(Machine machine, double x, double y, double value, ref Value result)
    {
        if (double.IsNaN(value) && !double.IsNaN(x) && !double.IsNaN(y))
            return DomainError(machine);
        if (double.IsInfinity(value) && double.IsFinite(x) && double.IsFinite(y))
            return RangeError(machine);
        result.SetFloat(value);
        return Status.Ok;
    }

    private static double NearestRemainder(double x, double y)
    {
        if (double.IsInfinity(y) && double.IsFinite(x))
            return x;
        var magnitude = Math.Abs(x);
        var divisor = Math.Abs(y);
        var below = magnitude % divisor;
        var above = divisor - below;
        double nearest;
        if (below != above)
            nearest = below < above ? below : -above;
        else
            // Halfway. The quotient is even when twice the divisor leaves the same remainder.
            nearest = magnitude % (2 * divisor) == below ? below : -below;
        return double.IsNegative(x) ? -nearest : nearest;
    }
}
