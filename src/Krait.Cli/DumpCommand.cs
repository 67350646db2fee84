using Krait.Mpy;

namespace Krait.Cli;

/// <summary>krait dump</summary>
internal static class DumpCommand
{
    public static int Run(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (Messages.IsAboutFiles(problem))
        {
            return Messages.BadFile(path, problem);
        }
        var code = StandardOutput.Write(MpyListing.Of(bytes, out var error));
        return error is null ? code : Messages.BadInput($"{path}: {error}");
    }
}
