using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>The special methods that operations look for in Python classes.</summary>
internal enum Special : byte
{
    Less, Greater, Eq, LessEqual, GreaterEqual, NotEqual,
    IOr, IXor, IAnd, ILeftShift, IRightShift, IAdd, ISubtract, IMultiply, IMatrixMultiply, IFloorDivide, ITrueDivide, IModulo, IPower,
    Or, Xor, And, LeftShift, RightShift, Add, Subtract, Multiply, MatrixMultiply, FloorDivide, TrueDivide, Modulo, Power, DivMod,
    ROr, RXor, RAnd, RLeftShift, RRightShift, RAdd, RSubtract, RMultiply, RMatrixMultiply, RFloorDivide, RTrueDivide, RModulo, RPower, RDivMod,
    Positive, Negative, Invert, Abs, Bool, Len, Repr, Str, Format, Hash, Bytes,
    GetItem, SetItem, DelItem, Contains, Iter, Next, Reversed, Missing, LengthHint,
    Call, New, Init, Get, Set, Delete, GetAttr, GetAttribute, SetAttr, DelAttr, Dir,
    Index, Int, Float, Complex, Round, Trunc, Floor, Ceil,
    Enter, Exit, InstanceCheck, SubclassCheck, InitSubclass, SetName, ClassGetItem, Prepare,
    Count,
}

/// <summary>Finding and calling the special methods of Python classes.</summary>
internal static class Specials
{
    private const int PlainToSpecial = (int)Special.Or - (int)BinaryOperator.Or;
    private const int InplaceToSpecial = (int)Special.IOr - (int)BinaryOperator.InplaceOr;
    private const int ReflectedDistance = (int)Special.ROr - (int)Special.Or;

    /// <summary>The special method of an operator.</summary>
    public static Special Of(BinaryOperator op, bool reflected = false)
    {
        if (Operators.IsComparison(op))
            return (Special)op;
        if (Operators.IsInplace(op))
            return (Special)((int)op + InplaceToSpecial);
        return (Special)((int)op + PlainToSpecial + (reflected ? ReflectedDistance : 0));
    }

    /// <summary>The special method of an operator.</summary>
    public static Special Of(UnaryOperator op) => op switch
    {
        UnaryOperator.Positive => Special.Positive,
        UnaryOperator.Negative => Special.Negative,
        UnaryOperator.Invert => Special.Invert,
        _ => Special.Bool,
    };

    /// <summary>Whether the class of <paramref name="item"/> or one it derives from defines the method in Python, or a host
    /// in C#. The method is given unbound; None means that the class refuses the operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Find(Machine machine, PyObject item, Special special, out Value method)
    {
        var type = item.Type;
        if (type.DefinesSpecials)
            return type.FindSpecial(machine, special, out method);
        method = default;
        return false;
    }

    /// <summary>Calls an unbound special method and waits.</summary>
    public static Status Call(Machine machine, in Value method, in Value self, ref Value result)
    {
        var buffer = default(Buffer);
        return Call(machine, method, self, ref buffer, 0, ref result);
    }

    /// <summary>Calls an unbound special method with one argument and waits.</summary>
    public static Status Call(Machine machine, in Value method, in Value self, in Value argument, ref Value result)
    {
        var buffer = default(Buffer);
        buffer[1] = argument;
        return Call(machine, method, self, ref buffer, 1, ref result);
    }

    /// <summary>Calls an unbound special method with two arguments and waits.</summary>
    public static Status Call(Machine machine, in Value method, in Value self, in Value first, in Value second, ref Value result)
    {
        var buffer = default(Buffer);
        buffer[1] = first;
        buffer[2] = second;
        return Call(machine, method, self, ref buffer, 2, ref result);
    }

    private static Status Call(Machine machine, in Value method, in Value self, ref Buffer buffer, int count, ref Value result)
    {
        Span<Value> values = buffer;
        if (method.Object is PyFunction)
        {
            values[0] = self;
            return machine.Call(method, values[..(count + 1)], ref result);
        }
        Value bound = default;
        var status = Attributes.Bind(machine, method, self, Operations.TypeOf(self), ref bound);
        return status == Status.Ok ? machine.Call(bound, values.Slice(1, count), ref result) : status;
    }

    [InlineArray(3)]
    private struct Buffer
    {
        private Value first;
    }
}
