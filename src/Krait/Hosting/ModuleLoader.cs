using System.Diagnostics.CodeAnalysis;
using System.Text;
using Krait.Capabilities;
using Krait.Compiler;
using Krait.Core;
using Krait.Interpreter;
using Krait.Modules;
using Krait.Mpy;
using Krait.Objects;
using Krait.Syntax;

namespace Krait.Hosting;

/// <summary>Finds modules: built in, or as .py and .mpy files along sys.path, packages as folders. A .py goes before a
/// .mpy of the same name, as on a device.</summary>
internal sealed class ModuleLoader(EngineOptions options) : IModuleLoader, IDisposable
{
    private readonly Dictionary<string, string[]> sources = [];

    private IFileSystem? Files => options.Capabilities.Files;

    public Status Find(Interpreter.Interpreter machine, string name, PyModule? package, out LoadedModule found)
    {
        found = default;
        if (package is null && BuiltinModules.Create(machine, name) is { } builtin)
        {
            found = new LoadedModule(builtin, null);
            return Status.Ok;
        }
        var leaf = name[(name.LastIndexOf('.') + 1)..];
        if (Files is null)
            return Status.Stop;
        foreach (var folder in Folders(machine, package))
        {
            var place = Join(folder, leaf);
            if (Files.IsFolder(place))
            {
                var status = Load(machine, name, Join(place, "__init__"), place, out found);
                if (status != Status.Stop)
                    return status;
            }
            var single = Load(machine, name, place, null, out found);
            if (single != Status.Stop)
                return single;
        }
        return Status.Stop;
    }

    public Status Compile(Interpreter.Interpreter machine, string source, string file, string mode, out LinkedCode? code)
    {
        code = null;
        if (!machine.Charge(source.Length, 8L * source.Length))
            return Status.Raised;
        var kind = mode switch
        {
            "eval" => CompileMode.Eval,
            "single" => CompileMode.Single,
            _ => CompileMode.Module,
        };
        if (!TryCompile(machine, Encoding.UTF8.GetBytes(source), file, out var image, out var error, kind))
            return Raise(machine, error);
        code = new LinkedCode(image.Root, new LinkedModule(image));
        return Status.Ok;
    }

    /// <summary>Finds the code of a module that is to run as __main__.</summary>
    public Status Locate(Interpreter.Interpreter machine, string name, out ModuleImage? image, out string file)
    {
        image = null;
        file = "";
        if (Files is null)
            return Status.Stop;
        foreach (var folder in Folders(machine, null))
        {
            var place = Join(folder, name.Replace('.', '/'));
            var status = Read(machine, Files.IsFolder(place) ? Join(place, "__main__") : place, out image, out file);
            if (status != Status.Stop)
                return status;
        }
        return Status.Stop;
    }

    /// <summary>Compiles a source and verifies what came out. False without an error: an exception is pending.</summary>
    public bool TryCompile(Machine machine, ReadOnlySpan<byte> source, string name, [NotNullWhen(true)] out ModuleImage? image, out Diagnostic? error,
        CompileMode mode = CompileMode.Module)
    {
        try
        {
            return TryCompileWithin(new Budget(bytes => machine.Charge(0, bytes) && machine.MayGoOn()), source, name, out image, out error, mode);
        }
        catch (OperationCanceledException)
        {
            // The budget has made its limit pending.
            image = null;
            error = null;
            return false;
        }
    }

    private bool TryCompileWithin(Budget budget, ReadOnlySpan<byte> source, string name, [NotNullWhen(true)] out ModuleImage? image, out Diagnostic? error,
        CompileMode mode)
    {
        image = null;
        error = FindInvalidText(source, name);
        if (error is not null)
            return false;
        var compiler = new CompilerOptions
        {
            SourceName = name,
            InputPath = name,
            OptimizationLevel = options.OptimizationLevel,
            NativeAsBytecode = true,
            Mode = mode,
            Budget = budget,
        };
        if (!PythonCompiler.TryCompile(source, compiler, out var mpy, out error))
            return false;
        Remember(name, source);
        if (MpyLoader.TryLoad(mpy, out image, out var rejected))
            return true;
        if (!rejected.IsTooLarge)
            throw new InternalErrorException($"the verifier rejects what the compiler made of {name}: {rejected}");
        error = new Diagnostic("SyntaxError", $"too large to run: {rejected.Message}", name, 0, 0, 0, null, "");
        return false;
    }

