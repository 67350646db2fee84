using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;

namespace Krait.InstructionGenerator.Composition;

/// <summary>Binds the table to the micro-ops and checks the rules of composition.</summary>
internal sealed class Composer
{
    /// <summary>What every instruction may name besides its stack items.</summary>
    public static readonly IReadOnlySet<string> Ambient = new HashSet<string>
    {
        "machine", "frame", "code", "cache", "operand", "extra", "target", "opcode", "depth",
    };

    private readonly string file;
    private readonly IReadOnlyDictionary<string, MicroOp> micros;
    private Instruction instruction = null!;
    private Variant variant = null!;
    private Dictionary<string, Kind> facts = [];
    private Dictionary<string, ITypeSymbol> temporaries = [];

    private Composer(string file, IReadOnlyDictionary<string, MicroOp> micros)
    {
        this.file = file;
        this.micros = micros;
    }

    public static IReadOnlyList<BoundInstruction> Compose(string file, Table table, IReadOnlyDictionary<string, MicroOp> micros)
    {
        var composer = new Composer(file, micros);
        TableRules.Check(file, table);
        return [.. table.Instructions.Select(composer.Bind)];
    }

    private DefinitionError Error(string message) => new(file, variant.Line, $"{instruction.Name}, {variant.Name}: {message}");

    private BoundInstruction Bind(Instruction syntax)
    {
        instruction = syntax;
        return new BoundInstruction(syntax, [.. syntax.Variants.Select(Bind)]);
    }

    private BoundVariant Bind(Variant syntax)
    {
        variant = syntax;
        facts = [];
        temporaries = [];
        var guards = syntax.Guards.Select(BindGuard).ToList();
        var actions = syntax.Actions.Select(BindAction).ToList();
        var bound = new BoundVariant(syntax, guards, actions, facts);
        VariantRules.Check(instruction, bound, Error);
        return bound;
    }

    private BoundCall BindGuard(CallExpression syntax)
    {
        var call = BindCall(syntax);
        if (call.Micro.Role != Role.Guard)
            throw Error($"{syntax.Name} is no guard: only guards stand left of =>");
        if (call.Micro.Proves is { } kind)
            facts[call.Arguments[0].Key] = kind;
        return call;
    }

    private BoundAction BindAction(ActionSyntax syntax)
    {
        if (syntax.Source is null)
            return new BoundAction(ActionKind.Move, [], null);
        if (syntax.Source is CallExpression builtin && Enum.TryParse<ActionKind>(builtin.Name, out var kind) && kind >= ActionKind.Jump)
        {
            var argument = builtin.Arguments.Count > 0 ? BindArgument(builtin.Arguments[0]) : null;
            return new BoundAction(kind, [], argument);
        }
        var source = BindArgument(syntax.Source);
        var targets = syntax.Targets.Select(target => BindTarget(target, source)).ToList();
        if (source.Call is { Micro.Role: Role.Guard } guard)
            throw Error($"{guard.Micro.Name} is a guard: guards stand left of =>");
        return new BoundAction(source.Call?.Micro.Role == Role.Terminator ? ActionKind.Terminate : ActionKind.Compute, targets, source);
    }

    private Argument BindTarget(Expression target, Argument source)
    {
        if (target is not NameExpression name || instruction.Effect.Outputs.Any(output => output.Name == name.Name))
            return BindArgument(target, isTarget: true);
        temporaries[name.Name] = source.Call?.Micro.ResultType ?? throw Error($"'{name.Name}' is no output");
        return new Argument(target, null);
    }

    private Argument BindArgument(Expression expression) => BindArgument(expression, isTarget: false);

    private Argument BindArgument(Expression expression, bool isTarget)
    {
        switch (expression)
        {
            case CallExpression call:
                var bound = BindCall(call);
                return isTarget && bound.Micro.Role != Role.Place
                    ? throw Error($"{call.Name} is no place: it cannot be assigned")
                    : new Argument(expression, bound);
            case LocalExpression local:
                _ = BindArgument(local.Index);
                break;
            case NameExpression { Name: "cache" } when !instruction.OwnsCache:
                throw Error("the instruction owns no cache");
            case NameExpression { Name: "opcode" } when instruction.Format is not (OperandFormat.None or OperandFormat.Opcode):
                throw Error("the opcode is at hand only where no operand follows it");
            case NameExpression name when !isTarget && !IsKnown(name.Name):
                throw Error($"'{name.Name}' is neither an input nor at hand everywhere");
        }
        return new Argument(expression, null);
    }

    private bool IsKnown(string name) => Ambient.Contains(name) || temporaries.ContainsKey(name)
        || instruction.Effect.Inputs.Any(input => input.Name == name);

    private BoundCall BindCall(CallExpression syntax)
    {
        if (!micros.TryGetValue(syntax.Name, out var micro))
            throw Error($"there is no micro-op {syntax.Name}");
        var arguments = syntax.Arguments.Select(BindArgument).ToList();
        var inputs = micro.Inputs.ToList();
        // What is called writes its outputs through parameters that the table does not list.
        var fits = micro.IsPasted || micro.Role != Role.Op ? arguments.Count == inputs.Count : arguments.Count <= inputs.Count;
        if (!fits)
            throw Error($"{micro.Name} takes {inputs.Count} arguments, not {arguments.Count} ({micro.File}:{micro.Line})");
        foreach (var (argument, parameter) in arguments.Zip(inputs))
            CheckType(micro, argument, parameter);
        return new BoundCall(micro, arguments);
    }

    /// <summary>A typed parameter needs the guard that proves the type, in this very variant.</summary>
    private void CheckType(MicroOp micro, Argument argument, IParameterSymbol parameter)
    {
        if (argument.Call is not null || argument.Syntax is NumberExpression || parameter.Type.Name == "Value")
            return;
        var key = argument.Key;
        if (temporaries.TryGetValue(key, out var type))
        {
            if (!SymbolEqualityComparer.Default.Equals(type, parameter.Type))
                throw Error($"{micro.Name} takes a {parameter.Type} as '{parameter.Name}', but {key} is a {type}");
            return;
        }
        var isSlot = argument.Syntax is LocalExpression || instruction.Effect.Inputs.Any(input => input.Name == key);
        if (!isSlot)
            return;
        if (!facts.TryGetValue(key, out var kind) || !SymbolEqualityComparer.Default.Equals(kind.Type, parameter.Type))
            throw Error($"{micro.Name} takes a {parameter.Type} as '{parameter.Name}', but no guard of this variant proves that {key} is one");
    }
}
