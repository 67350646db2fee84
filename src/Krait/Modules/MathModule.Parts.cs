using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>Taking floats apart, rounding and comparing them.</content>
internal static partial class MathModule
{
    /// <summary>No float needs a larger exponent to be scaled to infinity or zero.</summary>
    private const long LargestScale = 5000;

    /// <summary>The smallest int that is not below x.</summary>
    [PyFunction("ceil")]
    internal static Status Ceil(Machine machine, in Value x, ref Value result) =>
        Towards(machine, x, Special.Ceil, Math.Ceiling, ref result);

    /// <summary>The largest int that is not above x.</summary>
    [PyFunction("floor")]
    internal static Status Floor(Machine machine, in Value x, ref Value result) =>
        Towards(machine, x, Special.Floor, Math.Floor, ref result);

    /// <summary>x without its fraction, as an int.</summary>
    [PyFunction("trunc")]
    internal static Status Trunc(Machine machine, in Value x, ref Value result)
    {
        if (x.IsFloat)
            return Floats.Truncate(machine, x.AsFloat, ref result);
        if (x.Object is PyObject && TryMethod(machine, x, Special.Trunc, ref result, out var status))
            return status;
        var number = Number.Of(x);
        return number.Kind switch
        {
            NumberKind.Long or NumberKind.Big => machine.Return(ref result, number.Big),
            NumberKind.Float => Floats.Truncate(machine, number.Real, ref result),
            _ => machine.Raise(Types.TypeError, $"type {Operations.TypeName(x)} doesn't define __trunc__ method"),
        };
    }

    /// <summary>The magnitude of x with the sign of y.</summary>
    [PyFunction("copysign")]
    internal static double CopySign(Machine machine, double x, double y) => Math.CopySign(x, y);

    /// <summary>The pair (m, e) for which x is m * 2**e and m is 0 or between 0.5 and 1.</summary>
    [PyFunction("frexp")]
    internal static Status Frexp(Machine machine, double x, ref Value result)
    {
        var exponent = 0;
        if (x != 0 && double.IsFinite(x))
        {
            exponent = Math.ILogB(x) + 1;
            x = Math.ScaleB(x, -exponent);
        }
        return Pair(Value.Float(x), Value.Int(exponent), ref result);
    }

    /// <summary>x * 2**i</summary>
    [PyFunction("ldexp")]
    internal static Status Ldexp(Machine machine, double x, in Value i, ref Value result)
    {
        var number = Number.Of(i);
        if (!number.IsInt)
            return machine.Raise(Types.TypeError, "Expected an int as second argument to ldexp.");
        var exponent = number.Kind == NumberKind.Long
            ? Math.Clamp(number.Long, -LargestScale, LargestScale)
            : number.Big.Sign * LargestScale;
        return Return(machine, x, Math.ScaleB(x, (int)exponent), ref result, canOverflow: true);
    }

    /// <summary>The fraction and the whole part of x, both with its sign.</summary>
    [PyFunction("modf")]
    internal static Status Modf(Machine machine, double x, ref Value result)
    {
        var whole = Math.Truncate(x);
        var fraction = double.IsInfinity(x) ? 0 : x - whole;
        return Pair(Value.Float(Math.CopySign(fraction, x)), Value.Float(whole), ref result);
    }

    /// <summary>The float next to x in the direction of y.</summary>
    [PyFunction("nextafter")]
    internal static double NextAfter(Machine machine, double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        return x == y ? y : x < y ? Math.BitIncrement(x) : Math.BitDecrement(x);
    }

    /// <summary>The value of the last bit of x.</summary>
    [PyFunction("ulp")]
    internal static double Ulp(Machine machine, double x)
    {
        x = Math.Abs(x);
        if (!double.IsFinite(x))
            return x;
        var next = Math.BitIncrement(x);
        return double.IsInfinity(next) ? x - Math.BitDecrement(x) : next - x;
    }

    /// <summary>Whether x is neither infinite nor NaN.</summary>
    [PyFunction("isfinite")]
    internal static bool IsFinite(Machine machine, double x) => double.IsFinite(x);

    /// <summary>Whether x is infinite.</summary>
    [PyFunction("isinf")]
    internal static bool IsInfinite(Machine machine, double x) => double.IsInfinity(x);

    /// <summary>Whether x is NaN.</summary>
    [PyFunction("isnan")]
    internal static bool IsNotANumber(Machine machine, double x) => double.IsNaN(x);

    /// <summary>Whether two floats differ by no more than a relative or an absolute tolerance.</summary>
    [PyFunction("isclose")]
    internal static Status IsClose(Machine machine, [Named] double a, double b, ref Value result, [KeywordOnly] double relTol = 1e-9, double absTol = 0)
    {
        if (relTol < 0 || absTol < 0)
            return machine.Raise(Types.ValueError, "tolerances must be non-negative");
        var difference = Math.Abs(a - b);
        result.SetBool(a == b || (double.IsFinite(a) && double.IsFinite(b)
            && (difference <= Math.Abs(relTol * b) || difference <= Math.Abs(relTol * a) || difference <= absTol)));
        return Status.Ok;
    }

    private static Status Towards(Machine machine, in Value x, Special special, Func<double, double> function, ref Value result)
    {
        if (x.IsFloat)
            return Floats.Truncate(machine, function(x.AsFloat), ref result);
        if (x.IsInt)
        {
            result.Set(x);
            return Status.Ok;
        }
        if (x.Object is PyObject && TryMethod(machine, x, special, ref result, out var status))
            return status;
        var number = Number.Of(x);
        if (number.IsInt)
            return machine.Return(ref result, number.Big);
        status = Numbers.ToDouble(machine, x, out var value);
        return status == Status.Ok ? Floats.Truncate(machine, function(value), ref result) : status;
    }

    /// <summary>Calls what a Python class, or a type that is no number, defines.</summary>
    private static bool TryMethod(Machine machine, in Value x, Special special, ref Value result, out Status status)
    {
        var item = (PyObject)x.Object!;
        status = Status.Ok;
        if (!Specials.Find(machine, item, special, out var method)
            && (Number.Of(x).Kind != NumberKind.None || !item.Type.Lookup(machine, machine.Names[special], out method)))
            return false;
        status = Specials.Call(machine, method, x, ref result);
        return true;
    }

    private static Status Pair(in Value first, in Value second, ref Value result)
    {
        result.SetObject(new PyTuple([first, second]));
        return Status.Ok;
    }
}
