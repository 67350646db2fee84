using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Attributes and items where the inline cache or the fast path does not know better. What is written in
/// Python (properties, __getattr__, __getitem__, ...) runs in pushed frames.</summary>
[Micro]
internal static class Access
{
    private static PyStr Name(Interpreter machine, int qstr) => machine.Current.Function.Code.String(machine, qstr);

    /// <summary>LOAD_ATTR.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadAttribute(Interpreter machine, ref InlineCache cache, int qstr, ref Value target, ref Value result)
    {
        var name = Name(machine, qstr);
        if (target.Object is not PyInstance instance)
            return Load(machine, target, name, Continuation.AttributeResult, ref result);
        ref var state = ref instance.Instance;
        var type = state.Shape.Owner;
        if (type.FindSpecial(machine, Special.GetAttribute, out _))
            return Load(machine, target, name, Continuation.AttributeResult, ref result);
        var inType = type.Lookup(machine, name, out var member);
        if (inType && Descriptors.IsData(machine, member))
            return Read(machine, member, target, type, name, Continuation.AttributeResult, ref result);
        if (!state.Shape.IsDictionary)
        {
            var slot = state.Shape.Find(name);
            if (slot >= 0)
            {
                if (Interpreter.IsWarm(machine.Current.Function.Code))
                    cache = new InlineCache { Key = state.Shape.Id, Slot = slot };
                result.Set(state.Slots[slot]);
                return Status.Ok;
            }
        }
        else if (state.Dictionary!.TryGetName(machine, name, out var own))
        {
            result.Set(own);
            return Status.Ok;
        }
        return inType
            ? Read(machine, member, target, type, name, Continuation.AttributeResult, ref result)
            : Absent(machine, target, type, name, Continuation.AttributeResult, ref result);
    }

    /// <summary>LOAD_METHOD: a function of the class comes with its self instead of as a bound method.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadMethod(Interpreter machine, ref InlineCache cache, int qstr, ref Value target, ref Value method, ref Value self)
    {
        var name = Name(machine, qstr);
        var type = Operations.TypeOf(target);
        if (type is ClassType owner)
        {
            if (!owner.FindSpecial(machine, Special.GetAttribute, out _) && owner.Metaclass == Types.Type
                && target.Object is not PyType && owner.Lookup(machine, name, out var member)
                && member.Object is PyFunction or PyBuiltin { Kind: BuiltinKind.Method }
                && !Attributes.TryGetOwn(machine, target, name, out _))
            {
                if (target.Object is PyInstance { Instance.Shape: { IsDictionary: false } shape } && member.Object is PyFunction
                    && Interpreter.IsWarm(machine.Current.Function.Code))
                    cache = new InlineCache { Key = shape.Id, Target = member.Object };
                return Pair(member, target, ref method, ref self);
            }
        }
        else if (type is BuiltinType native && target.Object is not (PyType or PyModule) && native.Lookup(machine, name, out var member)
            && member.Object is PyBuiltin { Kind: BuiltinKind.Method } && !Attributes.TryGetOwn(machine, target, name, out _))
        {
            if (Interpreter.IsWarm(machine.Current.Function.Code))
                cache = new InlineCache { Target = member.Object };
            return Pair(member, target, ref method, ref self);
        }
        Value value = default;
        var status = Load(machine, target, name, Continuation.MethodResult, ref value);
        if (status == Status.Ok)
        {
            method.Set(value);
            self.Clear();
        }
        return status;
    }

    private static Status Pair(in Value member, in Value target, ref Value method, ref Value self)
    {
        Value found = member;
        self.Set(target);
        method.Set(found);
        return Status.Ok;
    }

