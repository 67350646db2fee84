using Krait.Compiler;
using Krait.Hosting;

namespace Krait.Cli;

/// <summary>krait compile</summary>
internal static class CompileCommand
{
    public static int Run(string path, string? output, CompilerOptions options)
    {
        if (options.SmallIntBits is < 2 or > 63)
            return Messages.BadInput($"-msmall-int-bits={options.SmallIntBits}: give 2 to 63");
        byte[] source;
        try
        {
            source = path == "-" ? ReadAll(SystemConsole.OpenInput()) : File.ReadAllBytes(path);
        }
        catch (Exception problem) when (Messages.IsAboutFiles(problem))
        {
            return Messages.BadFile(path, problem);
        }
        if (!PythonCompiler.TryCompile(source, options, out var mpy, out var error))
            return Messages.BadInput(error.ToString());
        var target = output ?? (path == "-" ? "-" : Path.ChangeExtension(path, ".mpy"));
        if (target == "-")
            return StandardOutput.Write(mpy);
        try
        {
            AtomicFile.Write(target, mpy);
        }
        catch (Exception problem) when (Messages.IsAboutFiles(problem))
        {
            return Messages.BadFile(target, problem);
        }
        return ExitCodes.Fine;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
