using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// The text of an exception nobody handled, as CPython 3.11 prints it (without carets: the bytecode has lines only): the
/// chain of exceptions, for each the places it came through, its type and message, its notes.
/// </summary>
internal sealed class TracebackPrinter
{
    private const string CauseSentence = "\nThe above exception was the direct cause of the following exception:\n\n";
    private const string ContextSentence = "\nDuring handling of the above exception, another exception occurred:\n\n";

    /// <summary>How often the same place is shown before repetitions are counted only.</summary>
    private const int ShownRepetitions = 3;

    /// <summary>The innermost places that are shown.</summary>
    private const int LargestDepth = 1000;

    private readonly Machine machine;
    private readonly Func<string, int, string?>? source;
    private readonly StringBuilder text = new();

    private TracebackPrinter(Machine machine, Func<string, int, string?>? source)
    {
        this.machine = machine;
        this.source = source;
    }

    /// <summary>The text, ending with a line feed.</summary>
    /// <param name="machine">The machine; what <c>__str__</c> raises does not stay pending.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="source">Gives a line of a source file, or null when it is not to be had.</param>
    public static string Format(Machine machine, PyException exception, Func<string, int, string?>? source)
    {
        var printer = new TracebackPrinter(machine, source);
        printer.WriteChain(exception);
        return printer.text.ToString();
    }

    /// <summary>MicroPython's form, for sys.print_exception: no chain, no source, no notes.</summary>
    public static string FormatPlain(Machine machine, PyException exception)
    {
        var printer = new TracebackPrinter(machine, null);
        var trace = exception.Trace;
        if (trace.Length > 0)
            printer.text.Append("Traceback (most recent call last):\n");
        for (var i = trace.Length - 1; i >= 0; i--)
            printer.WritePlace(trace[i]);
        printer.WriteMessage(exception.Type.Name, printer.Show(Value.Of(exception)));
        return printer.text.ToString();
    }

