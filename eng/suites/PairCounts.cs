using System.Text;
using Krait.Capabilities;
using Krait.Core;
using Krait.Hosting;
using Krait.Instructions;

namespace Krait.Suites;

/// <summary>Counts how often one instruction follows another while programs run, as the <c>fuse</c> table of
/// <c>opcodes.def</c> has it: among 100 000 instructions, each program counting the same. A program has a function
/// <c>run()</c>, which is called once.</summary>
internal static class PairCounts
{
    private const int Scale = 100_000;
    private const int ShownOthers = 20;

    public static int Run(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.py") : [];
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"{folder}: no programs");
            return 2;
        }
        var pairs = new Dictionary<(string First, string Second), double>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var counts = Count(file, out var all);
            foreach (var (pair, count) in counts)
                pairs[pair] = pairs.GetValueOrDefault(pair) + (double)count / all / files.Length;
        }
        var fused = InstructionSet.All().SelectMany(facts => facts.FusesWith, (facts, fusion) => (First: facts.Name, fusion.Second)).ToHashSet();
        foreach (var pair in fused)
            Print(pair, pairs.GetValueOrDefault(pair));
        Console.WriteLine("the most frequent others:");
        foreach (var (pair, share) in pairs.Where(pair => !fused.Contains(pair.Key)).OrderByDescending(pair => pair.Value).Take(ShownOthers))
            Print(pair, share);
        return 0;
    }

    private static void Print((string First, string Second) pair, double share) =>
        Console.WriteLine($"{Math.Round(share * Scale),7}  {pair.First} {pair.Second}");

    private static Dictionary<(string First, string Second), long> Count(string file, out long all)
    {
        using var engine = new Engine(new EngineOptions
        {
            Capabilities = new CapabilitySet { Console = new Silence(), Clock = SystemCapabilities.All.Clock },
            Arguments = [Path.GetFileName(file)],
        });
        var counts = new Dictionary<(byte First, byte Second), long>();
        var (frame, code, total) = ((Frame?)null, (byte)0, 0L);
        engine.Machine.IsTraced = true;
        engine.Machine.Observer = running =>
        {
            var next = CodeAt(running);
            if (running == frame)
                counts[(code, next)] = counts.GetValueOrDefault((code, next)) + 1;
            (frame, code) = (running, next);
            total++;
        };
        engine.SetMain("__file__", file);
        engine.Execute([.. File.ReadAllBytes(file), .. "\nrun()\n"u8], file);
        all = total;
        return counts.GroupBy(pair => (InstructionTable.Name(pair.Key.First), InstructionTable.Name(pair.Key.Second)))
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
    }

    // The traced loop saved the offset of an instruction (rule "jump.inside").
    private static unsafe byte CodeAt(Frame frame) => frame.Unit.Code[frame.Offset];

    /// <summary>A console that nobody reads.</summary>
    private sealed class Silence : IConsole
    {
        public bool IsInteractive => false;

        public void Write(ReadOnlySpan<byte> bytes)
        {
        }

        public void Flush()
        {
        }

        public void WriteError(ReadOnlySpan<byte> bytes) => Console.Error.Write(Encoding.UTF8.GetString(bytes));

        public ReadOnlyMemory<byte> ReadLine() => default;
    }
}
