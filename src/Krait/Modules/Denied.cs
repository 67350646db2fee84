using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>What modules say when the host gave no capability, or when one fails.</summary>
internal static class Denied
{
    private const int PermissionNumber = 13;
    private const int InputOutputNumber = 5;

    /// <summary>PermissionError: the host grants no such thing.</summary>
    public static Status Raise(Machine machine, string capability) => machine.Raise(PyException.Create(Types.PermissionError,
        PyTuple.Of(Value.Int(PermissionNumber), Value.Of(PyStr.From($"the host grants no {capability}")))));

    /// <summary>OSError, or the subclass that the system's error number belongs to, for an input or output that failed.</summary>
    public static Status Raise(Machine machine, IOException exception)
    {
        // On Unix the HResult is the error number; elsewhere, and where there is none, it is far outside.
        var number = Value.Int(exception.HResult is > 0 and < 256 ? exception.HResult : InputOutputNumber);
        return machine.Raise(PyException.Create(OSErrorKind.TypeOf(number), PyTuple.Of(number, Value.Of(PyStr.From(exception.Message)))));
    }
}
