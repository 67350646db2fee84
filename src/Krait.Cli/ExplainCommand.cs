namespace Krait.Cli;

/// <summary>krait explain</summary>
internal static class ExplainCommand
{
    public static int Instructions(bool json) => Messages.BadInput("the table of instructions is not there");
}
