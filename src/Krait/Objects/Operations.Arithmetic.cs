using Krait.Core;

namespace Krait.Objects;

/// <content>Operators.</content>
internal static partial class Operations
{
    /// <summary>left == right as a bool; identity counts as equality, as containers define it.</summary>
    public static Status Equals(Machine machine, in Value left, in Value right, out bool equal)
    {
        equal = true;
        if (Value.Is(left, right))
            return Status.Ok;
        if (left.Object is PyStr first && right.Object is PyStr second && first is not IInstance && second is not IInstance)
        {
            equal = first.ContentEquals(second);
            return Status.Ok;
        }
        Value result = default;
        var status = Compare(machine, BinaryOperator.Equal, left, right, ref result);
        return status == Status.Ok ? Truth(machine, result, out equal) : status;
    }

    /// <summary>One of the six comparisons, with the reflected attempt and the identity fallback.</summary>
    public static Status Compare(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        if (left.Object is not PyObject && right.Object is not PyObject)
        {
            var simple = Numbers.Compare(op, left, right, ref result);
            return simple == Status.NotImplemented ? CompareByIdentity(machine, op, left, right, ref result) : simple;
        }
        if (!machine.EnterRecursion())
            return Status.Raised;
        var mirror = Operators.Mirror(op);
        var leftType = TypeOf(left);
        var rightType = TypeOf(right);
        var status = Status.NotImplemented;
        var rightFirst = leftType != rightType && rightType.IsSubclassOf(leftType);
        if (rightFirst)
            status = CompareOneSide(machine, mirror, right, left, ref result);
        if (status == Status.NotImplemented)
            status = CompareOneSide(machine, op, left, right, ref result);
        if (status == Status.NotImplemented && !rightFirst)
            status = CompareOneSide(machine, mirror, right, left, ref result);
        return status == Status.NotImplemented ? CompareByIdentity(machine, op, left, right, ref result) : status;
    }

    /// <summary>What is left when neither side implements a comparison.</summary>
    public static Status CompareByIdentity(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return machine.Raise(Types.TypeError,
                $"'{Operators.Symbol(op)}' not supported between instances of '{TypeName(left)}' and '{TypeName(right)}'");
        result.SetBool(Value.Is(left, right) == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    /// <summary>Any binary operator except containment, identity and exception match.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result)
    {
        if (Operators.IsComparison(op))
            return Compare(machine, op, left, right, ref result);
        if (left.Object is not PyObject && right.Object is not PyObject)
        {
            var simple = Numbers.Binary(machine, Operators.Plain(op), left, right, ref result);
            return simple == Status.NotImplemented ? Unsupported(machine, op, left, right) : simple;
        }
        var status = Status.NotImplemented;
        if (Operators.IsInplace(op))
        {
            status = BinaryOneSide(machine, op, left, right, false, ref result);
            if (status != Status.NotImplemented)
                return status;
        }
        var plain = Operators.Plain(op);
        var rightFirst = ReflectedFirst(left, right);
        if (rightFirst)
            status = BinaryOneSide(machine, plain, right, left, true, ref result);
        if (status == Status.NotImplemented)
            status = BinaryOneSide(machine, plain, left, right, false, ref result);
        if (status == Status.NotImplemented && !rightFirst)
            status = BinaryOneSide(machine, plain, right, left, true, ref result);
        return status == Status.NotImplemented ? Unsupported(machine, op, left, right) : status;
    }

    /// <summary>Whether the right operand is asked first: its class derives from the left one's.</summary>
    public static bool ReflectedFirst(in Value left, in Value right)
    {
        var leftType = TypeOf(left);
        var rightType = TypeOf(right);
        return leftType != rightType && rightType.IsSubclassOf(leftType);
    }

    /// <summary>The TypeError of operands that nobody combines.</summary>
    public static Status Unsupported(Machine machine, BinaryOperator op, in Value left, in Value right) =>
        machine.Raise(Types.TypeError,
            $"unsupported operand type(s) for {Operators.Symbol(op)}: '{TypeName(left)}' and '{TypeName(right)}'");

    /// <summary>+value, -value or ~value.</summary>
    public static Status Unary(Machine machine, UnaryOperator op, in Value value, ref Value result)
    {
        var status = Status.NotImplemented;
        if (value.Object is not PyObject item)
            status = Numbers.Unary(machine, op, value, ref result);
        else if (Specials.Find(machine, item, Specials.Of(op), out var method))
            return Specials.Call(machine, method, value, ref result);
        else
            status = item.Unary(machine, op, ref result);
        return status == Status.NotImplemented
            ? machine.Raise(Types.TypeError, $"bad operand type for unary {Operators.Symbol(op)}: '{TypeName(value)}'")
            : status;
    }

    /// <summary>What one operand's own C# implementation says, without looking at Python's special methods.</summary>
    public static Status NativeBinary(Machine machine, BinaryOperator op, in Value self, in Value other, bool reflected, ref Value result)
    {
        if (self.Object is PyObject item)
            return item.Binary(machine, op, other, reflected, ref result);
        if (Operators.IsInplace(op))
            return Status.NotImplemented;
        return reflected
            ? Numbers.Binary(machine, op, other, self, ref result)
            : Numbers.Binary(machine, op, self, other, ref result);
    }

    /// <summary>What the left operand's own C# implementation says to a comparison.</summary>
    public static Status NativeCompare(Machine machine, BinaryOperator op, in Value self, in Value other, ref Value result) =>
        self.Object is PyObject item ? item.Compare(machine, op, other, ref result) : Numbers.Compare(op, self, other, ref result);

    private static Status CompareOneSide(Machine machine, BinaryOperator op, in Value self, in Value other, ref Value result)
    {
        if (self.Object is PyObject item)
        {
            if (Specials.Find(machine, item, Specials.Of(op), out var method))
                return method.IsNone ? Status.NotImplemented : Declined(Specials.Call(machine, method, self, other, ref result), ref result);
            if (op == BinaryOperator.NotEqual && Specials.Find(machine, item, Special.Eq, out method))
            {
                // __ne__ follows __eq__ unless a class says otherwise.
                var status = Declined(Specials.Call(machine, method, self, other, ref result), ref result);
                if (status != Status.Ok)
                    return status;
                status = Truth(machine, result, out var equal);
                result.SetBool(!equal);
                return status;
            }
        }
        return NativeCompare(machine, op, self, other, ref result);
    }

    private static Status BinaryOneSide(Machine machine, BinaryOperator op, in Value self, in Value other, bool reflected, ref Value result)
    {
        if (self.Object is PyObject item && Specials.Find(machine, item, Specials.Of(op, reflected), out var method))
            return method.IsNone ? Status.NotImplemented : Declined(Specials.Call(machine, method, self, other, ref result), ref result);
        return NativeBinary(machine, op, self, other, reflected, ref result);
    }

    /// <summary>The value NotImplemented from Python is the status of that name in C#.</summary>
    private static Status Declined(Status status, ref Value result) =>
        status == Status.Ok && result.Object == (object)Singletons.NotImplemented ? Status.NotImplemented : status;
}
