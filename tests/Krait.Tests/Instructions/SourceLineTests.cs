using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Krait.Tests.Instructions;

/// <summary>What is pasted into the loops stays where it was written, for debuggers and stack traces: the symbols of a loop
/// lead to the lines of the micro-ops.</summary>
public class SourceLineTests
{
    [Theory]
    [InlineData("RunPlain", "Uops.Items.cs", "(ulong)index < (uint)list.Count")]
    [InlineData("RunPlain", "Uops.Iterators.cs", "range.Current = value + range.Step;")]
    [InlineData("RunMetered", "Uops.Integers.cs", "return ((result ^ left) & (result ^ right)) >= 0;")]
    [InlineData("RunTraced", "Uops.Floats.cs", "=> left * right;")]
    public void Symbols_of_a_loop_lead_to_micro_ops(string loop, string file, string text)
    {
        var source = Path.Combine(Repository.Root, "src", "Krait", "Instructions", file);
        var line = Array.FindIndex(File.ReadAllLines(source), candidate => candidate.Contains(text, StringComparison.Ordinal)) + 1;
        Assert.Contains((file, line), Points(loop));
    }

    /// <summary>The places in sources that the symbols of a method name.</summary>
    private static HashSet<(string File, int Line)> Points(string loop)
    {
        var assembly = typeof(Interpreter.Interpreter).Assembly.Location;
        using var image = new PEReader(File.OpenRead(assembly));
        Assert.True(image.TryOpenAssociatedPortablePdb(assembly, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _));
        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            var metadata = image.GetMetadataReader();
            var method = metadata.MethodDefinitions.Single(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name) == loop);
            return
            [
                .. symbols.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints()
                    .Where(point => !point.IsHidden)
                    .Select(point => (Path.GetFileName(symbols.GetString(symbols.GetDocument(point.Document).Name)), point.StartLine)),
            ];
        }
    }
}
