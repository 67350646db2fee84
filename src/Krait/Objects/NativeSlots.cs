using Krait.Core;

namespace Krait.Objects;

/// <summary>What a builtin type itself does for a special method, without looking at Python classes: the slots of C#
/// objects, and <see cref="Numbers"/> for the tagged kinds.</summary>
/// <remarks>The result may lie where an argument lies: each case writes it last.</remarks>
internal static class NativeSlots
{
    /// <summary>Calls a special method; the arguments are self and as many as the method takes.</summary>
    public static Status Invoke(Machine machine, Special special, in Arguments arguments, ref Value result)
    {
        ref var self = ref arguments[0];
        var item = self.Object as PyObject;
        switch (special)
        {
            case <= Special.NotEqual:
                return Operations.NativeCompare(machine, (BinaryOperator)special, self, arguments[1], ref result);
            case <= Special.IPower:
                return Operations.NativeBinary(machine, BinaryOperator.InplaceOr + (special - Special.IOr), self, arguments[1], false, ref result);
            case Special.Power or Special.RPower when arguments.Positional == 3 && !arguments[2].IsNone:
                return special == Special.Power
                    ? Numbers.Pow3(machine, Plain(self), Plain(arguments[1]), Plain(arguments[2]), ref result)
                    : Numbers.Pow3(machine, Plain(arguments[1]), Plain(self), Plain(arguments[2]), ref result);
            case <= Special.Power:
                return Operations.NativeBinary(machine, BinaryOperator.Or + (special - Special.Or), self, arguments[1], false, ref result);
            case Special.DivMod or Special.RDivMod:
                return DivMod(machine, self, arguments[1], special == Special.RDivMod, ref result);
            case <= Special.RPower:
                return Operations.NativeBinary(machine, BinaryOperator.Or + (special - Special.ROr), self, arguments[1], true, ref result);
            case Special.Positive:
                return Unary(machine, UnaryOperator.Positive, self, ref result);
            case Special.Negative:
                return Unary(machine, UnaryOperator.Negative, self, ref result);
            case Special.Invert:
                return Unary(machine, UnaryOperator.Invert, self, ref result);
            case Special.Abs:
                return Numbers.Abs(machine, Plain(self), ref result);
            case Special.Int or Special.Index:
                return Integer(machine, self, ref result);
            case Special.Float:
                return Float(machine, self, ref result);
            case Special.Bool:
                {
                    var status = item is null ? Operations.Truth(machine, self, out var truth) : item.Truth(machine, out truth);
                    return Bool(status, truth, ref result);
                }
            case Special.Len:
                {
                    var status = item is null ? Operations.Length(machine, self, out var length) : item.Length(machine, out length);
                    return Int(status, length, ref result);
                }
            case Special.Hash:
                {
                    var status = item is null ? Operations.Hash(machine, self, out var hash) : item.Hash(machine, out hash);
                    return Int(status, hash, ref result);
                }
            case Special.Contains:
                {
                    var found = false;
                    var status = item?.Contains(machine, arguments[1], out found) ?? Operations.Contains(machine, self, arguments[1], out found);
                    return Bool(status, found, ref result);
                }
            case Special.Repr:
                return item is null ? Operations.Repr(machine, self, ref result) : item.Repr(machine, ref result);
            case Special.Str:
                return item is null ? Operations.Str(machine, self, ref result) : item.Str(machine, ref result);
            case Special.Format:
                if (!Conversions.TryString(machine, arguments[1], "__format__() argument", false, out var specification))
                    return Status.Raised;
                return item is null ? Operations.Format(machine, self, specification, ref result) : item.Format(machine, specification, ref result);
            case Special.GetItem:
                return item is null ? Operations.GetItem(machine, self, arguments[1], ref result) : item.GetItem(machine, arguments[1], ref result);
            case Special.SetItem:
                return None(item is null
                    ? Operations.SetItem(machine, self, arguments[1], arguments[2])
                    : item.SetItem(machine, arguments[1], arguments[2]), ref result);
            case Special.DelItem:
                return None(item is null ? Operations.DeleteItem(machine, self, arguments[1]) : item.DeleteItem(machine, arguments[1]), ref result);
            case Special.Iter:
                return item is null ? Operations.Iterate(machine, self, ref result) : item.Iterate(machine, ref result);
            case Special.Next:
                return item is null ? Operations.Next(machine, self, ref result) : item.Next(machine, ref result);
            case Special.Call:
                // type.__call__ passes by the metaclass's own, which may be asking.
                return item is PyType type ? machine.Instantiate(type, arguments.Skip(1), ref result) : Operations.Invoke(machine, self, arguments.Skip(1), ref result);
            default:
                return Attribute(machine, special, item, arguments, ref result);
        }
    }

