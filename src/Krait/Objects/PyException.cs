using Krait.Core;

namespace Krait.Objects;

/// <summary>An exception instance, of a builtin exception type or of a Python class derived from one.</summary>
internal sealed class PyException : PyObject
{
    private PyException(PyType type, PyTuple arguments)
    {
        Type = type;
        Arguments = arguments;
    }

    public override PyType Type { get; }

    /// <summary>The <c>args</c>.</summary>
    public PyTuple Arguments { get; set; }

    /// <summary>The exception that was being handled when this one was raised.</summary>
    public PyException? Context { get; set; }

    /// <summary>The exception given with <c>from</c>.</summary>
    public PyException? Cause { get; set; }

    /// <summary>Whether <see cref="Context"/> is not shown.</summary>
    public bool SuppressContext { get; set; }

    /// <summary>Which limit this is; <see cref="LimitKind.None"/> for Python's exceptions.</summary>
    public LimitKind LimitKind { get; private init; }

    /// <summary>Whether this is a limit: a raise that Python code never sees.</summary>
    public bool IsLimit => LimitKind != LimitKind.None;

    public static PyException Create(PyType type) => new(type, PyTuple.Empty);

    public static PyException Create(PyType type, in Value argument) => new(type, PyTuple.Of(argument));

    public static PyException Limit(LimitKind kind) => new(Types.BaseException, PyTuple.Empty) { LimitKind = kind };

    /// <summary>Makes <paramref name="handled"/> the context, and breaks a cycle that this would close.</summary>
    public void SetContext(PyException handled)
    {
        for (var link = handled; link.Context is { } next; link = next)
        {
            if (next != this)
                continue;
            link.Context = null;
            break;
        }
        Context = handled;
    }
}
