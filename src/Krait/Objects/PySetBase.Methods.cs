using Krait.Core;

namespace Krait.Objects;

/// <content>Operators and methods that leave a set as it is. Results are of the plain type of the left operand. The two
/// types bind the methods, since a binding shows what its own class declares.</content>
internal abstract partial class PySetBase
{
    /// <summary>An empty set of the same plain type.</summary>
    private protected abstract PySetBase NewEmpty();

    internal virtual Status Copy(Machine machine, ref Value result)
    {
        var copy = NewEmpty();
        result.SetObject(copy);
        return copy.Update(machine, ref Keys);
    }

    internal virtual Status Union(Machine machine, Arguments others, ref Value result)
    {
        if (others.Positional == 0)
            return Copy(machine, ref result);
        var set = NewEmpty();
        if (set.Update(machine, ref Keys) != Status.Ok)
            return Status.Raised;
        for (var i = 0; i < others.Positional; i++)
            if (set.Update(machine, others[i]) != Status.Ok)
                return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    internal virtual Status Intersection(Machine machine, Arguments others, ref Value result)
    {
        if (others.Positional == 0)
            return Copy(machine, ref result);
        var current = this;
        for (var i = 0; i < others.Positional; i++)
        {
            if (current.IntersectionWith(machine, others[i], out var next) != Status.Ok)
                return Status.Raised;
            current = next;
        }
        result.SetObject(current);
        return Status.Ok;
    }

    internal virtual Status Difference(Machine machine, Arguments others, ref Value result)
    {
        if (others.Positional == 0)
            return Copy(machine, ref result);
        var set = NewEmpty();
        if (set.Update(machine, ref Keys) != Status.Ok)
            return Status.Raised;
        for (var i = 0; i < others.Positional; i++)
            if (set.DifferenceUpdate(machine, others[i]) != Status.Ok)
                return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    internal virtual Status SymmetricDifference(Machine machine, in Value other, ref Value result)
    {
        var set = NewEmpty();
        if (set.Update(machine, ref Keys) != Status.Ok || set.SymmetricDifferenceUpdate(machine, other) != Status.Ok)
            return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    internal virtual Status IsDisjoint(Machine machine, in Value other, ref Value result)
    {
        var (iterated, asked) = (other, Value.Of(this));
        if (other.Object is PySetBase set && set.Count > Count)
            (iterated, asked) = (asked, other);
        var status = SetAlgebra.FindFirst(machine, iterated, (PyObject)asked.Object!, wanted: true, out var found);
        result.SetBool(!found);
        return status;
    }

    internal virtual Status IsSubset(Machine machine, in Value other, ref Value result) =>
        ToSet(machine, other, out var set) == Status.Ok
            ? Compare(machine, BinaryOperator.LessEqual, Value.Of(set), ref result)
            : Status.Raised;

    internal virtual Status IsSuperset(Machine machine, in Value other, ref Value result)
    {
        if (other.Object is PySetBase)
            return Compare(machine, BinaryOperator.GreaterEqual, other, ref result);
        var status = SetAlgebra.FindFirst(machine, other, this, wanted: false, out var missing);
        result.SetBool(!missing);
        return status;
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        if (Count == 0)
            return machine.Return(ref result, $"{Type.Name}()");
        if (!machine.EnterRepr(this))
            return machine.Return(ref result, $"{Type.Name}(...)");
        var isBare = GetType() == typeof(PySet);
        var writer = new ReprWriter(machine);
        var status = writer.Write(isBare ? "{" : $"{Type.Name}({{");
        var isFirst = true;
        for (var position = 0; status == Status.Ok && Keys.Next(ref position); isFirst = false)
        {
            var item = Keys.Entries[position - 1].Key;
            status = writer.WriteItem(item, isFirst);
        }
        machine.LeaveRepr(this);
        return status == Status.Ok && (status = writer.Write(isBare ? "}" : "})")) == Status.Ok ? writer.Finish(ref result) : status;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
        other.Object is PySetBase set
            ? SetAlgebra.Compare(machine, op, this, Count, set, set.Count, ref result)
            : Status.NotImplemented;

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

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new SetIterator(this));
        return Status.Ok;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result)
    {
        if (other.Object is not PySetBase second)
            return Status.NotImplemented;
        var (left, right) = reflected ? (second, this) : (this, second);
        var argument = Value.Of(right);
        var arguments = new Arguments(ref argument, 1, 0);
        return op switch
        {
            BinaryOperator.Or => left.Union(machine, arguments, ref result),
            BinaryOperator.And => left.Intersection(machine, arguments, ref result),
            BinaryOperator.Subtract => left.Difference(machine, arguments, ref result),
            BinaryOperator.Xor => left.SymmetricDifference(machine, argument, ref result),
            _ => Status.NotImplemented,
        };
    }

    /// <summary>A set of the items that are in both; those of the smaller one where both are sets.</summary>
    private protected Status IntersectionWith(Machine machine, in Value other, out PySetBase common)
    {
        common = NewEmpty();
        var (iterated, asked) = (other, Value.Of(this));
        if (other.Object is PySetBase set && set.Count > Count)
            (iterated, asked) = (asked, other);
        return SetAlgebra.AddCommon(machine, common, iterated, (PyObject)asked.Object!);
    }

    private static Status ToSet(Machine machine, in Value value, out PySetBase set)
    {
        set = value.Object as PySetBase ?? new PySet();
        return value.Object is PySetBase ? Status.Ok : set.Update(machine, value);
    }
}
