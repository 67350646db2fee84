using Krait.Core;

namespace Krait.Objects;

/// <summary>filter(function, iterable): the items for which the function (None: the item itself) is true.</summary>
[PyType("filter", IsBase = true, PositionalOnly = true)]
internal partial class PyFilter(in Value function, in Value iterator) : PyIterator
{
    private readonly Value function = function;
    private readonly Value iterator = iterator;

    public override PyType Type => Types.Filter;

    [PyNew]
    internal static Status New(Machine machine, PyType type, in Value function, in Value iterable, ref Value result)
    {
        Value iterator = default;
        if (Operations.Iterate(machine, iterable, ref iterator) != Status.Ok)
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyFilterInstance(derived, function, iterator) : new PyFilter(function, iterator));
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (!machine.EnterRecursion())
            return Status.Raised;
        var asksItem = function.IsNone || function.Object == (object)Types.Bool;
        var meter = new WorkMeter(machine);
        Value item = default;
        Status status;
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick())
                return Status.Raised;
            var verdict = item;
            if (!asksItem && machine.Call(function, item, ref verdict) != Status.Ok
                || Operations.Truth(machine, verdict, out var truth) != Status.Ok)
                return Status.Raised;
            if (!truth)
                continue;
            result.Set(item);
            return Status.Ok;
        }
        return status;
    }
}

/// <summary>An instance of a Python class that derives from filter.</summary>
internal sealed class PyFilterInstance : PyFilter, IInstance
{
    private InstanceState state;

    public PyFilterInstance(ClassType type, in Value function, in Value iterator)
        : base(function, iterator)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
