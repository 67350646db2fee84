using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Runs frames. The loops are generated.</summary>
internal sealed unsafe partial class Interpreter : Machine
{
    /// <summary>What a loop answers when the driver should go on with another one.</summary>
    private const Status SwitchLoop = (Status)16;

    /// <summary>Heat at which a function gets inline caches.</summary>
    private const int WarmHeat = 64;

    private readonly Value[] stack = new Value[1 << 16];
    private readonly InlineCache[] coldCaches = new InlineCache[1 << 16];

    internal Frame Current = new();

    internal int Depth;

    public Interpreter(Limits? limits = null)
        : base(limits ?? new Limits()) => Current.Slots = stack;

    /// <summary>Whether the traced loop runs.</summary>
    internal bool IsTraced { get; set; }

    /// <summary>What the traced loop saw: offsets.</summary>
    internal List<int> Seen { get; } = [];

    private InlineCache[] CachesOf(LinkedCode code) => code.Caches ?? coldCaches;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private InlineCache[] Warm(LinkedCode code) => code.Caches ??= new InlineCache[code.Unit.CodeLength];

    private Status AnswerPollInLoop() => AnswerPoll();

    private Status InvalidInstruction() => Raise(Types.SystemError, "invalid instruction");

    private Status Trace(Frame frame)
    {
        Seen.Add(frame.Offset);
        return Status.Ok;
    }

    private bool Unwind() => false;

    /// <summary>Pushes a frame for the Python function whose arguments lie behind it.</summary>
    internal Status PushFrame(int operand, ref Value callee)
    {
        var function = Unsafe.As<PyFunction>(callee.Object!);
        if (operand != function.PlainCount)
            return Raise(Types.TypeError, "wrong number of arguments");
        if (++Depth > Limits.Recursion)
            return Raise(Types.RecursionError, "maximum recursion depth exceeded");
        var caller = Current;
        ref var first = ref Unsafe.Add(ref callee, 1);
        var frame = caller.Next ??= new Frame { Caller = caller, Slots = caller.Slots };
        frame.Base = (int)(Unsafe.ByteOffset(ref frame.Slots[0], ref first) >> 4);
        frame.Function = function;
        frame.Offset = 0;
        frame.Blocks = 0;
        frame.Continuation = Continuation.Push;
        frame.Top = function.Code.Unit.LocalCount;
        for (var i = operand; i < frame.Top; i++)
            Unsafe.Add(ref first, i).Object = null;
        Current = frame;
        return Status.Pushed;
    }

    /// <summary>Leaves a loop whose iterator has no more items.</summary>
    internal Status EndLoop(int target)
    {
        Current.Top -= 4;
        Current.Offset = target;
        return Status.Ok;
    }

    internal override NestedEntry EnterNested() => default;

    private protected override Status Run(NestedEntry entry, ref Value result) =>
        IsTraced ? RunTraced(ref result) : IsMetered ? RunMetered(ref result) : RunPlain(ref result);

    private protected override void AbandonTo(NestedEntry entry)
    {
    }

    /// <summary>Runs a function without arguments on top of a frame whose code is <paramref name="exit"/>.</summary>
    internal Status RunFunction(PyFunction exit, PyFunction function, ReadOnlySpan<Value> arguments, ref Value result)
    {
        Current.Function = exit;
        Current.Top = 0;
        Current.Offset = 0;
        stack[0] = Value.Of(function);
        arguments.CopyTo(stack.AsSpan(1));
        var boundary = Current;
        var status = PushFrame(arguments.Length, ref stack[0]);
        status = status == Status.Pushed ? Run(default, ref result) : status;
        Current = boundary;
        Depth = 0;
        return status;
    }
}
