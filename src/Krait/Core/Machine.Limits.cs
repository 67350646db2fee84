using System.Runtime.CompilerServices;
using Krait.Objects;

namespace Krait.Core;

/// <content>Budgets, and the one word that the loops poll.</content>
public abstract partial class Machine
{
    /// <summary>The largest single allocation a script may ask for, whatever its budget: below .NET's own array limit.</summary>
    internal const long LargestAllocation = 0x7fff_0000;

    /// <summary>Non-zero when something wants the loop's attention; read once per backward jump and per call. Bits of
    /// <see cref="PollReason"/>; written from any thread.</summary>
    internal volatile int Poll;

    /// <summary>The deepest recursion that a program can ask for: a frame record costs memory too.</summary>
    private const int LargestRecursionLimit = 1_000_000;

    /// <summary>Python frames that are active.</summary>
    internal int Depth;

    private int recursionLimit;

    private long stepsLeft;
    private long bytesLeft;

    private long allocatedBefore;
    private uint polls;

    /// <summary>Elements charged that do not make a whole step yet.</summary>
    private long odd;

    /// <summary>The limits of this engine.</summary>
    internal Limits Limits { get; }

    /// <summary>Whether steps are counted: decides which loop runs.</summary>
    internal bool IsMetered => Limits.Steps != long.MaxValue;

    /// <summary>Not zero when every call must be charged: read beside <see cref="Poll"/> by what makes a call.</summary>
    internal readonly int CallToll;

    /// <summary>Frames that may be active before RecursionError (sys.setrecursionlimit).</summary>
    internal int RecursionLimit
    {
        get => recursionLimit;
        set => recursionLimit = Math.Min(value, LargestRecursionLimit);
    }

    /// <summary>Steps that are left.</summary>
    internal long StepsLeft => stepsLeft;

    /// <summary>Asks the loop to stop at its next poll; may be called from any thread.</summary>
    internal void Request(PollReason reason) => Interlocked.Or(ref Poll, (int)reason);

    /// <summary>Withdraws a request.</summary>
    internal void Withdraw(PollReason reason) => Interlocked.And(ref Poll, ~(int)reason);

    /// <summary>Charges one step (a taken backward jump or a call). False: the budget is used up and the limit is
    /// pending.</summary>
    internal bool Step()
    {
        if (--stepsLeft >= 0)
            return true;
        RaiseLimit(LimitKind.Steps);
        return false;
    }

    /// <summary>Charges a built-in for work on <paramref name="elements"/> elements or bytes (1 step per 64) and for
    /// <paramref name="bytes"/> about to be allocated. To be called before the work and before the allocation. False:
    /// an exception is pending; return <see cref="Status.Raised"/>.</summary>
    internal bool Charge(long elements, long bytes = 0)
    {
        odd += elements;
        var steps = odd >> 6;
        odd &= 63;
        stepsLeft -= steps;
        if (stepsLeft < 0)
        {
            RaiseLimit(LimitKind.Steps);
            return false;
        }
        if (bytes > LargestAllocation)
        {
            Raise(Types.MemoryError);
            return false;
        }
        bytesLeft -= bytes;
        if (bytesLeft < 0)
        {
            RaiseLimit(LimitKind.Memory);
            return false;
        }
        // A built-in polls for itself, as often as it counts a step: the loop cannot.
        return steps == 0 || Poll == 0 || AnswerPoll() == Status.Ok;
    }

    /// <summary>Charges for and allocates an array of zeros; null with an exception pending when it may not.</summary>
    internal T[]? NewArray<T>(long length) => ChargeArray<T>(length) ? new T[length] : null;

    /// <summary>The same without the zeros: every element is about to be written.</summary>
    internal T[]? NewUninitialized<T>(long length)
        where T : unmanaged => ChargeArray<T>(length) ? GC.AllocateUninitializedArray<T>((int)length) : null;

    private bool ChargeArray<T>(long length)
    {
        if ((ulong)length <= (ulong)LargestAllocation)
            return Charge(length, length * Unsafe.SizeOf<T>());
        Raise(Types.MemoryError);
        return false;
    }

    /// <summary>Makes a limit pending: a raise that no handler, finally, with or closing generator ever sees.</summary>
    internal Status RaiseLimit(LimitKind kind)
    {
        Pending = PyException.Limit(kind);
        return Status.Raised;
    }

    /// <summary>Deals with what <see cref="Poll"/> asks for.</summary>
    internal Status AnswerPoll()
    {
        var reasons = (PollReason)Poll;
        if ((reasons & PollReason.Cancelled) != 0)
            return RaiseLimit(LimitKind.Cancelled);
        if ((reasons & PollReason.Time) != 0)
            return RaiseLimit(LimitKind.Time);
        if ((reasons & PollReason.Memory) != 0 && !HasMemory())
            return RaiseLimit(LimitKind.Memory);
        if ((reasons & PollReason.Interrupt) != 0)
        {
            Withdraw(PollReason.Interrupt);
            return Raise(Types.KeyboardInterrupt);
        }
        return Status.Ok;
    }

    /// <summary>Gives a run its whole budget.</summary>
    internal void BeginRun()
    {
        stepsLeft = Limits.Steps;
        bytesLeft = Limits.AllocatedBytes;
        odd = 0;
        if (Limits.AllocatedBytes != long.MaxValue)
            Request(PollReason.Memory);
        allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>Whether small objects, which nobody charges for one by one, left something of the budget. Asked of the
    /// collector at every 64th poll.</summary>
    private bool HasMemory()
    {
        if ((++polls & 63) == 0 && GC.GetAllocatedBytesForCurrentThread() - allocatedBefore > Limits.AllocatedBytes)
            bytesLeft = -1;
        return bytesLeft >= 0;
    }
}

/// <summary>Why the loop should look up from its work.</summary>
[Flags]
internal enum PollReason
{
    None = 0,

    /// <summary>The host cancelled.</summary>
    Cancelled = 1,

    /// <summary>The time limit passed.</summary>
    Time = 2,

    /// <summary>Ctrl-C: raises KeyboardInterrupt.</summary>
    Interrupt = 4,

    /// <summary>Memory is limited: calls and jumps look how much is used. Never withdrawn.</summary>
    Memory = 8,
}
