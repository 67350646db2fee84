using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A type that C# implements. It belongs to the process: nothing in it changes once its members are bound, which
/// happens the first time one is asked for.
/// </summary>
internal sealed class BuiltinType : PyType
{
    private readonly TypeBinding binding;
    private MemberTable? members;

    /// <summary>A type with the members that <paramref name="binding"/> defines, derived from
    /// <paramref name="parent"/> (null for object itself).</summary>
    public BuiltinType(TypeBinding binding, BuiltinType? parent)
        : base(binding.Name)
    {
        this.binding = binding;
        binding.Attach(this);
        DefinesSpecials = binding.DefinesSpecials;
        ModuleName = binding.Module;
        Parent = parent;
        Bases = parent is null ? [] : [parent];
        Mro = parent is null ? [this] : [this, .. parent.Mro];
    }

    public override PyType Type => Types.Type;

    internal override BuiltinType Layout => this;

    /// <summary>The base type; null for object.</summary>
    public BuiltinType? Parent { get; }

    /// <summary>Whether a class statement may name it as a base.</summary>
    public bool IsBase => binding.IsBase;

    /// <summary>What type(...) does: makes an instance of the type given first (this or a subclass).</summary>
    public NativeFunction? Constructor => binding.Constructor ?? (Parent is { Parent: not null } ? Parent.Constructor : null);

    /// <summary>The type, this one or one it derives from, whose constructor that is.</summary>
    public BuiltinType ConstructorOwner => binding.Constructor is not null || Parent is null ? this : Parent.ConstructorOwner;

    /// <summary>Whether instances get their first contents in an <c>__init__</c> rather than in <c>__new__</c>.</summary>
    public bool HasInitializer =>
        Parent is not null && (Members.TryGet("__init__", out _) || Parent.HasInitializer);

    /// <summary>What an exception type adds to a plain exception; null for types that are no exceptions.</summary>
    public ExceptionKind? ExceptionKind => binding.ExceptionKind ?? Parent?.ExceptionKind;

    /// <summary>As <see cref="ExceptionKind"/>, where it differs from the parent's.</summary>
    public ExceptionKind? OwnExceptionKind => binding.ExceptionKind;

    /// <summary>The nearest type, this one first, whose instances need storage that its parent's have not: two bases of
    /// a class must agree on it.</summary>
    internal override PyType SolidBase => Parent is null || binding.AddsLayout ? this : Parent.SolidBase;

    /// <summary>The members, bound on first use.</summary>
    public MemberTable Members
    {
        get
        {
            var table = Volatile.Read(ref members);
            if (table is not null)
                return table;
            table = new MemberTable(this);
            SlotWrappers.Bind(table, binding.Slots);
            binding.Bind(table);
            if (binding.Constructor is not null)
                table.StaticMethod("__new__", TypeMethods.ConstructorOf(this));
            return Interlocked.CompareExchange(ref members, table, null) ?? table;
        }
    }

    internal override bool FindSpecial(Machine machine, Special special, out Value method)
    {
        method = default;
        return DefinesSpecials && Members.TryGet(Names.Text(special), out method);
    }

    internal override bool TryGetOwn(Machine machine, PyStr name, out Value value) => Members.TryGet(name.Text, out value);

    internal override Status Repr(Machine machine, ref Value result) => TypeMethods.Repr(machine, this, ref result);

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        TypeMethods.CallBuiltin(machine, this, arguments, ref result);

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        Attributes.GetFromType(machine, this, name, ref result);

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value) => Immutable(machine, name);

    internal override Status DeleteAttribute(Machine machine, PyStr name) => Immutable(machine, name);

    private Status Immutable(Machine machine, PyStr name) =>
        machine.Raise(Types.TypeError, $"cannot set '{name.Text}' attribute of immutable type '{Name}'");
}

/// <summary>Makes the members of a builtin type: the binding generator writes one for each class with
/// <see cref="PyTypeAttribute"/>.</summary>
public abstract class TypeBinding
{
    private readonly Lock making = new();
    private BuiltinType? type;

    /// <summary>The type that this binding makes: one for the process. Krait's own are made by <see cref="Types"/>, a
    /// host's when it is first asked for.</summary>
    public PyType Type => type ?? Make();

    /// <summary>The Python name.</summary>
    public abstract string Name { get; }

    /// <summary>The module that the type belongs to.</summary>
    public virtual string Module => "builtins";

    /// <summary>Whether Python classes may derive from it.</summary>
    public virtual bool IsBase => false;

    /// <summary>The slots the class implements: each becomes visible as its special methods.</summary>
    public virtual Slots Slots => Slots.None;

    /// <summary>Whether the special methods among the members are what operations ask: a host's class has no slots.</summary>
    public virtual bool DefinesSpecials => false;

    /// <summary>The constructor, or null to inherit the parent's; its first argument is the type to instantiate.</summary>
    public virtual NativeFunction? Constructor => null;

    /// <summary>What an exception type adds to a plain exception.</summary>
    internal virtual ExceptionKind? ExceptionKind => null;

    /// <summary>Whether instances need storage that the parent's have not.</summary>
    internal virtual bool AddsLayout => true;

    /// <summary>Adds the members.</summary>
    public abstract void Bind(MemberTable members);

