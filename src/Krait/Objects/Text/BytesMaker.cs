using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>What bytes(...) makes of its arguments.</summary>
internal static class BytesMaker
{
    /// <summary>bytes(source, encoding, errors): a plain bytes.</summary>
    public static Status Make(Machine machine, in Value source, string? encoding, string? errors, ref Value result)
    {
        if (encoding is not null || errors is not null)
        {
            if (source.Object is not PyStr text)
                return machine.Raise(Types.TypeError, encoding is null ? "errors without a string argument" : "encoding without a string argument");
            return encoding is null
                ? machine.Raise(Types.TypeError, "string argument without an encoding")
                : StrCodec.Encode(machine, text, encoding, errors, ref result);
        }
        if (source.IsNull)
        {
            result.SetObject(PyBytes.From([]));
            return Status.Ok;
        }
        if (source.Object is PyStr)
            return machine.Raise(Types.TypeError, "string argument without an encoding");
        if (Operations.TypeOf(source).Lookup(machine, machine.Names[Special.Bytes], out var method))
            return FromSpecial(machine, method, source, ref result);
        if (source.Object is PyBytes bytes)
        {
            result.SetObject(bytes.GetType() == typeof(PyBytes) ? bytes : PyBytes.Adopt(bytes.Memory));
            return Status.Ok;
        }
        return FromCount(machine, source, ref result) is var status && status == Status.NotImplemented
            ? FromItems(machine, source, ref result)
            : status;
    }

    /// <summary>value.__bytes__(), which must be a bytes.</summary>
    public static Status FromSpecial(Machine machine, in Value method, in Value source, ref Value result)
    {
        var status = Specials.Call(machine, method, source, ref result);
        return status == Status.Ok && result.Object is not PyBytes
            ? machine.Raise(Types.TypeError, $"__bytes__ returned non-bytes (type {Operations.TypeName(result)})")
            : status;
    }

    private static Status FromCount(Machine machine, in Value source, ref Value result)
    {
        var status = Indices.Number(machine, source, Types.OverflowError, out var count);
        if (status == Status.Raised && !machine.Catch(Types.TypeError))
            return status;
        if (status != Status.Ok)
            return Status.NotImplemented;
        if (count < 0)
            return machine.Raise(Types.ValueError, "negative count");
        var bytes = machine.NewUninitialized<byte>(count);
        if (bytes is null || !machine.TryFill(bytes, (byte)0))
            return Status.Raised;
        result.SetObject(PyBytes.Adopt(bytes));
        return Status.Ok;
    }

    private static Status FromItems(Machine machine, in Value source, ref Value result)
    {
        Value iterator = default, item = default;
        var status = Iteration.Iterate(machine, source, $"cannot convert '{Operations.TypeName(source)}' object to bytes", ref iterator);
        if (status != Status.Ok)
            return status;
        var bytes = new ByteBuilder(machine);
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            Value integer = default;
            status = Conversions.Index(machine, item, ref integer);
            if (status == Status.NotImplemented)
                return machine.Raise(Types.TypeError, $"'{Operations.TypeName(item)}' object cannot be interpreted as an integer");
            if (status != Status.Ok)
                return status;
            if (!integer.IsInt || integer.Bits is < 0 or > 255)
                return machine.Raise(Types.ValueError, "bytes must be in range(0, 256)");
            bytes.Append((byte)integer.Bits);
            if (bytes.Failed || !meter.Tick())
                return Status.Raised;
        }
        return status == Status.Stop ? bytes.Finish(ref result) : status;
    }
}
