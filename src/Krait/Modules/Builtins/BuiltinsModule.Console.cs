using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Modules;

/// <content>Input and output.</content>
internal static partial class BuiltinsModule
{
    [PyFunction("print")]
    internal static Status Print(Machine machine, [Rest] Arguments rest, [KeywordOnly] in Value sep = default,
        [KeywordOnly] in Value end = default, [KeywordOnly] in Value file = default, [KeywordOnly] bool flush = false)
    {
        if (!sep.IsNull && !sep.IsNone && sep.Object is not PyStr)
            return machine.Raise(Types.TypeError, $"sep must be None or a string, not {Operations.TypeName(sep)}");
        if (!end.IsNull && !end.IsNone && end.Object is not PyStr)
            return machine.Raise(Types.TypeError, $"end must be None or a string, not {Operations.TypeName(end)}");
        Value target = file.IsNull || file.IsNone ? SysModule.Output(machine) : file;
        if (target.IsNone)
            return Status.Ok;
        if (target.Object is not PyStandardStream { Stream: not StandardStream.Input } stream)
            return PrintTo(machine, target, rest, sep, end, flush);
        var text = new StrBuilder(machine);
        for (var i = 0; i < rest.Positional; i++)
        {
            if (i > 0)
                Append(ref text, sep, " ");
            Value shown = default;
            if (Operations.Str(machine, rest[i], ref shown) != Status.Ok)
                return Status.Raised;
            text.Append((PyStr)shown.Object!);
        }
        Append(ref text, end, "\n");
        if (text.Finish() is not { } line)
            return Status.Raised;
        var status = Streams.Write(machine, line, stream.Stream == StandardStream.Error);
        return status == Status.Ok && flush ? stream.Flush(machine) : status;
    }

    /// <summary>print to a program's own object, which sees each piece as it comes.</summary>
    private static Status PrintTo(Machine machine, in Value target, in Arguments pieces, in Value separator, in Value end, bool flush)
    {
        for (var i = 0; i < pieces.Positional; i++)
        {
            Value shown = default;
            if (i > 0 && CallMethod(machine, target, "write", Or(separator, " ")) != Status.Ok
                || Operations.Str(machine, pieces[i], ref shown) != Status.Ok
                || CallMethod(machine, target, "write", shown) != Status.Ok)
                return Status.Raised;
        }
        return CallMethod(machine, target, "write", Or(end, "\n")) == Status.Ok
            && (!flush || CallMethod(machine, target, "flush", Value.Null) == Status.Ok)
                ? Status.Ok
                : Status.Raised;

        static Value Or(in Value given, string otherwise) => given.Object is PyStr ? given : Value.Of(PyStr.From(otherwise));
    }

    [PyFunction("input")]
    internal static Status Input(Machine machine, ref Value result, in Value prompt = default)
    {
        if (!prompt.IsNull)
        {
            Value shown = default;
            if (Operations.Str(machine, prompt, ref shown) != Status.Ok
                || Streams.Write(machine, (PyStr)shown.Object!, toError: false) != Status.Ok)
                return Status.Raised;
        }
        var status = Streams.ReadLine(machine, ref result);
        if (status != Status.Ok)
            return status;
        var line = ((PyStr)result.Object!).Text;
        if (line.Length == 0)
            return machine.Raise(Types.EOFError, "EOF when reading a line");
        return line[^1] == '\n' ? machine.Return(ref result, line[..^1]) : Status.Ok;
    }

    /// <summary>What the interactive loop calls with the value of an expression statement.</summary>
    [PyFunction("__repl_print__")]
    internal static Status PrintResult(Machine machine, in Value value)
    {
        if (value.IsNone)
            return Status.Ok;
        Value shown = default;
        if (Operations.Repr(machine, value, ref shown) != Status.Ok)
            return Status.Raised;
        machine.Builtins.SetName(machine, machine.Names.Underscore, value);
        var text = new StrBuilder(machine);
        text.Append((PyStr)shown.Object!);
        text.Append("\n");
        return text.Finish() is { } line ? Streams.Write(machine, line, toError: false) : Status.Raised;
    }

    [PyFunction("help")]
    internal static Status Help(Machine machine, in Value value = default)
    {
        var text = new StrBuilder(machine);
        if (value.IsNull)
        {
            text.Append("help(object) shows what an object is and which attributes it has.\n");
        }
        else
        {
            Value shown = default, names = default;
            if (Operations.Str(machine, value, ref shown) != Status.Ok || AttributeNames.Of(machine, value, ref names) != Status.Ok
                || Iteration.Collect(machine, names, out var items) != Status.Ok)
                return Status.Raised;
            text.Append("object ");
            text.Append((PyStr)shown.Object!);
            text.Append($" is of type {Operations.TypeName(value)}\n");
            foreach (var name in items)
            {
                text.Append("  ");
                text.Append((PyStr)name.Object!);
                text.Append("\n");
            }
        }
        return text.Finish() is { } page ? Streams.Write(machine, page, toError: false) : Status.Raised;
    }

    private static void Append(ref StrBuilder text, in Value given, string standard)
    {
        if (given.Object is PyStr part)
            text.Append(part);
        else
            text.Append(standard);
    }

    private static Status CallMethod(Machine machine, in Value target, string name, in Value argument)
    {
        Value method = default, ignored = default;
        if (Attributes.Get(machine, target, machine.Intern(name), ref method) != Status.Ok)
            return Status.Raised;
        return argument.IsNull ? machine.Call(method, ref ignored) : machine.Call(method, argument, ref ignored);
    }
}
