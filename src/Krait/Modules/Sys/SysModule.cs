using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Modules;

/// <summary>The module sys. <c>SysModule.Facts.cs</c> has the constants; the host sets argv and path.</summary>
[PyModule("sys", PositionalOnly = true)]
internal static partial class SysModule
{
    [PyFunction("exit")]
    internal static Status Exit(Machine machine, in Value status = default) =>
        status.IsNull || status.IsNone ? machine.Raise(Types.SystemExit) : machine.Raise(Types.SystemExit, status);

    [PyFunction("exc_info")]
    internal static Value HandledException(Machine machine) => machine.Handled is { } handled
        ? Value.Of(new PyTuple([Value.Of(handled.Type), Value.Of(handled), handled.TracebackValue(machine)]))
        : Value.Of(new PyTuple([Value.None, Value.None, Value.None]));

    [PyFunction("exception")]
    internal static Value Exception(Machine machine) => machine.Handled is { } handled ? Value.Of(handled) : Value.None;

    /// <summary>MicroPython's: the traceback and message of one exception, without its chain.</summary>
    [PyFunction("print_exception")]
    internal static Status PrintException(Machine machine, PyException exception, in Value file = default)
    {
        Value target = file.IsNull || file.IsNone ? Output(machine) : file;
        var text = PyStr.From(TracebackPrinter.FormatPlain(machine, exception));
        if (target.Object is PyStandardStream { Stream: not StandardStream.Input } stream)
            return Streams.Write(machine, text, stream.Stream == StandardStream.Error);
        Value write = default, ignored = default;
        var status = Attributes.Get(machine, target, machine.Intern("write"), ref write);
        return status == Status.Ok ? machine.Call(write, Value.Of(text), ref ignored) : status;
    }

    [PyFunction("getrecursionlimit")]
    internal static long RecursionLimit(Machine machine) => machine.RecursionLimit;

    [PyFunction("setrecursionlimit")]
    internal static Status SetRecursionLimit(Machine machine, int limit)
    {
        if (limit < 1)
            return machine.Raise(Types.ValueError, "recursion limit must be greater or equal than 1");
        machine.RecursionLimit = limit;
        return Status.Ok;
    }

    [PyFunction("get_int_max_str_digits")]
    internal static long MaxStrDigits(Machine machine) => machine.MaxStrDigits;

    [PyFunction("set_int_max_str_digits")]
    internal static Status SetMaxStrDigits(Machine machine, [Named] int maxdigits)
    {
        if (maxdigits is < 0 or > 0 and < SmallestDigitBound)
            return machine.Raise(Types.ValueError, $"maxdigits must be 0 or larger than {SmallestDigitBound}");
        machine.MaxStrDigits = maxdigits;
        return Status.Ok;
    }

    [PyFunction("intern")]
    internal static Value Intern(Machine machine, PyStr text) => Value.Of(machine.Interned.Get(text));

    [PyFunction("getdefaultencoding")]
    internal static string DefaultEncoding() => "utf-8";

    [PyFunction("getfilesystemencoding")]
    internal static string FileSystemEncoding() => "utf-8";

    /// <summary>Roughly what a value takes: its own object, not what it refers to.</summary>
    [PyFunction("getsizeof")]
    internal static Status SizeOf(Machine machine, in Value value, ref Value result, in Value fallback = default)
    {
        const int Header = 24;
        result.SetInt(value.Object switch
        {
            PyStr text => Header + 2L * text.Span.Length,
            PyBytes bytes => Header + bytes.Count,
            PyTuple tuple => Header + 16L * tuple.Count,
            PyList list => Header + 16L * list.Count,
            PyDict dictionary => Header + 48L * dictionary.Count,
            PyInt number => Header + number.Number.GetByteCount(),
            PyObject => Header + 16,
            _ => 16,
        });
        return Status.Ok;
    }

    /// <summary>What print() writes to: sys.stdout, which a program may have replaced.</summary>
    public static Value Output(Machine machine)
    {
        if (machine.Modules.TryGetName(machine, machine.Intern("sys"), out var sys) && sys.Object is PyModule module)
            return module.Members.TryGetName(machine, machine.Intern("stdout"), out var stdout) ? stdout : Value.None;
        return Value.Of(new PyStandardStream(StandardStream.Output));
    }

    /// <summary>Adds what belongs to one engine.</summary>
    public static void Complete(Machine machine, PyModule module)
    {
        Add("modules", Value.Of(machine.Modules));
        Add("argv", Value.Of(PyList.Adopt([Value.Of(machine.Interned.Empty)])));
        Add("path", Value.Of(new PyList()));
        foreach (var (name, stream) in new[] { ("stdin", StandardStream.Input), ("stdout", StandardStream.Output), ("stderr", StandardStream.Error) })
        {
            var made = Value.Of(new PyStandardStream(stream));
            Add(name, made);
            Add($"__{name}__", made);
        }

        void Add(string name, in Value value) => module.Members.SetName(machine, machine.Intern(name), value);
    }
}
