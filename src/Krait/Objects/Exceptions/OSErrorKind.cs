using System.Text;
using Krait.Core;

namespace Krait.Objects;

/// <summary>OSError: number, text and file names of what the operating system refused. The number decides which
/// subclass <c>OSError(...)</c> makes.</summary>
internal sealed class OSErrorKind : ExceptionKind
{
    private const int Number = 0, Text = 1, FileName = 2, SecondFileName = 3;

    private static readonly string[] names = ["errno", "strerror", "filename", "filename2"];

    public override string[] Fields => names;

    /// <summary>(number, text), (number, text, file) or (number, text, file, winerror, second file). MicroPython's
    /// programs make OSError(number) and ask for its errno.</summary>
    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        var items = exception.Arguments.Items;
        if (items.Length == 1 && Numbers.IsInt(items[0]))
            fields[Number] = items[0];
        if (items.Length is < 2 or > 5)
            return Status.Ok;
        fields[Number] = items[0];
        fields[Text] = items[1];
        if (items.Length < 3 || items[2].IsNone)
            return Status.Ok;
        fields[FileName] = items[2];
        if (items.Length == 5)
            fields[SecondFileName] = items[4];
        exception.TrimArguments(PyTuple.Of(items[0], items[1]));
        return Status.Ok;
    }

    public override Status Str(Machine machine, PyException exception, ref Value result)
    {
        Value text = default, file = default, second = default;
        if (exception.Field(machine, Number, out var number) != Status.Ok || exception.Field(machine, Text, out text) != Status.Ok
            || exception.Field(machine, FileName, out file) != Status.Ok
            || exception.Field(machine, SecondFileName, out second) != Status.Ok)
            return Status.Raised;
        if (file.IsNone && exception.Arguments.Items.Length != 2)
            return base.Str(machine, exception, ref result);
        var shown = new StringBuilder("[Errno ");
        if (!Append(machine, shown, number) || !Append(machine, shown.Append("] "), text))
            return Status.Raised;
        if (!file.IsNone && !AppendRepr(machine, shown.Append(": "), file))
            return Status.Raised;
        if (!second.IsNone && !AppendRepr(machine, shown.Append(" -> "), second))
            return Status.Raised;
        return machine.Return(ref result, shown.ToString());
    }

    /// <summary>The subclass that an error number belongs to; OSError itself for all others.</summary>
    public static BuiltinType TypeOf(in Value number) => !number.IsInt ? Types.OSError : number.Bits switch
    {
        1 or 13 => Types.PermissionError,
        2 => Types.FileNotFoundError,
        3 => Types.ProcessLookupError,
        4 => Types.InterruptedError,
        10 => Types.ChildProcessError,
        11 or 114 or 115 => Types.BlockingIOError,
        17 => Types.FileExistsError,
        20 => Types.NotADirectoryError,
        21 => Types.IsADirectoryError,
        32 or 108 => Types.BrokenPipeError,
        103 => Types.ConnectionAbortedError,
        104 => Types.ConnectionResetError,
        110 => Types.TimeoutError,
        111 => Types.ConnectionRefusedError,
        _ => Types.OSError,
    };
}
