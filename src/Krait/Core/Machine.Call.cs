using System.Runtime.CompilerServices;
using Krait.Objects;

namespace Krait.Core;

/// <content>Calling Python from C#: counted, guarded, not suspendable.</content>
public abstract partial class Machine
{
    /// <summary>How deep built-ins may call back into Python through C# before RecursionError.</summary>
    private const int LargestReentry = 200;

    private int reentry;

    /// <summary>Calls <paramref name="callee"/> with positional arguments and waits for the result.</summary>
    internal Status Call(in Value callee, Span<Value> arguments, ref Value result) =>
        Call(callee, new Arguments(arguments), ref result);

    /// <summary>Calls <paramref name="callee"/> and waits for the result.</summary>
    internal Status Call(in Value callee, in Arguments arguments, ref Value result)
    {
        if (!EnterRecursion())
            return Status.Raised;
        var entry = EnterNested();
        return Finish(entry, Operations.Invoke(this, callee, arguments, ref result), ref result);
    }

    /// <summary>Calls with one argument.</summary>
    internal Status Call(in Value callee, in Value argument, ref Value result)
    {
        Value copy = argument;
        return Call(callee, new Arguments(ref copy, 1, 0), ref result);
    }

    /// <summary>Calls without arguments.</summary>
    internal Status Call(in Value callee, ref Value result)
    {
        Value none = default;
        return Call(callee, new Arguments(ref none, 0, 0), ref result);
    }

    /// <summary>Waits for an operation that may have pushed a frame, so that the answer is never
    /// <see cref="Status.Pushed"/>: built-ins wrap operations in this when they need the result now.</summary>
    /// <param name="entry">What <see cref="EnterNested"/> gave before the operation.</param>
    /// <param name="status">What the operation answered.</param>
    /// <param name="result">Where the result goes.</param>
    internal Status Finish(NestedEntry entry, Status status, ref Value result)
    {
        if (status == Status.Pushed)
        {
            if (reentry < LargestReentry && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                reentry++;
                status = Run(entry, ref result);
                reentry--;
            }
            else
            {
                status = Raise(Types.RecursionError, "maximum recursion depth exceeded");
            }
        }
        LeaveNested(entry);
        return status;
    }

    /// <summary>Forgets all nested runs: a .NET exception passed through them.</summary>
    private protected void LeaveAll() => reentry = 0;

    /// <summary>Guards a recursive algorithm in C# (repr, comparison, hash of nested containers) and charges for one
    /// element: small containers in each other can be many. True to go on; false with an exception pending.</summary>
    internal bool EnterRecursion()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Charge(1);
        Raise(Types.RecursionError, "maximum recursion depth exceeded");
        return false;
    }

    /// <summary>Marks the running frame as the one a nested run returns to.</summary>
    internal abstract NestedEntry EnterNested();

    /// <summary>Runs the frames above <paramref name="entry"/> until the first of them returns or raises.</summary>
    private protected abstract Status Run(NestedEntry entry, ref Value result);

    /// <summary>Drops the boundary and whatever frames are above it.</summary>
    private protected abstract void LeaveNested(NestedEntry entry);
}

/// <summary>The place that a nested run returns to.</summary>
internal readonly struct NestedEntry(Frame boundary)
{
    /// <summary>A frame whose only instruction ends the run.</summary>
    public readonly Frame Boundary = boundary;
}
