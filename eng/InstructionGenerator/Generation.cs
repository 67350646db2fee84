using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;
using Krait.InstructionGenerator.Loops;
using Krait.InstructionGenerator.Outputs;

namespace Krait.InstructionGenerator;

/// <summary>
/// The way from the definition to the files: <c>Definition</c> reads the table, <c>Bodies</c> the micro-ops,
/// <c>Composition</c> binds the one to the other and checks the rules, <c>Loops</c> and <c>Outputs</c> write.
/// </summary>
internal static class Generation
{
    public static IReadOnlyList<OutputFile> Run(SourceTree tree)
    {
        var table = TableParser.Parse(Path.GetFileName(SourceTree.TablePath), tree.Read(SourceTree.TablePath));
        var files = new List<OutputFile> { OpcodeOutput.Write(table) };
        var tables = files.Select(file => (file.Path, file.Text));
        var micros = MicroOpBinder.Bind(tree.Sources().Concat(tables));
        var instructions = Composer.Compose(Path.GetFileName(SourceTree.TablePath), table, micros);
        var fusions = new FusionPlan(Path.GetFileName(SourceTree.TablePath), table, instructions);
        foreach (var mode in LoopMode.All)
            files.Add(new OutputFile(
                $"src/Krait/Interpreter/Interpreter.Loop.{mode.Name}.g.cs", new LoopWriter(fusions, instructions, mode).Write()));
        files.Add(InstructionTableOutput.Write(instructions));
        files.Add(PropertiesOutput.Write(table, instructions));
        files.Add(MicroOpTestsOutput.Write(instructions));
        files.Add(ReferenceOutput.Write(table, instructions));
        return files;
    }
}
