using System.Text;
using Krait.Capabilities;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Tests.Programs;

/// <summary>Runs a program of tests/programs as its expected output was made.</summary>
internal static class ProgramRun
{
    public static readonly string Root = Path.Combine(Repository.Root, "tests", "programs");

    /// <summary>A program that hangs fails instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Output and, after a failure, the line that eng/expected-outputs.py adds.</summary>
    /// <param name="path">The program.</param>
    /// <param name="prepare">What is done to the machine before.</param>
    /// <param name="limits">What the program may use; by default, time enough.</param>
    public static string Output(string path, Action<Interpreter.Interpreter>? prepare = null, Limits? limits = null)
    {
        var console = new RecordingConsole();
        using var engine = new Engine(new EngineOptions
        {
            Capabilities = new CapabilitySet
            {
                Console = console,
                Files = new ProgramFolder(Path.GetDirectoryName(path)!),
                Clock = SystemCapabilities.All.Clock,
                Random = SystemCapabilities.All.Random,
                Environment = SystemCapabilities.All.Environment,
            },
            Path = [""],
            Arguments = [Path.GetFileName(path)],
            Limits = limits ?? new Limits { Time = Patience },
        });
        prepare?.Invoke(engine.Machine);
        var code = 0;
        try
        {
            engine.SetMain("__file__", Path.GetFileName(path));
            engine.Execute(File.ReadAllBytes(path), Path.GetFileName(path));
        }
        catch (PythonException problem)
        {
            if (problem.ExitCode is null)
                console.WriteError(Encoding.UTF8.GetBytes(problem.Traceback.TrimEnd('\n') + "\n"));
            code = problem.ExitCode ?? 1;
        }
        return code == 0 ? console.Text : $"{console.Text}exit code {code}\n";
    }
}
