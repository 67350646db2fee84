using Krait.Core;

namespace Krait.Objects;

/// <summary>iter(callable, sentinel): calls until the result equals the sentinel.</summary>
[PyType("callable_iterator")]
internal sealed partial class CallableIterator(in Value callable, in Value sentinel) : PyIterator
{
    private Value callable = callable;
    private readonly Value sentinel = sentinel;

    public override PyType Type => Types.CallableIterator;

    internal override Status Next(Machine machine, ref Value result)
    {
        if (callable.IsNull)
            return Status.Stop;
        if (!machine.EnterRecursion())
            return Status.Raised;
        Value item = default;
        var called = callable;
        if (machine.Call(called, ref item) != Status.Ok)
        {
            if (!machine.CatchStop())
                return Status.Raised;
            callable = default;
            return Status.Stop;
        }
        if (Operations.Equals(machine, sentinel, item, out var ended) != Status.Ok)
            return Status.Raised;
        if (ended)
        {
            callable = default;
            return Status.Stop;
        }
        result.Set(item);
        return Status.Ok;
    }
}
