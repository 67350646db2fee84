using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A class that a class statement (or type(name, bases, namespace)) made. Belongs to one engine. Also represents the
/// classes whose metaclass is itself written in Python: then its own attributes are those of an instance of it.
/// </summary>
internal sealed class ClassType : PyType
{
    private static readonly object unknown = "unknown";
    private static readonly object absent = "absent";

    private Value[]? specials;
    private int typicalSlotCount = 2;
    private Shape? dictionaryShape;

    /// <summary>A class with bases that <c>ClassBuilder</c> has checked.</summary>
    public ClassType(Machine machine, string name, PyType metaclass, PyType[] bases, PyType[] mro, BuiltinType layout, PyDict members)
        : base(name)
    {
        DefinesSpecials = true;
        Metaclass = metaclass;
        Bases = bases;
        BestBase = bases.Length == 0 ? Types.Object : bases[0];
        Layout = layout;
        Members = members;
        Mro = [this, .. mro];
        RootShape = Shape.Root(machine, this);
        foreach (var parent in bases)
            machine.AddSubclass(parent, this);
    }

    public override PyType Type => Metaclass;

    /// <summary>The class of this class.</summary>
    public PyType Metaclass { get; }

    internal override BuiltinType Layout { get; }

    internal override PyType SolidBase => AddsSlots ? this : BestBase.SolidBase;

    /// <summary>The base whose storage the instances have.</summary>
    public PyType BestBase { get; init; }

    /// <summary>The attributes that <c>__slots__</c> of this class allows; null without <c>__slots__</c>.</summary>
    public PyStr[]? SlotNames { get; init; }

    /// <summary>Whether instances may have any attribute: <c>__slots__</c> of this class and all its bases forbid it.</summary>
    public bool HasDictionary { get; init; } = true;

    /// <summary>Whether <c>__slots__</c> adds storage.</summary>
    public bool AddsSlots => SlotNames is { Length: > 0 };

    /// <summary>Whether instances may have an attribute of this (interned) name of their own.</summary>
    public bool Allows(PyStr name)
    {
        if (HasDictionary)
            return true;
        foreach (var type in Mro)
            if (type is ClassType { SlotNames: { } names } && Array.IndexOf(names, name) >= 0)
                return true;
        return false;
    }

    /// <summary>The class's own namespace. Changed through <see cref="SetMember"/> and <see cref="DeleteMember"/> only.</summary>
    public PyDict Members { get; }

    /// <summary>The shape of a fresh instance.</summary>
    public Shape RootShape { get; }

    /// <summary>The shape of instances that keep their attributes in a dict.</summary>
    public Shape DictionaryShape(Machine machine) => dictionaryShape ??= Shape.Dictionary(machine, this);

    /// <summary>Slots for a new instance, as many as earlier instances came to need.</summary>
    /// <remarks>Bounded: a shape has no more slots than Shape.LargestSlotCount.</remarks>
    public Value[] NewSlots() => new Value[typicalSlotCount];

    /// <summary>Remembers that instances need this many slots.</summary>
    public void NoteSlotCount(int count) => typicalSlotCount = Math.Max(typicalSlotCount, Math.Min(count, Shape.LargestSlotCount));

    internal override bool TryGetOwn(Machine machine, PyStr name, out Value value) => Members.TryGetName(machine, name, out value);

    /// <summary>Whether this class or one it derives from defines a special method in Python. The method is given
    /// unbound; what a builtin base implements in C# is not found.</summary>
    internal override bool FindSpecial(Machine machine, Special special, out Value method)
    {
        var table = specials ??= NewSpecials();
        method = table[(int)special];
        if (method.Object == unknown)
        {
            method = ResolveSpecial(machine, machine.Names[special]);
            table[(int)special] = method;
        }
        return method.Object != absent;
    }

    /// <summary>Sets a member of the class.</summary>
    public Status SetMember(Machine machine, PyStr name, in Value value)
    {
        var existed = Members.TryGetName(machine, name, out var old);
        if ((!existed || MattersToLookup(old) || MattersToLookup(value)) && !TryForget(machine, out _))
            return Status.Raised;
        Members.SetName(machine, name, value);
        return Status.Ok;
    }

