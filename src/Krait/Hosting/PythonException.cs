using Krait.Core;
using Krait.Syntax;

namespace Krait.Hosting;

/// <summary>A Python exception that reached the top of a program.</summary>
public sealed class PythonException : Exception
{
    internal PythonException(string type, string message, string traceback, Diagnostic? diagnostic)
        : base(message)
    {
        PythonType = type;
        Traceback = traceback;
        Diagnostic = diagnostic;
    }

    /// <summary>The name of the exception's type.</summary>
    public string PythonType { get; }

    /// <summary>The traceback as CPython prints it, with the exception's last line.</summary>
    public string Traceback { get; }

    /// <summary>For a source that does not compile: where and why.</summary>
    public Diagnostic? Diagnostic { get; }

    /// <summary>For SystemExit: the exit code asked for; otherwise null.</summary>
    public int? ExitCode { get; internal init; }
}

/// <summary>A program used up one of its <see cref="Limits"/>.</summary>
public sealed class LimitReachedException : Exception
{
    internal LimitReachedException(LimitKind kind)
        : base($"the program reached its limit: {kind.ToString().ToLowerInvariant()}") => Kind = kind;

    /// <summary>Which limit.</summary>
    public LimitKind Kind { get; }
}

/// <summary>A fault in Krait itself, not in the program: please report it.</summary>
public sealed class InternalErrorException : Exception
{
    internal InternalErrorException(string message)
        : base(message)
    {
    }
}
