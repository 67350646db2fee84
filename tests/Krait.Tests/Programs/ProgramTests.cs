using Krait.Campaign;
using Krait.Instructions;
using Krait.Tests.Instructions;

namespace Krait.Tests.Programs;

/// <summary>Runs every program of tests/programs and compares what it prints with CPython's output beside it.</summary>
public sealed class ProgramTests
{
    private static string Root => ProgramRun.Root;

    /// <summary>The programs; what lies in a folder or a file whose name starts with _ is imported by them.</summary>
    public static TheoryData<string> Programs
    {
        get
        {
            var programs = new TheoryData<string>();
            foreach (var file in Directory.EnumerateFiles(Root, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var program = Path.GetRelativePath(Root, file).Replace('\\', '/');
                if (!program.Split('/').Any(part => part.StartsWith('_')))
                    programs.Add(program);
            }
            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Prints_what_is_expected(string program)
    {
        var path = Path.Combine(Root, program);
        Assert.Equal(Expected(path), ProgramRun.Output(path));
    }

    /// <summary>The traced loop without specialised variants: every guard fails. The verifier's promises are checked.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Prints_the_same_without_fast_paths(string program)
    {
        var path = Path.Combine(Root, program);
        Assert.Equal(Expected(path), ProgramRun.Output(path, machine =>
        {
            machine.IsTraced = machine.OnlyGeneric = true;
            machine.Observer = new PromiseChecker().Check;
        }));
    }

    [Fact]
    public void Fast_paths_are_all_taken_and_all_give_way()
    {
        var coverage = new VariantCoverage();
        ProgramRun.Output(Path.Combine(Root, "language", "fast_paths.py"), machine =>
        {
            machine.IsTraced = true;
            machine.VariantCounts = coverage.Counts;
        });
        Assert.Empty(InstructionSet.All().SelectMany(coverage.Missing));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Names_each_difference_that_it_has(string program)
    {
        var path = Path.Combine(Root, program);
        var named = File.ReadLines(path).Any(line => line.Contains("# differs: ", StringComparison.Ordinal));
        Assert.Equal(File.Exists(Path.ChangeExtension(path, ".krait")), named);
    }

    private static string Expected(string path)
    {
        var own = Path.ChangeExtension(path, ".krait");
        return File.ReadAllText(File.Exists(own) ? own : Path.ChangeExtension(path, ".out"));
    }
}
