namespace Krait.Core;

/// <summary>How an operation ended. Python's exceptions are never .NET exceptions: a throw costs 15 times CPython's raise.</summary>
public enum Status : byte
{
    /// <summary>Done; the result slot is written.</summary>
    Ok = 0,

    /// <summary>An exception is pending in the machine.</summary>
    Raised = 1,

    /// <summary>A Python frame was pushed; its return value becomes the result. Only operations that the interpreter
    /// calls directly may answer this; <see cref="Machine.Finish"/> turns it into one of the others.</summary>
    Pushed = 2,

    /// <summary>An iterator is exhausted.</summary>
    Stop = 3,

    /// <summary>The operand declines (Python's NotImplemented); the other operand may try.</summary>
    NotImplemented = 4,
}
