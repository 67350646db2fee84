namespace Krait.Cli;

/// <summary>How the command ends; sys.exit(n) gives n.</summary>
internal static class ExitCodes
{
    /// <summary>Everything went well.</summary>
    public const int Fine = 0;

    /// <summary>The program failed: an exception reached the top.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage, an input that cannot be read or is not what it should be, an output that cannot be written.</summary>
    public const int BadInput = 2;

    /// <summary>A fault in Krait itself.</summary>
    public const int Internal = 70;

    /// <summary>Nobody reads standard output any more, as a shell reports SIGPIPE.</summary>
    public const int NoReader = 141;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
