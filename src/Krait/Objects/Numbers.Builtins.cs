using System.Numerics;
using Krait.Core;

namespace Krait.Objects;

/// <content>The built-in functions abs, divmod, pow and round, for any value.</content>
internal static partial class Numbers
{
    /// <summary>abs(value)</summary>
    public static Status Abs(Machine machine, in Value value, ref Value result)
    {
        if (FindMethod(machine, value, Special.Abs, out var method))
            return Specials.Call(machine, method, value, ref result);
        var number = Number.Of(value);
        switch (number.Kind)
        {
            case NumberKind.Long or NumberKind.Big:
                if (number.Kind == NumberKind.Long ? number.Long < 0 : number.Big.Sign < 0)
                    return Integers.Unary(machine, UnaryOperator.Negative, number, ref result);
                return Integers.Unary(machine, UnaryOperator.Positive, number, ref result);
            case NumberKind.Float:
                result.SetFloat(Math.Abs(number.Real));
                return Status.Ok;
            case NumberKind.Complex:
                var length = double.Hypot(number.Real, number.Imaginary);
                if (double.IsInfinity(length) && double.IsFinite(number.Real) && double.IsFinite(number.Imaginary))
                    return machine.Raise(Types.OverflowError, "absolute value too large");
                result.SetFloat(length);
                return Status.Ok;
            default:
                return machine.Raise(Types.TypeError, $"bad operand type for abs(): '{Operations.TypeName(value)}'");
        }
    }

    /// <summary>divmod(left, right)</summary>
    public static Status DivMod(Machine machine, in Value left, in Value right, ref Value result)
    {
        var status = Status.NotImplemented;
        var rightFirst = Operations.ReflectedFirst(left, right);
        if (rightFirst)
            status = DivModOneSide(machine, right, left, true, ref result);
        if (status == Status.NotImplemented)
            status = DivModOneSide(machine, left, right, false, ref result);
        if (status == Status.NotImplemented && !rightFirst)
            status = DivModOneSide(machine, right, left, true, ref result);
        return status == Status.NotImplemented
            ? machine.Raise(Types.TypeError,
                $"unsupported operand type(s) for divmod(): '{Operations.TypeName(left)}' and '{Operations.TypeName(right)}'")
            : status;
    }

    /// <summary>pow(left, exponent, modulus); without a modulus this is the operator.</summary>
    public static Status Pow3(Machine machine, in Value left, in Value exponent, in Value modulus, ref Value result)
    {
        if (modulus.IsNull || modulus.IsNone)
            return Operations.Binary(machine, BinaryOperator.Power, left, exponent, ref result);
        if (FindMethod(machine, left, Special.Power, out var method))
        {
            var status = Specials.Call(machine, method, left, exponent, modulus, ref result);
            if (status != Status.Ok || result.Object != (object)Singletons.NotImplemented)
                return status;
        }
        var a = Number.Of(left);
        var b = Number.Of(exponent);
        var c = Number.Of(modulus);
        if (a.IsInt && b.IsInt && c.IsInt)
            return BigModular.TryPower(machine, a.Big, b.Big, c.Big, out var power) ? machine.Return(ref result, power) : Status.Raised;
        if (a.Kind == NumberKind.Float || b.Kind == NumberKind.Float || c.Kind == NumberKind.Float)
            return machine.Raise(Types.TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
        if (a.Kind == NumberKind.Complex || b.Kind == NumberKind.Complex || c.Kind == NumberKind.Complex)
            return machine.Raise(Types.ValueError, "complex modulo");
        return machine.Raise(Types.TypeError, "unsupported operand type(s) for ** or pow(): "
            + $"'{Operations.TypeName(left)}', '{Operations.TypeName(exponent)}', '{Operations.TypeName(modulus)}'");
    }

    /// <summary>round(value, digits); no digits and None make an int.</summary>
    public static Status Round(Machine machine, in Value value, in Value digits, ref Value result)
    {
        var places = digits.IsNone ? default : digits;
        if (FindMethod(machine, value, Special.Round, out var method))
            return places.IsNull
                ? Specials.Call(machine, method, value, ref result)
                : Specials.Call(machine, method, value, places, ref result);
        return Number.Of(value).Kind switch
        {
            NumberKind.Long or NumberKind.Big => IntMethods.Round(machine, value, ref result, places),
            NumberKind.Float => FloatMethods.Round(machine, value, ref result, places),
            _ => machine.Raise(Types.TypeError, $"type {Operations.TypeName(value)} doesn't define __round__ method"),
        };
    }

    /// <summary>Finds a special method: of a number only what a Python class defines, of any other type its own.</summary>
    private static bool FindMethod(Machine machine, in Value value, Special special, out Value method)
    {
        method = default;
        if (value.Object is not PyObject item || item is PyInt)
            return false;
        return Specials.Find(machine, item, special, out method)
            || (Number.Of(value).Kind == NumberKind.None && item.Type.Lookup(machine, machine.Names[special], out method));
    }

    private static Status DivModOneSide(Machine machine, in Value self, in Value other, bool reflected, ref Value result)
    {
        if (FindMethod(machine, self, reflected ? Special.RDivMod : Special.DivMod, out var method))
        {
            var status = Specials.Call(machine, method, self, other, ref result);
            return status == Status.Ok && result.Object == (object)Singletons.NotImplemented ? Status.NotImplemented : status;
        }
        if (!reflected && Defers(self, other))
            return Status.NotImplemented;
        return reflected ? DivModNumbers(machine, Number.Of(other), Number.Of(self), ref result)
            : DivModNumbers(machine, Number.Of(self), Number.Of(other), ref result);
    }

    private static Status DivModNumbers(Machine machine, in Number left, in Number right, ref Value result)
    {
        if (left.Kind is NumberKind.None or NumberKind.Complex || right.Kind is NumberKind.None or NumberKind.Complex)
            return Status.NotImplemented;
        if (left.Kind == NumberKind.Float || right.Kind == NumberKind.Float)
        {
            if (!left.TryToDouble(out var x) || !right.TryToDouble(out var y))
                return Integers.TooLargeForFloat(machine);
            if (y == 0)
                return machine.Raise(Types.ZeroDivisionError, "float divmod()");
            FloatMath.DivMod(x, y, out var floor, out var rest);
            return Pair(Value.Float(floor), Value.Float(rest), ref result);
        }
        if (right.Kind == NumberKind.Long && right.Long == 0)
            return machine.Raise(Types.ZeroDivisionError, "integer division or modulo by zero");
        if (left.Kind == NumberKind.Long && right.Kind == NumberKind.Long && right.Long != -1)
            return Pair(Value.Int(IntegerMath.FloorDivide(left.Long, right.Long)), Value.Int(IntegerMath.Modulo(left.Long, right.Long)), ref result);
        return BigMath.TryDivMod(machine, left.Big, right.Big, out var quotient, out var remainder)
            ? Pair(PyInt.Normalize(quotient), PyInt.Normalize(remainder), ref result)
            : Status.Raised;
    }

    private static Status Pair(in Value first, in Value second, ref Value result)
    {
        result.SetObject(new PyTuple([first, second]));
        return Status.Ok;
    }
}
