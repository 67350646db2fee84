using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Composition;

/// <summary>Rules of one variant: what may leave comes before what has effects, and every output is written once.</summary>
internal static class VariantRules
{
    public static void Check(Instruction instruction, BoundVariant variant, Func<string, Exception> error)
    {
        CheckOrder(instruction, variant, error);
        CheckOutputs(instruction, variant, error);
    }

    private static void CheckOrder(Instruction instruction, BoundVariant variant, Func<string, Exception> error)
    {
        var isLast = variant.Syntax == instruction.Variants[^1];
        string? effect = null;
        string? fallible = null;
        foreach (var action in variant.Actions)
        {
            if (fallible is not null)
                throw error($"nothing follows {fallible}, which may fail: at most one fallible action, the last");
            foreach (var call in action.Calls.SelectMany(call => call.WithNested))
            {
                if (call.Micro.Role == Role.Checked)
                {
                    if (isLast)
                        throw error($"{call.Micro.Name} may decline, and no variant follows");
                    if (effect is not null)
                        throw error($"{call.Micro.Name} may leave, but follows {effect}, which has an effect");
                }
                if (call.Micro.Role == Role.Op)
                    effect = call.Micro.Name;
                if (call.Micro.AnswersStatus)
                    fallible = call.Micro.Name;
            }
            if (action.Targets.Any(target => target.Call is not null || target.Syntax is LocalExpression))
                effect = "a store";
        }
    }

    private static void CheckOutputs(Instruction instruction, BoundVariant variant, Func<string, Exception> error)
    {
        if (variant.Actions.Any(action => action.Kind is ActionKind.Move or ActionKind.Terminate or ActionKind.PushFrame || Raises(action)))
            return;
        var written = variant.Actions.SelectMany(action => action.Targets).Select(target => target.Key).ToList();
        foreach (var output in instruction.Effect.Outputs.Skip(instruction.Effect.Kept))
        {
            var times = written.Count(name => name == output.Name);
            var branches = variant.Actions.Any(action => action.Kind is ActionKind.Branch or ActionKind.BranchUnless);
            if (times != 1 && !branches)
                throw error($"output '{output.Name}' is written {times} times");
        }
    }

    private static bool Raises(BoundAction action) => action.Call?.Micro.Effects.Contains("AlwaysRaises") ?? false;
}
