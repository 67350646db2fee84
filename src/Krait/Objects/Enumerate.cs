using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <summary>enumerate(iterable, start): pairs of a running number and an item.</summary>
[PyType("enumerate", IsBase = true)]
internal partial class PyEnumerate(in Value iterator, in Value start) : PyIterator
{
    private readonly Value iterator = iterator;
    private Value number = start;

    public override PyType Type => Types.Enumerate;

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyNew]
    internal static Status New(Machine machine, PyType type, [Named] in Value iterable, ref Value result, in Value start = default)
    {
        Value iterator = default, number = Value.Int(0);
        if (!start.IsNull)
        {
            var converted = Conversions.Index(machine, start, ref number);
            if (converted == Status.NotImplemented)
                return machine.Raise(Types.TypeError, $"'{Operations.TypeName(start)}' object cannot be interpreted as an integer");
            if (converted != Status.Ok)
                return converted;
        }
        if (Operations.Iterate(machine, iterable, ref iterator) != Status.Ok)
            return Status.Raised;
        result.SetObject(type is ClassType derived ? new PyEnumerateInstance(derived, iterator, number) : new PyEnumerate(iterator, number));
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (!machine.EnterRecursion())
            return Status.Raised;
        Value item = default;
        var status = Operations.Next(machine, iterator, ref item);
        if (status != Status.Ok)
            return status;
        result.SetObject(PyTuple.Of(number, item));
        if (number.IsInt && number.Bits != long.MaxValue)
            number.SetInt(number.Bits + 1);
        else
            number = PyInt.Normalize((number.Object is PyInt big ? big.Number : number.Bits) + BigInteger.One);
        return Status.Ok;
    }
}

/// <summary>An instance of a Python class that derives from enumerate.</summary>
internal sealed class PyEnumerateInstance : PyEnumerate, IInstance
{
    private InstanceState state;

    public PyEnumerateInstance(ClassType type, in Value iterator, in Value start)
        : base(iterator, start)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
