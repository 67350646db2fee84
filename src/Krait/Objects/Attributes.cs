using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Reading and writing attributes as Python defines it: data descriptors of the type, the object's own attributes,
/// other members of the type bound to the object, <c>__getattr__</c>. For built-ins; the interpreter has stackless forms.
/// </summary>
internal static class Attributes
{
    /// <summary>value.name</summary>
    public static Status Get(Machine machine, in Value value, PyStr name, ref Value result)
    {
        if (value.Object is not PyObject item)
            return GetDefault(machine, value, name, ref result);
        Value method;
        Status status;
        if (Specials.Find(machine, item, Special.GetAttribute, out method))
            status = Specials.Call(machine, method, value, Value.Of(name), ref result);
        else if (item is PyInstance)
            status = GetDefault(machine, value, name, ref result);
        else
            status = item.GetAttribute(machine, name, ref result);
        return status == Status.Raised && Specials.Find(machine, item, Special.GetAttr, out method) && machine.Catch(Types.AttributeError)
            ? Specials.Call(machine, method, value, Value.Of(name), ref result)
            : status;
    }

    /// <summary>value.name as object.__getattribute__ finds it.</summary>
    public static Status GetDefault(Machine machine, in Value value, PyStr name, ref Value result)
    {
        var type = Operations.TypeOf(value);
        var inType = type.Lookup(machine, name, out var member);
        if (inType && IsDataDescriptor(machine, member))
            return Bind(machine, member, value, type, ref result);
        if (TryGetOwn(machine, value, name, out var own))
        {
            result.Set(own);
            return Status.Ok;
        }
        if (inType)
            return Bind(machine, member, value, type, ref result);
        return Missing(machine, value, name);
    }

    /// <summary>The AttributeError of an attribute that is not there.</summary>
    public static Status Missing(Machine machine, in Value value, PyStr name) =>
        machine.Raise(PyException.CreateNamed(machine, Types.AttributeError, value.Object is PyType type
            ? $"type object '{type.Name}' has no attribute '{name.Text}'"
            : $"'{Operations.TypeName(value)}' object has no attribute '{name.Text}'", Value.Of(name), value));

    /// <summary>An attribute of the object itself.</summary>
    public static bool TryGetOwn(Machine machine, in Value value, PyStr name, out Value own)
    {
        if (value.Object is IInstance instance)
            return Instances.TryGet(machine, ref instance.State, name, out own);
        if (value.Object is PyObject item && item.AttributeDictionary(machine, create: false) is { } attributes)
            return attributes.TryGetName(machine, name, out own);
        own = default;
        return false;
    }

    /// <summary>value.name = content</summary>
    public static Status Set(Machine machine, in Value value, PyStr name, in Value content)
    {
        if (value.Object is PyObject item && Specials.Find(machine, item, Special.SetAttr, out var method))
        {
            Value ignored = default;
            return Specials.Call(machine, method, value, Value.Of(name), content, ref ignored);
        }
        return value.Object is PyObject own and not PyInstance
            ? own.SetAttribute(machine, name, content)
            : SetDefault(machine, value, name, content);
    }

    /// <summary>value.name = content as object.__setattr__ does it.</summary>
    public static Status SetDefault(Machine machine, in Value value, PyStr name, in Value content)
    {
        var type = Operations.TypeOf(value);
        var inType = type.Lookup(machine, name, out var member);
        if (inType)
        {
            var status = Descriptors.Set(machine, member, value, content);
            if (status != Status.NotImplemented)
                return status;
        }
        if (value.Object is IInstance instance)
        {
            if (!instance.State.Shape.Owner.Allows(name))
                return inType && member.Object is not PySlotMember
                    ? machine.Raise(Types.AttributeError, $"'{type.Name}' object attribute '{name.Text}' is read-only")
                    : Missing(machine, value, name);
            Instances.Set(machine, ref instance.State, name, content);
            return Status.Ok;
        }
        if (value.Object is PyObject item && item.AttributeDictionary(machine, create: true) is { } attributes)
        {
            attributes.SetName(machine, name, content);
            return Status.Ok;
        }
        return inType
            ? machine.Raise(Types.AttributeError, $"'{type.Name}' object attribute '{name.Text}' is read-only")
            : Missing(machine, value, name);
    }

