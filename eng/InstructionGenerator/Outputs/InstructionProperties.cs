using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>What can be asked of an instruction without reading its code, derived from its definition and from the
/// signatures and declared effects of its micro-ops.</summary>
internal sealed record InstructionProperties
{
    public required bool CanRaise { get; init; }

    public required bool CallsPython { get; init; }

    public required bool Allocates { get; init; }

    public required bool Polls { get; init; }

    public required bool PushesFrame { get; init; }

    public required bool PopsFrame { get; init; }

    public required bool Suspends { get; init; }

    public required bool JumpsForward { get; init; }

    public required bool JumpsBackward { get; init; }

    public required bool Branches { get; init; }

    public required bool NeverFallsThrough { get; init; }

    public required bool SetsUpBlock { get; init; }

    /// <summary>Outputs that are copies of inputs at another depth.</summary>
    public required IReadOnlyList<string> Duplicated { get; init; }

    /// <summary>Whether slots change places and nothing else.</summary>
    public required bool OnlyMoves { get; init; }

    public required bool AcceptsNull { get; init; }

    public required bool PushesNull { get; init; }

    public required IReadOnlyList<string> Reads { get; init; }

    public required IReadOnlyList<string> Writes { get; init; }

    /// <summary>Kinds that specialised variants take unboxed.</summary>
    public required IReadOnlyList<string> UnboxedInputs { get; init; }

    public required IReadOnlyList<string> UnboxedOutputs { get; init; }

    /// <summary>The answers that are yes or no, as words for a table.</summary>
    public IEnumerable<string> Traits
    {
        get
        {
            (bool Holds, string Name)[] traits =
            [
                (CanRaise, "CanRaise"), (CallsPython, "CallsPython"), (Allocates, "Allocates"), (Polls, "Polls"),
                (PushesFrame, "PushesFrame"), (PopsFrame, "PopsFrame"), (Suspends, "Suspends"),
                (JumpsForward, "JumpsForward"), (JumpsBackward, "JumpsBackward"), (Branches, "Branches"),
                (NeverFallsThrough, "NeverFallsThrough"), (SetsUpBlock, "SetsUpBlock"), (OnlyMoves, "OnlyMoves"),
                (AcceptsNull, "AcceptsNull"), (PushesNull, "PushesNull"),
            ];
            return traits.Where(trait => trait.Holds).Select(trait => trait.Name);
        }
    }

    public static InstructionProperties Of(BoundInstruction instruction)
    {
        var syntax = instruction.Syntax;
        var effects = instruction.MicroOps.SelectMany(micro => micro.Effects).ToHashSet();
        var actions = instruction.Variants.SelectMany(variant => variant.Actions).ToList();
        var takesJump = actions.Any(action => action.Kind is ActionKind.Jump or ActionKind.Branch or ActionKind.BranchUnless)
            || effects.Contains("Jumps");
        return new InstructionProperties
        {
            CanRaise = effects.Contains("MayRaise") || effects.Contains("AlwaysRaises"),
            CallsPython = effects.Contains("CallsPython"),
            Allocates = effects.Contains("Allocates"),
            Polls = effects.Contains("Polls") || takesJump && syntax.Format == OperandFormat.Jump,
            PushesFrame = effects.Contains("PushesFrame") || actions.Any(action => action.Kind is ActionKind.PushFrame),
            PopsFrame = effects.Contains("PopsFrame") || actions.Any(action => action.Kind is ActionKind.PopFrame or ActionKind.ExitRun),
            Suspends = effects.Contains("Suspends"),
            JumpsForward = takesJump,
            JumpsBackward = takesJump && syntax.Format == OperandFormat.Jump,
            Branches = takesJump && !instruction.Variants.All(Ends),
            NeverFallsThrough = instruction.Variants.All(Ends),
            SetsUpBlock = effects.Contains("SetsUpBlock"),
            Duplicated = [.. syntax.Effect.Outputs.GroupBy(output => output.Name)
                .Where(group => group.Count() > syntax.Effect.Inputs.Count(input => input.Name == group.Key)
                    && syntax.Effect.Inputs.Any(input => input.Name == group.Key))
                .Select(group => group.Key)],
            OnlyMoves = actions.TrueForAll(action => action.Kind == ActionKind.Move),
            AcceptsNull = syntax.Effect.Inputs.Any(item => item.MayBeNull || item.Kind == "null"),
            PushesNull = syntax.Effect.Outputs.Any(item => item.MayBeNull || item.Kind == "null"),
            Reads = Memories(instruction, effects, isStore: false),
            Writes = Memories(instruction, effects, isStore: true),
            UnboxedInputs = [.. instruction.Variants.SelectMany(variant => variant.Facts.Values)
                .Where(kind => kind.Tag is not null).Select(kind => kind.Name).Distinct().Order(StringComparer.Ordinal)],
            UnboxedOutputs = [.. actions.Where(action => action.Targets.Count > 0 && action.Call is { Micro.IsPasted: true })
                .Select(action => Unboxed(action.Call!.Micro)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static bool Ends(BoundVariant variant) => variant.Actions.Any(action =>
        action.Kind is ActionKind.Jump or ActionKind.PopFrame or ActionKind.ExitRun
        || action.Call is { } call && (call.Micro.Effects.Contains("AlwaysRaises") || call.Micro.Effects.Contains("Ends")));

    private static string? Unboxed(MicroOp micro) => micro.ResultType.Name switch
    {
        "Int64" => "Int",
        "Double" => "Float",
        "Boolean" => "Bool",
        _ => null,
    };

    private static List<string> Memories(BoundInstruction instruction, HashSet<string> effects, bool isStore)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var variant in instruction.Variants)
        {
            foreach (var action in variant.Actions)
                foreach (var target in action.Targets.Where(target => isStore))
                    Note(found, target);
            foreach (var call in variant.Calls.Where(call => call.Micro.Memory != "None"))
                if (call.Micro.Role == Role.Op || !isStore && !IsTarget(variant, call))
                    found.Add(call.Micro.Memory);
            if (!isStore && variant.Calls.SelectMany(call => call.Arguments)
                .Concat(variant.Actions.Select(action => action.Source).OfType<Argument>()).Any(argument => argument.Syntax is LocalExpression))
                found.Add("Locals");
        }
        // Whatever runs Python may touch anything.
        if (effects.Contains("CallsPython"))
            return ["Anything"];
        return [.. found];
    }

    private static void Note(SortedSet<string> found, Argument target)
    {
        if (target.Syntax is LocalExpression)
            found.Add("Locals");
        else if (target.Call is { } place)
            found.Add(place.Micro.Memory);
    }

    private static bool IsTarget(BoundVariant variant, BoundCall call) =>
        variant.Actions.Any(action => action.Targets.Any(target => target.Call == call));
}