    private void WriteChain(PyException exception)
    {
        // The exception at the end of the chain comes first; a chain that closes a circle ends where it does.
        var chain = new List<PyException>();
        var isCause = new List<bool>();
        var seen = new HashSet<PyException>(ReferenceEqualityComparer.Instance);
        for (PyException? link = exception; link is not null && seen.Add(link);)
        {
            chain.Add(link);
            isCause.Add(link.Cause is not null);
            link = link.Cause ?? (link.SuppressContext ? null : link.Context);
        }
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            if (i < chain.Count - 1)
                text.Append(isCause[i] ? CauseSentence : ContextSentence);
            WriteOne(chain[i]);
        }
    }

    private void WriteOne(PyException exception)
    {
        if (exception.Trace.Length > 0)
            WriteTrace(exception.Trace);
        var type = exception.Type;
        var name = type.ModuleName is "builtins" or "__main__" ? type.QualifiedName : $"{type.ModuleName}.{type.QualifiedName}";
        WriteMessage(name, WriteSyntaxPlace(exception) ?? Show(Value.Of(exception)));
        WriteNotes(exception);
    }

    private void WriteTrace(ReadOnlySpan<TraceEntry> trace)
    {
        text.Append("Traceback (most recent call last):\n");
        var repetitions = 0;
        (string File, int Line, string Name) last = default;
        for (var i = Math.Min(trace.Length, LargestDepth) - 1; i >= 0; i--)
        {
            var place = (trace[i].Code.File(machine).Text, trace[i].Line, trace[i].Code.Name(machine).Text);
            if (place != last)
            {
                WriteRepetitions(repetitions);
                repetitions = 0;
                last = place;
            }
            if (++repetitions <= ShownRepetitions)
                WritePlace(trace[i]);
        }
        WriteRepetitions(repetitions);
    }

    private void WriteRepetitions(int repetitions)
    {
        var hidden = repetitions - ShownRepetitions;
        if (hidden > 0)
            text.Append($"  [Previous line repeated {hidden} more time{(hidden == 1 ? "" : "s")}]\n");
    }

    private void WritePlace(TraceEntry place)
    {
        var file = place.Code.File(machine).Text;
        text.Append($"  File \"{file}\", line {place.Line}, in {place.Code.Name(machine).Text}\n");
        if (source?.Invoke(file, place.Line) is { } line && line.Trim(' ', '\t', '\f', '\r', '\n').Length > 0)
            text.Append("    ").Append(line.TrimStart(' ', '\t', '\f').TrimEnd('\r', '\n')).Append('\n');
    }

    private void WriteMessage(string name, string? message)
    {
        text.Append(name);
        if (message is null)
            text.Append(": <exception str() failed>");
        else if (message.Length > 0)
            text.Append(": ").Append(message);
        text.Append('\n');
    }

    /// <summary>The place in the source that a SyntaxError tells of. Answers the message without the place; null when
    /// there is no place to show.</summary>
    private string? WriteSyntaxPlace(PyException exception)
    {
        if (exception.Kind is not SyntaxErrorKind || !TryField(exception, SyntaxErrorKind.Line, out var line) || !line.IsInt)
            return null;
        if (!TryField(exception, SyntaxErrorKind.Message, out var message) || Show(message) is not { } shown)
            return null;
        var file = TryField(exception, SyntaxErrorKind.File, out var name) && name.Object is PyStr path ? path.Text : "<string>";
        text.Append($"  File \"{file}\", line {line.Bits}\n");
        if (TryField(exception, SyntaxErrorKind.Text, out var content) && content.Object is PyStr code
            && TryField(exception, SyntaxErrorKind.Column, out var column)
            && TryField(exception, SyntaxErrorKind.EndLine, out var endLine)
            && TryField(exception, SyntaxErrorKind.EndColumn, out var endColumn))
        {
            var end = !endColumn.IsInt ? 0 : endLine.IsInt && endLine.Bits > line.Bits ? code.Text.Length : endColumn.Bits;
            WriteMarkedLine(code.Text, column.IsInt ? column.Bits : 0, end);
        }
        return shown;
    }

    /// <summary>A line of source and below it carets from one column to another, both counted from 1.</summary>
    private void WriteMarkedLine(string code, long column, long endColumn)
    {
        var stripped = code.TrimStart(' ', '\t', '\f');
        var start = column - 1 - (code.Length - stripped.Length);
        var end = endColumn - 1 - (code.Length - stripped.Length);
        var length = stripped.EndsWith('\n') ? stripped.Length - 1 : stripped.Length;
        start = Math.Min(start, length);
        for (int feed; (feed = stripped.IndexOf('\n', StringComparison.Ordinal)) >= 0 && feed < start;)
        {
            stripped = stripped[(feed + 1)..];
            start -= feed + 1;
            end -= feed + 1;
        }
        text.Append("    ").Append(stripped);
        if (!stripped.EndsWith('\n'))
            text.Append('\n');
        if (start < 0)
            return;
        text.Append("    ").Append(' ', (int)start).Append('^', (int)Math.Clamp(end - start, 1, Math.Max(1, length))).Append('\n');
    }

    private void WriteNotes(PyException exception)
    {
        if (!Attributes.TryGetOwn(machine, Value.Of(exception), machine.Intern(ExceptionMethods.Notes), out var notes))
            return;
        if (notes.Object is not (PyList or PyTuple or PyStr) || Iteration.Collect(machine, notes, out var items) != Status.Ok)
        {
            Forget();
            text.Append(Operations.Repr(machine, notes, out var shown) == Status.Ok ? shown : "<__notes__ repr() failed>");
            Forget();
            return;
        }
        foreach (var note in items)
            text.Append(Show(note) ?? "<note str() failed>").Append('\n');
    }

    private bool TryField(PyException exception, int index, out Value value)
    {
        if (exception.Field(machine, index, out value) == Status.Ok)
            return true;
        Forget();
        return false;
    }

    /// <summary>str(value), or null when that raises.</summary>
    private string? Show(in Value value)
    {
        if (Operations.Str(machine, value, out string shown) == Status.Ok)
            return shown;
        Forget();
        return null;
    }

    /// <summary>What goes wrong while an exception is shown is not shown.</summary>
    private void Forget() => machine.Pending = null;
}