    /// <summary>del value.name</summary>
    public static Status Delete(Machine machine, in Value value, PyStr name)
    {
        if (value.Object is PyObject item && Specials.Find(machine, item, Special.DelAttr, out var method))
        {
            Value ignored = default;
            return Specials.Call(machine, method, value, Value.Of(name), ref ignored);
        }
        return value.Object is PyObject own and not PyInstance
            ? own.DeleteAttribute(machine, name)
            : DeleteDefault(machine, value, name);
    }

    /// <summary>del value.name as object.__delattr__ does it.</summary>
    public static Status DeleteDefault(Machine machine, in Value value, PyStr name)
    {
        var type = Operations.TypeOf(value);
        if (type.Lookup(machine, name, out var member))
        {
            var status = Descriptors.Delete(machine, member, value);
            if (status != Status.NotImplemented)
                return status;
        }
        var removed = value.Object switch
        {
            IInstance instance => Instances.Remove(machine, ref instance.State, name),
            PyObject item => item.AttributeDictionary(machine, create: false)?.RemoveName(machine, name) ?? false,
            _ => false,
        };
        if (removed)
            return Status.Ok;
        return member.Object is PySlotMember
            ? machine.Raise(Types.AttributeError, Value.Of(name))
            : Missing(machine, value, name);
    }

    /// <summary>type.name: metaclass data descriptors, members along the type's own order bound to nothing, then the
    /// metaclass's members bound to the type.</summary>
    public static Status GetFromType(Machine machine, PyType type, PyStr name, ref Value result)
    {
        var meta = type.Type;
        var inMeta = meta.Lookup(machine, name, out var metaMember);
        if (inMeta && IsDataDescriptor(machine, metaMember))
            return Bind(machine, metaMember, Value.Of(type), meta, ref result);
        if (type.Lookup(machine, name, out var member))
            return BindToType(machine, member, type, ref result);
        if (inMeta)
            return Bind(machine, metaMember, Value.Of(type), meta, ref result);
        return Missing(machine, Value.Of(type), name);
    }

    /// <summary>type.name = value</summary>
    public static Status SetOnType(Machine machine, ClassType type, PyStr name, in Value value)
    {
        if (type.Type.Lookup(machine, name, out var member))
        {
            var status = Descriptors.Set(machine, member, Value.Of(type), value);
            if (status != Status.NotImplemented)
                return status;
        }
        return type.SetMember(machine, name, value);
    }

    /// <summary>del type.name</summary>
    public static Status DeleteOnType(Machine machine, ClassType type, PyStr name)
    {
        if (type.Type.Lookup(machine, name, out var member))
        {
            var status = Descriptors.Delete(machine, member, Value.Of(type));
            if (status != Status.NotImplemented)
                return status;
        }
        return type.DeleteMember(machine, name);
    }

    /// <summary>Binds a member found in a type to an instance: functions become methods, properties are read,
    /// descriptors asked.</summary>
    public static Status Bind(Machine machine, in Value member, in Value instance, PyType type, ref Value result) =>
        Descriptors.Get(machine, member, instance, type, ref result);

    /// <summary>Binds a member found in a type that was itself asked for it.</summary>
    public static Status BindToType(Machine machine, in Value member, PyType type, ref Value result) =>
        Descriptors.Get(machine, member, Value.Null, type, ref result);

    /// <summary>Whether a member of a type goes before the instance's own attributes.</summary>
    public static bool IsDataDescriptor(Machine machine, in Value member) => Descriptors.IsData(machine, member);
}
