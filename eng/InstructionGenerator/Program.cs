using Krait.InstructionGenerator;
using Krait.InstructionGenerator.Budget;
using Krait.InstructionGenerator.Definition;

// Writes everything that is made from opcodes.def and the micro-op bodies. With --check nothing is written and the
// exit code is 1 when a file would change.
var check = args.Contains("--check");
try
{
    var tree = SourceTree.Find(Environment.CurrentDirectory);
    var files = Generation.Run(tree);
    var changed = files.Where(file => tree.Differs(file)).ToList();
    foreach (var file in changed)
    {
        Console.WriteLine($"{(check ? "stale" : "written")}: {file.Path}");
        if (!check)
            tree.Write(file);
    }
    // The figures are those of the last build with optimisation, where there is one.
    var assembly = tree.FullPath("src/Krait/bin/Release/net10.0/Krait.dll");
    if (File.Exists(assembly))
        foreach (var figures in LoopFigures.Read(assembly))
            Console.WriteLine(figures.IsWithinBudget ? figures.ToString() : $"{figures}: over the budget");
    return check && changed.Count > 0 ? 1 : 0;
}
catch (DefinitionError error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
