using Krait.Core;

namespace Krait.Objects;

/// <summary>A special method of a host's class, as Python calls it.</summary>
internal sealed class HostSpecial(NativeFunction function)
{
    /// <summary>Calls it, and turns the answers that are no values into what Python has for them.</summary>
    public Status Invoke(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = function(machine, arguments, ref result);
        if (status == Status.Stop)
            return machine.Raise(Types.StopIteration);
        if (status != Status.NotImplemented)
            return status;
        result.SetObject(Singletons.NotImplemented);
        return Status.Ok;
    }
}
