using Krait.Core;

namespace Krait.Objects;

/// <summary>super(start, self): attributes as the classes behind <c>start</c> define them, bound to self.</summary>
/// <remarks>The form without arguments is the compiler's: it never makes this object for a call of a method.</remarks>
[PyType("super", IsBase = true, PositionalOnly = true)]
internal partial class PySuper(PyType start, in Value self) : PyObject
{
    private readonly Value self = self;

    public override PyType Type => Types.Super;

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value start = default, in Value self = default)
    {
        if (start.IsNull)
            return machine.Raise(Types.RuntimeError, "super(): no arguments");
        if (start.Object is not PyType from)
            return machine.Raise(Types.TypeError, $"super() argument 1 must be a type, not {Operations.TypeName(start)}");
        Value bound = self.IsNone ? default : self;
        if (!bound.IsNull && Supers.OrderOf(machine, from, bound) is null)
            return machine.Raise(Types.TypeError, "super(type, obj): obj must be an instance or subtype of type");
        result.SetObject(type is ClassType made ? new PySuperInstance(made, from, bound) : new PySuper(from, bound));
        return Status.Ok;
    }

    [PyProperty("__thisclass__")]
    internal PyType Start => start;

    [PyProperty("__self__")]
    internal Value Self => self.IsNull ? Value.None : self;

    [PyProperty("__self_class__")]
    internal Value SelfClass => self.IsNull ? Value.None : Value.Of(Supers.ClassOf(start, self));

    [PyFunction("__get__")]
    internal Status Bind(Machine machine, in Value instance, ref Value result, in Value owner = default)
    {
        if (instance.IsNone || !self.IsNull)
            result.SetObject(this);
        else if (Supers.OrderOf(machine, start, instance) is null)
            return machine.Raise(Types.TypeError, "super(type, obj): obj must be an instance or subtype of type");
        else
            result.SetObject(new PySuper(start, instance));
        return Status.Ok;
    }

    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result)
    {
        if (self.IsNull || name == machine.Names.Class || !Supers.Find(machine, start, self, name, out var member))
            return Attributes.GetDefault(machine, Value.Of(this), name, ref result);
        return Supers.Bind(machine, start, self, member, ref result);
    }

    internal override Status SetAttribute(Machine machine, PyStr name, in Value value) =>
        Attributes.SetDefault(machine, Value.Of(this), name, value);

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, self.IsNull
        ? $"<super: <class '{start.Name}'>, NULL>"
        : $"<super: <class '{start.Name}'>, <{Supers.ClassOf(start, self).Name} object>>");
}

/// <summary>An instance of a Python class that derives from super.</summary>
internal sealed class PySuperInstance : PySuper, IInstance
{
    private InstanceState state;

    public PySuperInstance(ClassType type, PyType start, in Value self)
        : base(start, self)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}

/// <summary>Looking behind a class in the method resolution order of an object's class.</summary>
internal static class Supers
{
    /// <summary>Finds a member for super(start, self).name, unbound; AttributeError when there is none, TypeError when
    /// self does not belong to the class.</summary>
    public static Status Lookup(Machine machine, PyType start, in Value self, PyStr name, out Value member)
    {
        if (Find(machine, start, self, name, out member))
            return Status.Ok;
        return OrderOf(machine, start, self) is null
            ? machine.Raise(Types.TypeError, "super(type, obj): obj must be an instance or subtype of type")
            : machine.Raise(Types.AttributeError, $"'super' object has no attribute '{name.Text}'");
    }

    /// <summary>Binds what <see cref="Lookup"/> found: to the object, or to the class when self is one.</summary>
    public static Status Bind(Machine machine, PyType start, in Value self, in Value member, ref Value result)
    {
        var type = ClassOf(start, self);
        return Descriptors.Get(machine, member, self.Object == (object)type ? Value.Null : self, type, ref result);
    }

    /// <summary>Finds a member without raising.</summary>
    public static bool Find(Machine machine, PyType start, in Value self, PyStr name, out Value member)
    {
        if (OrderOf(machine, start, self) is { } order)
            for (var i = Array.IndexOf(order, start) + 1; i < order.Length; i++)
                if (order[i].TryGetOwn(machine, name, out member))
                    return true;
        member = default;
        return false;
    }

    /// <summary>The class whose order counts: self when it is a class that derives from start, its class otherwise.</summary>
    public static PyType ClassOf(PyType start, in Value self) =>
        self.Object is PyType type && type.IsSubclassOf(start) ? type : Operations.TypeOf(self);

    /// <summary>The order to look in; null when self does not belong to the class. A proxy's <c>__class__</c> counts.</summary>
    public static PyType[]? OrderOf(Machine machine, PyType start, in Value self)
    {
        var type = ClassOf(start, self);
        if (type.IsSubclassOf(start))
            return type.Mro;
        if (self.Object is not IInstance)
            return null;
        Value claimed = default;
        if (Attributes.Get(machine, self, machine.Names.Class, ref claimed) != Status.Ok)
        {
            machine.Catch(Types.AttributeError);
            return null;
        }
        return claimed.Object is PyType other && other.IsSubclassOf(start) ? other.Mro : null;
    }
}