    /// <summary>Deletes a member of the class; AttributeError when there is none.</summary>
    public Status DeleteMember(Machine machine, PyStr name)
    {
        if (!Members.TryGetName(machine, name, out _))
            return Attributes.Missing(machine, Value.Of(this), name);
        if (!TryForget(machine, out _))
            return Status.Raised;
        Members.RemoveName(machine, name);
        return Status.Ok;
    }

    /// <summary>Gives the class new bases that <c>ClassBuilder</c> has checked, after <see cref="TryForget"/>.</summary>
    public void SetBases(Machine machine, PyType[] bases)
    {
        foreach (var parent in Bases)
            machine.RemoveSubclass(parent, this);
        Bases = bases;
        foreach (var parent in bases)
            machine.AddSubclass(parent, this);
    }

    /// <summary>Sets <c>__name__</c>.</summary>
    public void SetName(string name) => Name = name;

    /// <summary>Sets <c>__qualname__</c>.</summary>
    public void SetQualifiedName(string name) => QualifiedName = name;

    /// <summary>Sets the module that tracebacks and repr name.</summary>
    public void SetModuleName(string name) => ModuleName = name;

    internal override Status Repr(Machine machine, ref Value result) => TypeMethods.Repr(machine, this, ref result);

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        machine.Instantiate(this, arguments, ref result);

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        Attributes.GetFromType(machine, this, name, ref result);

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value) =>
        Attributes.SetOnType(machine, this, name, value);

    internal override Status DeleteAttribute(Machine machine, PyStr name) =>
        Attributes.DeleteOnType(machine, this, name);

    /// <summary>Replaces the method resolution order, after <see cref="TryForget"/>.</summary>
    public void SetMro(PyType[] mro) => Mro = mro;

    /// <summary>Before anything changes that attributes are found by: caches forget what they found through this class
    /// and through what derives from it, all of which is given: each once, behind its bases. False with an exception
    /// pending: nothing may change.</summary>
    public bool TryForget(Machine machine, out List<ClassType> derived)
    {
        if (!TryDerived(machine, out derived))
            return false;
        foreach (var type in derived)
        {
            type.specials = null;
            type.RootShape.Renumber(machine);
            type.dictionaryShape?.Renumber(machine);
        }
        return true;
    }

    private Value ResolveSpecial(Machine machine, PyStr name)
    {
        foreach (var type in Mro)
            if (type.TryGetOwn(machine, name, out var found))
                // What is wrapped as a static method (__new__ always is) is called as it is.
                return type is not ClassType ? new Value(absent, 0) : found.Object is PyStaticMethod wrapped ? wrapped.Function : found;
        return new Value(absent, 0);
    }

    private static Value[] NewSpecials()
    {
        // Bounded: a constant.
        var table = new Value[(int)Special.Count];
        Array.Fill(table, new Value(unknown, 0));
        return table;
    }

    /// <summary>Data that is neither code nor a descriptor can be exchanged without caches noticing: they read it from
    /// the namespace each time.</summary>
    private static bool MattersToLookup(in Value member) =>
        member.Object is PyFunction or PyBuiltin or PyProperty or PyStaticMethod or PyClassMethod or IInstance;

    /// <summary>This class and all that derive from it, each once, behind its bases.</summary>
    private bool TryDerived(Machine machine, out List<ClassType> derived)
    {
        derived = [];
        var seen = new HashSet<ClassType>();
        var pending = new Stack<(ClassType Type, bool IsFollowed)>([(this, false)]);
        var meter = new WorkMeter(machine);
        while (pending.TryPop(out var next))
        {
            if (!meter.Tick())
                return false;
            if (next.IsFollowed)
            {
                derived.Add(next.Type);
            }
            else if (seen.Add(next.Type))
            {
                pending.Push((next.Type, true));
                foreach (var subclass in machine.SubclassesOf(next.Type))
                    pending.Push((subclass, false));
            }
        }
        // A class was added when all below it had been.
        derived.Reverse();
        return true;
    }
}
