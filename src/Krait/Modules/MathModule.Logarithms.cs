using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>Logarithms, also of ints beyond every float.</content>
internal static partial class MathModule
{
    /// <summary>The logarithm of x to the given base; without one, the natural logarithm.</summary>
    [PyFunction("log")]
    internal static Status Log(Machine machine, in Value x, ref Value result, in Value logarithmBase = default)
    {
        var status = Logarithm(machine, x, Math.Log, out var numerator);
        if (status != Status.Ok || logarithmBase.IsNull)
        {
            result.SetFloat(numerator);
            return status;
        }
        status = Logarithm(machine, logarithmBase, Math.Log, out var denominator);
        if (status != Status.Ok)
            return status;
        if (denominator == 0)
            return machine.Raise(Types.ZeroDivisionError, "float division by zero");
        result.SetFloat(numerator / denominator);
        return Status.Ok;
    }

    /// <summary>The logarithm of x to base 2.</summary>
    [PyFunction("log2")]
    internal static Status Log2(Machine machine, in Value x, ref Value result)
    {
        var status = Logarithm(machine, x, Math.Log2, out var logarithm);
        result.SetFloat(logarithm);
        return status;
    }

    /// <summary>The logarithm of x to base 10.</summary>
    [PyFunction("log10")]
    internal static Status Log10(Machine machine, in Value x, ref Value result)
    {
        var status = Logarithm(machine, x, Math.Log10, out var logarithm);
        result.SetFloat(logarithm);
        return status;
    }

    /// <summary>The natural logarithm of 1 + x, accurate also for small x.</summary>
    [PyFunction("log1p")]
    internal static Status Log1p(Machine machine, double x, ref Value result) =>
        x <= -1 ? DomainError(machine) : Return(machine, x, SpecialFunctions.Log1p(x), ref result);

    private static Status Logarithm(Machine machine, in Value x, Func<double, double> function, out double logarithm)
    {
        const int KeptBits = 64;
        logarithm = 0;
        var number = Number.Of(x);
        if (number.Kind == NumberKind.Big && number.Big.Sign > 0 && !number.TryToDouble(out _))
        {
            // log(m * 2**e) = log(m) + e * log(2)
            var exponent = (int)(BigMath.BitLength(number.Big) - KeptBits);
            var mantissa = Integers.ToDouble(number.Big >> exponent);
            logarithm = function(Math.ScaleB(mantissa, -KeptBits)) + function(2) * (exponent + KeptBits);
            return Status.Ok;
        }
        var status = Numbers.ToDouble(machine, x, out var value);
        if (status != Status.Ok)
            return machine.Pending is { } pending && number.Kind == NumberKind.Big && pending.Type == Types.OverflowError
                ? DomainError(machine)
                : status;
        if (value <= 0)
            return DomainError(machine);
        logarithm = function(value);
        return Status.Ok;
    }
}
