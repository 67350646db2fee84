using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>Sums, products and distances.</content>
internal static partial class MathModule
{
    /// <summary>The sum of floats, rounded once.</summary>
    [PyFunction("fsum")]
    internal static Status Fsum(Machine machine, in Value iterable, ref Value result)
    {
        var sum = new ExactSum();
        Value iterator = default;
        Value item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!machine.Charge(1 + sum.Count) || Numbers.ToDouble(machine, item, out var value) != Status.Ok)
                return Status.Raised;
            if (!sum.Add(value))
                return machine.Raise(Types.OverflowError, "intermediate overflow in fsum");
        }
        if (status != Status.Stop)
            return status;
        if (!sum.TryTotal(out var total))
            return machine.Raise(Types.ValueError, "-inf + inf in fsum");
        result.SetFloat(total);
        return Status.Ok;
    }

    /// <summary>The product of the items, times start.</summary>
    [PyFunction("prod")]
    internal static Status Prod(Machine machine, in Value iterable, ref Value result, [KeywordOnly] in Value start = default)
    {
        Value product = start.IsNull ? Value.Int(1) : start;
        Value iterator = default;
        Value item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!machine.Charge(1))
                return Status.Raised;
            Value next = default;
            status = Operations.Binary(machine, BinaryOperator.Multiply, product, item, ref next);
            if (status != Status.Ok)
                return status;
            product = next;
        }
        if (status != Status.Stop)
            return status;
        result.Set(product);
        return Status.Ok;
    }

    /// <summary>The length of the vector with these coordinates.</summary>
    [PyFunction("hypot")]
    internal static Status Hypot(Machine machine, [Rest] in Arguments coordinates, ref Value result)
    {
        if (coordinates.Keywords > 0)
            return machine.Raise(Types.TypeError, "math.hypot() takes no keyword arguments");
        var vector = machine.NewArray<double>(coordinates.Positional);
        if (vector is null)
            return Status.Raised;
        for (var i = 0; i < vector.Length; i++)
            if (Numbers.ToDouble(machine, coordinates[i], out vector[i]) != Status.Ok)
                return Status.Raised;
        result.SetFloat(VectorLength.Of(vector));
        return Status.Ok;
    }

    /// <summary>The distance between two points, each a sequence of coordinates.</summary>
    [PyFunction("dist")]
    internal static Status Dist(Machine machine, in Value p, in Value q, ref Value result)
    {
        if (!TryPoint(machine, p, out var from) || !TryPoint(machine, q, out var to))
            return Status.Raised;
        if (from.Count != to.Count)
            return machine.Raise(Types.ValueError, "both points must have the same number of dimensions");
        var vector = machine.NewArray<double>(from.Count);
        if (vector is null)
            return Status.Raised;
        for (var i = 0; i < vector.Length; i++)
        {
            if (Numbers.ToDouble(machine, from[i], out var x) != Status.Ok || Numbers.ToDouble(machine, to[i], out var y) != Status.Ok)
                return Status.Raised;
            vector[i] = x - y;
        }
        result.SetFloat(VectorLength.Of(vector));
        return Status.Ok;
    }

    private static bool TryPoint(Machine machine, in Value point, out List<Value> coordinates)
    {
        coordinates = [];
        Value iterator = default;
        Value item = default;
        var status = Operations.Iterate(machine, point, ref iterator);
        if (status != Status.Ok)
            return false;
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!machine.Charge(1, 2 * System.Runtime.CompilerServices.Unsafe.SizeOf<Value>()))
                return false;
            coordinates.Add(item);
        }
        return status == Status.Stop;
    }
}