    /// <summary>LOAD_SUPER_METHOD.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadSuperMethod(Interpreter machine, int qstr, ref Value type, ref Value self, ref Value method, ref Value bound)
    {
        var name = Name(machine, qstr);
        if (type.Object is not PyType start)
            return machine.Raise(Types.TypeError, $"super() argument 1 must be a type, not {Operations.TypeName(type)}");
        Value instance = self;
        Value member = default;
        if (Supers.Lookup(machine, start, instance, name, out member) != Status.Ok)
            return Status.Raised;
        var objectType = instance.Object as PyType is { } asType && asType.IsSubclassOf(start) ? asType : Operations.TypeOf(instance);
        if (member.Object is PyFunction or PyBuiltin { Kind: BuiltinKind.Method } && !ReferenceEquals(objectType, instance.Object))
            return Pair(member, instance, ref method, ref bound);
        Value read = default;
        var status = ReferenceEquals(objectType, instance.Object)
            ? Attributes.BindToType(machine, member, objectType, ref read)
            : Attributes.Bind(machine, member, instance, objectType, ref read);
        if (status == Status.Ok)
        {
            method.Set(read);
            bound.Clear();
        }
        return status;
    }

    /// <summary>Reads an attribute of anything.</summary>
    private static Status Load(Interpreter machine, in Value target, PyStr name, Continuation continuation, ref Value result)
    {
        var type = Operations.TypeOf(target);
        if (type is ClassType owner && owner.FindSpecial(machine, Special.GetAttribute, out var method))
        {
            var status = Pushes.Method(machine, method, target, Value.Of(name), new After(continuation, 0, name), ref result);
            return status == Status.Raised ? Fallback(machine, target, owner, name, continuation, ref result) : status;
        }
        if (target.Object is PyType from)
            return LoadFromType(machine, from, type, target, name, continuation, ref result);
        if (type is ClassType && target.Object is IInstance)
        {
            var inType = type.Lookup(machine, name, out var member);
            if (inType && Descriptors.IsData(machine, member))
                return Read(machine, member, target, type, name, continuation, ref result);
            if (Attributes.TryGetOwn(machine, target, name, out var own))
            {
                result.Set(own);
                return Status.Ok;
            }
            return inType ? Read(machine, member, target, type, name, continuation, ref result) : Absent(machine, target, (ClassType)type, name, continuation, ref result);
        }
        return Attributes.Get(machine, target, name, ref result);
    }

    /// <summary>Reads an attribute of a class: data descriptors of the metaclass, members along the class's own order, the
    /// metaclass's other members.</summary>
    private static Status LoadFromType(Interpreter machine, PyType from, PyType meta, in Value target, PyStr name, Continuation continuation, ref Value result)
    {
        var inMeta = meta.Lookup(machine, name, out var metaMember);
        if (inMeta && Descriptors.IsData(machine, metaMember))
            return Read(machine, metaMember, target, meta, name, continuation, ref result);
        if (!from.Lookup(machine, name, out var member))
        {
            if (inMeta)
                return Read(machine, metaMember, target, meta, name, continuation, ref result);
            return meta is ClassType owner ? Absent(machine, target, owner, name, continuation, ref result) : Attributes.Missing(machine, target, name);
        }
        var status = member.Object is IInstance and PyObject descriptor && Specials.Find(machine, descriptor, Special.Get, out var get)
            ? Pushes.Method(machine, get, member, Value.None, target, new After(continuation, 0, name), ref result)
            : Attributes.BindToType(machine, member, from, ref result);
        return status == Status.Raised && meta is ClassType asked ? Fallback(machine, target, asked, name, continuation, ref result) : status;
    }

    /// <summary>Reads a member of the class through an instance: what is written in Python is pushed.</summary>
    private static Status Read(Interpreter machine, in Value member, in Value target, PyType type, PyStr name, Continuation continuation, ref Value result)
    {
        Value made = default;
        var after = new After(continuation, 0, name);
        Status status;
        if (member.Object is IInstance and PyObject descriptor && Specials.Find(machine, descriptor, Special.Get, out var get))
            status = Pushes.Method(machine, get, member, target, Value.Of(type), after, ref made);
        else if (member.Object is PyProperty { Getter: { IsNone: false } getter })
            status = Pushes.Invoke(machine, getter, [target], after, ref made);
        else
            status = Attributes.Bind(machine, member, target, type, ref made);
        if (status == Status.Raised && type is ClassType owner)
            return Fallback(machine, target, owner, name, continuation, ref result);
        if (status == Status.Ok)
            result.Set(made);
        return status;
    }

