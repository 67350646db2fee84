using Krait.Core;

namespace Krait.Objects;

/// <summary>zip(*iterables, strict=False): tuples of one item of each, until the shortest ends.</summary>
[PyType("zip", IsBase = true)]
internal partial class PyZip(Value[] iterators, bool strict) : PyIterator
{
    public override PyType Type => Types.Zip;

    [PyNew]
    internal static Status New(Machine machine, PyType type, [Rest] Arguments iterables, ref Value result, [KeywordOnly] bool strict = false)
    {
        if (!TryIterate(machine, iterables, out var iterators))
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyZipInstance(derived, iterators, strict) : new PyZip(iterators, strict));
        return Status.Ok;
    }

    /// <summary>An iterator for each of the arguments: what zip and map begin with.</summary>
    internal static bool TryIterate(Machine machine, in Arguments iterables, out Value[] iterators)
    {
        iterators = machine.NewArray<Value>(iterables.Positional) ?? [];
        if (iterators.Length != iterables.Positional)
            return false;
        for (var i = 0; i < iterators.Length; i++)
            if (Operations.Iterate(machine, iterables[i], ref iterators[i]) != Status.Ok)
                return false;
        return true;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (iterators.Length == 0)
            return Status.Stop;
        if (!machine.EnterRecursion())
            return Status.Raised;
        var items = machine.NewArray<Value>(iterators.Length);
        if (items is null)
            return Status.Raised;
        for (var i = 0; i < items.Length; i++)
        {
            var status = Operations.Next(machine, iterators[i], ref items[i]);
            if (status != Status.Ok)
                return status == Status.Stop && strict ? CheckOthersEnd(machine, i) : status;
        }
        result.SetObject(new PyTuple(items));
        return Status.Ok;
    }

    /// <summary>With strict, all end together or it is an error.</summary>
    private Status CheckOthersEnd(Machine machine, int ended)
    {
        if (ended > 0)
            return machine.Raise(Types.ValueError, $"zip() argument {ended + 1} is shorter than argument{Others(ended)}");
        Value ignored = default;
        for (var i = 1; i < iterators.Length; i++)
        {
            var status = Operations.Next(machine, iterators[i], ref ignored);
            if (status == Status.Ok)
                return machine.Raise(Types.ValueError, $"zip() argument {i + 1} is longer than argument{Others(i)}");
            if (status != Status.Stop)
                return status;
        }
        return Status.Stop;
    }

    private static string Others(int count) => count == 1 ? " 1" : $"s 1-{count}";
}

/// <summary>An instance of a Python class that derives from zip.</summary>
internal sealed class PyZipInstance : PyZip, IInstance
{
    private InstanceState state;

    public PyZipInstance(ClassType type, Value[] iterators, bool strict)
        : base(iterators, strict)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
