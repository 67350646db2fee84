using Krait.InstructionGenerator.Bodies;
using Microsoft.CodeAnalysis;

namespace Krait.InstructionGenerator.Loops;

/// <summary>Lines that tell the C# compiler where pasted text comes from, so that a debugger steps through the micro-op and a
/// stack trace names its file.</summary>
internal static class LineDirective
{
    /// <summary>What follows stands where the loop has it.</summary>
    public const string Default = "#line default";

    /// <summary>The next line stands where the node does. The path counts from the folder of the loops.</summary>
    public static string For(MicroOp micro, SyntaxNode node) => $"#line {MicroOp.LineOf(node)} \"../{micro.Syntax.SyntaxTree.FilePath}\"";
}