    /// <summary>What reads an attribute raised at once: after an AttributeError __getattr__ is asked.</summary>
    private static Status Fallback(Interpreter machine, in Value target, ClassType type, PyStr name, Continuation continuation, ref Value result) =>
        type.FindSpecial(machine, Special.GetAttr, out _) && machine.Catch(Types.AttributeError)
            ? Absent(machine, target, type, name, continuation, ref result)
            : Status.Raised;

    /// <summary>The attribute is not there: __getattr__ is asked, or AttributeError raised.</summary>
    private static Status Absent(Interpreter machine, in Value target, ClassType type, PyStr name, Continuation continuation, ref Value result)
    {
        if (!type.FindSpecial(machine, Special.GetAttr, out var method))
            return Attributes.Missing(machine, target, name);
        // What __getattr__ raises is final: no further fallback.
        var plain = continuation == Continuation.MethodResult ? Continuation.MethodResult : Continuation.Push;
        return Pushes.Method(machine, method, target, Value.Of(name), plain, ref result);
    }

    /// <summary>A property or __getattribute__ raised: after an AttributeError __getattr__ is asked. The object lies
    /// above the caller's top.</summary>
    public static bool TryGetAttr(Interpreter machine, Frame caller, PyStr? name, Continuation continuation)
    {
        if (name is null)
            return false;
        Value target = caller[caller.Top];
        if (target.Object is not PyObject item || item.Type is not ClassType type
            || !type.FindSpecial(machine, Special.GetAttr, out _) || !machine.Catch(Types.AttributeError))
            return false;
        Value result = default;
        var status = Absent(machine, target, type, name, continuation, ref result);
        if (status == Status.Ok)
        {
            caller.Push(result);
            if (continuation == Continuation.MethodResult)
                caller.Push(Value.Null);
        }
        return status != Status.Raised;
    }

    /// <summary>STORE_ATTR; NULL deletes.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreAttribute(Interpreter machine, ref InlineCache cache, int qstr, ref Value value, ref Value target)
    {
        var name = Name(machine, qstr);
        if (value.IsNull)
            return DeleteAttribute(machine, name, target);
        if (target.Object is not PyObject item || item.Type is not ClassType type || target.Object is PyType)
            return Attributes.Set(machine, target, name, value);
        Value ignored = default;
        if (type.FindSpecial(machine, Special.SetAttr, out var method))
            return Pushes.Method(machine, method, target, Value.Of(name), value, Continuation.Discard, ref ignored);
        if (type.Lookup(machine, name, out var member) && Descriptors.IsData(machine, member))
        {
            if (member.Object is IInstance and PyObject descriptor && Specials.Find(machine, descriptor, Special.Set, out var set))
                return Pushes.Method(machine, set, member, target, value, Continuation.Discard, ref ignored);
            return member.Object is PyProperty { Setter: { IsNone: false } setter }
                ? Pushes.Invoke(machine, setter, [target, value], Continuation.Discard, ref ignored)
                : Attributes.SetDefault(machine, target, name, value);
        }
        if (target.Object is not PyInstance instance || !type.Allows(name))
            return Attributes.SetDefault(machine, target, name, value);
        Instances.Set(machine, ref instance.Instance, name, value);
        var shape = instance.Instance.Shape;
        if (!shape.IsDictionary && Interpreter.IsWarm(machine.Current.Function.Code))
            cache = new InlineCache { Key = shape.Id, Slot = shape.Find(name) };
        return Status.Ok;
    }