    /// <summary>Whether a value is an instance of the type.</summary>
    protected bool IsInstance(in Value value) => Accepts(Operations.TypeOf(value));

    /// <summary>Whether a type is this one or derived from it.</summary>
    protected bool Accepts(PyType candidate) => candidate == type || candidate.IsSubclassOf(Type);

    internal void Attach(BuiltinType made)
    {
        if (Interlocked.CompareExchange(ref type, made, null) is not null)
            throw new InvalidOperationException($"the binding of '{Name}' has made its type already");
    }

    private BuiltinType Make()
    {
        lock (making)
            return type ?? new BuiltinType(this, Types.Object);
    }
}

/// <summary>The slots that a C# class implements, as groups of special methods.</summary>
[Flags]
public enum Slots
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>__repr__</summary>
    Repr = 1 << 0,

    /// <summary>__str__</summary>
    Str = 1 << 1,

    /// <summary>__format__</summary>
    Format = 1 << 2,

    /// <summary>__hash__</summary>
    Hash = 1 << 3,

    /// <summary>__eq__, __ne__</summary>
    Equality = 1 << 4,

    /// <summary>__lt__, __le__, __gt__, __ge__</summary>
    Order = 1 << 5,

    /// <summary>__bool__</summary>
    Truth = 1 << 6,

    /// <summary>__len__</summary>
    Length = 1 << 7,

    /// <summary>__getitem__</summary>
    GetItem = 1 << 8,

    /// <summary>__setitem__</summary>
    SetItem = 1 << 9,

    /// <summary>__delitem__</summary>
    DeleteItem = 1 << 10,

    /// <summary>__contains__</summary>
    Contains = 1 << 11,

    /// <summary>__iter__</summary>
    Iterate = 1 << 12,

    /// <summary>__next__</summary>
    Next = 1 << 13,

    /// <summary>__call__</summary>
    Call = 1 << 14,

    /// <summary>__add__</summary>
    Add = 1 << 15,

    /// <summary>__iadd__</summary>
    InplaceAdd = 1 << 16,

    /// <summary>__mul__, __rmul__</summary>
    Multiply = 1 << 17,

    /// <summary>__imul__</summary>
    InplaceMultiply = 1 << 18,

    /// <summary>__mod__, __rmod__</summary>
    Modulo = 1 << 19,

    /// <summary>__or__, __and__, __xor__, __sub__ and their reflected forms</summary>
    SetAlgebra = 1 << 20,

    /// <summary>__ior__, __iand__, __ixor__, __isub__</summary>
    InplaceSetAlgebra = 1 << 21,

    /// <summary>__or__, __ror__, __ior__ of dict</summary>
    Merge = 1 << 22,

    /// <summary>All arithmetic of a number (add, sub, mul, floordiv, truediv, mod, divmod, pow, neg, pos, abs, float, int) with reflected forms</summary>
    Arithmetic = 1 << 23,

    /// <summary>and, or, xor, lshift, rshift with reflected forms, invert, index</summary>
    Bitwise = 1 << 24,

    /// <summary>__getattribute__</summary>
    GetAttribute = 1 << 25,

    /// <summary>__setattr__, __delattr__</summary>
    SetAttribute = 1 << 26,

    /// <summary>__or__, __ror__ of types</summary>
    Union = 1 << 27,
}

/// <summary>The members of one builtin type: name to unbound value, filled once.</summary>
public sealed class MemberTable
{
    private readonly Dictionary<string, Value> members = [];
    private readonly BuiltinType owner;

    internal MemberTable(BuiltinType owner) => this.owner = owner;

    /// <summary>The type whose members these are.</summary>
    internal BuiltinType Owner => owner;

    internal IEnumerable<string> Names => members.Keys;

    internal bool TryGet(string name, out Value value) => members.TryGetValue(name, out value);

    /// <summary>Adds a method: its first argument is self.</summary>
    public void Method(string name, NativeFunction function) =>
        members[name] = Value.Of(new PyBuiltin(name, function, owner, BuiltinKind.Method));

    /// <summary>Adds a special method of a host's class. It may answer <see cref="Status.NotImplemented"/> where Python's
    /// methods return NotImplemented, and <see cref="Status.Stop"/> where they raise StopIteration.</summary>
    public void Special(string name, NativeFunction function) => Method(name, new HostSpecial(function).Invoke);

    /// <summary>Adds a class method: its first argument is the type.</summary>
    public void ClassMethod(string name, NativeFunction function) =>
        members[name] = Value.Of(new PyBuiltin(name, function, owner, BuiltinKind.ClassMethod));

    /// <summary>Adds a static method.</summary>
    public void StaticMethod(string name, NativeFunction function) =>
        members[name] = Value.Of(new PyBuiltin(name, function, owner, BuiltinKind.StaticMethod));

    /// <summary>Adds a property: the getter's argument is self, the setter's are self and the value.</summary>
    public void Property(string name, NativeFunction getter, NativeFunction? setter = null) =>
        members[name] = Value.Of(new PyBuiltinProperty(name, getter, setter, owner));

    /// <summary>Adds a constant.</summary>
    public void Constant(string name, in Value value) => members[name] = value;
}
