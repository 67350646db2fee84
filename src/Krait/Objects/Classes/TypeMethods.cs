using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Calling a type: <c>__new__</c> makes the instance, <c>__init__</c> gives it its first state. A builtin type is called
/// here. For a class these are the steps that are not Python's; the interpreter takes them: a Python <c>__new__</c> if
/// <c>FindSpecial</c> knows one, otherwise <see cref="New"/> (for a metaclass the <c>__new__</c> of type); then a Python
/// <c>__init__</c>, otherwise <see cref="Initialize"/> unless <see cref="New"/> made the instance.
/// </summary>
internal static class TypeMethods
{
    public static Status Repr(Machine machine, PyType type, ref Value result) => machine.Return(ref result,
        type.ModuleName == "builtins" ? $"<class '{type.QualifiedName}'>" : $"<class '{type.ModuleName}.{type.QualifiedName}'>");

    /// <summary>type(...) for a builtin type.</summary>
    public static Status CallBuiltin(Machine machine, BuiltinType type, in Arguments arguments, ref Value result)
    {
        if (type == Types.Type && arguments.Positional == 1 && arguments.Keywords == 0)
        {
            result.SetObject(Operations.TypeOf(arguments[0]));
            return Status.Ok;
        }
        return type.Constructor is { } constructor
            ? Construct(machine, constructor, type, arguments, ref result)
            : machine.Raise(Types.TypeError, $"cannot create '{type.Name}' instances");
    }

    /// <summary>What <c>__init__</c> returned must be None.</summary>
    public static Status CheckInitResult(Machine machine, in Value answer) => answer.IsNone
        ? Status.Ok
        : machine.Raise(Types.TypeError, $"__init__() should return None, not '{Operations.TypeName(answer)}'");

    /// <summary>Makes an instance of a class that has no <c>__new__</c> in Python: what its builtin base constructs.</summary>
    public static Status New(Machine machine, ClassType type, in Arguments arguments, ref Value result)
    {
        var layout = type.Layout;
        if (layout == Types.Object)
            return ObjectMethods.New(machine, type, arguments, ref result);
        if (layout.Constructor is not { } constructor)
            return machine.Raise(Types.TypeError, $"cannot create '{type.Name}' instances");
        // A base that is filled by its __init__ waits for the class's own to call it; exceptions keep all arguments.
        var waits = layout.ExceptionKind is null && layout.HasInitializer && type.FindSpecial(machine, Special.Init, out _);
        return Construct(machine, constructor, type, waits ? default : arguments, ref result);
    }

    /// <summary>The <c>__init__</c> of the builtin base, for an instance that a Python <c>__new__</c> made.</summary>
    public static Status Initialize(Machine machine, in Value instance, in Arguments arguments)
    {
        var type = Operations.TypeOf(instance);
        Value ignored = default;
        return type.Lookup(machine, machine.Names[Special.Init], out var method)
            ? CallMember(machine, method, instance, arguments, ref ignored)
            : Status.Ok;
    }

    /// <summary>Calls a member of a type with an instance before the other arguments.</summary>
    public static Status CallMember(Machine machine, in Value member, in Value self, in Arguments arguments, ref Value result)
    {
        if (member.Object is PyFunction or PyBuiltin { Kind: BuiltinKind.Method })
            return CallWithFirst(machine, member, self, arguments, ref result);
        Value bound = default;
        var status = Attributes.Bind(machine, member, self, Operations.TypeOf(self), ref bound);
        return status == Status.Ok ? machine.Call(bound, arguments, ref result) : status;
    }

    /// <summary>Calls with one more argument in front.</summary>
    public static Status CallWithFirst(Machine machine, in Value callee, in Value first, in Arguments arguments, ref Value result)
    {
        var buffer = default(ArgumentBuffer);
        return machine.Call(callee, ArgumentBuffer.Prepend(ref buffer, first, arguments), ref result);
    }

    /// <summary>Makes a class, and what <c>type(name, bases, namespace)</c> makes.</summary>
    public static Status NewType(Machine machine, PyType metaclass, in Arguments arguments, ref Value result)
    {
        if (arguments.Positional != 3)
            return machine.Raise(Types.TypeError, metaclass == Types.Type
                ? "type() takes 1 or 3 arguments"
                : $"type.__new__() takes exactly 3 arguments ({arguments.Positional} given)");
        if (arguments[0].Object is not PyStr name)
            return WrongArgument(machine, 1, "str", arguments[0]);
        if (arguments[1].Object is not PyTuple bases)
            return WrongArgument(machine, 2, "tuple", arguments[1]);
        if (arguments[2].Object is not PyDict members)
            return WrongArgument(machine, 3, "dict", arguments[2]);
        var status = ClassBuilder.Metaclass(machine, Value.Of(metaclass), bases.Items, out var winner);
        if (status != Status.Ok)
            return status;
        if (winner.Object != (object)metaclass && winner.Object is ClassType derived && derived.FindSpecial(machine, Special.New, out var creator))
        {
            // A base's metaclass is more derived than the one called, and makes its classes its own way.
            var buffer = default(ArgumentBuffer);
            return machine.Invoke(creator, ArgumentBuffer.Prepend(ref buffer, winner, arguments), ref result);
        }
        return ClassBuilder.Create(machine, (PyType)winner.Object!, name, bases, members, arguments.Skip(3), ref result);
    }

    /// <summary>The <c>__new__</c> of a builtin type: its constructor behind checks of the type to make.</summary>
    public static NativeFunction ConstructorOf(BuiltinType owner) => (machine, in arguments, ref result) =>
    {
        if (arguments.Positional == 0)
            return machine.Raise(Types.TypeError, $"{owner.Name}.__new__(): not enough arguments");
        if (arguments[0].Object is not PyType type)
            return machine.Raise(Types.TypeError,
                $"{owner.Name}.__new__(X): X is not a type object ({Operations.TypeName(arguments[0])})");
        if (!type.IsSubclassOf(owner))
            return machine.Raise(Types.TypeError,
                $"{owner.Name}.__new__({type.Name}): {type.Name} is not a subtype of {owner.Name}");
        if (type.Layout.Constructor is { } safe && safe != owner.Constructor)
            return machine.Raise(Types.TypeError,
                $"{owner.Name}.__new__({type.Name}) is not safe, use {type.Layout.ConstructorOwner.Name}.__new__()");
        return owner.Constructor!(machine, arguments, ref result);
    };

    private static Status Construct(Machine machine, NativeFunction constructor, PyType type, in Arguments arguments, ref Value result)
    {
        var buffer = default(ArgumentBuffer);
        return constructor(machine, ArgumentBuffer.Prepend(ref buffer, Value.Of(type), arguments), ref result);
    }

    private static Status WrongArgument(Machine machine, int index, string expected, in Value given) => machine.Raise(Types.TypeError,
        $"type.__new__() argument {index} must be {expected}, not {Operations.TypeName(given)}");
}
