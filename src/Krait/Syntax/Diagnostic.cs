using System.Text;

namespace Krait.Syntax;

/// <summary>Why a source file does not compile, and where.</summary>
/// <param name="Type">The name of the Python exception, such as <c>SyntaxError</c>.</param>
/// <param name="Message">What is wrong; mpy-cross's words where it has any.</param>
/// <param name="File">The file as the options name it.</param>
/// <param name="Line">The line as a traceback counts it, from 1; 0 when the problem has no place.</param>
/// <param name="Column">The column in characters of <paramref name="SourceLine"/>, from 1; 0 without a place.</param>
/// <param name="EndColumn">The column after the last character that is meant.</param>
/// <param name="Block">The function or class body in which the problem is; null when only the text was looked at.</param>
/// <param name="SourceLine">The text of the line, without its end.</param>
public sealed record Diagnostic(
    string Type, string Message, string File, int Line, int Column, int EndColumn, string? Block, string SourceLine)
{
    /// <summary>The text that mpy-cross prints for the same problem, without the last line end.</summary>
    public string ToMpyCrossText()
    {
        if (Line == 0)
            return $"{Type}: {Message}";
        var block = Block is null ? "" : $", in {Block}";
        return $"Traceback (most recent call last):\n  File \"{File}\", line {Line}{block}\n{Type}: {Message}";
    }

    /// <summary>The text for people: place and message, the source line, a caret under the place.</summary>
    public override string ToString()
    {
        if (Line == 0)
            return $"{File}: {Type}: {Message}";
        var text = new StringBuilder($"{File}:{Line}:{Column}: {Type}: {Message}");
        if (Block is not null)
            text.Append($" (in {Block})");
        text.Append("\n    ").Append(SourceLine).Append("\n    ");
        // Tabs are repeated so that the caret stands under its character however wide they are shown.
        foreach (var c in SourceLine.AsSpan(0, Math.Min(Column - 1, SourceLine.Length)))
            text.Append(c == '\t' ? '\t' : ' ');
        return text.Append('^', Math.Max(1, EndColumn - Column)).ToString();
    }
}
