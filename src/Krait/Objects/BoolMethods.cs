using Krait.Core;

namespace Krait.Objects;

/// <summary>What Python sees of bool beyond what it inherits from int.</summary>
[PyType("bool", PositionalOnly = true, Slots = Slots.Repr)]
internal static class BoolMethods
{
    /// <summary>bool(x): the truth of x.</summary>
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value x = default)
    {
        var truth = false;
        var status = x.IsNull ? Status.Ok : Operations.Truth(machine, x, out truth);
        result.SetBool(truth);
        return status;
    }
}
