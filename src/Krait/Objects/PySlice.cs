using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>A slice: start, stop and step as they were written, each any value.</summary>
[PyType("slice", PositionalOnly = true, Unhashable = true)]
internal sealed class PySlice(in Value start, in Value stop, in Value step) : PyObject
{
    /// <summary>The first bound, or None.</summary>
    [PyProperty("start")]
    public readonly Value Start = start;

    /// <summary>The second bound, or None.</summary>
    [PyProperty("stop")]
    public readonly Value Stop = stop;

    /// <summary>The step, or None.</summary>
    [PyProperty("step")]
    public readonly Value Step = step;

    public override PyType Type => Types.Slice;

    [PyNew]
    internal static Status New(Machine machine, PyType type, in Value start, ref Value result, in Value stop = default, in Value step = default)
    {
        result.SetObject(stop.IsNull
            ? new PySlice(Value.None, start, Value.None)
            : new PySlice(start, stop, step.IsNull ? Value.None : step));
        return Status.Ok;
    }

    /// <summary>The elements that the slice names in a sequence: <paramref name="count"/> of them, the first at
    /// <paramref name="start"/>, each <paramref name="step"/> behind the last. False with an exception pending.</summary>
    /// <remarks>The bounds may be Python objects whose <c>__index__</c> shortens the sequence; a mutable one uses
    /// <see cref="TryUnpack"/> and reads its length afterwards for <see cref="Adjust"/>.</remarks>
    public bool TryResolve(Machine machine, long length, out long start, out long stop, out long step, out long count)
    {
        count = 0;
        if (!TryUnpack(machine, out start, out stop, out step))
            return false;
        count = Adjust(length, ref start, ref stop, step);
        return true;
    }

    /// <summary>The bounds as numbers, those beyond 64 bits clamped, before a length is known. False with an exception
    /// pending.</summary>
    public bool TryUnpack(Machine machine, out long start, out long stop, out long step)
    {
        start = stop = 0;
        step = 1;
        if (!Step.IsNone)
        {
            if (!TryBound(machine, Step, out step))
                return false;
            if (step == 0)
            {
                machine.Raise(Types.ValueError, "slice step cannot be zero");
                return false;
            }
            // So that -step is a number too.
            step = Math.Max(step, -long.MaxValue);
        }
        start = step < 0 ? long.MaxValue : 0;
        stop = step < 0 ? long.MinValue : long.MaxValue;
        return (Start.IsNone || TryBound(machine, Start, out start)) && (Stop.IsNone || TryBound(machine, Stop, out stop));
    }

    /// <summary>Brings the bounds into a sequence of <paramref name="length"/> elements; answers how many are named.</summary>
    public static long Adjust(long length, ref long start, ref long stop, long step)
    {
        start = Inside(start, length, step);
        stop = Inside(stop, length, step);
        if (step < 0)
            return stop < start ? (start - stop - 1) / -step + 1 : 0;
        return start < stop ? (stop - start - 1) / step + 1 : 0;
    }

    [PyFunction("indices")]
    internal Status Indices(Machine machine, BigInteger length, ref Value result)
    {
        if (length.Sign < 0)
            return machine.Raise(Types.ValueError, "length should not be negative");
        var step = BigInteger.One;
        if (!Step.IsNone && !TryNumber(machine, Step, out step))
            return Status.Raised;
        if (step.IsZero)
            return machine.Raise(Types.ValueError, "slice step cannot be zero");
        var lowest = step.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero;
        var highest = step.Sign < 0 ? length - 1 : length;
        var (start, stop) = step.Sign < 0 ? (highest, lowest) : (lowest, highest);
        if (!Start.IsNone && !TryNumber(machine, Start, out start) || !Stop.IsNone && !TryNumber(machine, Stop, out stop))
            return Status.Raised;
        if (!Start.IsNone)
            start = Inside(start, length, lowest, highest);
        if (!Stop.IsNone)
            stop = Inside(stop, length, lowest, highest);
        result.SetObject(new PyTuple([PyInt.Normalize(start), PyInt.Normalize(stop), PyInt.Normalize(step)]));
        return Status.Ok;
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        if (Operations.Repr(machine, Start, out string start) != Status.Ok
            || Operations.Repr(machine, Stop, out string stop) != Status.Ok
            || Operations.Repr(machine, Step, out string step) != Status.Ok)
            return Status.Raised;
        var length = (long)start.Length + stop.Length + step.Length;
        return machine.Charge(length, 2 * length)
            ? machine.Return(ref result, $"slice({start}, {stop}, {step})")
            : Status.Raised;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, "unhashable type: 'slice'");
    }

    /// <summary>Slices compare as tuples of their three parts: by the first that differs.</summary>
    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PySlice slice)
            return Status.NotImplemented;
        var differ = false;
        Value left = default, right = default;
        if (slice != this && !TryFirstDifference(machine, slice, out differ, out left, out right))
            return Status.Raised;
        if (differ && op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Operations.Compare(machine, op, left, right, ref result);
        result.SetBool(differ ? op == BinaryOperator.NotEqual : op is BinaryOperator.Equal or BinaryOperator.LessEqual or BinaryOperator.GreaterEqual);
        return Status.Ok;
    }

    private bool TryFirstDifference(Machine machine, PySlice other, out bool differ, out Value left, out Value right)
    {
        (left, right) = (Start, other.Start);
        if (!TryDiffer(machine, left, right, out differ))
            return false;
        if (differ)
            return true;
        (left, right) = (Stop, other.Stop);
        if (!TryDiffer(machine, left, right, out differ))
            return false;
        if (differ)
            return true;
        (left, right) = (Step, other.Step);
        return TryDiffer(machine, left, right, out differ);
    }

    private static bool TryDiffer(Machine machine, in Value left, in Value right, out bool differ)
    {
        var status = Operations.Equals(machine, left, right, out var equal);
        differ = status == Status.Ok && !equal;
        return status == Status.Ok;
    }

    private static long Inside(long bound, long length, long step)
    {
        if (bound < 0)
            return bound + length is >= 0 and var inside ? inside : step < 0 ? -1 : 0;
        return bound < length ? bound : step < 0 ? length - 1 : length;
    }

    private static BigInteger Inside(BigInteger bound, BigInteger length, BigInteger lowest, BigInteger highest) =>
        bound.Sign < 0 ? BigInteger.Max(bound + length, lowest) : BigInteger.Min(bound, highest);

    private static bool TryBound(Machine machine, in Value value, out long bound)
    {
        bound = 0;
        if (!TryInteger(machine, value, out var integer))
            return false;
        bound = integer.Object is PyInt big ? big.Number.Sign < 0 ? long.MinValue : long.MaxValue : integer.Bits;
        return true;
    }

    private static bool TryNumber(Machine machine, in Value value, out BigInteger number)
    {
        number = default;
        if (!TryInteger(machine, value, out var integer))
            return false;
        number = integer.Object is PyInt big ? big.Number : integer.Bits;
        return true;
    }

    private static bool TryInteger(Machine machine, in Value value, out Value integer)
    {
        integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, "slice indices must be integers or None or have an __index__ method");
        return status == Status.Ok;
    }
}
