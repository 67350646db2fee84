using Krait.Core;

namespace Krait.Objects;

/// <summary>The special methods of object itself: what every value does when nothing more special is defined.</summary>
internal static class ObjectSlots
{
    /// <summary>Calls a special method; the arguments are self and as many as the method takes.</summary>
    public static Status Invoke(Machine machine, Special special, in Arguments arguments, ref Value result)
    {
        ref var self = ref arguments[0];
        switch (special)
        {
            case Special.Repr:
                return Repr(machine, self, ref result);
            case Special.Str:
                return Operations.Repr(machine, self, ref result);
            case Special.Format:
                if (!Conversions.TryString(machine, arguments[1], "__format__() argument", false, out var specification))
                    return Status.Raised;
                return specification.Length == 0
                    ? Operations.Str(machine, self, ref result)
                    : machine.Raise(Types.TypeError, $"unsupported format string passed to {Operations.TypeName(self)}.__format__");
            case Special.Hash:
                {
                    var status = Status.Ok;
                    var hash = 0L;
                    if (self.Object is PyObject item)
                        hash = machine.IdOf(item) >> 4;
                    else
                        status = Operations.Hash(machine, self, out hash);
                    if (status == Status.Ok)
                        result.SetInt(hash);
                    return status;
                }
            case Special.Eq:
                if (!Value.Is(self, arguments[1]))
                    return Status.NotImplemented;
                result.SetBool(true);
                return Status.Ok;
            case Special.NotEqual:
                return NotEqual(machine, self, arguments[1], ref result);
            case Special.GetAttribute:
                return NativeSlots.AttributeName(machine, arguments[1]) is { } name
                    ? Attributes.GetDefault(machine, self, name, ref result)
                    : Status.Raised;
            case Special.SetAttr or Special.DelAttr:
                return ChangeAttribute(machine, special, arguments, ref result);
            default:
                return Status.NotImplemented;
        }
    }

    /// <summary>The repr of an object that has none of its own.</summary>
    private static Status Repr(Machine machine, in Value self, ref Value result) => self.Object is PyObject item
        ? machine.Return(ref result, $"<{item.Type.QualifiedName} object at 0x{machine.IdOf(item):x}>")
        : Operations.Repr(machine, self, ref result);

    /// <summary>The opposite of what the class's own == says.</summary>
    private static Status NotEqual(Machine machine, in Value self, in Value other, ref Value result)
    {
        Value equal = default;
        Status status;
        if (self.Object is PyObject item && Specials.Find(machine, item, Special.Eq, out var method))
        {
            status = Specials.Call(machine, method, self, other, ref equal);
            if (status == Status.Ok && equal.Object == (object)Singletons.NotImplemented)
                status = Status.NotImplemented;
        }
        else
        {
            status = Operations.NativeCompare(machine, BinaryOperator.Equal, self, other, ref equal);
        }
        if (status != Status.Ok)
            return status;
        status = Operations.Truth(machine, equal, out var truth);
        if (status == Status.Ok)
            result.SetBool(!truth);
        return status;
    }

    private static Status ChangeAttribute(Machine machine, Special special, in Arguments arguments, ref Value result)
    {
        if (NativeSlots.AttributeName(machine, arguments[1]) is not { } name)
            return Status.Raised;
        if (arguments[0].Object is PyType type)
            return machine.Raise(Types.TypeError, $"can't apply this {Names.Text(special)} to {type.Type.Name} object");
        return NativeSlots.None(special == Special.SetAttr
            ? Attributes.SetDefault(machine, arguments[0], name, arguments[2])
            : Attributes.DeleteDefault(machine, arguments[0], name), ref result);
    }
}
