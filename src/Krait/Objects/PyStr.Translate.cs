using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>To bytes, and through tables of characters.</content>
internal partial class PyStr
{
    [PyFunction("encode")]
    internal Status Encode(Machine machine, ref Value result, [Named] string encoding = "utf-8", string errors = "strict") =>
        StrCodec.Encode(machine, this, encoding, errors, ref result);

    [PyFunction("__getnewargs__")]
    internal Status GetNewArguments(Machine machine, ref Value result)
    {
        result.SetObject(PyTuple.Of(Value.Of(Plain)));
        return Status.Ok;
    }

    [PyFunction("translate")]
    internal Status Translate(Machine machine, in Value table, ref Value result)
    {
        var builder = new StrBuilder(machine);
        Value mapped = default;
        var points = new PointView(machine, this);
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[i];
            var status = Operations.GetItem(machine, table, Value.Int(point), ref mapped);
            if (status == Status.Raised)
            {
                if (!machine.Catch(Types.LookupError))
                    return status;
                builder.Append(point);
            }
            else if (mapped.Object is PyStr text)
                builder.Append(text);
            else if (!mapped.IsNone)
            {
                if (!Numbers.IsInt(mapped))
                    return machine.Raise(Types.TypeError, "character mapping must return integer, None or str");
                if (!TryPoint(mapped, out var replacement))
                    return machine.Raise(Types.ValueError, $"character mapping must be in range(0x{CodePoints.End:x})");
                builder.Append(replacement);
            }
            if (builder.Failed)
                return Status.Raised;
        }
        return builder.Finish(ref result);
    }

    [PyStaticMethod("maketrans")]
    internal static Status MakeTrans(Machine machine, in Value x, ref Value result, in Value y = default, in Value z = default)
    {
        if (!TextArguments.TryOptional(machine, "maketrans() argument 2", y, out var to)
            || !TextArguments.TryOptional(machine, "maketrans() argument 3", z, out var removed))
            return Status.Raised;
        var table = new PyDict();
        result.SetObject(table);
        if (to is null)
            return x.Object is PyDict source
                ? CopyTable(machine, source, table)
                : machine.Raise(Types.TypeError, "if you give only one argument to maketrans it must be a dict");
        if (x.Object is not PyStr from)
            return machine.Raise(Types.TypeError, "first maketrans argument must be a string if there is a second argument");
        if (from.Count != to.Count)
            return machine.Raise(Types.ValueError, "the first two maketrans arguments must have equal length");
        for (var i = 0; i < from.Count; i++)
            if (table.SetItem(machine, Value.Int(from.PointAt(machine, i)), Value.Int(to.PointAt(machine, i))) != Status.Ok)
                return Status.Raised;
        for (var i = 0; i < (removed?.Count ?? 0); i++)
            if (table.SetItem(machine, Value.Int(removed!.PointAt(machine, i)), Value.None) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    private static Status CopyTable(Machine machine, PyDict source, PyDict table)
    {
        Value items = default, key = default, value = default;
        if (source.Iterate(machine, ref items) != Status.Ok)
            return Status.Raised;
        Status status;
        while ((status = Operations.Next(machine, items, ref key)) == Status.Ok)
        {
            if (source.GetItem(machine, key, ref value) != Status.Ok)
                return Status.Raised;
            if (key.Object is PyStr text)
            {
                if (text.Count != 1)
                    return machine.Raise(Types.ValueError, "string keys in translate table must be of length 1");
                key.SetInt(text.PointAt(machine, 0));
            }
            else if (!Numbers.IsInt(key))
                return machine.Raise(Types.TypeError, "keys in translate table must be strings or integers");
            if (table.SetItem(machine, key, value) != Status.Ok)
                return Status.Raised;
        }
        return status == Status.Stop ? Status.Ok : status;
    }

    private static bool TryPoint(in Value value, out int point)
    {
        point = (int)value.Bits;
        return value.Object is not PyInt && value.Bits is >= 0 and < CodePoints.End;
    }
}
