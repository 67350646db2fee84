using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>Puts the repr of a container together; charges for the text as it grows.</summary>
internal readonly struct ReprWriter(Machine machine)
{
    private readonly StringBuilder text = new();

    /// <summary>Adds text.</summary>
    public Status Write(string part)
    {
        if (!machine.Charge(part.Length, 2L * part.Length))
            return Status.Raised;
        text.Append(part);
        return Status.Ok;
    }

    /// <summary>Adds the repr of an item.</summary>
    public Status WriteItem(in Value item) =>
        Operations.Repr(machine, item, out string part) == Status.Ok ? Write(part) : Status.Raised;

    /// <summary>Adds an item of a sequence: a comma first unless it is the first.</summary>
    public Status WriteItem(in Value item, bool isFirst) =>
        isFirst || Write(", ") == Status.Ok ? WriteItem(item) : Status.Raised;

    /// <summary>Gives the whole text.</summary>
    public Status Finish(ref Value result) =>
        machine.Charge(text.Length, 2L * text.Length) ? machine.Return(ref result, text.ToString()) : Status.Raised;
}
