using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Modules;

/// <summary>Which of the three standard streams.</summary>
internal enum StandardStream
{
    Input,
    Output,
    Error,
}

/// <summary>sys.stdin, sys.stdout or sys.stderr.</summary>
[PyType("TextIOWrapper", Module = "_io", PositionalOnly = true)]
internal sealed partial class PyStandardStream(StandardStream stream) : PyObject
{
    public override PyType Type => PyStandardStreamBinding.Instance.Type;

    /// <summary>Which stream this is.</summary>
    public StandardStream Stream => stream;

    [PyProperty("name")]
    internal string Name => stream switch
    {
        StandardStream.Input => "<stdin>",
        StandardStream.Output => "<stdout>",
        _ => "<stderr>",
    };

    [PyProperty("mode")]
    internal string Mode => stream == StandardStream.Input ? "r" : "w";

    [PyProperty("encoding")]
    internal string Encoding => "utf-8";

    [PyProperty("errors")]
    internal string Errors => stream switch
    {
        StandardStream.Input => "surrogateescape",
        StandardStream.Output => "strict",
        _ => "backslashreplace",
    };

    [PyProperty("closed")]
    internal bool IsClosed => false;

    [PyFunction("write")]
    internal Status Write(Machine machine, PyStr text, ref Value result)
    {
        if (stream == StandardStream.Input)
            return Unsupported(machine, "not writable");
        var status = Streams.Write(machine, text, stream == StandardStream.Error);
        result.SetInt(text.Count);
        return status;
    }

    [PyFunction("writelines")]
    internal Status WriteLines(Machine machine, in Value lines)
    {
        var status = Iteration.Collect(machine, lines, out var items);
        Value ignored = default;
        foreach (var item in items)
        {
            if (status != Status.Ok)
                break;
            status = item.Object is PyStr text
                ? Write(machine, text, ref ignored)
                : machine.Raise(Types.TypeError, $"write() argument must be str, not {Operations.TypeName(item)}");
        }
        return status;
    }

    [PyFunction("flush")]
    internal Status Flush(Machine machine) => stream == StandardStream.Output ? Streams.Flush(machine) : Status.Ok;

    [PyFunction("readline")]
    internal Status ReadLine(Machine machine, ref Value result) =>
        stream == StandardStream.Input ? Streams.ReadLine(machine, ref result) : Unsupported(machine, "not readable");

    [PyFunction("read")]
    internal Status Read(Machine machine, ref Value result)
    {
        if (stream != StandardStream.Input)
            return Unsupported(machine, "not readable");
        var text = new StrBuilder(machine);
        Value line = default;
        Status status;
        while ((status = Streams.ReadLine(machine, ref line)) == Status.Ok && line.Object is PyStr { Span.Length: > 0 } part)
            text.Append(part);
        return status == Status.Ok ? text.Finish(ref result) : status;
    }

    [PyFunction("readlines")]
    internal Status ReadLines(Machine machine, ref Value result)
    {
        if (stream != StandardStream.Input)
            return Unsupported(machine, "not readable");
        var lines = new PyList();
        Value line = default;
        Status status;
        while ((status = Streams.ReadLine(machine, ref line)) == Status.Ok && line.Object is PyStr { Span.Length: > 0 })
            if (lines.Append(machine, line) != Status.Ok)
                return Status.Raised;
        result.SetObject(lines);
        return status;
    }

    [PyFunction("isatty")]
    internal bool IsTerminal(Machine machine) => machine.Capabilities.Console is { IsInteractive: true };

    [PyFunction("fileno")]
    internal long Number() => (long)stream;

    [PyFunction("readable")]
    internal bool IsReadable() => stream == StandardStream.Input;

    [PyFunction("writable")]
    internal bool IsWritable() => stream != StandardStream.Input;

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        var status = ReadLine(machine, ref result);
        return status == Status.Ok && result.Object is PyStr { Span.Length: 0 } ? Status.Stop : status;
    }

    internal override Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, $"<_io.TextIOWrapper name='{Name}' mode='{Mode}' encoding='utf-8'>");

    /// <summary>io.UnsupportedOperation is an OSError and a ValueError; programs catch it as the former.</summary>
    private static Status Unsupported(Machine machine, string message) => machine.Raise(Types.OSError, message);
}
