using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Stripping, padding, replacing, translating.</content>
internal partial class PyBytes
{
    [PyFunction("strip")]
    internal Status Strip(Machine machine, ref Value result, in Value bytes = default) => Strip(machine, bytes, Sides.Both, ref result);

    [PyFunction("lstrip")]
    internal Status LStrip(Machine machine, ref Value result, in Value bytes = default) => Strip(machine, bytes, Sides.Left, ref result);

    [PyFunction("rstrip")]
    internal Status RStrip(Machine machine, ref Value result, in Value bytes = default) => Strip(machine, bytes, Sides.Right, ref result);

    [PyFunction("ljust")]
    internal Status LJust(Machine machine, long width, ref Value result, in Value filling = default) =>
        Pad(machine, "ljust", 0, TextArguments.Filling(width, Count), filling, ref result);

    [PyFunction("rjust")]
    internal Status RJust(Machine machine, long width, ref Value result, in Value filling = default) =>
        Pad(machine, "rjust", TextArguments.Filling(width, Count), 0, filling, ref result);

    [PyFunction("center")]
    internal Status Center(Machine machine, long width, ref Value result, in Value filling = default)
    {
        var (left, right) = TextArguments.Halves(width, Count);
        return Pad(machine, "center", left, right, filling, ref result);
    }

    [PyFunction("zfill")]
    internal Status ZFill(Machine machine, long width, ref Value result) => width <= Count
        ? Self(ref result)
        : TextLayout<ByteUnits, byte>.ZeroFill(machine, Span, width, ref result);

    [PyFunction("expandtabs")]
    internal Status ExpandTabs(Machine machine, ref Value result, [Named("tabsize")] int size = 8) =>
        machine.Charge(Count) ? TextLayout<ByteUnits, byte>.ExpandTabs(machine, Span, Plain, size, ref result) : Status.Raised;

    [PyFunction("replace")]
    internal Status Replace(Machine machine, in Value old, in Value @new, ref Value result, long count = -1)
    {
        if (!TryBytes(machine, old, out var from) || !TryBytes(machine, @new, out var to) || !machine.Charge(Count))
            return Status.Raised;
        return TextLayout<ByteUnits, byte>.Replace(machine, Span, Plain, from.Span, to.Span, count < 0 ? long.MaxValue : count, ref result);
    }

    [PyFunction("translate")]
    internal Status Translate(Machine machine, in Value table, ref Value result, [Named("delete")] in Value unwanted = default)
    {
        ReadOnlySpan<byte> map = default, delete = default;
        if (!table.IsNone)
        {
            if (!TryBytes(machine, table, out var given))
                return Status.Raised;
            if (given.Count != 256)
                return machine.Raise(Types.ValueError, "translation table must be 256 characters long");
            map = given.Span;
        }
        if (!unwanted.IsNull)
        {
            if (!TryBytes(machine, unwanted, out var given))
                return Status.Raised;
            delete = given.Span;
        }
        if (!machine.Charge((long)Count + delete.Length))
            return Status.Raised;
        Span<bool> deleted = stackalloc bool[256];
        foreach (var value in delete)
            deleted[value] = true;
        var builder = new ByteBuilder(machine);
        for (var i = 0; i < Count && !builder.Failed; i++)
            if (!machine.MayGoOn(i))
                return Status.Raised;
            else if (!deleted[Span[i]])
                builder.Append(map.IsEmpty ? Span[i] : map[Span[i]]);
        return builder.Finish(ref result);
    }

    [PyStaticMethod("maketrans")]
    internal static Status MakeTrans(Machine machine, in Value from, in Value to, ref Value result)
    {
        if (!TryBytes(machine, from, out var keys) || !TryBytes(machine, to, out var values))
            return Status.Raised;
        if (keys.Count != values.Count)
            return machine.Raise(Types.ValueError, "maketrans arguments must have same length");
        var table = new byte[256];
        for (var i = 0; i < table.Length; i++)
            table[i] = (byte)i;
        for (var i = 0; i < keys.Count; i++)
            table[keys.Span[i]] = values.Span[i];
        result.SetObject(Adopt(table));
        return Status.Ok;
    }

    private Status Strip(Machine machine, in Value unwanted, Sides sides, ref Value result)
    {
        if (unwanted.IsNull || unwanted.IsNone)
            return machine.Charge(Count)
                ? TextLayout<ByteUnits, byte>.StripSpaces(machine, Span, Plain, sides, ref result)
                : Status.Raised;
        return TryBytes(machine, unwanted, out var bytes)
            ? TextLayout<ByteUnits, byte>.Strip(machine, Span, Plain, bytes.Span, sides, ref result)
            : Status.Raised;
    }

    private Status Pad(Machine machine, string method, long left, long right, in Value filling, ref Value result)
    {
        var unit = (byte)' ';
        if (!filling.IsNull)
        {
            if (filling.Object is not PyBytes { Count: 1 } single)
                return machine.Raise(Types.TypeError, $"{method}() argument 2 must be a byte string of length 1, not {TextArguments.Describe(filling)}");
            unit = single.Span[0];
        }
        return left == 0 && right == 0
            ? Self(ref result)
            : TextLayout<ByteUnits, byte>.Pad(machine, Span, left, right, unit, ref result);
    }
}
