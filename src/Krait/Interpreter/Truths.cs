using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Truth tests: conditional jumps and <c>not</c> on values that are no bool or int.</summary>
[Micro]
internal static class Truths
{
    /// <summary>Kinds of conditional jump, kept in Frame.Aux with the target while __bool__ runs.</summary>
    private const int OnFalse = 0, OnTrue = 1, KeepValue = 2;

    private const int KindBits = 2;

    /// <summary>Added to Frame.Aux when __len__ runs: its answer is a length, no bool.</summary>
    private const int IsLength = 1 << 30;

    /// <summary>POP_JUMP_IF_TRUE.</summary>
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfTrue(Interpreter machine, int target) => Branch(machine, target, OnTrue);

    /// <summary>POP_JUMP_IF_FALSE.</summary>
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfFalse(Interpreter machine, int target) => Branch(machine, target, OnFalse);

    /// <summary>JUMP_IF_TRUE_OR_POP.</summary>
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfTrueOrPop(Interpreter machine, int target) => Branch(machine, target, OnTrue | KeepValue);

    /// <summary>JUMP_IF_FALSE_OR_POP.</summary>
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfFalseOrPop(Interpreter machine, int target) => Branch(machine, target, OnFalse | KeepValue);

    private static Status Branch(Interpreter machine, int target, int kind)
    {
        var frame = machine.Current;
        Value condition = frame.Peek();
        var aux = target << KindBits | kind;
        var status = Test(machine, condition, Continuation.TruthThenJump, aux, out var truth);
        return status == Status.Ok ? Jump(machine, frame, aux, truth) : status;
    }

    /// <summary>Takes the jump or not, and drops the condition unless it stays.</summary>
    public static Status Jump(Interpreter machine, Frame frame, int aux, bool truth)
    {
        var taken = truth == ((aux & OnTrue) != 0);
        if (!taken || (aux & KeepValue) == 0)
            frame.Pop();
        return taken ? Flow.JumpTo(machine, frame, (aux & ~IsLength) >> KindBits) : Status.Ok;
    }

    /// <summary>bool(value); a Python __bool__ or __len__ is pushed with the continuation given.</summary>
    public static Status Test(Interpreter machine, in Value value, Continuation continuation, int aux, out bool truth)
    {
        if (value.Object is not PyObject { Type: { DefinesSpecials: true } type })
            return Operations.Truth(machine, value, out truth);
        if (!type.FindSpecial(machine, Special.Bool, out var method))
        {
            if (!type.FindSpecial(machine, Special.Len, out method))
                return Operations.Truth(machine, value, out truth);
            aux |= IsLength;
        }
        truth = false;
        Value result = default;
        var status = Pushes.Method(machine, method, value, new After(continuation, aux), ref result);
        return status == Status.Ok ? Answer(machine, result, aux, out truth) : status;
    }

    /// <summary>What __bool__ (a bool) or __len__ (a length) says.</summary>
    public static Status Answer(Machine machine, in Value answer, int aux, out bool truth)
    {
        truth = answer.Bits != 0;
        if ((aux & IsLength) == 0)
            return answer.IsBool
                ? Status.Ok
                : machine.Raise(Types.TypeError, $"__bool__ should return bool, returned {Operations.TypeName(answer)}");
        var status = Numbers.CheckLength(machine, answer, out var length);
        truth = length != 0;
        return status;
    }

    /// <summary>Replaces a value by its truth.</summary>
    public static Status ToBool(Machine machine, ref Value value)
    {
        Value copy = value;
        var status = Operations.Truth(machine, copy, out var truth);
        if (status == Status.Ok)
            value.SetBool(truth);
        return status;
    }
}
