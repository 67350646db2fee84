using Krait.Core;

namespace Krait.Objects;

/// <summary>isinstance() and issubclass(): a type, a tuple of such, or whatever answers
/// <c>__instancecheck__</c> and <c>__subclasscheck__</c>.</summary>
internal static class TypeChecks
{
    /// <summary>isinstance(value, what).</summary>
    public static Status IsInstance(Machine machine, in Value value, in Value what, out bool answer)
    {
        answer = true;
        if (Operations.TypeOf(value) == what.Object)
            return Status.Ok;
        if (what.Object is PyTuple tuple)
            return AnyOf(machine, value, tuple, IsInstance, out answer);
        if (what.Object is PyUnion union)
            return AnyOf(machine, value, union.Items, IsInstance, out answer);
        if (what.Object is PyObject asked && Specials.Find(machine, asked, Special.InstanceCheck, out var method))
            return Ask(machine, method, what, value, out answer);
        return DefaultInstance(machine, value, what, out answer);
    }

    /// <summary>issubclass(type, what).</summary>
    public static Status IsSubclass(Machine machine, in Value type, in Value what, out bool answer)
    {
        if (what.Object is PyTuple tuple)
            return AnyOf(machine, type, tuple, IsSubclass, out answer);
        if (what.Object is PyUnion union)
            return AnyOf(machine, type, union.Items, IsSubclass, out answer);
        if (what.Object is PyObject asked && Specials.Find(machine, asked, Special.SubclassCheck, out var method))
            return Ask(machine, method, what, type, out answer);
        return DefaultSubclass(machine, type, what, out answer);
    }

    /// <summary>type.__instancecheck__</summary>
    public static Status DefaultInstanceCheck(Machine machine, in Value value, PyType type, ref Value result)
    {
        var status = DefaultInstance(machine, value, Value.Of(type), out var answer);
        result.SetBool(answer);
        return status;
    }

    /// <summary>type.__subclasscheck__</summary>
    public static Status DefaultSubclassCheck(Machine machine, in Value type, in Value what, ref Value result)
    {
        var status = DefaultSubclass(machine, type, what, out var answer);
        result.SetBool(answer);
        return status;
    }

    private static Status DefaultInstance(Machine machine, in Value value, in Value what, out bool answer)
    {
        answer = false;
        if (what.Object is PyGenericAlias)
            return TypeArguments.IsNoClass(machine, "isinstance");
        if (what.Object is not PyType type)
            return machine.Raise(Types.TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        answer = Operations.TypeOf(value).IsSubclassOf(type);
        if (answer || value.Object is not IInstance)
            return Status.Ok;
        // An object may claim another class: a proxy's __class__ counts too.
        Value claimed = default;
        if (Attributes.Get(machine, value, machine.Names.Class, ref claimed) != Status.Ok)
            return machine.Catch(Types.AttributeError) ? Status.Ok : Status.Raised;
        answer = claimed.Object is PyType other && other.IsSubclassOf(type);
        return Status.Ok;
    }

    private static Status DefaultSubclass(Machine machine, in Value type, in Value what, out bool answer)
    {
        answer = false;
        if (type.Object is not PyType derived)
            return machine.Raise(Types.TypeError, "issubclass() arg 1 must be a class");
        if (what.Object is PyGenericAlias)
            return TypeArguments.IsNoClass(machine, "issubclass");
        if (what.Object is not PyType other)
            return machine.Raise(Types.TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        answer = derived.IsSubclassOf(other);
        return Status.Ok;
    }

    private static Status Ask(Machine machine, in Value method, in Value what, in Value value, out bool answer)
    {
        answer = false;
        Value result = default;
        var status = Specials.Call(machine, method, what, value, ref result);
        return status == Status.Ok ? Operations.Truth(machine, result, out answer) : status;
    }

    private static Status AnyOf(Machine machine, in Value value, PyTuple alternatives, Check check, out bool answer)
    {
        answer = false;
        if (!machine.EnterRecursion() || !machine.Charge(alternatives.Items.Length))
            return Status.Raised;
        foreach (var alternative in alternatives.Items)
        {
            var status = check(machine, value, alternative, out answer);
            if (status != Status.Ok || answer)
                return status;
        }
        return Status.Ok;
    }

    private delegate Status Check(Machine machine, in Value value, in Value what, out bool answer);
}
