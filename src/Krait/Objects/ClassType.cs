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

    private readonly List<WeakReference<ClassType>> subclasses = [];
    private Value[]? specials;
    private int typicalSlotCount = 2;
    private Shape? dictionaryShape;

    /// <summary>A class with bases that <c>ClassBuilder</c> has checked.</summary>
    public ClassType(Machine machine, string name, PyType metaclass, PyType[] bases, PyType[] mro, BuiltinType layout, PyDict members)
        : base(name)
    {
        Metaclass = metaclass;
        Bases = bases;
        Layout = layout;
        Members = members;
        Mro = [this, .. mro];
        RootShape = Shape.Root(machine, this);
        foreach (var parent in bases)
            if (parent is ClassType known)
                known.subclasses.Add(new WeakReference<ClassType>(this));
    }

    public override PyType Type => Metaclass;

    /// <summary>The class of this class.</summary>
    public PyType Metaclass { get; }

    internal override BuiltinType Layout { get; }

    /// <summary>The class's own namespace. Changed through <see cref="SetMember"/> and <see cref="DeleteMember"/> only.</summary>
    public PyDict Members { get; }

    /// <summary>The shape of a fresh instance.</summary>
    public Shape RootShape { get; }

    /// <summary>The shape of instances that keep their attributes in a dict.</summary>
    public Shape DictionaryShape(Machine machine) => dictionaryShape ??= Shape.Dictionary(machine, this);

    /// <summary>The living direct subclasses, in order of creation.</summary>
    public IEnumerable<ClassType> Subclasses
    {
        get
        {
            foreach (var reference in subclasses)
                if (reference.TryGetTarget(out var subclass))
                    yield return subclass;
        }
    }

    /// <summary>Slots for a new instance, as many as earlier instances came to need.</summary>
    public Value[] NewSlots() => new Value[typicalSlotCount];

    /// <summary>Remembers that instances need this many slots.</summary>
    public void NoteSlotCount(int count) => typicalSlotCount = Math.Max(typicalSlotCount, Math.Min(count, Shape.LargestSlotCount));

    internal override bool TryGetOwn(Machine machine, PyStr name, out Value value) => Members.TryGetName(machine, name, out value);

    /// <summary>Whether this class or one it derives from defines a special method in Python. The method is given
    /// unbound; what a builtin base implements in C# is not found.</summary>
    public bool FindSpecial(Machine machine, Special special, out Value method)
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
    public void SetMember(Machine machine, PyStr name, in Value value)
    {
        var existed = Members.TryGetName(machine, name, out var old);
        Members.SetName(machine, name, value);
        if (!existed || MattersToLookup(old) || MattersToLookup(value))
            Changed(machine);
    }

    /// <summary>Deletes a member of the class; false when there is none.</summary>
    public bool DeleteMember(Machine machine, PyStr name)
    {
        if (!Members.RemoveName(machine, name))
            return false;
        Changed(machine);
        return true;
    }

    /// <summary>Gives the class new bases that <c>ClassBuilder</c> has checked.</summary>
    public void SetBases(Machine machine, PyType[] bases, PyType[] mro)
    {
        Bases = bases;
        Mro = [this, .. mro];
        Changed(machine);
    }

    /// <summary>Sets <c>__name__</c>.</summary>
    public void SetName(string name) => Name = name;

    /// <summary>Sets <c>__qualname__</c>.</summary>
    public void SetQualifiedName(string name) => QualifiedName = name;

    /// <summary>Sets the module that tracebacks and repr name.</summary>
    public void SetModuleName(string name) => ModuleName = name;

    internal override Status Repr(Machine machine, ref Value result) => TypeMethods.Repr(machine, this, ref result);

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        TypeMethods.CallClass(machine, this, arguments, ref result);

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        Attributes.GetFromType(machine, this, name, ref result);

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value) =>
        Attributes.SetOnType(machine, this, name, value);

    internal override Status DeleteAttribute(Machine machine, PyStr name) =>
        Attributes.DeleteOnType(machine, this, name);

    private Value ResolveSpecial(Machine machine, PyStr name)
    {
        foreach (var type in Mro)
            if (type.TryGetOwn(machine, name, out var found))
                return type is ClassType ? found : new Value(absent, 0);
        return new Value(absent, 0);
    }

    private static Value[] NewSpecials()
    {
        var table = new Value[(int)Special.Count];
        Array.Fill(table, new Value(unknown, 0));
        return table;
    }

    /// <summary>Data that is neither code nor a descriptor can be exchanged without caches noticing: they read it from
    /// the namespace each time.</summary>
    private static bool MattersToLookup(in Value member) =>
        member.Object is PyFunction or PyBuiltin or PyProperty or PyStaticMethod or PyClassMethod or IInstance;

    private void Changed(Machine machine)
    {
        specials = null;
        RootShape.Renumber(machine);
        dictionaryShape?.Renumber(machine);
        foreach (var subclass in Subclasses)
            subclass.Changed(machine);
    }
}
