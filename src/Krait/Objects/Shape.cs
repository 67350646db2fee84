using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A hidden class: which attribute of an instance lies in which slot. Instances that got the same attributes in the
/// same order share one.
/// </summary>
/// <remarks><see cref="Id"/> is what inline caches compare. It is unique in the engine, never reused, and replaced by a
/// new one when the class or a class it derives from changes in a way that lookups could notice: so one comparison
/// covers the layout and every class along the method resolution order.</remarks>
internal sealed class Shape
{
    /// <summary>An instance with more attributes than this keeps them in a dict.</summary>
    public const int LargestSlotCount = 64;

    private readonly Dictionary<PyStr, int> slots;
    private readonly PyStr[] names;
    private Dictionary<PyStr, Shape>? transitions;

    private Shape(ClassType owner, Dictionary<PyStr, int> slots, PyStr[] names, int id)
    {
        Owner = owner;
        this.slots = slots;
        this.names = names;
        Id = id;
    }

    /// <summary>The class of the instances.</summary>
    public ClassType Owner { get; }

    /// <summary>What inline caches compare.</summary>
    public int Id { get; private set; }

    /// <summary>Whether instances of this shape keep their attributes in a dict instead of slots.</summary>
    public bool IsDictionary { get; private init; }

    /// <summary>The attribute names in the order of their slots.</summary>
    public ReadOnlySpan<PyStr> Names => names;

    /// <summary>The shape of a fresh instance.</summary>
    public static Shape Root(Machine machine, ClassType owner) => new(owner, [], [], machine.NextVersion());

    /// <summary>The shape of instances that keep their attributes in a dict.</summary>
    public static Shape Dictionary(Machine machine, ClassType owner) =>
        new(owner, [], [], machine.NextVersion()) { IsDictionary = true };

    /// <summary>The slot of an interned name, or -1.</summary>
    public int Find(PyStr name) => slots.TryGetValue(name, out var slot) ? slot : -1;

    /// <summary>The shape with one attribute more, or null when there are too many for slots.</summary>
    public Shape? Add(Machine machine, PyStr name)
    {
        if (transitions is not null && transitions.TryGetValue(name, out var next))
            return next;
        if (names.Length == LargestSlotCount)
            return null;
        var extended = new Dictionary<PyStr, int>(slots, slots.Comparer) { [name] = names.Length };
        next = new Shape(Owner, extended, [.. names, name], machine.NextVersion());
        (transitions ??= [])[name] = next;
        return next;
    }

    /// <summary>Gives this shape and all that grew from it new ids: caches that knew them miss from now on.</summary>
    public void Renumber(Machine machine)
    {
        Id = machine.NextVersion();
        if (transitions is null)
            return;
        foreach (var next in transitions.Values)
            next.Renumber(machine);
    }
}

/// <summary>The attributes of one instance of a Python class.</summary>
internal struct InstanceState
{
    /// <summary>Where each attribute lies, and of which class the instance is.</summary>
    public Shape Shape;

    /// <summary>The attribute values by slot; may be longer than the shape.</summary>
    public Value[] Slots;

    /// <summary>The attributes of an instance in dictionary mode; otherwise null.</summary>
    public PyDict? Dictionary;
}

/// <summary>An instance of a class that a class statement made, whatever C# class represents it.</summary>
internal interface IInstance
{
    /// <summary>Its attributes and its class.</summary>
    ref InstanceState State { get; }
}

/// <summary>An instance of a Python class that derives from object alone.</summary>
internal sealed class PyInstance : PyObject, IInstance
{
    public InstanceState Instance;

    public PyInstance(ClassType type)
    {
        Instance.Shape = type.RootShape;
        Instance.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref Instance;

    public override PyType Type => Instance.Shape.Owner;
}
