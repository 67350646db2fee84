using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>SyntaxError: the message and the place in the source: SyntaxError(message, (file, line, column, text)), and
/// with two more numbers the place's end.</summary>
internal sealed class SyntaxErrorKind : ExceptionKind
{
    public const int Message = 0, File = 1, Line = 2, Column = 3, Text = 4, EndLine = 5, EndColumn = 6;

    private static readonly string[] names =
        ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"];

    public override string[] Fields => names;

    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        var items = exception.Arguments.Items;
        if (items.Length > 0)
            fields[Message] = items[0];
        if (items.Length != 2)
            return Status.Ok;
        if (items[1].Object is not PyTuple { Items: var place })
            return machine.Raise(Types.TypeError, $"'{Operations.TypeName(items[1])}' object is not iterable");
        if (place.Length is < 4 or > 6)
            return machine.Raise(Types.TypeError, place.Length < 4
                ? $"function takes at least 4 arguments ({place.Length} given)"
                : $"function takes at most 6 arguments ({place.Length} given)");
        if (place.Length == 5)
            return machine.Raise(Types.TypeError, "end_offset must be provided when end_lineno is provided");
        place.CopyTo(fields, File);
        return Status.Ok;
    }

    public override Status Str(Machine machine, PyException exception, ref Value result)
    {
        Value file = default, line = default;
        if (exception.Field(machine, Message, out var message) != Status.Ok || exception.Field(machine, File, out file) != Status.Ok
            || exception.Field(machine, Line, out line) != Status.Ok)
            return Status.Raised;
        var name = (file.Object as PyStr)?.Text;
        if (name is null && !line.IsInt)
            return Operations.Str(machine, message, ref result);
        var shown = new StringBuilder();
        if (!Append(machine, shown, message))
            return Status.Raised;
        name = name?[(name.LastIndexOf('/') + 1)..];
        shown.Append(name is null ? $" (line {line.Bits})" : line.IsInt ? $" ({name}, line {line.Bits})" : $" ({name})");
        return machine.Return(ref result, shown.ToString());
    }
}
