using Krait.Core;

namespace Krait.Objects;

/// <summary>Charges a loop of unknown length in a built-in: one step for 64 turns, and a look at the poll word.</summary>
internal struct WorkMeter(Machine machine)
{
    private int turns;

    /// <summary>Counts one turn. False with an exception pending: stop.</summary>
    public bool Tick() => (++turns & 63) != 0 || machine.Charge(64);
}
