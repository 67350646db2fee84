using System.Diagnostics;
using Krait.InstructionGenerator.Budget;

namespace Krait.Tests.Instructions;

/// <summary>The just-in-time compiler optimises the loops: they keep to the budget, and it says so itself.</summary>
public class BudgetTests
{
    private static string Assembly => typeof(Interpreter.Interpreter).Assembly.Location;

    [Fact]
    public void Every_loop_keeps_to_the_budget()
    {
        var figures = LoopFigures.Read(Assembly);
        Assert.Equal(["RunMetered", "RunPlain", "RunTraced"], figures.Select(loop => loop.Name).Order());
        Assert.All(figures, loop => Assert.True(loop.IsWithinBudget, loop.ToString()));
    }

    /// <summary>Runs this assembly once more, with a start-up hook that runs the loops, and reads what the compiler
    /// notes of each method.</summary>
    [Fact]
    public void The_compiler_optimises_every_loop()
    {
        var notes = Path.GetTempFileName();
        var start = new ProcessStartInfo("dotnet", [typeof(BudgetTests).Assembly.Location]) { UseShellExecute = false };
        start.Environment["DOTNET_JitStdOutFile"] = notes;
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(BudgetTests).Assembly.Location;
        using (var child = Process.Start(start)!)
            Assert.True(child.WaitForExit(60_000));
        var lines = File.ReadAllLines(notes);
        File.Delete(notes);
        foreach (var loop in (string[])["RunPlain", "RunMetered", "RunTraced"])
        {
            var compiled = lines.Where(line => line.Contains($"Interpreter:{loop}(", StringComparison.Ordinal)).ToList();
            Assert.Contains(compiled, line => line.Contains("Tier1", StringComparison.Ordinal) || line.Contains("FullOpts", StringComparison.Ordinal));
            Assert.DoesNotContain(compiled, line => line.Contains("MinOpts", StringComparison.Ordinal));
        }
    }
}
