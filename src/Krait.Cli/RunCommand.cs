using System.Text;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Cli;

/// <summary>krait FILE, run FILE, -c CODE, -m MODULE, -</summary>
internal static class RunCommand
{
    private const string Usage = """
        usage: krait [run] [options] FILE [args] | -c CODE [args] | -m MODULE [args] | - [args]
               krait compile | dump | explain ...   (krait compile --help)

        options
          -c CODE        run a program given as text
          -m MODULE      run a module found on the path
          -              run the program on standard input
          -O[N]          optimisation level: 1 drops asserts, 3 line numbers too
          -X KEY[=VALUE] implementation option; jit=off is accepted, unknown keys are ignored
          -v             more messages
          --version      print the version
          -h, --help     print this

        exit codes: 0 fine, 1 the program failed, 2 bad usage or input, 70 a fault in krait, 130 interrupted,
        141 nobody reads the output; sys.exit(n) gives n
        """;

    public static int Invoke(string[] args, bool verb)
    {
        var level = 0;
        var i = 0;
        for (; i < args.Length && args[i].Length > 1 && args[i][0] == '-'; i++)
        {
            switch (args[i])
            {
                case "-c" when i + 1 < args.Length:
                    return Run(new Program(ProgramKind.Text, args[i + 1], ["-c", .. args[(i + 2)..]], level));
                case "-m" when i + 1 < args.Length:
                    return Run(new Program(ProgramKind.Module, args[i + 1], ["-m", .. args[(i + 2)..]], level));
                case "-c" or "-m":
                    return Messages.BadInput($"{args[i]} needs an argument");
                case "-X" when i + 1 < args.Length:
                    i++;
                    break;
                case "-X":
                    return Messages.BadInput("-X needs an argument");
                case "-v" or "-i":
                    break;
                case "-h" or "--help":
                    return StandardOutput.Write(Usage + "\n");
                case "--version":
                    return StandardOutput.Write($"Krait {typeof(Engine).Assembly.GetName().Version!.ToString(3)}\n");
                case ['-', 'O', .. var number] when number.Length == 0 || int.TryParse(number, out level):
                    level = number.Length == 0 ? 1 : level;
                    break;
                case ['-', 'X', ..]:
                    break;
                default:
                    return Messages.BadInput($"unknown option {args[i]} (krait --help)");
            }
        }
        if (i == args.Length)
        {
            if (verb || !Console.IsInputRedirected)
            {
                Console.Error.WriteLine(Usage);
                return ExitCodes.BadInput;
            }
            return Run(new Program(ProgramKind.Input, "<stdin>", [""], level));
        }
        return args[i] == "-"
            ? Run(new Program(ProgramKind.Input, "<stdin>", args[i..], level))
            : Run(new Program(ProgramKind.File, args[i], args[i..], level));
    }

    private static int Run(Program program)
    {
        var folder = program.Kind == ProgramKind.File ? Path.GetDirectoryName(program.Text) ?? "" : "";
        using var engine = new Engine(new EngineOptions
        {
            Capabilities = SystemCapabilities.All,
            Arguments = program.Arguments,
            Path = [folder, .. ExtraPath()],
            OptimizationLevel = program.Level,
            Executable = Environment.ProcessPath ?? "",
        });
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            engine.Interrupt();
        };
        var code = Execute(engine, program);
        try
        {
            engine.Flush();
        }
        catch (IOException problem) when (code == ExitCodes.Fine || Messages.IsBrokenPipe(problem))
        {
            return Messages.NoOutput(problem);
        }
        catch (IOException)
        {
            // The program has failed already, and that was said.
            return code;
        }
        return code;
    }

    private static int Execute(Engine engine, Program program)
    {
        try
        {
            Start(engine, program);
            return ExitCodes.Fine;
        }
        catch (PythonException problem) when (problem.ExitCode is { } code)
        {
            return code & 0xff;
        }
        catch (PythonException problem) when (problem.PythonType == "BrokenPipeError")
        {
            return ExitCodes.NoReader;
        }
        catch (PythonException problem)
        {
            Report(problem.Traceback.TrimEnd('\n') + "\n");
            return problem.PythonType == "KeyboardInterrupt" ? ExitCodes.Interrupted : ExitCodes.Failed;
        }
        catch (LimitReachedException problem)
        {
            return Messages.Failed(problem.Message);
        }
        catch (FileNotFoundException problem) when (program.Kind == ProgramKind.Module)
        {
            return Messages.BadInput(problem.Message);
        }
        catch (InvalidDataException problem)
        {
            return Messages.BadInput(problem.Message);
        }
        catch (Exception problem) when (Messages.IsAboutFiles(problem))
        {
            return Messages.BadFile(program.Text, problem);
        }
    }

    private static void Report(string traceback)
    {
        try
        {
            SystemCapabilities.All.Console!.WriteError(Encoding.UTF8.GetBytes(traceback));
        }
        catch (IOException)
        {
            // Standard error is closed: there is nobody left to tell, the exit code says it.
        }
    }

    private static void Start(Engine engine, Program program)
    {
        switch (program.Kind)
        {
            case ProgramKind.Text:
                engine.Execute(program.Text);
                break;
            case ProgramKind.Module:
                engine.ExecuteModule(program.Text);
                break;
            case ProgramKind.Input:
                using (var input = SystemConsole.OpenInput())
                using (var source = new MemoryStream())
                {
                    input.CopyTo(source);
                    engine.Execute(source.GetBuffer().AsSpan(0, (int)source.Length), "<stdin>");
                }
                break;
            default:
                engine.SetMain("__file__", program.Text);
                if (program.Text.EndsWith(".mpy", StringComparison.Ordinal))
                    engine.ExecuteMpyFile(program.Text);
                else
                    engine.Execute(File.ReadAllBytes(program.Text), program.Text);
                break;
        }
    }

    /// <summary>Folders of MICROPYPATH, the variable that MicroPython's own tools set.</summary>
    private static string[] ExtraPath() =>
        (Environment.GetEnvironmentVariable("MICROPYPATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private enum ProgramKind
    {
        File,
        Text,
        Module,
        Input,
    }

    private sealed record Program(ProgramKind Kind, string Text, string[] Arguments, int Level);
}
