using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Operators on operands without a fast path: built-in kinds at once, special methods of Python classes as
/// pushed frames, one candidate after the other.</summary>
[Micro]
internal static class OperatorCalls
{
    /// <summary>The candidates of a binary operator, in an order that <see cref="Candidate"/> decides.</summary>
    private const int Done = 3;

    /// <summary>A binary operator given by its opcode.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Binary(Interpreter machine, int opcode, ref Value left, ref Value right, ref Value result) =>
        Apply(machine, (BinaryOperator)(opcode - (int)Opcode.BinaryOpMulti), ref left, ref right, ref result);

    /// <summary>One of the six comparisons.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Compare(Interpreter machine, int number, ref Value left, ref Value right, ref Value result) =>
        Apply(machine, (BinaryOperator)number, ref left, ref right, ref result);

    private static Status Apply(Interpreter machine, BinaryOperator op, ref Value left, ref Value right, ref Value result)
    {
        if (left.Object is not PyObject && right.Object is not PyObject)
        {
            if (Operators.IsComparison(op))
                return Operations.Compare(machine, op, left, right, ref result);
            var status = Numbers.Binary(machine, Operators.Plain(op), left, right, ref result);
            return status == Status.NotImplemented ? Operations.Unsupported(machine, op, left, right) : status;
        }
        return Operations.TypeOf(left).DefinesSpecials || Operations.TypeOf(right).DefinesSpecials
            ? Try(machine, op, 0, left, right, ref result)
            : Operations.Binary(machine, op, left, right, ref result);
    }

    /// <summary>Tries candidates from <paramref name="candidate"/> on. A Python method is pushed and answers through
    /// <see cref="Continuation.OperatorResult"/>.</summary>
    public static Status Try(Interpreter machine, BinaryOperator op, int candidate, in Value left, in Value right, ref Value result)
    {
        for (; candidate < Done; candidate++)
        {
            if (!Candidate(op, candidate, left, right, out var form, out var reflected))
                continue;
            ref readonly var self = ref reflected ? ref right : ref left;
            ref readonly var other = ref reflected ? ref left : ref right;
            if (self.Object is PyObject item && Specials.Find(machine, item, Specials.Of(form, reflected && !Operators.IsComparison(op)), out var method))
            {
                if (method.IsNone)
                    continue;
                Value made = default;
                var answer = Pushes.Method(machine, method, self, other, new After(Continuation.OperatorResult, (int)op | candidate << 8), ref made);
                if (answer == Status.Ok && made.Object == (object)Singletons.NotImplemented)
                    continue;
                if (answer == Status.Ok)
                    result.Set(made);
                return answer;
            }
            Value native = default;
            var status = Operators.IsComparison(op)
                ? NativeCompare(machine, form, self, other, ref native)
                : Operations.NativeBinary(machine, form, self, other, reflected, ref native);
            if (status == Status.NotImplemented)
                continue;
            result.Set(native);
            return status;
        }
        return Operators.IsComparison(op)
            ? Operations.CompareByIdentity(machine, op, left, right, ref result)
            : Operations.Unsupported(machine, op, left, right);
    }

    /// <summary>Who is asked at each step: in-place form on the left, then left and right, the right one first when its
    /// class derives from the left one's.</summary>
    private static bool Candidate(BinaryOperator op, int step, in Value left, in Value right, out BinaryOperator form, out bool reflected)
    {
        form = op;
        reflected = false;
        if (step == 0)
            return Operators.IsInplace(op);
        reflected = step == 1 == Operations.ReflectedFirst(left, right);
        form = Operators.IsComparison(op) ? reflected ? Operators.Mirror(op) : op : Operators.Plain(op);
        // Operands of one type: the reflected method is not asked again, except for comparisons.
        return !reflected || Operators.IsComparison(op) || Operations.TypeOf(left) != Operations.TypeOf(right);
    }

    private static Status NativeCompare(Machine machine, BinaryOperator op, in Value self, in Value other, ref Value result)
    {
        // __ne__ follows __eq__ of a Python class unless the class says otherwise.
        if (op == BinaryOperator.NotEqual && self.Object is PyObject item && Specials.Find(machine, item, Special.Eq, out var method))
        {
            var status = Specials.Call(machine, method, self, other, ref result);
            if (status != Status.Ok)
                return status;
            if (result.Object == (object)Singletons.NotImplemented)
                return Status.NotImplemented;
            status = Operations.Truth(machine, result, out var equal);
            result.SetBool(!equal);
            return status;
        }
        return Operations.NativeCompare(machine, op, self, other, ref result);
    }

    /// <summary>+value, -value, ~value.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Unary(Interpreter machine, int number, ref Value value, ref Value result)
    {
        var op = (UnaryOperator)number;
        return value.Object is PyObject item && Specials.Find(machine, item, Specials.Of(op), out var method)
            ? Pushes.Method(machine, method, value, Continuation.Push, ref result)
            : Operations.Unary(machine, op, value, ref result);
    }

    /// <summary>not value.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Not(Interpreter machine, ref Value value, ref Value result)
    {
        var status = Truths.Test(machine, value, Continuation.TruthThenPush, 1, out var truth);
        if (status == Status.Ok)
            result.SetBool(!truth);
        return status;
    }

    /// <summary>item in container.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Contains(Interpreter machine, ref Value item, ref Value container, ref Value result)
    {
        if (container.Object is PyObject holder && Specials.Find(machine, holder, Special.Contains, out var method) && !method.IsNone)
        {
            var answer = Pushes.Method(machine, method, container, item, Continuation.ContainsResult, ref result);
            return answer == Status.Ok ? Truths.ToBool(machine, ref result) : answer;
        }
        var status = Operations.Contains(machine, container, item, out var found);
        if (status == Status.Ok)
            result.SetBool(found);
        return status;
    }

    /// <summary>Whether a handler's type, or one of a tuple of types, matches the exception.</summary>
    [Op(Effects.MayRaise), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ExceptionMatch(Interpreter machine, ref Value exception, ref Value type, ref Value result)
    {
        var frame = machine.Current;
        if (frame.Unit.TokenTests is { Length: > 0 } tests && tests.AsSpan().Contains(frame.Offset - 1))
        {
            // What the verifier relies on must not hang on what a program calls BaseException (rule "token").
            result.SetBool(!exception.IsInt);
            return Status.Ok;
        }
        var matches = false;
        if (type.Object is PyTuple types)
        {
            foreach (ref readonly var candidate in types.Items.AsSpan())
            {
                if (candidate.Object is not PyType one || !one.IsSubclassOf(Types.BaseException))
                    return NotAnException(machine);
                matches |= Operations.IsInstance(exception, one);
            }
        }
        else if (type.Object is PyType single && single.IsSubclassOf(Types.BaseException))
        {
            matches = Operations.IsInstance(exception, single);
        }
        else
        {
            return NotAnException(machine);
        }
        result.SetBool(matches);
        return Status.Ok;
    }

    private static Status NotAnException(Machine machine) =>
        machine.Raise(Types.TypeError, "catching classes that do not inherit from BaseException is not allowed");
}
