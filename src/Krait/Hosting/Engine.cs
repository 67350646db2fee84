using System.Text;
using Krait.Core;
using Krait.Modules;
using Krait.Mpy;
using Krait.Objects;
using Krait.Syntax;

namespace Krait.Hosting;

/// <summary>
/// A Python of its own: modules, classes, interned strings and limits that no other engine shares. One thread at a time
/// uses it; <see cref="Interrupt"/> and <see cref="Cancel"/> may be called from any.
/// </summary>
public sealed class Engine : IDisposable
{
    private readonly EngineOptions options;
    private readonly ModuleLoader loader;
    private readonly Interpreter.Interpreter machine;
    private readonly PyModule main;

    /// <summary>An engine with nothing but limits: no files, no console, no clock.</summary>
    public Engine()
        : this(new EngineOptions())
    {
    }

    /// <summary>An engine with the options given.</summary>
    public Engine(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        loader = new ModuleLoader(options);
        machine = new Interpreter.Interpreter(options.Limits, loader) { Capabilities = options.Capabilities };
        Startup.Prepare(machine, options);
        main = new PyModule(machine, "__main__");
        main.Members.SetName(machine, machine.Names.Builtins, machine.BuiltinsModule);
        machine.Modules.SetName(machine, machine.Names.Main, Value.Of(main));
    }

    /// <summary>The machine, for tests and for what is built on it.</summary>
    internal Interpreter.Interpreter Machine => machine;

    /// <summary>Compiles and runs a program in the module <c>__main__</c>.</summary>
    /// <param name="source">The program.</param>
    /// <param name="name">What tracebacks call its file.</param>
    /// <exception cref="PythonException">An exception reached the top, or the source does not compile.</exception>
    /// <exception cref="LimitReachedException">A limit was reached.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Execute(string source, string name = "<string>")
    {
        ArgumentNullException.ThrowIfNull(source);
        Execute(Encoding.UTF8.GetBytes(source), name);
    }

    /// <summary>Compiles and runs a program in UTF-8 in the module <c>__main__</c>.</summary>
    /// <inheritdoc cref="Execute(string, string)"/>
    public void Execute(ReadOnlySpan<byte> source, string name)
    {
        using var deadline = Begin();
        if (!loader.TryCompile(machine, source, name, out var image, out var error))
        {
            if (error is not null)
                SyntaxErrors.Raise(machine, error);
            throw Failure(error);
        }
        Run(image);
    }

    /// <summary>Verifies and runs the bytes of a .mpy file in the module <c>__main__</c>.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a .mpy file that may run.</exception>
    /// <inheritdoc cref="Execute(string, string)"/>
    public void ExecuteMpy(ReadOnlySpan<byte> mpy)
    {
        using var deadline = Begin();
        if (!MpyLoader.TryLoad(mpy, out var image, out var error))
            throw new InvalidDataException(error.ToString());
        Run(image);
    }

    /// <summary>Verifies and runs a .mpy file in the module <c>__main__</c>: in place where <see cref="EngineOptions.Trust"/>
    /// allows it.</summary>
    /// <exception cref="InvalidDataException">It is not a .mpy file that may run.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <inheritdoc cref="Execute(string, string)"/>
    public void ExecuteMpyFile(string path)
    {
        using var deadline = Begin();
        if (!MpyLoader.TryLoad(ImageMemory.Open(path, options.Trust), out var image, out var error))
            throw new InvalidDataException($"{path}: {error}");
        Run(image);
    }

    /// <summary>Runs a module as <c>__main__</c>, found as an import would find it.</summary>
    /// <exception cref="FileNotFoundException">There is no such module.</exception>
    /// <inheritdoc cref="Execute(string, string)"/>
    public void ExecuteModule(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var deadline = Begin();
        var status = loader.Locate(machine, name, out var image, out var file);
        if (status == Status.Stop)
            throw new FileNotFoundException($"No module named {name}");
        if (status == Status.Raised)
            throw Failure();
        main.Members.SetName(machine, machine.Names.File, Value.Of(PyStr.From(file)));
        Run(image!);
    }

    /// <summary>Sets a name in <c>__main__</c> to a str.</summary>
    public void SetMain(string name, string value) =>
        main.Members.SetName(machine, machine.Intern(name), Value.Of(PyStr.From(value)));

    /// <summary>Raises KeyboardInterrupt in the program that runs.</summary>
    public void Interrupt() => machine.Request(PollReason.Interrupt);

    /// <summary>Ends the program that runs, or the next one when none does: no handler of its own sees it.</summary>
    public void Cancel() => machine.Request(PollReason.Cancelled);

    /// <summary>Sends output that is still kept.</summary>
    public void Flush() => options.Capabilities.Console?.Flush();

    /// <summary>Ends the engine.</summary>
    public void Dispose() => loader.Dispose();

    /// <summary>Gives a run its whole budget, the compilation of its source included.</summary>
    private Deadline Begin()
    {
        machine.BeginRun();
        return new Deadline(machine, options.Limits.Time);
    }

    private void Run(ModuleImage image)
    {
        var code = new LinkedCode(image.Root, new LinkedModule(image));
        var function = new PyFunction(code, main.Members);
        Value result = default;
        var finished = false;
        try
        {
            if (machine.Execute(function, main.Members, ref result) == Status.Raised)
                throw Failure();
            finished = true;
        }
        finally
        {
            if (!finished)
                machine.Abandon();
        }
    }

    /// <summary>The .NET exception for the one that is pending.</summary>
    private Exception Failure(Diagnostic? diagnostic = null)
    {
        var pending = machine.Pending!;
        machine.Pending = null;
        // Telling what happened may run Python (__str__): the limits hold there too.
        if (pending.LimitKind == LimitKind.None && TryDescribe(pending, diagnostic) is { } described)
            return described;
        var kind = (machine.Pending ?? pending).LimitKind;
        machine.Pending = null;
        if (kind != LimitKind.Cancelled)
            return new LimitReachedException(kind);
        machine.Withdraw(PollReason.Cancelled);
        return new OperationCanceledException("the program was cancelled");
    }

    /// <summary>The exception as a host sees it; null with a limit pending when one was reached on the way.</summary>
    private PythonException? TryDescribe(PyException pending, Diagnostic? diagnostic)
    {
        var text = TracebackPrinter.Format(machine, pending, loader.SourceLine);
        machine.Pending = null;
        var message = Operations.Str(machine, Value.Of(pending), out var said) == Status.Ok ? said : "";
        if (machine.Pending is { IsLimit: true })
            return null;
        machine.Pending = null;
        var code = ExitCode(pending);
        if (machine.Pending is { IsLimit: true })
            return null;
        machine.Pending = null;
        return new PythonException(pending.Type.Name, message, text, diagnostic) { ExitCode = code };
    }

    /// <summary>The exit code that a SystemExit asks for: None is 0, an int itself, anything else is printed and 1.</summary>
    private int? ExitCode(PyException pending)
    {
        if (!pending.Type.IsSubclassOf(Types.SystemExit))
            return null;
        var code = pending.Arguments.Items is [var first, ..] ? first : Value.None;
        if (code.IsNone)
            return 0;
        if (code.IsInt || code.IsBool)
            return (int)code.Bits;
        if (Operations.Str(machine, code, out var text) == Status.Ok)
            options.Capabilities.Console?.WriteError(Encoding.UTF8.GetBytes(text + "\n"));
        return 1;
    }
}
