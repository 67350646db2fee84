using Krait.Core;
using Krait.Objects.Formatting;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>The constructor, and what operators and protocols do with a bytes.</content>
internal partial class PyBytes
{
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Named] in Value source = default, in Value encoding = default, in Value errors = default)
    {
        if (!TextArguments.TryOptional(machine, "bytes() argument 'encoding'", encoding, out var codec)
            || !TextArguments.TryOptional(machine, "bytes() argument 'errors'", errors, out var handler))
            return Status.Raised;
        var status = BytesMaker.Make(machine, source, codec?.Text, handler?.Text, ref result);
        if (status == Status.Ok && type is ClassType owner)
            result.SetObject(new PyBytesInstance(owner, (PyBytes)result.Object!));
        return status;
    }

    internal override Status Repr(Machine machine, ref Value result) => StrRepr.Quote(machine, Span, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = HashCode(machine);
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = Count != 0;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Count;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyBytes bytes)
            return Status.NotImplemented;
        if (!machine.Charge(Math.Min(Count, bytes.Count)))
            return Status.Raised;
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            if (!machine.TryEqual(Span, bytes.Span, out var equal))
                return Status.Raised;
            result.SetBool(equal == (op == BinaryOperator.Equal));
            return Status.Ok;
        }
        if (!machine.TryCompare(Span, bytes.Span, out var order))
            return Status.Raised;
        result.SetBool(Operators.Holds(op, order));
        return Status.Ok;
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        found = false;
        if (item.Object is PyBytes bytes)
        {
            if (!machine.Charge(Count))
                return Status.Raised;
            var done = TextSearch.TryIndexOf(machine, Span, bytes.Span, out var position);
            found = position >= 0;
            return done ? Status.Ok : Status.Raised;
        }
        var status = TryByte(machine, item, out var wanted);
        if (status == Status.NotImplemented)
            return machine.Raise(Types.TypeError, $"a bytes-like object is required, not '{Operations.TypeName(item)}'");
        found = status == Status.Ok && machine.Charge(Count) && Span.Contains(wanted);
        return status;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new BytesIterator(this));
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (key.Object is PySlice slice)
            return slice.TryResolve(machine, Count, out var start, out _, out var step, out var length)
                ? GetSlice(machine, (int)start, step, (int)length, ref result)
                : Status.Raised;
        var index = key.Bits;
        var status = key.IsInt ? Status.Ok : Indices.Number(machine, key, Types.IndexError, out index);
        if (status == Status.NotImplemented)
            return machine.Raise(Types.TypeError, $"byte indices must be integers or slices, not {Operations.TypeName(key)}");
        if (status != Status.Ok)
            return status;
        if (index < 0)
            index += Count;
        if ((ulong)index >= (ulong)Count)
            return machine.Raise(Types.IndexError, "index out of range");
        result.SetInt(Span[(int)index]);
        return Status.Ok;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        switch (op)
        {
            case BinaryOperator.Add when !reflected:
                if (other.Object is PyBytes right)
                    return Concat(machine, right, ref result);
                return TextArguments.Has(machine, other, Special.RAdd)
                    ? Status.NotImplemented
                    : machine.Raise(Types.TypeError, $"can't concat {Operations.TypeName(other)} to bytes");
            case BinaryOperator.Multiply:
                var status = TextArguments.Count(machine, other, reflected, out var count);
                return status == Status.Ok ? Repeat(machine, count, ref result) : status;
            case BinaryOperator.Modulo when !reflected:
                return PercentFormat.Apply(machine, this, other, ref result);
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>A value as one byte; <see cref="Status.NotImplemented"/> when it is no int.</summary>
    internal static Status TryByte(Machine machine, in Value value, out byte number)
    {
        number = 0;
        Value integer = default;
        var status = Conversions.Index(machine, value, ref integer);
        if (status != Status.Ok)
            return status;
        if (!integer.IsInt || integer.Bits is < 0 or > 255)
            return machine.Raise(Types.ValueError, "byte must be in range(0, 256)");
        number = (byte)integer.Bits;
        return Status.Ok;
    }

    /// <summary>An argument that must be bytes.</summary>
    internal static bool TryBytes(Machine machine, in Value value, out PyBytes bytes)
    {
        bytes = (value.Object as PyBytes)!;
        if (bytes is not null)
            return true;
        machine.Raise(Types.TypeError, $"a bytes-like object is required, not '{Operations.TypeName(value)}'");
        return false;
    }

    private Status Self(ref Value result)
    {
        result.SetObject(Plain);
        return Status.Ok;
    }

    private Status GetSlice(Machine machine, int start, long step, int length, ref Value result) =>
        length == Count && step == 1
            ? Self(ref result)
            : TextSlices<ByteUnits, byte>.Get(machine, Span, start, step, length, ref result);

    private Status Repeat(Machine machine, long count, ref Value result) =>
        count == 1 ? Self(ref result) : TextSlices<ByteUnits, byte>.Repeat(machine, Span, count, ref result);

    private Status Concat(Machine machine, PyBytes right, ref Value result)
    {
        if (right.Count == 0)
            return Self(ref result);
        if (Count == 0)
            return right.Self(ref result);
        var sum = machine.NewUninitialized<byte>((long)Count + right.Count);
        if (sum is null || !machine.TryCopy(Span, sum) || !machine.TryCopy(right.Span, sum.AsSpan(Count)))
            return Status.Raised;
        result.SetObject(Adopt(sum));
        return Status.Ok;
    }
}
