using Krait.Core;

namespace Krait.Objects;

/// <summary>Iterates over a class that has __getitem__ but no __iter__: 0, 1, 2, ... until IndexError.</summary>
[PyType("iterator")]
internal sealed partial class SequenceIterator(in Value sequence) : PyIterator
{
    private Value sequence = sequence;
    private long index;

    public override PyType Type => Types.SequenceIterator;

    [PyFunction("__length_hint__")]
    internal Status LengthHint(Machine machine, ref Value result)
    {
        var length = 0L;
        if (!sequence.IsNull)
        {
            if (!Operations.TypeOf(sequence).Lookup(machine, machine.Names[Special.Len], out _))
            {
                result.SetObject(Singletons.NotImplemented);
                return Status.Ok;
            }
            if (Operations.Length(machine, sequence, out length) != Status.Ok)
                return Status.Raised;
        }
        result.SetInt(Math.Max(length - index, 0));
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (sequence.IsNull)
            return Status.Stop;
        if (!machine.EnterRecursion())
            return Status.Raised;
        var status = Operations.GetItem(machine, sequence, Value.Int(index), ref result);
        if (status == Status.Ok)
        {
            index++;
            return Status.Ok;
        }
        if (!machine.Catch(Types.IndexError) && !machine.CatchStop())
            return status;
        sequence = default;
        return Status.Stop;
    }
}
