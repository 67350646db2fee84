using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>What an instruction or one of its variants does, derived from its definition and from the bodies, signatures and
/// declared effects of its micro-ops.</summary>
internal sealed record Behaviour
{
    /// <summary>The answers that are yes, as names of <c>Traits</c>.</summary>
    public required IReadOnlySet<string> Traits { get; init; }

    /// <summary>Classes of memory that it reads.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    public required IReadOnlyList<string> Writes { get; init; }

    /// <summary>Kinds that it takes unboxed.</summary>
    public required IReadOnlyList<string> UnboxedInputs { get; init; }

    public required IReadOnlyList<string> UnboxedOutputs { get; init; }

    public bool Has(string trait) => Traits.Contains(trait);

    public static Behaviour Of(Instruction instruction, BoundVariant variant)
    {
        var effects = variant.Calls.SelectMany(call => call.Micro.Effects).ToHashSet();
        var kinds = variant.Actions.Select(action => action.Kind).ToHashSet();
        var jumps = kinds.Overlaps([ActionKind.Jump, ActionKind.Branch, ActionKind.BranchUnless]);
        var forward = jumps || effects.Contains("Jumps");
        var backward = effects.Contains("JumpsBack") || forward && instruction.Format == OperandFormat.Jump;
        var ends = kinds.Overlaps([ActionKind.Jump, ActionKind.PopFrame, ActionKind.ExitRun])
            || effects.Contains("AlwaysRaises") || effects.Contains("Ends");
        // A backward jump polls, and what polls may raise.
        (bool Holds, string Name)[] traits =
        [
            (effects.Contains("MayRaise") || backward, "CanRaise"),
            (effects.Contains("CallsPython"), "CallsPython"),
            (effects.Contains("Allocates"), "Allocates"),
            (effects.Contains("Polls") || backward, "Polls"),
            (effects.Contains("PushesFrame") || kinds.Contains(ActionKind.PushFrame), "PushesFrame"),
            (effects.Contains("PopsFrame") || kinds.Overlaps([ActionKind.PopFrame, ActionKind.ExitRun]), "PopsFrame"),
            (effects.Contains("Suspends"), "Suspends"),
            (forward, "JumpsForward"),
            (backward, "JumpsBackward"),
            (forward && !ends, "Branches"),
            (ends, "NeverFallsThrough"),
            (effects.Contains("SetsUpBlock"), "SetsUpBlock"),
            (kinds.SetEquals([ActionKind.Move]), "OnlyMoves"),
            (UsesOperandOf(instruction, variant), "UsesOperand"),
        ];
        var (reads, writes) = Memory(variant);
        return new Behaviour
        {
            Traits = traits.Where(trait => trait.Holds).Select(trait => trait.Name).ToHashSet(),
            Reads = reads,
            Writes = writes,
            UnboxedInputs = Sorted(variant.Calls.SelectMany(call => call.Arguments.Zip(call.Micro.Inputs))
                .Where(pair => pair.Second.Type.Name != "Value")
                .Select(pair => variant.Facts.GetValueOrDefault(pair.First.Key)).OfType<Kind>()
                .Concat(Stored(variant)).Where(kind => kind.Tag is not null).Select(kind => kind.Name)),
            UnboxedOutputs = Sorted(variant.Actions
                .Where(action => action.Targets is [{ Syntax: NameExpression name }] && instruction.Effect.Outputs.Any(output => output.Name == name.Name))
                .Select(action => Unboxed(variant, action.Source!)).OfType<string>()),
        };
    }

