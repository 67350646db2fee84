using Krait.Mpy;

namespace Krait.Cli;

/// <summary>krait dump</summary>
internal static class DumpCommand
{
    public static int Run(string path)
    {
        try
        {
            var text = MpyListing.Of(File.ReadAllBytes(path), out var error);
            Console.Out.Write(text);
            return error is null ? ExitCodes.Fine : Messages.BadInput($"{path}: {error}");
        }
        catch (Exception problem) when (Messages.IsAboutFiles(problem))
        {
            return Messages.BadFile(path, problem);
        }
    }
}