    /// <summary>The first byte that is not UTF-8, in CPython's words: its bytes could become a str that is none. The
    /// compiler alone takes such sources, as mpy-cross does.</summary>
    private static Diagnostic? FindInvalidText(ReadOnlySpan<byte> source, string name)
    {
        if (System.Text.Unicode.Utf8.IsValid(source))
            return null;
        var rest = source;
        while (Rune.DecodeFromUtf8(rest, out _, out var length) == System.Buffers.OperationStatus.Done)
            rest = rest[length..];
        var line = source[..^rest.Length].Count((byte)'\n') + 1;
        return new Diagnostic("SyntaxError", $"Non-UTF-8 code starting with '\\x{rest[0]:x2}' in file {name} on line {line}", name, line, 1, 1, null, "");
    }

    /// <summary>A line of a source file, for tracebacks; null when the source is not found.</summary>
    public string? SourceLine(string file, int line)
    {
        if (!sources.TryGetValue(file, out var lines))
        {
            if (Files is null || !file.EndsWith(".py", StringComparison.Ordinal) || !Files.IsFile(file))
                return null;
            lines = TryReadText(file)?.Split('\n') ?? [];
            sources[file] = lines;
        }
        return line >= 1 && line <= lines.Length ? lines[line - 1].TrimEnd('\r') : null;
    }

    public void Dispose() => sources.Clear();

    private static Status Raise(Machine machine, Diagnostic? error) => error is null ? Status.Raised : SyntaxErrors.Raise(machine, error);

    private void Remember(string name, ReadOnlySpan<byte> source)
    {
        // Sources without a file ("<string>", "<stdin>") can be shown from here only.
        if (name.StartsWith('<'))
            sources[name] = Encoding.UTF8.GetString(source).Split('\n');
        else
            sources.Remove(name);
    }

    private string? TryReadText(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(Files!.Read(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The source is only shown beside a traceback: without it the line is left out.
            return null;
        }
    }

    private Status Load(Interpreter.Interpreter machine, string name, string place, string? folder, out LoadedModule found)
    {
        found = default;
        var status = Read(machine, place, out var image, out var file);
        if (status != Status.Ok)
            return status;
        var module = new PyModule(machine, name);
        module.Members.SetName(machine, machine.Names.File, Value.Of(PyStr.From(file)));
        module.Members.SetName(machine, machine.Names.Builtins, machine.BuiltinsModule);
        var parent = folder is not null ? name : name[..Math.Max(0, name.LastIndexOf('.'))];
        module.Members.SetName(machine, machine.Intern("__package__"), Value.Of(PyStr.From(parent)));
        if (folder is not null)
        {
            var path = new PyList();
            if (path.Append(machine, Value.Of(PyStr.From(folder))) != Status.Ok)
                return Status.Raised;
            module.Members.SetName(machine, machine.Names.Path, Value.Of(path));
        }
        var code = new LinkedCode(image!.Root, new LinkedModule(image));
        found = new LoadedModule(module, new PyFunction(code, module.Members));
        return Status.Ok;
    }

    /// <summary>Reads PLACE.py or PLACE.mpy.</summary>
    private Status Read(Interpreter.Interpreter machine, string place, out ModuleImage? image, out string file)
    {
        image = null;
        file = place + ".py";
        try
        {
            if (Files!.IsFile(file))
            {
                var source = Files.Read(file);
                if (!machine.Charge(source.Length, source.Length))
                    return Status.Raised;
                return TryCompile(machine, source, file, out image, out var error) ? Status.Ok : Raise(machine, error);
            }
            file = place + ".mpy";
            if (!Files.IsFile(file))
                return Status.Stop;
            var memory = options.Trust == ImageTrust.Immutable && Files.ImmutablePath(file) is { } mapped
                ? ImageMemory.Open(mapped, ImageTrust.Immutable)
                : ImageMemory.Copy(Files.Read(file));
            if (!machine.Charge(memory.Length, memory.Length))
                return Status.Raised;
            return MpyLoader.TryLoad(memory, out image, out var rejected)
                ? Status.Ok
                : machine.Raise(Types.ImportError, $"{file}: {rejected}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return machine.Raise(Types.ImportError, $"cannot read {file}: {problem.Message}");
        }
    }

    private static IEnumerable<string> Folders(Machine machine, PyModule? package)
    {
        Value path = default;
        if (package is not null)
            package.Members.TryGetName(machine, machine.Names.Path, out path);
        else if (machine.Modules.TryGetName(machine, machine.Intern("sys"), out var sys) && sys.Object is PyModule module)
            module.Members.TryGetName(machine, machine.Intern("path"), out path);
        // MicroPython gives a package's __path__ as a str.
        if (path.Object is PyStr single)
            return [single.Text];
        if (Iteration.Collect(machine, path, out var items) != Status.Ok)
        {
            machine.Pending = null;
            return [];
        }
        return items.Select(item => item.Object).OfType<PyStr>().Select(text => text.Text);
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder.TrimEnd('/')}/{name}";
}
