using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Calling a Python class: __new__, then __init__, each a pushed frame when it is written in Python.</summary>
internal static class Construction
{
    /// <summary>Calls a class with arguments that start at <paramref name="first"/>. With <paramref name="hasRoom"/> the
    /// slot before them may be overwritten.</summary>
    public static Status CallClass(Interpreter machine, ClassType type, ref Value first, int positional, int keywords, bool hasRoom, ref Value result)
    {
        if (type.Metaclass is ClassType meta && meta.FindSpecial(machine, Special.Call, out var special))
        {
            Value bound = default;
            return Attributes.Bind(machine, special, Value.Of(type), meta, ref bound) == Status.Ok
                ? Calls.Invoke(machine, bound, ref first, positional, keywords, hasRoom, ref result)
                : Status.Raised;
        }
        return Instantiate(machine, type, ref first, positional, keywords, hasRoom, ref result);
    }

    /// <summary>What type.__call__ does.</summary>
    public static Status Instantiate(Interpreter machine, ClassType type, ref Value first, int positional, int keywords, bool hasRoom, ref Value result)
    {
        if (type.FindSpecial(machine, Special.New, out var constructor))
            return CallNew(machine, type, constructor, ref first, positional, keywords, ref result);
        // Making a class may run Python (__set_name__, __init_subclass__, mro), for which its __init__ waits.
        if (type.Layout == Types.Type && type.Lookup(machine, machine.Names[Special.New], out constructor))
            return CallNew(machine, type, constructor, ref first, positional, keywords, ref result);
        Value instance = default;
        if (TypeMethods.New(machine, type, new Arguments(ref first, positional, keywords), ref instance) != Status.Ok)
            return Status.Raised;
        return Initialize(machine, type, instance, ref first, positional, keywords, hasRoom, ref result);
    }

    /// <summary>Calls __init__ of a fresh instance, if its class has one in Python.</summary>
    private static Status Initialize(Interpreter machine, ClassType type, in Value instance, ref Value first, int positional, int keywords, bool hasRoom, ref Value result)
    {
        if (!type.FindSpecial(machine, Special.Init, out var initializer))
        {
            result.Set(instance);
            return Status.Ok;
        }
        Value keep = instance;
        Value returned = default;
        var after = new After(Continuation.InitResult, 0, keep.Object);
        Status status;
        if (initializer.Object is PyFunction function)
        {
            first = ref Calls.Prepend(keep, ref first, positional + 2 * keywords, hasRoom);
            status = Calls.Push(machine, function, ref first, positional + 1, keywords, ref returned);
            if (status == Status.Pushed)
                after.SetOn(machine.Current);
        }
        else
        {
            Value bound = default;
            status = Attributes.Bind(machine, initializer, keep, type, ref bound);
            if (status == Status.Ok)
                status = Calls.Invoke(machine, bound, ref first, positional, keywords, after, ref returned);
        }
        if (status != Status.Ok)
            return status;
        result.Set(keep);
        return TypeMethods.CheckInitResult(machine, returned);
    }

    private static Status CallNew(Interpreter machine, ClassType type, in Value constructor, ref Value first, int positional, int keywords, ref Value result)
    {
        var call = new PendingConstruction(type, positional, keywords);
        MemoryMarshal.CreateSpan(ref first, positional + 2 * keywords).CopyTo(call.Values.AsSpan(1));
        call.Values[0] = Value.Of(type);
        Value target = constructor.Object is PyStaticMethod wrapped ? wrapped.Function : constructor;
        Value made = default;
        var status = Calls.Invoke(machine, target, ref call.Values[0], positional + 1, keywords, new After(Continuation.Resume, 0, call), ref made);
        return status == Status.Ok ? AfterNew(machine, call, made, ref result) : status;
    }

    /// <summary>What follows when __new__ has returned.</summary>
    public static Status AfterNew(Interpreter machine, PendingConstruction call, in Value made, ref Value result)
    {
        if (!Operations.IsInstance(made, call.Type) || Operations.TypeOf(made) is not ClassType type)
        {
            result.Set(made);
            return Status.Ok;
        }
        ref var first = ref call.Values[1 % call.Values.Length];
        if (type.FindSpecial(machine, Special.Init, out _))
            return Initialize(machine, type, made, ref first, call.Positional, call.Keywords, call.Values.Length > 1, ref result);
        result.Set(made);
        return TypeMethods.Initialize(machine, made, new Arguments(ref first, call.Positional, call.Keywords));
    }
}

/// <summary>The arguments of a class call that waits for __new__; slot 0 is the class, later the instance.</summary>
internal sealed class PendingConstruction(ClassType type, int positional, int keywords) : Pending
{
    public readonly ClassType Type = type;
    public readonly int Positional = positional;
    public readonly int Keywords = keywords;
    // Bounded: the arguments are there already, and charged.
    public readonly Value[] Values = new Value[positional + 2 * keywords + 1];

    public override Status Resume(Machine machine, in Value value, ref Value result) =>
        Construction.AfterNew((Interpreter)machine, this, value, ref result);
}
