using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>A range: ints of any size, nothing computed before it is asked for.</summary>
[PyType("range", PositionalOnly = true)]
internal sealed partial class PyRange : PyObject
{
    private readonly Value length;

    private PyRange(in Value start, in Value stop, in Value step, in Value length)
    {
        Start = start;
        Stop = stop;
        Step = step;
        this.length = length;
    }

    /// <summary>A range of 64-bit ints. The step is not 0.</summary>
    public PyRange(long start, long stop, long step)
        : this(Value.Int(start), Value.Int(stop), Value.Int(step), LengthOf(start, stop, step))
    {
    }

    public override PyType Type => Types.Range;

    [PyFunction("__bool__")]
    internal bool IsNotEmpty() => !(length.IsInt && length.Bits == 0);

    /// <summary>The first int.</summary>
    [PyProperty("start")]
    public Value Start { get; }

    /// <summary>Where it ends, exclusively.</summary>
    [PyProperty("stop")]
    public Value Stop { get; }

    /// <summary>From one int to the next.</summary>
    [PyProperty("step")]
    public Value Step { get; }

    /// <summary>Whether all its ints, and their number, are ints of 64 bits.</summary>
    private bool IsSmall => Start.IsInt && Stop.IsInt && Step.IsInt && length.IsInt;

    [PyNew]
    internal static Status New(Machine machine, PyType type, in Value start, ref Value result, in Value stop = default, in Value step = default)
    {
        Value first = Value.Int(0), last = default, each = Value.Int(1);
        if (stop.IsNull ? !TryInteger(machine, start, ref last)
            : !TryInteger(machine, start, ref first) || !TryInteger(machine, stop, ref last) || !step.IsNull && !TryInteger(machine, step, ref each))
            return Status.Raised;
        if (each.IsInt && each.Bits == 0)
            return machine.Raise(Types.ValueError, "range() arg 3 must not be zero");
        result.SetObject(first.IsInt && last.IsInt && each.IsInt
            ? new PyRange(first.Bits, last.Bits, each.Bits)
            : Create(Big(first), Big(last), Big(each)));
        return Status.Ok;
    }

    [PyFunction("count")]
    internal Status CountOf(Machine machine, in Value value, ref Value result)
    {
        long count = 0;
        if (IsExactInt(value))
            count = PositionOf(Big(value)).Sign >= 0 ? 1 : 0;
        else if (!TrySearch(machine, value, stopAtFirst: false, out _, out count))
            return Status.Raised;
        result.SetInt(count);
        return Status.Ok;
    }

    [PyFunction("index")]
    internal Status IndexOf(Machine machine, in Value value, ref Value result)
    {
        if (!IsExactInt(value))
        {
            if (!TrySearch(machine, value, stopAtFirst: true, out var index, out var count))
                return Status.Raised;
            if (count == 0)
                return machine.Raise(Types.ValueError, "sequence.index(x): x not in sequence");
            result.SetInt(index);
            return Status.Ok;
        }
        var position = PositionOf(Big(value));
        if (position.Sign < 0)
            return Operations.Repr(machine, value, out string text) == Status.Ok
                ? machine.Raise(Types.ValueError, $"{text} is not in range")
                : Status.Raised;
        return machine.Return(ref result, position);
    }

    [PyFunction("__reversed__")]
    internal PyObject Reversed()
    {
        if (IsSmall && Count > 0 && Step.Bits != long.MinValue)
            return new RangeIterator(Start.Bits + (Count - 1) * Step.Bits, -Step.Bits, Count);
        return new BigRangeIterator(Big(Start) + (Big(length) - 1) * Big(Step), -Big(Step), Big(length));
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        var writer = new ReprWriter(machine);
        if (writer.Write("range(") != Status.Ok || writer.WriteItem(Start) != Status.Ok || writer.WriteItem(Stop, isFirst: false) != Status.Ok
            || !(Step.IsInt && Step.Bits == 1) && writer.WriteItem(Step, isFirst: false) != Status.Ok || writer.Write(")") != Status.Ok)
            return Status.Raised;
        return writer.Finish(ref result);
    }

