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

    /// <summary>OSError for an input or output that failed.</summary>
    public static Status Raise(Machine machine, IOException exception) => machine.Raise(PyException.Create(Types.OSError,
        PyTuple.Of(Value.Int(InputOutputNumber), Value.Of(PyStr.From(exception.Message)))));
}
