namespace Krait.Cli;

/// <summary>What the command says on standard error, and the exit code that goes with it.</summary>
internal static class Messages
{
    /// <summary>Something the user gave is wrong: says what and where. Answers the exit code.</summary>
    public static int BadInput(string message)
    {
        Say(message);
        return ExitCodes.BadInput;
    }

    /// <summary>The program failed for a reason that Python has no words for. Answers the exit code.</summary>
    public static int Failed(string message)
    {
        Say(message);
        return ExitCodes.Failed;
    }

    /// <summary>A fault in Krait itself: what a report needs, and no more. Answers the exit code.</summary>
    public static int Internal(Exception problem)
    {
        var where = new System.Diagnostics.StackTrace(problem).GetFrame(0)?.GetMethod() is { } method
            ? $" in {method.DeclaringType?.Name}.{method.Name}"
            : "";
        Say($"internal error: {problem.GetType().Name}{where}: {problem.Message} (a fault in krait, not in the program: please report it)");
        return ExitCodes.Internal;
    }

    /// <summary>Whether standard output is a pipe that nobody reads any more (EPIPE).</summary>
    public static bool IsBrokenPipe(IOException problem) => problem.HResult == 32;

    /// <summary>Standard output cannot be written: silent when nobody reads it any more. Answers the exit code.</summary>
    public static int NoOutput(IOException problem) =>
        IsBrokenPipe(problem) ? ExitCodes.NoReader : BadInput($"cannot write to standard output: {problem.Message}");

    /// <summary>A file could not be read or written.</summary>
    public static int BadFile(string path, Exception problem) => BadInput(problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{path}: no such file or folder",
        UnauthorizedAccessException when Directory.Exists(path) => $"{path}: is a directory",
        UnauthorizedAccessException => $"{path}: permission denied",
        PathTooLongException => $"{path}: the name is too long",
        // .NET puts the path behind the message, and perhaps in another form.
        _ => $"{path}: {problem.Message.Split(" : '")[0]}",
    });

    /// <summary>Whether an exception says that a file could not be read or written.</summary>
    public static bool IsAboutFiles(Exception problem) => problem is IOException or UnauthorizedAccessException or NotSupportedException;

    private static void Say(string message)
    {
        try
        {
            Console.Error.WriteLine($"krait: {message}");
        }
        catch (Exception problem) when (IsAboutFiles(problem))
        {
            // Standard error is closed: there is nobody left to tell, the exit code says it.
        }
    }
}
