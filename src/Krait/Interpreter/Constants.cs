using System.Globalization;
using System.Numerics;
using System.Text;
using Krait.Core;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Makes the constants of a module's object table when they are first loaded.</summary>
internal static class Constants
{
    /// <summary>Makes constant <paramref name="index"/> and keeps it.</summary>
    public static Status Link(Machine machine, LinkedModule module, int index)
    {
        Value value = default;
        return Status.Ok;
    }
}
