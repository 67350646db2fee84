using Krait.Core;

namespace Krait.Objects;

/// <summary>The descriptor protocol: what a member of a type becomes when it is read, written or deleted through an
/// instance or through the type.</summary>
internal static class Descriptors
{
    /// <summary>Reads a member through an instance, or through the type when <paramref name="instance"/> is no value.</summary>
    public static Status Get(Machine machine, in Value member, in Value instance, PyType type, ref Value result)
    {
        switch (member.Object)
        {
            case PyFunction when !instance.IsNull:
                result.SetObject(new PyMethod(member, instance));
                return Status.Ok;
            case IInstance when Specials.Find(machine, (PyObject)member.Object!, Special.Get, out var getter):
                return Specials.Call(machine, getter, member, instance.IsNull ? Value.None : instance, Value.Of(type), ref result);
            case PyBuiltin { Kind: BuiltinKind.Method } when !instance.IsNull:
                result.SetObject(new PyMethod(member, instance));
                return Status.Ok;
            case PyBuiltin { Kind: BuiltinKind.ClassMethod }:
                result.SetObject(new PyMethod(member, Value.Of(type)));
                return Status.Ok;
            case PyBuiltinProperty property when !instance.IsNull:
                {
                    Value self = instance;
                    return property.Getter(machine, new Arguments(ref self, 1, 0), ref result);
                }
            case PyProperty property when !instance.IsNull:
                return property.Get(machine, instance, ref result);
            case PySlotMember slot when !instance.IsNull:
                return Attributes.Missing(machine, instance, slot.Name);
            case PyStaticMethod wrapped:
                result.Set(wrapped.Function);
                return Status.Ok;
            case PyClassMethod wrapped:
                // A classmethod of a classmethod of ...
                return machine.EnterRecursion() ? wrapped.Bind(machine, type, ref result) : Status.Raised;
            case PySuper unbound when !instance.IsNull:
                return unbound.Bind(machine, instance, ref result);
            default:
                result.Set(member);
                return Status.Ok;
        }
    }

    /// <summary>Whether reading a member through a type or instance makes something else of it.</summary>
    public static bool Binds(Machine machine, in Value member) => member.Object switch
    {
        PyFunction or PyBuiltin { Kind: not (BuiltinKind.Function or BuiltinKind.StaticMethod) } or PyBuiltinProperty or PyProperty
            or PyStaticMethod or PyClassMethod or PySlotMember => true,
        PyObject item => Specials.Find(machine, item, Special.Get, out _),
        _ => false,
    };

    /// <summary>Writes through a data descriptor; <see cref="Status.NotImplemented"/> when the member is none.</summary>
    public static Status Set(Machine machine, in Value member, in Value instance, in Value value)
    {
        switch (member.Object)
        {
            case IInstance when Specials.Find(machine, (PyObject)member.Object!, Special.Set, out var method):
                {
                    Value ignored = default;
                    return Specials.Call(machine, method, member, instance, value, ref ignored);
                }
            case PyBuiltinProperty { Setter: { } setter }:
                return Write(machine, setter, instance, value);
            case PyBuiltinProperty property:
                return machine.Raise(Types.AttributeError,
                    $"attribute '{property.Name}' of '{Operations.TypeName(instance)}' objects is not writable");
            case PyProperty property:
                return property.Set(machine, instance, value);
            case IInstance when Specials.Find(machine, (PyObject)member.Object!, Special.Delete, out _):
                return machine.Raise(Types.AttributeError, "__set__");
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>Deletes through a data descriptor; <see cref="Status.NotImplemented"/> when the member is none.</summary>
    public static Status Delete(Machine machine, in Value member, in Value instance)
    {
        switch (member.Object)
        {
            case IInstance when Specials.Find(machine, (PyObject)member.Object!, Special.Delete, out var method):
                {
                    Value ignored = default;
                    return Specials.Call(machine, method, member, instance, ref ignored);
                }
            case PyBuiltinProperty { Setter: { } setter }:
                return Write(machine, setter, instance, Value.Null);
            case PyBuiltinProperty property:
                return machine.Raise(Types.AttributeError,
                    $"attribute '{property.Name}' of '{Operations.TypeName(instance)}' objects is not writable");
            case PyProperty property:
                return property.Delete(machine, instance);
            case IInstance when Specials.Find(machine, (PyObject)member.Object!, Special.Set, out _):
                return machine.Raise(Types.AttributeError, "__delete__");
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>Whether one of the functions that a descriptor calls says that it is abstract.</summary>
    public static Status IsAbstract(Machine machine, ReadOnlySpan<Value> functions, ref Value result)
    {
        var found = false;
        foreach (ref readonly var function in functions)
        {
            Value mark = default;
            if (Attributes.Get(machine, function, machine.Intern("__isabstractmethod__"), ref mark) == Status.Ok)
            {
                if (Operations.Truth(machine, mark, out found) != Status.Ok)
                    return Status.Raised;
            }
            else if (!machine.Catch(Types.AttributeError))
            {
                return Status.Raised;
            }
            if (found)
                break;
        }
        result.SetBool(found);
        return Status.Ok;
    }

    /// <summary>Whether a member goes before the instance's own attributes.</summary>
    public static bool IsData(Machine machine, in Value member) => member.Object switch
    {
        PyBuiltinProperty or PyProperty => true,
        IInstance => Specials.Find(machine, (PyObject)member.Object!, Special.Set, out _)
            || Specials.Find(machine, (PyObject)member.Object!, Special.Delete, out _),
        _ => false,
    };

    /// <summary>Calls the setter of a builtin attribute; no value to set means to delete.</summary>
    private static Status Write(Machine machine, NativeFunction setter, in Value instance, in Value value)
    {
        var arguments = default(ArgumentBuffer);
        arguments[0] = instance;
        arguments[1] = value;
        Value ignored = default;
        return setter(machine, new Arguments(ref arguments[0], 2, 0), ref ignored);
    }
}
