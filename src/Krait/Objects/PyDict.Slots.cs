using Krait.Core;

namespace Krait.Objects;

/// <content>What operators and subscripts do with a dict.</content>
internal partial class PyDict
{
    internal override Status Repr(Machine machine, ref Value result)
    {
        if (!machine.EnterRepr(this))
            return machine.Return(ref result, "{...}");
        var writer = new ReprWriter(machine);
        var status = writer.Write("{");
        var isFirst = true;
        for (var position = 0; status == Status.Ok && NextEntry(ref position, out var key, out var value); isFirst = false)
            if ((status = writer.WriteItem(key, isFirst)) == Status.Ok && (status = writer.Write(": ")) == Status.Ok)
                status = writer.WriteItem(value);
        machine.LeaveRepr(this);
        return status == Status.Ok && (status = writer.Write("}")) == Status.Ok ? writer.Finish(ref result) : status;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, $"unhashable type: '{Type.Name}'");
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyDict dict || op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        var status = HasSameEntries(machine, dict, out var same);
        result.SetBool(same == (op == BinaryOperator.Equal));
        return status;
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

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        var status = TryGet(machine, key, out var value);
        if (status == Status.Ok)
        {
            result.Set(value);
            return Status.Ok;
        }
        if (status != Status.Stop)
            return status;
        return Specials.Find(machine, this, Special.Missing, out var method)
            ? Specials.Call(machine, method, Value.Of(this), key, ref result)
            : machine.Raise(Types.KeyError, key);
    }

    internal override Status SetItem(Machine machine, in Value key, in Value value) => Set(machine, key, value);

    internal override Status DeleteItem(Machine machine, in Value key)
    {
        var status = Remove(machine, key, out _);
        return status == Status.Stop ? machine.Raise(Types.KeyError, key) : status;
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        var status = TryFind(machine, item);
        found = status == Status.Ok;
        return status == Status.Stop ? Status.Ok : status;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(DictIterator.Of(this, DictPart.Keys));
        return Status.Ok;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (op == BinaryOperator.InplaceOr)
        {
            if (Update(machine, other) != Status.Ok)
                return Status.Raised;
            result.SetObject(this);
            return Status.Ok;
        }
        if (op != BinaryOperator.Or || other.Object is not PyDict dict)
            return Status.NotImplemented;
        var (left, right) = reflected ? (dict, this) : (this, dict);
        var merged = left.Copy(machine);
        if (merged is null || merged.Merge(machine, right) != Status.Ok)
            return Status.Raised;
        result.SetObject(merged);
        return Status.Ok;
    }

    private Status HasSameEntries(Machine machine, PyDict other, out bool same)
    {
        same = Count == other.Count;
        var meter = new WorkMeter(machine);
        for (var position = 0; same && NextEntry(ref position, out var key, out var value);)
        {
            if (!meter.Tick() || other.Keys.Find(machine, key, Keys.Entries[position - 1].Hash, out var found) != Status.Ok)
                return Status.Raised;
            same = found >= 0;
            if (!same)
                break;
            var theirs = other.values[found];
            if (Operations.Equals(machine, theirs, value, out same) != Status.Ok)
                return Status.Raised;
        }
        return Status.Ok;
    }
}
