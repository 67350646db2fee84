using Krait.Core;

namespace Krait.Objects;

/// <summary>A .NET exception of a host's method as a Python exception: generated code catches it at the boundary, so that
/// scripts can handle it and no .NET exception passes through the machine.</summary>
public static class HostErrors
{
    /// <summary>Raises a MemoryError or RecursionError for the .NET exceptions that mean these, otherwise a RuntimeError
    /// with the exception's message.</summary>
    public static Status Raise(Machine machine, Exception exception) => exception switch
    {
        OutOfMemoryException => machine.Raise(Types.MemoryError),
        InsufficientExecutionStackException => machine.Raise(Types.RecursionError, "maximum recursion depth exceeded"),
        _ => machine.Raise(Types.RuntimeError, exception.Message),
    };
}
