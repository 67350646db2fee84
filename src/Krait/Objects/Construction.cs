using Krait.Core;

namespace Krait.Objects;

/// <summary>Constructors of containers that Python classes derive from: <c>__new__</c> of a derived class takes any
/// arguments, because <c>__init__</c> may define its own.</summary>
internal static class Construction
{
    /// <summary>Refuses what is left behind one optional argument.</summary>
    public static Status TakesOne(Machine machine, string type, in Arguments rest)
    {
        if (rest.Keywords != 0)
            return machine.Raise(Types.TypeError, $"{type}() takes no keyword arguments");
        return rest.Positional == 0
            ? Status.Ok
            : machine.Raise(Types.TypeError, $"{type} expected at most 1 argument, got {1 + rest.Positional}");
    }
}
