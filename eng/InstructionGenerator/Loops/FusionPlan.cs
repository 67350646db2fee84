using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Loops;

/// <summary>The fusions of the table, sorted by how the first instruction's result comes to the second.</summary>
internal sealed class FusionPlan
{
    private readonly HashSet<string> branching = [], storing = [], chaining = [];
    private readonly Dictionary<string, List<BoundInstruction>> holding = [], rotating = [];

    public FusionPlan(string file, Table table, IReadOnlyList<BoundInstruction> instructions)
    {
        var byName = instructions.SelectMany(instruction => instruction.Syntax.Names.Select(name => (name, instruction)))
            .ToDictionary(pair => pair.name, pair => pair.instruction);
        var branches = new List<BranchTarget>();
        var chained = new List<BoundInstruction>();
        foreach (var fusion in table.Fusions)
        {
            var (first, second) = (byName[fusion.First], byName[fusion.Second]);
            if (BranchOf(second) is { } branch)
            {
                branching.Add(first.Name);
                branches.Add(branch);
            }
            else if (StoresLocal(second))
            {
                storing.Add(first.Name);
                Store = second;
            }
            else if (second.Syntax.Effect.Inputs.Count == 0)
            {
                chaining.Add(first.Name);
                chained.Add(second);
            }
            else if (IsLoad(first))
                (holding.TryGetValue(first.Name, out var takers) ? takers : holding[first.Name] = []).Add(second);
            else if (Swaps(first) && second.Syntax.Effect.Inputs.Count >= 2)
                (rotating.TryGetValue(first.Name, out var takers) ? takers : rotating[first.Name] = []).Add(second);
            else
                throw new DefinitionError(file, fusion.Line, $"fuse: what {first.Name} leaves has no way into {second.Name}");
        }
        Branches = [.. branches.Distinct()];
        Chained = [.. chained.Distinct()];
    }

    /// <summary>The conditional jumps that a truth may go into.</summary>
    public IReadOnlyList<BranchTarget> Branches { get; }

    /// <summary>The loads that may follow a load or a store without a dispatch.</summary>
    public IReadOnlyList<BoundInstruction> Chained { get; }

    /// <summary>The instruction that stores to the local which its byte names.</summary>
    public BoundInstruction? Store { get; }

    /// <summary>Whether a truth that the instruction computes may go into a conditional jump.</summary>
    public bool MayBranch(BoundInstruction first) => branching.Contains(first.Name);

    /// <summary>Whether a number that the instruction computes may go into a local.</summary>
    public bool MayStore(BoundInstruction first) => storing.Contains(first.Name);

    /// <summary>Whether a load may follow at once.</summary>
    public bool MayChain(BoundInstruction first) => chaining.Contains(first.Name);

    /// <summary>The instructions that take what the first would copy onto the stack from where it lies.</summary>
    public IReadOnlyList<BoundInstruction> Takers(BoundInstruction first) => holding.GetValueOrDefault(first.Name, []);

    /// <summary>The instructions that take the upper two values as they lie before they change places.</summary>
    public IReadOnlyList<BoundInstruction> SwappedTakers(BoundInstruction first) => rotating.GetValueOrDefault(first.Name, []);

    /// <summary>Whether the instruction takes a value from where it lies after any other.</summary>
    public bool IsTaker(BoundInstruction second) => holding.Values.Any(takers => takers.Contains(second));

    /// <summary>Whether the instruction takes its upper two inputs the other way round after any other.</summary>
    public bool IsSwappedTaker(BoundInstruction second) => rotating.Values.Any(takers => takers.Contains(second));

    private static bool StoresLocal(BoundInstruction instruction) =>
        instruction.Syntax.IsRange && instruction.Variants.All(variant => variant.Actions.All(action =>
            action.Targets.Count == 1 && action.Targets[0].Syntax is LocalExpression));

    /// <summary>Whether the instruction copies a value that lies in memory onto the stack and changes nothing else.</summary>
    private static bool IsLoad(BoundInstruction instruction) =>
        PlaceOf(instruction, "operand") is not null;

    private static bool Swaps(BoundInstruction instruction) =>
        instruction.Syntax.Effect is { Inputs: [var lower, var upper], Outputs: [var first, var second] }
        && lower.Name == second.Name && upper.Name == first.Name;

    /// <summary>Where the value lies that an instruction copies onto the stack.</summary>
    public static string? PlaceOf(BoundInstruction instruction, string operand) =>
        instruction.Syntax.Effect is { Inputs: [var top], Outputs: [var under, var copy] } && top.Name == under.Name && top.Name == copy.Name
            ? "Unsafe.Add(ref sp, -1)"
        : instruction.Variants[0].Actions is [{ Source.Syntax: LocalExpression }]
            ? operand == "0" ? "fp" : $"Unsafe.Add(ref fp, {operand})"
        : null;

    private static BranchTarget? BranchOf(BoundInstruction instruction) =>
        instruction.Variants.SelectMany(variant => variant.Actions)
            .FirstOrDefault(candidate => candidate.Kind is ActionKind.Branch or ActionKind.BranchUnless) is { } action
            ? new BranchTarget(instruction.Syntax.Codes[0], action.Kind == ActionKind.Branch)
            : null;
}

/// <summary>A conditional jump that a comparison's result may go straight into.</summary>
internal sealed record BranchTarget(int Code, bool OnTrue);
