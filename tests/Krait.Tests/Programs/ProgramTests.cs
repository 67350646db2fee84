using System.Text;
using Krait.Capabilities;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Tests.Programs;

/// <summary>Runs every program of tests/programs and compares what it prints with CPython's output beside it.</summary>
public sealed class ProgramTests
{
    /// <summary>A program that hangs fails instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Root = Path.Combine(Repository.Root, "tests", "programs");

    /// <summary>The programs; what lies in a folder or a file whose name starts with _ is imported by them.</summary>
    public static TheoryData<string> Programs
    {
        get
        {
            var programs = new TheoryData<string>();
            foreach (var file in Directory.EnumerateFiles(Root, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var program = Path.GetRelativePath(Root, file).Replace('\\', '/');
                if (!program.Split('/').Any(part => part.StartsWith('_')))
                    programs.Add(program);
            }
            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Prints_what_is_expected(string program)
    {
        var path = Path.Combine(Root, program);
        Assert.Equal(Expected(path), Run(path));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Names_each_difference_that_it_has(string program)
    {
        var path = Path.Combine(Root, program);
        var named = File.ReadLines(path).Any(line => line.Contains("# differs: ", StringComparison.Ordinal));
        Assert.Equal(File.Exists(Path.ChangeExtension(path, ".krait")), named);
    }

    private static string Expected(string path)
    {
        var own = Path.ChangeExtension(path, ".krait");
        return File.ReadAllText(File.Exists(own) ? own : Path.ChangeExtension(path, ".out"));
    }

    /// <summary>Output and, after a failure, the line that eng/expected-outputs.py adds.</summary>
    private static string Run(string path)
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
            Limits = new Limits { Time = Patience },
        });
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