    /// <summary>What the variants do together: what one may do, the instruction may do; what it never does, none does.</summary>
    public static Behaviour Of(BoundInstruction instruction)
    {
        var variants = instruction.Variants.Select(variant => Of(instruction.Syntax, variant)).ToList();
        var traits = variants.SelectMany(variant => variant.Traits).ToHashSet();
        foreach (var unanimous in (string[])["NeverFallsThrough", "OnlyMoves"])
            if (!variants.TrueForAll(variant => variant.Has(unanimous)))
                traits.Remove(unanimous);
        if (traits.Contains("JumpsForward") && !traits.Contains("NeverFallsThrough"))
            traits.Add("Branches");
        var effect = instruction.Syntax.Effect;
        if (effect.Inputs.Any(IsNullable))
            traits.Add("AcceptsNull");
        if (effect.Outputs.Any(IsNullable))
            traits.Add("PushesNull");
        return new Behaviour
        {
            Traits = traits,
            Reads = Together(variants.SelectMany(variant => variant.Reads)),
            Writes = Together(variants.SelectMany(variant => variant.Writes)),
            UnboxedInputs = Sorted(variants.SelectMany(variant => variant.UnboxedInputs)),
            UnboxedOutputs = Sorted(variants.SelectMany(variant => variant.UnboxedOutputs)),
        };
    }

    /// <summary>Outputs that are copies of inputs at another depth.</summary>
    public static IEnumerable<string> Duplicated(StackEffect effect) => effect.Outputs.GroupBy(output => output.Name)
        .Where(group => effect.Inputs.Any(input => input.Name == group.Key)
            && group.Count() > effect.Inputs.Count(input => input.Name == group.Key))
        .Select(group => group.Key);

    private static bool IsNullable(StackItem item) => item.MayBeNull || item.Kind == "null";

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Together(IEnumerable<string> classes) =>
        Sorted(classes) is var all && all.Contains("Anything") ? ["Anything"] : all;

    /// <summary>Whether what the instruction does hangs on its operand: it counts slots, names a local, or goes to a micro-op
    /// that looks at it.</summary>
    private static bool UsesOperandOf(Instruction instruction, BoundVariant variant) => instruction.Format != OperandFormat.None
        && (instruction.Effect.Inputs.Concat(instruction.Effect.Outputs).Any(item => !item.Count.IsFixed)
            || variant.Actions.Any(action => action.Kind is ActionKind.Jump or ActionKind.Branch or ActionKind.BranchUnless
                || action.Targets.Append(action.Source).Any(argument => argument?.Syntax is LocalExpression))
            || variant.Calls.SelectMany(call => call.Arguments.Zip(call.Micro.Inputs, (argument, parameter) => (call.Micro, argument, parameter)))
                .Any(use => use.argument.Syntax is LocalExpression or NameExpression { Name: "operand" or "extra" or "target" } && use.Micro.Uses(use.parameter)));

    private static (IReadOnlyList<string> Reads, IReadOnlyList<string> Writes) Memory(BoundVariant variant)
    {
        var targets = variant.Actions.SelectMany(action => action.Targets).ToList();
        var reads = new List<string>(variant.Calls.SelectMany(call => call.Micro.Reads));
        var writes = new List<string>(variant.Calls.SelectMany(call => call.Micro.Writes));
        foreach (var call in variant.Calls.Where(call => call.Micro.Memory is not null))
            (targets.Exists(target => target.Call == call) ? writes : reads).Add(call.Micro.Memory!);
        if (targets.Exists(target => target.Syntax is LocalExpression))
            writes.Add("Locals");
        if (variant.Calls.SelectMany(call => call.Arguments)
            .Concat(variant.Actions.Select(action => action.Source).OfType<Argument>()).Any(argument => argument.Syntax is LocalExpression))
            reads.Add("Locals");
        return (Together(reads), Together(writes));
    }

    /// <summary>The kinds of values that are stored in places of unboxed numbers.</summary>
    private static IEnumerable<Kind> Stored(BoundVariant variant) => variant.Actions
        .Where(action => action.Targets.Any(target => target.Call is { Micro: { Role: Role.Place, ResultType.Name: not "Value" } }))
        .Select(action => variant.Facts.GetValueOrDefault(action.Source!.Key)).OfType<Kind>();

    private static string? Unboxed(BoundVariant variant, Argument source) => source.Call is not { } call
        ? variant.Facts.GetValueOrDefault(source.Key) is { Tag: not null } kind ? kind.Name : null
        : !call.Micro.IsPasted && call.Micro.Role != Role.Pure ? null
        : call.Micro.ResultType.Name switch
        {
            "Int64" => "Int",
            "Double" => "Float",
            "Boolean" => "Bool",
            _ => null,
        };
}
