using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>str.join and bytes.join: the pieces are collected and measured first, then copied once.</summary>
internal static class StrJoin
{
    /// <summary>separator.join(iterable)</summary>
    public static Status Join(Machine machine, PyStr separator, in Value iterable, ref Value result)
    {
        if (!TryCollect(machine, iterable, out var pieces))
            return Status.Raised;
        long size = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Object is not PyStr text)
                return machine.Raise(Types.TypeError, $"sequence item {i}: expected str instance, {Operations.TypeName(pieces[i])} found");
            size += text.Span.Length + (i == 0 ? 0 : separator.Span.Length);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        if (pieces.Length == 1 && pieces[0].Object!.GetType() == typeof(PyStr))
        {
            result.Set(pieces[0]);
            return Status.Ok;
        }
        var builder = new StrBuilder(machine);
        builder.Reserve(size);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
                builder.Append(separator);
            builder.Append((PyStr)pieces[i].Object!);
            if (builder.Failed || !machine.MayGoOn(i))
                return Status.Raised;
        }
        return builder.Finish(ref result);
    }

    /// <summary>separator.join(iterable) of bytes</summary>
    public static Status Join(Machine machine, PyBytes separator, in Value iterable, ref Value result)
    {
        if (!TryCollect(machine, iterable, out var pieces))
            return Status.Raised;
        long size = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Object is not PyBytes bytes)
                return machine.Raise(Types.TypeError, $"sequence item {i}: expected a bytes-like object, {Operations.TypeName(pieces[i])} found");
            size += bytes.Span.Length + (i == 0 ? 0 : separator.Span.Length);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        var joined = machine.NewUninitialized<byte>(size);
        if (joined is null)
            return Status.Raised;
        var rest = joined.AsSpan();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0 && !TryTake(machine, ref rest, separator.Span) || !TryTake(machine, ref rest, ((PyBytes)pieces[i].Object!).Span)
                || !machine.MayGoOn(i))
                return Status.Raised;
        }
        result.SetObject(PyBytes.Adopt(joined));
        return Status.Ok;
    }

    private static bool TryTake(Machine machine, ref Span<byte> rest, ReadOnlySpan<byte> piece)
    {
        if (!machine.TryCopy(piece, rest))
            return false;
        rest = rest[piece.Length..];
        return true;
    }

    /// <summary>The items of an iterable, in an array that nobody changes meanwhile.</summary>
    private static bool TryCollect(Machine machine, in Value iterable, out ReadOnlySpan<Value> pieces)
    {
        if (iterable.Object is PyTuple tuple && tuple.GetType() == typeof(PyTuple))
        {
            pieces = tuple.Items;
            return machine.Charge(pieces.Length);
        }
        pieces = default;
        var collected = new PyList();
        Value iterator = default, item = default;
        var status = Iteration.Iterate(machine, iterable, "can only join an iterable", ref iterator);
        if (status != Status.Ok)
            return false;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            if (!meter.Tick() || collected.Append(machine, item) != Status.Ok)
                return false;
        // Text pieces make the list's storage general; others are told by their index.
        if (status != Status.Stop || collected.Generalize(machine) != Status.Ok)
            return false;
        pieces = collected.Items.AsSpan(0, collected.Count);
        return true;
    }
}
