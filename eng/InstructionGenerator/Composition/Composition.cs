using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Composition;

/// <summary>An instruction whose variants are bound to micro-ops.</summary>
internal sealed record BoundInstruction(Instruction Syntax, IReadOnlyList<BoundVariant> Variants)
{
    public string Name => Syntax.Name;

    /// <summary>The variants that loops have; the others are known to the optimiser only.</summary>
    public IEnumerable<BoundVariant> Pasted => Variants.Where(variant => !variant.Syntax.IsCold);

    public IEnumerable<MicroOp> MicroOps => Variants.SelectMany(variant => variant.Calls).Select(call => call.Micro).Distinct();
}

/// <summary>A variant with what its guards prove.</summary>
/// <param name="Facts">By the text of an expression, the kind that it has once the guards hold.</param>
internal sealed record BoundVariant(
    Variant Syntax, IReadOnlyList<BoundCall> Guards, IReadOnlyList<BoundAction> Actions, IReadOnlyDictionary<string, Kind> Facts)
{
    public string Name => Syntax.Name;

    /// <summary>All calls of micro-ops, those within arguments included.</summary>
    public IEnumerable<BoundCall> Calls => Guards.Concat(Actions.SelectMany(action => action.Calls)).SelectMany(call => call.WithNested);
}

/// <summary>A call of a micro-op.</summary>
internal sealed record BoundCall(MicroOp Micro, IReadOnlyList<Argument> Arguments)
{
    public IEnumerable<BoundCall> WithNested =>
        Arguments.SelectMany(argument => argument.Call?.WithNested ?? []).Append(this);
}

/// <summary>An argument: an expression of the table, and the call that it is if it is one.</summary>
internal sealed record Argument(Expression Syntax, BoundCall? Call)
{
    /// <summary>What facts about the argument are filed under.</summary>
    public string Key => KeyOf(Syntax);

    public static string KeyOf(Expression expression) => expression switch
    {
        NameExpression name => name.Name,
        NumberExpression number => number.Number.ToString(),
        LocalExpression local => $"local[{KeyOf(local.Index)}]",
        CallExpression call => $"{call.Name}({string.Join(", ", call.Arguments.Select(KeyOf))})",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>One action. Targets are outputs, temporaries or places; the source is a call or a plain value.</summary>
internal sealed record BoundAction(ActionKind Kind, IReadOnlyList<Argument> Targets, Argument? Source)
{
    public IEnumerable<BoundCall> Calls => Targets.Append(Source).Select(argument => argument?.Call).OfType<BoundCall>();

    public BoundCall? Call => Source?.Call;
}

/// <summary>What the backend has to do for an action; all but the first three are the closed set of terminators that
/// each backend implements for itself.</summary>
internal enum ActionKind
{
    /// <summary>A result, or an effect, of micro-ops.</summary>
    Compute,

    /// <summary>The permutation that the stack effect spells out.</summary>
    Move,

    /// <summary>A call of a terminator micro-op.</summary>
    Terminate,
    Jump,
    Branch,
    BranchUnless,

    /// <summary>The frame of a call in place: it begins at the first argument.</summary>
    PushFrame,
    PopFrame,
    ExitRun,
}
