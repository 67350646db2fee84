using Krait.Core;

namespace Krait.Objects;

/// <summary>map(function, *iterables): the function's results for one item of each, until the shortest ends.</summary>
[PyType("map", IsBase = true)]
internal partial class PyMap(in Value function, Value[] iterators) : PyIterator
{
    private readonly Value function = function;

    public override PyType Type => Types.Map;

    [PyNew]
    internal static Status New(Machine machine, PyType type, [Rest(NoKeywords = true)] Arguments arguments, ref Value result)
    {
        if (arguments.Positional < 2)
            return machine.Raise(Types.TypeError, "map() must have at least two arguments.");
        if (!PyZip.TryIterate(machine, arguments.Skip(1), out var iterators))
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyMapInstance(derived, arguments[0], iterators) : new PyMap(arguments[0], iterators));
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (!machine.EnterRecursion())
            return Status.Raised;
        Value item = default;
        Status status;
        if (iterators.Length == 1)
        {
            status = Operations.Next(machine, iterators[0], ref item);
            return status == Status.Ok ? machine.Call(function, item, ref result) : status;
        }
        var items = machine.NewArray<Value>(iterators.Length);
        if (items is null)
            return Status.Raised;
        for (var i = 0; i < items.Length; i++)
        {
            status = Operations.Next(machine, iterators[i], ref items[i]);
            if (status != Status.Ok)
                return status;
        }
        return machine.Call(function, items, ref result);
    }
}

/// <summary>An instance of a Python class that derives from map.</summary>
internal sealed class PyMapInstance : PyMap, IInstance
{
    private InstanceState state;

    public PyMapInstance(ClassType type, in Value function, Value[] iterators)
        : base(function, iterators)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
