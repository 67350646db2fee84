using Krait.Core;

namespace Krait.Objects;

/// <summary>reversed(sequence) for what has a length and is subscripted by numbers; what defines
/// <c>__reversed__</c> gives an iterator of its own.</summary>
[PyType("reversed", IsBase = true, PositionalOnly = true)]
internal partial class PyReversed(in Value sequence, long length) : PyIterator
{
    private Value sequence = sequence;
    private long index = length - 1;

    public override PyType Type => Types.Reversed;

    [PyNew]
    internal static Status New(Machine machine, PyType type, in Value sequence, ref Value result)
    {
        var owner = Operations.TypeOf(sequence);
        if (owner.Lookup(machine, machine.Names[Special.Reversed], out var method))
            return method.IsNone
                ? machine.Raise(Types.TypeError, $"'{owner.Name}' object is not reversible")
                : Specials.Call(machine, method, sequence, ref result);
        if (sequence.Object is PyDict or PySetBase || !owner.Lookup(machine, machine.Names[Special.GetItem], out _))
            return machine.Raise(Types.TypeError, $"'{owner.Name}' object is not reversible");
        if (Operations.Length(machine, sequence, out var length) != Status.Ok)
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyReversedInstance(derived, sequence, length) : new PyReversed(sequence, length));
        return Status.Ok;
    }

    [PyFunction("__length_hint__")]
    internal Status LengthHint(Machine machine, ref Value result)
    {
        var length = 0L;
        if (!sequence.IsNull && Operations.Length(machine, sequence, out length) != Status.Ok)
            return Status.Raised;
        result.SetInt(length <= index ? 0 : index + 1);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (sequence.IsNull || index < 0)
            return Status.Stop;
        if (!machine.EnterRecursion())
            return Status.Raised;
        var status = Operations.GetItem(machine, sequence, Value.Int(index), ref result);
        if (status == Status.Ok)
        {
            index--;
            return Status.Ok;
        }
        if (!machine.Catch(Types.IndexError) && !machine.CatchStop())
            return status;
        sequence = default;
        return Status.Stop;
    }
}

/// <summary>An instance of a Python class that derives from reversed.</summary>
internal sealed class PyReversedInstance : PyReversed, IInstance
{
    private InstanceState state;

    public PyReversedInstance(ClassType type, in Value sequence, long length)
        : base(sequence, length)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
