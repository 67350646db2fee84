using System.Text;

namespace Krait.InstructionGenerator;

/// <summary>Indented lines of C#.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Line(line);
    }

    /// <summary>A label stands one step left of the statements it names.</summary>
    public void Label(string label)
    {
        depth--;
        Line($"{label}:");
        depth++;
    }

    public void Open(string? head = null)
    {
        if (head is not null)
            Line(head);
        Line("{");
        depth++;
    }

    public void Close(string tail = "}")
    {
        depth--;
        Line(tail);
    }

    /// <summary>Text that is indented already.</summary>
    public void Raw(string lines) => text.Append(lines);

    public void Indent() => depth++;

    public void Outdent() => depth--;

    public override string ToString() => text.ToString();
}
