using Krait.Core;

namespace Krait.Objects;

/// <content>The places an exception came through: two words each, made visible to Python only when asked for.</content>
internal partial class PyException
{
    private TraceEntry[] trace = [];
    private int traceCount;
    private PyTraceback? traceback;

    /// <summary>The places, innermost first.</summary>
    public ReadOnlySpan<TraceEntry> Trace => trace.AsSpan(0, traceCount);

    /// <summary>Adds the place where a frame is left (or a handler raises again).</summary>
    /// <param name="code">The frame's code.</param>
    /// <param name="offset">An offset within the instruction that raised.</param>
    internal void AddTraceback(LinkedCode code, int offset)
    {
        if (traceCount == trace.Length)
            Array.Resize(ref trace, Math.Max(4, 2 * traceCount));
        trace[traceCount++] = new TraceEntry(code, offset);
        traceback = null;
    }

    /// <summary><c>__traceback__</c>: the outermost place, or null when there is none.</summary>
    internal PyTraceback? Traceback => traceCount == 0 ? null : traceback ??= new PyTraceback(trace, traceCount - 1);

    /// <summary><c>__traceback__</c> as a value.</summary>
    internal Value TracebackValue(Machine machine) => Traceback is { } outermost ? Value.Of(outermost) : Value.None;

    /// <summary>Sets <c>__traceback__</c>.</summary>
    internal void SetTraceback(PyTraceback? replacement)
    {
        trace = replacement is null ? [] : replacement.Entries.ToArray();
        traceCount = trace.Length;
        traceback = replacement;
    }
}

/// <summary>A place in a function.</summary>
/// <param name="Code">The function's code.</param>
/// <param name="Offset">An offset within an instruction.</param>
internal readonly record struct TraceEntry(LinkedCode Code, int Offset)
{
    /// <summary>The source line.</summary>
    public int Line => Code.Unit.LineAt(Offset);
}
