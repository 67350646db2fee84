using Krait.Core;
using Krait.Objects.Formatting;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>What operators and protocols do with a str.</content>
internal partial class PyStr
{
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Named("object")] in Value source = default, in Value encoding = default, in Value errors = default)
    {
        if (!TextArguments.TryOptional(machine, "str() argument 'encoding'", encoding, out var codec)
            || !TextArguments.TryOptional(machine, "str() argument 'errors'", errors, out var handler))
            return Status.Raised;
        Status status;
        if (source.IsNull)
        {
            result.SetObject(machine.Interned.Empty);
            status = Status.Ok;
        }
        else if (codec is null && handler is null)
            status = Operations.Str(machine, source, ref result);
        else if (source.Object is PyStr)
            return machine.Raise(Types.TypeError, "decoding str is not supported");
        else if (source.Object is PyBytes bytes)
            status = StrCodec.Decode(machine, bytes, codec?.Text, handler?.Text, ref result);
        else
            return machine.Raise(Types.TypeError, $"decoding to str: need a bytes-like object, {Operations.TypeName(source)} found");
        if (status == Status.Ok && type is ClassType owner)
            result.SetObject(new PyStrInstance(owner, (PyStr)result.Object!));
        return status;
    }

    internal override Status Repr(Machine machine, ref Value result) => StrRepr.Quote(machine, this, ref result);

    internal override Status Str(Machine machine, ref Value result)
    {
        result.SetObject(Plain);
        return Status.Ok;
    }

    internal override Status Format(Machine machine, string specification, ref Value result) =>
        specification.Length == 0
            ? Operations.Str(machine, Value.Of(this), ref result)
            : StrFormat.Apply(machine, this, specification, ref result);

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = HashCode(machine);
        return Status.Ok;
    }

    internal override Status Truth(Machine machine, out bool truth)
    {
        truth = units != 0;
        return Status.Ok;
    }

    internal override Status Length(Machine machine, out long length)
    {
        length = Count;
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyStr text)
            return Status.NotImplemented;
        if (!machine.Charge(Math.Min(units, text.units)))
            return Status.Raised;
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            result.SetBool(ContentEquals(text) == (op == BinaryOperator.Equal));
            return Status.Ok;
        }
        if (!TryCompare(machine, text, out var order))
            return Status.Raised;
        result.SetBool(Operators.Holds(op, order));
        return Status.Ok;
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        found = false;
        if (item.Object is not PyStr wanted)
            return machine.Raise(Types.TypeError, $"'in <string>' requires string as left operand, not {Operations.TypeName(item)}");
        if (!machine.Charge(units))
            return Status.Raised;
        var done = TryFind(machine, wanted, 0, Count, backwards: false, out var position);
        found = position >= 0;
        return done ? Status.Ok : Status.Raised;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new StrIterator(this));
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        if (key.IsInt)
            return GetAt(machine, key.Bits, ref result);
        if (key.Object is PySlice slice)
            return slice.TryResolve(machine, Count, out var start, out _, out var step, out var length)
                ? GetSlice(machine, (int)start, step, (int)length, ref result)
                : Status.Raised;
        var status = Indices.Number(machine, key, Types.IndexError, out var index);
        if (status == Status.NotImplemented)
            return machine.Raise(Types.TypeError, $"string indices must be integers, not '{Operations.TypeName(key)}'");
        return status == Status.Ok ? GetAt(machine, index, ref result) : status;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        switch (op)
        {
            case BinaryOperator.Add when !reflected:
            case BinaryOperator.InplaceAdd when other.Object?.GetType() == typeof(PyStr):
                if (other.Object is not PyStr right)
                    return TextArguments.Has(machine, other, Special.RAdd)
                        ? Status.NotImplemented
                        : machine.Raise(Types.TypeError, $"can only concatenate str (not \"{Operations.TypeName(other)}\") to str");
                var sum = Concat(machine, this, right);
                if (sum is null)
                    return Status.Raised;
                result.SetObject(sum);
                return Status.Ok;
            case BinaryOperator.Multiply:
                var status = TextArguments.Count(machine, other, reflected, out var count);
                return status == Status.Ok ? Repeat(machine, count, ref result) : status;
            case BinaryOperator.Modulo when !reflected:
                return PercentFormat.Apply(machine, this, other, ref result);
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>This text as a str of no derived class.</summary>
    private PyStr Plain => GetType() == typeof(PyStr) ? this : Copy(this);

    private Status GetAt(Machine machine, long index, ref Value result)
    {
        var length = Count;
        if (index < 0)
            index += length;
        if ((ulong)index >= (ulong)length)
            return machine.Raise(Types.IndexError, "string index out of range");
        result.SetObject(machine.Interned.Character(PointAt(machine, (int)index)));
        return Status.Ok;
    }

    /// <summary>The code point at an index that the caller has checked.</summary>
    internal int PointAt(Machine machine, int index) => IsWide ? Points(machine)[index] : Span[index];

    /// <summary>A part of the text, of a resolved slice.</summary>
    internal Status GetSlice(Machine machine, int start, long step, int length, ref Value result)
    {
        if (length == Count && step == 1)
            return Str(machine, ref result);
        return IsWide
            ? TextSlices<WideUnits, int>.Get(machine, Points(machine), start, step, length, ref result)
            : TextSlices<NarrowUnits, char>.Get(machine, Span, start, step, length, ref result);
    }

    private Status Repeat(Machine machine, long count, ref Value result)
    {
        if (count == 1)
            return Str(machine, ref result);
        return IsWide
            ? TextSlices<WideUnits, int>.Repeat(machine, Points(machine), count, ref result)
            : TextSlices<NarrowUnits, char>.Repeat(machine, Span, count, ref result);
    }
}
