using System.Diagnostics;

namespace Krait.Tests.Cli;

/// <summary>Starts the built command in a folder of its own.</summary>
internal sealed class Command : IDisposable
{
    private static readonly string executable = Find();

    public string Folder { get; } = Directory.CreateTempSubdirectory("krait").FullName;

    public string File(string name, string text) => File(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return name;
    }

    /// <summary>Runs krait with arguments and an empty standard input.</summary>
    public (int Code, string Output, string Errors) Run(params string[] arguments) => Finish(Start("dotnet", [executable, .. arguments]));

    /// <summary>Runs a shell command in which $K is krait.</summary>
    public (int Code, string Output, string Errors) Shell(string command) => Finish(Start("/bin/sh", ["-c", command]));

    public Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["K"] = $"dotnet {executable}";
        return Process.Start(start)!;
    }

    public static (int Code, string Output, string Errors) Finish(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output.ReplaceLineEndings("\n"), errors.Result.ReplaceLineEndings("\n"));
        }
    }

    public static string Executable => executable;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Find()
    {
        // bin/CONFIGURATION/FRAMEWORK, the same for both projects.
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Root, "src", "Krait.Cli", "bin", framework.Parent!.Name, framework.Name, "Krait.Cli.dll");
    }
}
