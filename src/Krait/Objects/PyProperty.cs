using Krait.Core;

namespace Krait.Objects;

/// <summary>A property: attribute access as calls.</summary>
internal sealed class PyProperty(in Value getter, in Value setter, in Value deleter) : PyObject
{
    public readonly Value Getter = getter;
    public readonly Value Setter = setter;
    public readonly Value Deleter = deleter;

    public override PyType Type => Types.Property;

    public Status Get(Machine machine, in Value instance, ref Value result) => Getter.IsNull || Getter.IsNone
        ? machine.Raise(Types.AttributeError, $"property of '{Operations.TypeName(instance)}' object has no getter")
        : machine.Call(Getter, instance, ref result);

    public Status Set(Machine machine, in Value instance, in Value value)
    {
        if (Setter.IsNull || Setter.IsNone)
            return machine.Raise(Types.AttributeError, $"property of '{Operations.TypeName(instance)}' object has no setter");
        Value ignored = default;
        Value[] arguments = [instance, value];
        return machine.Call(Setter, arguments, ref ignored);
    }

    public Status Delete(Machine machine, in Value instance)
    {
        if (Deleter.IsNull || Deleter.IsNone)
            return machine.Raise(Types.AttributeError, $"property of '{Operations.TypeName(instance)}' object has no deleter");
        Value ignored = default;
        return machine.Call(Deleter, instance, ref ignored);
    }
}

/// <summary>A staticmethod: a function that never binds.</summary>
internal sealed class PyStaticMethod(in Value function) : PyObject
{
    public readonly Value Function = function;

    public override PyType Type => Types.StaticMethod;
}

/// <summary>A classmethod: a function that binds to the class.</summary>
internal sealed class PyClassMethod(in Value function) : PyObject
{
    public readonly Value Function = function;

    public override PyType Type => Types.ClassMethod;

    public Status Bind(Machine machine, PyType type, ref Value result)
    {
        _ = machine;
        result.SetObject(new PyMethod(Function, Value.Of(type)));
        return Status.Ok;
    }
}
