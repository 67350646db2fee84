using Krait.Objects;

namespace Krait.Core;

/// <content>Raising Python exceptions: a status and a pending exception, never a .NET throw.</content>
public abstract partial class Machine
{
    /// <summary>The exception being raised; null when none is.</summary>
    internal PyException? Pending { get; set; }

    /// <summary>The exception being handled by the innermost active handler (sys.exc_info), or null.</summary>
    internal PyException? Handled { get; set; }

    /// <summary>Raises an exception of a builtin type with one str argument. Answers <see cref="Status.Raised"/>.</summary>
    public Status Raise(PyType type, string message) => Raise(PyException.Create(type, Value.Of(PyStr.From(message))));

    /// <summary>Raises an exception of a builtin type without arguments.</summary>
    public Status Raise(PyType type) => Raise(PyException.Create(type));

    /// <summary>Raises an exception of a builtin type with one argument (KeyError(key), StopIteration(value)).</summary>
    public Status Raise(PyType type, in Value argument) => Raise(PyException.Create(type, argument));

    /// <summary>Raises <paramref name="exception"/>; what is being handled becomes its context.</summary>
    internal Status Raise(PyException exception)
    {
        if (Handled is { } handled && handled != exception)
            exception.SetContext(handled);
        Pending = exception;
        return Status.Raised;
    }

    /// <summary>Takes the pending exception if it is an instance of <paramref name="type"/>; limits are never caught.</summary>
    internal bool Catch(PyType type)
    {
        if (Pending is not { IsLimit: false } pending || !pending.Type.IsSubclassOf(type))
            return false;
        Pending = null;
        return true;
    }

    /// <summary>The value of the StopIteration that ended the last iteration: what <c>yield from</c> gives.</summary>
    internal Value StopValue;

    /// <summary>Takes a pending StopIteration and keeps its value in <see cref="StopValue"/>.</summary>
    internal bool CatchStop()
    {
        if (Pending is not { } pending || !Catch(Types.StopIteration))
            return false;
        StopValue = pending.Arguments.Items is [var first, ..] ? first : Value.None;
        return true;
    }
}