    /// <summary>The str of an attribute's name, interned; null with a TypeError pending for anything else.</summary>
    public static PyStr? AttributeName(Machine machine, in Value name)
    {
        if (name.Object is PyStr text)
            return machine.Intern(text.Text);
        machine.Raise(Types.TypeError, $"attribute name must be string, not '{Operations.TypeName(name)}'");
        return null;
    }

    /// <summary>An operation that gives nothing gives None.</summary>
    public static Status None(Status status, ref Value result)
    {
        if (status == Status.Ok)
            result.SetNone();
        return status;
    }

    private static Status Attribute(Machine machine, Special special, PyObject? item, in Arguments arguments, ref Value result)
    {
        if (AttributeName(machine, arguments[1]) is not { } name)
            return Status.Raised;
        return special switch
        {
            Special.GetAttribute when item is not null => item.GetAttribute(machine, name, ref result),
            Special.GetAttribute => Attributes.GetDefault(machine, arguments[0], name, ref result),
            Special.SetAttr when item is not null => None(item.SetAttribute(machine, name, arguments[2]), ref result),
            Special.SetAttr => None(Attributes.SetDefault(machine, arguments[0], name, arguments[2]), ref result),
            _ when item is not null => None(item.DeleteAttribute(machine, name), ref result),
            _ => None(Attributes.DeleteDefault(machine, arguments[0], name), ref result),
        };
    }

    private static Status Bool(Status status, bool truth, ref Value result)
    {
        if (status == Status.Ok)
            result.SetBool(truth);
        return status;
    }

    private static Status Int(Status status, long number, ref Value result)
    {
        if (status == Status.Ok)
            result.SetInt(number);
        return status;
    }

    private static Status Unary(Machine machine, UnaryOperator op, in Value self, ref Value result) =>
        self.Object is PyObject item ? item.Unary(machine, op, ref result) : Numbers.Unary(machine, op, self, ref result);

    private static Status DivMod(Machine machine, in Value self, in Value other, bool reflected, ref Value result)
    {
        var (own, its) = (Number.Of(self), Number.Of(other));
        if (own.Kind == NumberKind.None || its.Kind is NumberKind.None or NumberKind.Complex || own.IsInt && !its.IsInt)
            return Status.NotImplemented;
        return reflected
            ? Numbers.DivMod(machine, Plain(other), Plain(self), ref result)
            : Numbers.DivMod(machine, Plain(self), Plain(other), ref result);
    }

    private static Status Integer(Machine machine, in Value self, ref Value result)
    {
        var number = Number.Of(self);
        return number.IsInt ? machine.Return(ref result, number.Big) : Floats.Truncate(machine, number.Real, ref result);
    }

    private static Status Float(Machine machine, in Value self, ref Value result)
    {
        if (!Number.Of(self).TryToDouble(out var real))
            return Integers.TooLargeForFloat(machine);
        result.SetFloat(real);
        return Status.Ok;
    }

    /// <summary>A number without the class that is derived from its type, so that what the class defines is not asked.</summary>
    private static Value Plain(in Value number) => number.Object switch
    {
        PyIntInstance item => item.Number,
        PyFloatInstance item => Value.Float(item.Number),
        PyComplexInstance item => Value.Of(new PyComplex(item.Real, item.Imaginary)),
        _ => number,
    };
}