    /// <summary>Ranges of the same ints are equal, so only what decides about those is hashed.</summary>
    internal override Status Hash(Machine machine, out long hash)
    {
        var isEmpty = IsEmpty;
        var isSingle = length.IsInt && length.Bits == 1;
        var parts = new PyTuple([length, isEmpty ? Value.None : Start, isEmpty || isSingle ? Value.None : Step]);
        return parts.Hash(machine, out hash);
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyRange range || op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        var equal = Same(length, range.length)
            && (IsEmpty || Same(Start, range.Start) && (length.IsInt && length.Bits == 1 || Same(Step, range.Step)));
        result.SetBool(equal == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = !IsEmpty;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long count)
    {
        count = length.Bits;
        return length.IsInt ? Status.Ok : machine.Raise(Types.OverflowError, "Python int too large to convert to C ssize_t");
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (key.Object is PySlice slice)
            return GetSlice(machine, slice, ref result);
        if (key.IsInt && IsSmall)
        {
            var index = key.Bits < 0 ? key.Bits + Count : key.Bits;
            if ((ulong)index >= (ulong)Count)
                return machine.Raise(Types.IndexError, "range object index out of range");
            result.SetInt(Start.Bits + index * Step.Bits);
            return Status.Ok;
        }
        Value integer = default;
        var status = Conversions.Index(machine, key, ref integer);
        if (status == Status.NotImplemented)
            return machine.Raise(Types.TypeError, $"range indices must be integers or slices, not {Operations.TypeName(key)}");
        if (status != Status.Ok)
            return status;
        var position = Big(integer);
        var count = Big(length);
        if (position.Sign < 0)
            position += count;
        return position.Sign < 0 || position >= count
            ? machine.Raise(Types.IndexError, "range object index out of range")
            : machine.Return(ref result, Big(Start) + position * Big(Step));
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        if (IsExactInt(item))
        {
            found = PositionOf(Big(item)).Sign >= 0;
            return Status.Ok;
        }
        var searched = TrySearch(machine, item, stopAtFirst: true, out _, out var count);
        found = count != 0;
        return searched ? Status.Ok : Status.Raised;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(IsSmall
            ? new RangeIterator(Start.Bits, Step.Bits, Count)
            : new BigRangeIterator(Big(Start), Big(Step), Big(length)));
        return Status.Ok;
    }

    /// <summary>The number of ints of a small range.</summary>
    private long Count => length.Bits;

    private bool IsEmpty => length.IsInt && length.Bits == 0;

    private static PyRange Create(BigInteger start, BigInteger stop, BigInteger step) =>
        new(PyInt.Normalize(start), PyInt.Normalize(stop), PyInt.Normalize(step), PyInt.Normalize(LengthOf(start, stop, step)));

    private static Value LengthOf(long start, long stop, long step)
    {
        if (step > 0 ? start >= stop : start <= stop)
            return Value.Int(0);
        // The distance fits an unsigned number whatever the signs are.
        var distance = step > 0 ? (ulong)stop - (ulong)start : (ulong)start - (ulong)stop;
        var pace = step > 0 ? (ulong)step : (ulong)-step;
        var count = (distance - 1) / pace + 1;
        return count <= long.MaxValue ? Value.Int((long)count) : PyInt.Normalize(count);
    }

    private static BigInteger LengthOf(BigInteger start, BigInteger stop, BigInteger step)
    {
        if (step.Sign > 0 ? start >= stop : start <= stop)
            return 0;
        return step.Sign > 0 ? (stop - start - 1) / step + 1 : (start - stop - 1) / -step + 1;
    }

    private Status GetSlice(Machine machine, PySlice slice, ref Value result)
    {
        Value bounds = default;
        if (slice.Indices(machine, Big(length), ref bounds) != Status.Ok)
            return Status.Raised;
        var items = ((PyTuple)bounds.Object!).Items;
        var start = Big(Start) + Big(items[0]) * Big(Step);
        var stop = Big(Start) + Big(items[1]) * Big(Step);
        result.SetObject(Create(start, stop, Big(items[2]) * Big(Step)));
        return Status.Ok;
    }

    /// <summary>The position of an int, or -1.</summary>
    private BigInteger PositionOf(BigInteger number)
    {
        var position = BigInteger.DivRem(number - Big(Start), Big(Step), out var rest);
        return rest.IsZero && position.Sign >= 0 && position < Big(length) ? position : BigInteger.MinusOne;
    }

    /// <summary>Compares with one int after the other: for values that may claim to equal one.</summary>
    private bool TrySearch(Machine machine, in Value value, bool stopAtFirst, out long index, out long count)
    {
        index = count = 0;
        Value iterator = default, item = default;
        _ = Iterate(machine, ref iterator);
        var numbers = (PyObject)iterator.Object!;
        var meter = new WorkMeter(machine);
        for (; numbers.Next(machine, ref item) == Status.Ok; index++)
        {
            if (!meter.Tick() || Operations.Equals(machine, item, value, out var equal) != Status.Ok)
                return false;
            if (equal && ++count > 0 && stopAtFirst)
                return true;
        }
        return true;
    }

    private static bool TryInteger(Machine machine, in Value value, ref Value integer)
    {
        var status = Conversions.Index(machine, value, ref integer);
        if (status == Status.NotImplemented)
            machine.Raise(Types.TypeError, $"'{Operations.TypeName(value)}' object cannot be interpreted as an integer");
        else if (status == Status.Ok)
            integer = PyInt.Normalize(Big(integer));
        return status == Status.Ok;
    }

    private static bool IsExactInt(in Value value) => value.IsInt || value.IsBool || value.Object?.GetType() == typeof(PyInt);

    private static bool Same(in Value left, in Value right) => Big(left) == Big(right);

    private static BigInteger Big(in Value value) => value.Object is PyInt big ? big.Number : value.Bits;
}
