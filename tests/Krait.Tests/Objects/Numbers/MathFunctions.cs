using System.Numerics;
using Krait.Core;
using Krait.Modules;
using Krait.Objects;
using N = Krait.Objects.Numbers;

namespace Krait.Tests.Objects;

/// <summary>The functions of math by name, with the argument conversions that the binding makes.</summary>
internal static class MathFunctions
{
    private delegate Status OfFloat(Machine machine, double x, ref Value result);

    private delegate Status OfFloats(Machine machine, double x, double y, ref Value result);

    private delegate Status OfValue(Machine machine, in Value x, ref Value result);

    private delegate Status OfInts(Machine machine, BigInteger x, BigInteger y, ref Value result);

    private delegate Status OfRest(Machine machine, in Arguments arguments, ref Value result);

    public static NumberScript.Operation Find(string name) => name switch
    {
        "acos" => Float(MathModule.Acos),
        "acosh" => Float(MathModule.Acosh),
        "asin" => Float(MathModule.Asin),
        "asinh" => Float(MathModule.Asinh),
        "atan" => Float(MathModule.Atan),
        "atanh" => Float(MathModule.Atanh),
        "cbrt" => Float(MathModule.Cbrt),
        "cos" => Float(MathModule.Cos),
        "cosh" => Float(MathModule.Cosh),
        "degrees" => Float(MathModule.Degrees),
        "radians" => Float(MathModule.Radians),
        "erf" => Float(MathModule.Erf),
        "erfc" => Float(MathModule.Erfc),
        "exp" => Float(MathModule.Exp),
        "exp2" => Float(MathModule.Exp2),
        "expm1" => Float(MathModule.Expm1),
        "fabs" => Float(MathModule.Fabs),
        "gamma" => Float(MathModule.Gamma),
        "lgamma" => Float(MathModule.LogGamma),
        "log1p" => Float(MathModule.Log1p),
        "sin" => Float(MathModule.Sin),
        "sinh" => Float(MathModule.Sinh),
        "sqrt" => Float(MathModule.Sqrt),
        "tan" => Float(MathModule.Tan),
        "tanh" => Float(MathModule.Tanh),
        "frexp" => Float(MathModule.Frexp),
        "modf" => Float(MathModule.Modf),
        "ulp" => Float(MathModule.Ulp),
        "isfinite" => Test(MathModule.IsFinite),
        "isinf" => Test(MathModule.IsInfinite),
        "isnan" => Test(MathModule.IsNotANumber),
        "atan2" => Floats(MathModule.Atan2),
        "copysign" => Floats(MathModule.CopySign),
        "fmod" => Floats(MathModule.Fmod),
        "remainder" => Floats(MathModule.Remainder),
        "pow" => Floats(MathModule.Pow),
        "nextafter" => Floats(MathModule.NextAfter),
        "isclose" => Floats((machine, x, y, ref result) => MathModule.IsClose(machine, x, y, ref result)),
        "ceil" => Any(MathModule.Ceil),
        "floor" => Any(MathModule.Floor),
        "trunc" => Any(MathModule.Trunc),
        "log2" => Any(MathModule.Log2),
        "log10" => Any(MathModule.Log10),
        "fsum" => Any(MathModule.Fsum),
        "log" => (machine, a, ref result) => MathModule.Log(machine, a[0], ref result, NumberScript.Optional(a, 1)),
        "prod" => (machine, a, ref result) => MathModule.Prod(machine, a[0], ref result),
        "dist" => (machine, a, ref result) => MathModule.Dist(machine, a[0], a[1], ref result),
        "ldexp" => (machine, a, ref result) => N.ToDouble(machine, a[0], out var x) == Status.Ok ? MathModule.Ldexp(machine, x, a[1], ref result) : Status.Raised,
        "perm" => (machine, a, ref result) => MathModule.Perm(machine, a[0], ref result, NumberScript.Optional(a, 1)),
        "factorial" => Ints(MathModule_Factorial),
        "isqrt" => Ints(MathModule_Isqrt),
        "comb" => Ints(MathModule.Comb),
        "gcd" => Rest(MathModule.Gcd),
        "lcm" => Rest(MathModule.Lcm),
        "hypot" => Rest(MathModule.Hypot),
        _ => throw new InvalidOperationException($"no function {name}"),
    };

    private static Status MathModule_Factorial(Machine machine, BigInteger x, BigInteger unused, ref Value result) =>
        MathModule.Factorial(machine, x, ref result);

    private static Status MathModule_Isqrt(Machine machine, BigInteger x, BigInteger unused, ref Value result) =>
        MathModule.Isqrt(machine, x, ref result);

    private static NumberScript.Operation Float(OfFloat function) => (machine, a, ref result) =>
        N.ToDouble(machine, a[0], out var x) == Status.Ok ? function(machine, x, ref result) : Status.Raised;

    private static NumberScript.Operation Float(Func<Machine, double, double> function) => Float((machine, x, ref result) =>
    {
        result.SetFloat(function(machine, x));
        return Status.Ok;
    });

    private static NumberScript.Operation Test(Func<Machine, double, bool> function) => Float((machine, x, ref result) =>
    {
        result.SetBool(function(machine, x));
        return Status.Ok;
    });

    private static NumberScript.Operation Floats(OfFloats function) => (machine, a, ref result) =>
        N.ToDouble(machine, a[0], out var x) == Status.Ok && N.ToDouble(machine, a[1], out var y) == Status.Ok
            ? function(machine, x, y, ref result)
            : Status.Raised;

    private static NumberScript.Operation Floats(Func<Machine, double, double, double> function) => Floats((machine, x, y, ref result) =>
    {
        result.SetFloat(function(machine, x, y));
        return Status.Ok;
    });

    private static NumberScript.Operation Any(OfValue function) => (machine, a, ref result) => function(machine, a[0], ref result);

    private static NumberScript.Operation Ints(OfInts function) => (machine, a, ref result) =>
    {
        var second = BigInteger.Zero;
        return N.ToBigInteger(machine, a[0], out var first) == Status.Ok && (a.Length == 1 || N.ToBigInteger(machine, a[1], out second) == Status.Ok)
            ? function(machine, first, second, ref result)
            : Status.Raised;
    };

    private static NumberScript.Operation Rest(OfRest function) => (machine, a, ref result) => function(machine, new Arguments(a), ref result);
}
