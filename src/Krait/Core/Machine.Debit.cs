namespace Krait.Core;

/// <content>Charging where nothing can be raised.</content>
public abstract partial class Machine
{
    /// <summary>Books work and memory where no exception can be raised (a string that is put together lazily, a name
    /// that is interned): when a budget is overdrawn, the next charge or step raises its limit.</summary>
    internal void Debit(long elements, long bytes)
    {
        stepsLeft -= elements >> 6;
        bytesLeft -= bytes;
    }
}
