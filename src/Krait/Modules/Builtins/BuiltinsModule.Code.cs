using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>What reaches the frame that calls, and code that is text.</content>
internal static partial class BuiltinsModule
{
    [PyFunction("globals")]
    internal static Status Globals(Machine machine, ref Value result) => Give(machine, machine.CurrentGlobals, ref result);

    /// <summary>A module's or class body's namespace; in a function the globals, because bytecode has no names of
    /// locals.</summary>
    [PyFunction("locals")]
    internal static Status Locals(Machine machine, ref Value result) =>
        Give(machine, machine.CurrentLocals ?? machine.CurrentGlobals, ref result);

    [PyFunction("vars")]
    internal static Status Variables(Machine machine, ref Value result, in Value value = default)
    {
        if (value.IsNull)
            return Locals(machine, ref result);
        var status = Attributes.Get(machine, value, machine.Names.Dict, ref result);
        return status == Status.Raised && machine.Catch(Types.AttributeError)
            ? machine.Raise(Types.TypeError, "vars() argument must have __dict__ attribute")
            : status;
    }

    [PyFunction("dir")]
    internal static Status Directory(Machine machine, ref Value result, in Value value = default)
    {
        if (!value.IsNull)
            return AttributeNames.Directory(machine, value, ref result);
        return (machine.CurrentLocals ?? machine.CurrentGlobals) is { } names
            ? AttributeNames.Sorted(machine, names, ref result)
            : Give(machine, null, ref result);
    }

    [PyFunction("compile")]
    internal static Status Compile(Machine machine, ref Value result, [Named] in Value source, [Named] string filename,
        [Named] string mode, [Named] int flags = 0, [Named("dont_inherit")] bool alone = false, [Named] int optimize = -1)
    {
        if (mode is not ("exec" or "eval" or "single"))
            return machine.Raise(Types.ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
        return TryText(machine, source, "compile() arg 1 must be a string, bytes or AST object", out var text)
            ? machine.Compile(text, filename, mode, ref result)
            : Status.Raised;
    }

    [PyFunction("eval")]
    internal static Status Evaluate(Machine machine, in Value source, ref Value result, in Value globals = default, in Value locals = default)
    {
        if (!TryNamespaces(machine, "eval", globals, locals, out var outer, out var inner))
            return Status.Raised;
        if (source.Object is PyCode code)
            return machine.Execute(code, outer, inner, ref result);
        if (!TryText(machine, source, "eval() arg 1 must be a string, bytes or code object", out var text))
            return Status.Raised;
        Value compiled = default;
        var status = machine.Compile(text.TrimStart(' ', '\t'), "<string>", "eval", ref compiled);
        return status == Status.Ok ? machine.Execute((PyCode)compiled.Object!, outer, inner, ref result) : status;
    }

    [PyFunction("exec")]
    internal static Status Execute(Machine machine, in Value source, ref Value result, in Value globals = default, in Value locals = default)
    {
        if (!TryNamespaces(machine, "exec", globals, locals, out var outer, out var inner))
            return Status.Raised;
        if (source.Object is PyCode code)
            return machine.Execute(code, outer, inner, ref result);
        if (!TryText(machine, source, "exec() arg 1 must be a string, bytes or code object", out var text))
            return Status.Raised;
        Value compiled = default;
        var status = machine.Compile(text, "<string>", "exec", ref compiled);
        return status == Status.Ok ? machine.Execute((PyCode)compiled.Object!, outer, inner, ref result) : status;
    }

    [PyFunction("__import__")]
    internal static Status Import(Machine machine, ref Value result, [Named] string name, [Named] in Value globals = default,
        [Named] in Value locals = default, [Named] in Value fromlist = default, [Named] int level = 0)
    {
        if (level < 0)
            return machine.Raise(Types.ValueError, "level must be >= 0");
        return machine.Import(name, globals.Object as PyDict, fromlist.IsNull ? Value.None : fromlist, level, ref result);
    }

    [PyFunction("__build_class__")]
    internal static Status BuildClass(Machine machine, [Rest] Arguments rest, ref Value result) =>
        ClassPlan.Build(machine, rest, ref result);

    private static Status Give(Machine machine, PyDict? names, ref Value result)
    {
        if (names is null)
            return machine.Raise(Types.SystemError, "no Python code is running");
        result.SetObject(names);
        return Status.Ok;
    }

    private static bool TryNamespaces(Machine machine, string function, in Value globals, in Value locals, out PyDict outer, out PyDict inner)
    {
        outer = inner = null!;
        var hasGlobals = !globals.IsNull && !globals.IsNone;
        var hasLocals = !locals.IsNull && !locals.IsNone;
        if (hasGlobals && globals.Object is not PyDict)
        {
            machine.Raise(Types.TypeError, function == "exec"
                ? $"exec() globals must be a dict, not {Operations.TypeName(globals)}"
                : "globals must be a dict");
            return false;
        }
        if (hasLocals && locals.Object is not PyDict)
        {
            machine.Raise(Types.TypeError, function == "exec"
                ? $"locals must be a mapping or None, not {Operations.TypeName(locals)}"
                : "locals must be a mapping");
            return false;
        }
        var current = hasGlobals ? (PyDict)globals.Object! : machine.CurrentGlobals;
        if (current is null)
        {
            machine.Raise(Types.SystemError, "globals and locals cannot be NULL");
            return false;
        }
        outer = current;
        inner = hasLocals ? (PyDict)locals.Object! : hasGlobals ? outer : machine.CurrentLocals ?? outer;
        return true;
    }

    private static bool TryText(Machine machine, in Value source, string problem, out string text)
    {
        text = "";
        Value decoded = source;
        if (source.Object is PyBytes bytes && Objects.Text.StrCodec.Decode(machine, bytes, "utf-8", "strict", ref decoded) != Status.Ok)
            return false;
        if (decoded.Object is not PyStr found)
        {
            machine.Raise(Types.TypeError, problem);
            return false;
        }
        text = found.Text;
        if (!text.Contains('\0', StringComparison.Ordinal))
            return true;
        machine.Raise(Types.SyntaxError, "source code string cannot contain null bytes");
        return false;
    }
}
