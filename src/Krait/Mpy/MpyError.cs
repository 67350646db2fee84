namespace Krait.Mpy;

/// <summary>Why a file was rejected.</summary>
/// <param name="Offset">Where in the file.</param>
/// <param name="Rule">The rule that it breaks, as docs/verifier.md names it.</param>
/// <param name="Message">What is wrong, in words.</param>
internal sealed record MpyError(int Offset, string Rule, string Message)
{
    /// <summary>Whether a limit of size or depth is exceeded, as what a source was compiled to may do.</summary>
    public bool IsTooLarge => Rule is "file.size" or "qstr.count" or "qstr.length" or "object.digits" or "object.depth" or "raw.depth"
        or "prelude.state" or "prelude.blocks" or "prelude.signature" or "prelude.size" or "work";

    /// <summary>The message with its place and rule.</summary>
    public override string ToString() => $"offset {Offset}: {Message} [{Rule}]";
}
