using System.Text;
using Krait.Hosting;

namespace Krait.Cli;

/// <summary>Standard output of the verbs that print. Unlike the console's own writer it notices that nobody reads any
/// more.</summary>
internal static class StandardOutput
{
    /// <summary>Writes text. Answers the exit code, having said what is wrong.</summary>
    public static int Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes. Answers the exit code, having said what is wrong.</summary>
    public static int Write(ReadOnlySpan<byte> bytes)
    {
        var console = SystemCapabilities.All.Console!;
        try
        {
            console.Write(bytes);
            console.Flush();
            return ExitCodes.Fine;
        }
        catch (IOException problem)
        {
            return Messages.NoOutput(problem);
        }
    }
}