    private static Status DeleteAttribute(Interpreter machine, PyStr name, in Value target)
    {
        if (target.Object is not PyObject item || item.Type is not ClassType type || target.Object is PyType)
            return Attributes.Delete(machine, target, name);
        Value ignored = default;
        if (type.FindSpecial(machine, Special.DelAttr, out var method))
            return Pushes.Method(machine, method, target, Value.Of(name), Continuation.Discard, ref ignored);
        if (!type.Lookup(machine, name, out var member))
            return Attributes.DeleteDefault(machine, target, name);
        if (member.Object is IInstance and PyObject descriptor && Specials.Find(machine, descriptor, Special.Delete, out var delete))
            return Pushes.Method(machine, delete, member, target, Continuation.Discard, ref ignored);
        return member.Object is PyProperty { Deleter: { IsNone: false } deleter }
            ? Pushes.Invoke(machine, deleter, [target], Continuation.Discard, ref ignored)
            : Attributes.DeleteDefault(machine, target, name);
    }

    /// <summary>object[index].</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadSubscript(Interpreter machine, ref Value target, ref Value index, ref Value result)
    {
        if (target.Object is PyObject item && Specials.Find(machine, item, Special.GetItem, out var method))
            return Pushes.Method(machine, method, target, index, Continuation.Push, ref result);
        Value made = default;
        if (target.Object is ClassType type && type.Lookup(machine, machine.Names[Special.ClassGetItem], out var maker))
        {
            Value bound = default;
            return Attributes.BindToType(machine, maker, type, ref bound) == Status.Ok
                ? Pushes.Invoke(machine, bound, [index], Continuation.Push, ref result)
                : Status.Raised;
        }
        var status = Operations.GetItem(machine, target, index, ref made);
        if (status == Status.Ok)
            result.Set(made);
        return status;
    }

    /// <summary>dict[key] of a dict that is no subclass's: nothing can have taken the operation over.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadDictItem(Interpreter machine, PyDict dict, ref Value key, ref Value result)
    {
        // A str finds itself without asking Python; what is not found may still equal some other key.
        if (key.Object is PyStr name && dict.TryGetName(machine, name, out var value))
        {
            result.Set(value);
            return Status.Ok;
        }
        var status = dict.TryGet(machine, key, out value);
        if (status == Status.Ok)
            result.Set(value);
        return status == Status.Stop ? machine.Raise(Types.KeyError, key) : status;
    }

    /// <summary>dict[key] = value, likewise.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreDictItem(Interpreter machine, PyDict dict, ref Value key, ref Value value) =>
        dict.Set(machine, key, value);

    /// <summary>object[index] = value; NULL deletes.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreSubscript(Interpreter machine, ref Value value, ref Value target, ref Value index)
    {
        Value ignored = default;
        if (value.IsNull)
        {
            return target.Object is PyObject deleted && Specials.Find(machine, deleted, Special.DelItem, out var deleter)
                ? Pushes.Method(machine, deleter, target, index, Continuation.Discard, ref ignored)
                : Operations.DeleteItem(machine, target, index);
        }
        return target.Object is PyObject item && Specials.Find(machine, item, Special.SetItem, out var method)
            ? Pushes.Method(machine, method, target, index, value, Continuation.Discard, ref ignored)
            : Operations.SetItem(machine, target, index, value);
    }

    /// <summary>A special method of a value's type, with the self it wants (NULL when it is bound already). False when
    /// there is none, or with an exception pending when binding failed.</summary>
    public static bool FindSpecial(Machine machine, in Value value, PyStr name, ref Value method, ref Value self)
    {
        var type = Operations.TypeOf(value);
        if (!type.Lookup(machine, name, out var member))
            return false;
        if (member.Object is PyFunction or PyBuiltin { Kind: BuiltinKind.Method })
        {
            method = member;
            self = value;
            return true;
        }
        return Attributes.Bind(machine, member, value, type, ref method) == Status.Ok;
    }
}
