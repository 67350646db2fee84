using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;

namespace Krait.InstructionGenerator.Loops;

/// <summary>Writes one variant of one instruction: guards that jump to the next variant, then the actions.</summary>
internal sealed class VariantWriter
{
    private readonly BoundInstruction instruction;
    private readonly BoundVariant variant;
    private readonly LocalPool pool;
    private readonly LoopMode mode;
    private readonly string operand;
    private readonly string? next;
    private readonly FusionPlan? fusions;
    private readonly StackView stack;
    private readonly List<string> lines = [];
    private readonly Dictionary<string, string> views = [];
    private readonly Dictionary<string, string> temporaries = [];

    // The text of each pasted result, where it comes from, and the line of the variant behind which it is used.
    private readonly List<(int From, string Text, string Origin)> origins = [];
    private readonly string pass;
    private bool isFinished;

    /// <param name="operand">The text of the operand: a local of the loop, or a constant of a replicated case.</param>
    /// <param name="next">The label of the next variant.</param>
    /// <param name="name">A name for labels, unique in the loop.</param>
    /// <param name="fusions">What may follow without a dispatch; null when nothing may.</param>
    /// <param name="entry">How the instruction comes to its inputs.</param>
    public VariantWriter(
        BoundInstruction instruction, BoundVariant variant, LocalPool pool, LoopMode mode, string operand, string? next, string name,
        FusionPlan? fusions, Entry entry = Entry.Stack)
    {
        this.instruction = instruction;
        this.variant = variant;
        this.pool = pool;
        this.mode = mode;
        this.operand = operand;
        this.next = next;
        this.fusions = fusions;
        stack = new StackView(instruction.Syntax.Effect, entry);
        pass = name + "_pass";
        pool.Release();
    }

    private StackEffect Effect => instruction.Syntax.Effect;

    public IReadOnlyList<string> Write()
    {
        if (mode.Traces)
            Trace();
        foreach (var guard in variant.Guards)
            Decide(guard, guard.Micro.Name);
        foreach (var action in InSafeOrder())
            Write(action);
        if (!isFinished)
        {
            Move(Effect.Outputs);
            Emit(fusions?.MayChain(instruction) == true ? "goto Loaded;" : "goto Next;");
        }
        // From the last to the first, so that the lines before stay where they are.
        origins.Reverse();
        foreach (var (from, text, origin) in origins)
            MapResult(from, text, origin);
        return lines;
    }

    /// <summary>Maps the line that a pasted result went into to where the result comes from.</summary>
    private void MapResult(int from, string text, string origin)
    {
        var at = lines.FindIndex(from, line => line.Contains(text, StringComparison.Ordinal));
        var isMapped = at > 0 && lines[at - 1].StartsWith("#line", StringComparison.Ordinal) && lines[at - 1] != LineDirective.Default;
        if (at < 0 || isMapped)
            return;
        lines.Insert(at + 1, LineDirective.Default);
        lines.Insert(at, origin);
    }

    /// <summary>Notes the variant beside the opcode, unless it is not to be tried. A generic form that only raises is right
    /// only where the fast path is none.</summary>
    private void Trace()
    {
        if (next is null)
        {
            Emit("traced |= GenericVariant;");
            return;
        }
        if (!instruction.Variants[^1].Actions.Any(action => action.Call?.Micro.Effects.Contains("AlwaysRaises") ?? false))
        {
            Emit("if (OnlyGeneric)");
            Emit($"    goto {next};");
        }
        Emit($"traced = traced & ~GenericVariant | {instruction.Variants.TakeWhile(other => other != variant).Count()};");
    }

    /// <summary>Moves <c>sp</c> from its place at the beginning to behind the outputs.</summary>
    private void Move(IReadOnlyList<StackItem> outputs)
    {
        if (stack.IsFixed(outputs))
        {
            Emit(stack.PopAndPush(outputs));
            return;
        }
        Emit(stack.Pop());
        Emit(stack.Push(outputs));
    }

    private void Emit(string? line)
    {
        if (line is not null)
            lines.Add(line);
    }

    /// <summary>The outputs are assigned as one parallel move: an action that overwrites an input comes after those that
    /// read it.</summary>
    private IEnumerable<BoundAction> InSafeOrder()
    {
        if (variant.Actions.Count(action => action.Targets.Count > 0) < 2)
            return variant.Actions;
        var pending = variant.Actions.ToList();
        var ordered = new List<BoundAction>();
        while (pending.Count > 0)
        {
            var free = pending.Find(action => pending.TrueForAll(other => other == action || !Clobbers(action, other) && !Feeds(other, action)))
                ?? throw new InvalidOperationException($"{instruction.Name}: outputs depend on each other in a circle");
            pending.Remove(free);
            ordered.Add(free);
        }
        return ordered;
    }

    private bool Clobbers(BoundAction writer, BoundAction reader) => writer.Targets
        .Where(target => IsOutput(target))
        .Any(target => Effect.Inputs.Any(input => stack.InputIndex(input.Name) == stack.OutputIndex(target.Key) && Reads(reader, input.Name)));

    private static bool Feeds(BoundAction producer, BoundAction consumer) =>
        producer.Targets.Any(target => Reads(consumer, target.Key)) && producer != consumer;

    private static bool Reads(BoundAction action, string name) => action.Targets.Append(action.Source)
        .Any(argument => argument is not null && Mentions(argument, name, argument == action.Source));

    private static bool Mentions(Argument argument, string name, bool isRead) =>
        argument.Call is { } call ? call.Arguments.Any(inner => Mentions(inner, name, true)) : isRead && argument.Key == name;

    private bool IsOutput(Argument target) => target.Syntax is NameExpression name && Effect.Outputs.Any(output => output.Name == name.Name);

    private void Write(BoundAction action)
    {
        switch (action.Kind)
        {
            case ActionKind.Move:
                if (fusions?.Takers(instruction) is { Count: > 0 } takers)
                    Hold(takers, FusionPlan.PlaceOf(instruction, operand)!);
                foreach (var taker in fusions?.SwappedTakers(instruction) ?? [])
                {
                    Emit($"if (*ip == 0x{taker.Syntax.Codes[0]:x2})");
                    Emit($"    goto {NameStyle.Pascal(taker.Name)}_swapped;");
                }
                new MoveWriter(Effect, stack, pool).Write(lines);
                Emit(stack.PopAndPush(Effect.Outputs));
                Finish("goto Next;");
                break;
            case ActionKind.Jump:
                Finish("goto Jump;");
                break;
            case ActionKind.Branch or ActionKind.BranchUnless:
                WriteBranch(action);
                break;
            case ActionKind.PopFrame:
                Emit($"{Take("object?", out var tag)} = {Slot(action.Source!)}.Object;");
                Emit($"{Take("long", out var bits)} = {Slot(action.Source!)}.Bits;");
                lines.AddRange(Tails.PopFrame);
                new StoreWriter(lines, pool).Result("sp", tag, bits);
                Emit("sp = ref Unsafe.Add(ref sp, 1);");
                Finish("goto Next;");
                break;
            case ActionKind.PushFrame:
                Emit($"function = Unsafe.As<PyFunction>({Slot(action.Source!)}.Object!);");
                Finish("goto Push;");
                break;
            case ActionKind.ExitRun:
                Emit($"result = {Slot(action.Source!)};");
                Finish("return Status.Ok;");
                break;
            case ActionKind.Terminate:
                lines.AddRange(Tails.SaveFrame);
                Emit($"status = {Call(action.Call!, [])};");
                Finish("goto Terminated;");
                break;
            case ActionKind.Compute when action.Call is { Micro: { IsPasted: false, Role: Role.Op } micro } call:
                WriteCall(call, micro, action);
                break;
            default:
                Compute(action);
                break;
        }
    }

    private string Take(string type, out string name) => name = pool.Take(type);

    private void Finish(string line)
    {
        Emit(line);
        isFinished = true;
    }

    private void WriteBranch(BoundAction action)
    {
        var condition = Value(action.Source!, null);
        var sign = action.Kind == ActionKind.Branch ? "" : "!";
        if (Effect.Taken is null)
        {
            // Both ways leave the same: the condition is read before its slot is given up.
            Emit($"flag = {condition};");
            Emit(stack.PopAndPush(Effect.Outputs));
            Emit($"if ({sign}flag)");
            Emit("    goto Jump;");
            Finish("goto Next;");
            return;
        }
        Emit($"if ({sign}({condition}))");
        Emit("{");
        Emit("    ip += offset;");
        if (stack.PopAndPush(Effect.Taken) is { } move)
            Emit("    " + move);
        Emit("    goto Next;");
        Emit("}");
        Emit(stack.PopAndPush(Effect.Outputs));
        Finish("goto Next;");
    }

    /// <summary>An operation that is called: inputs and outputs by reference, then one of the shared tails.</summary>
    private void WriteCall(BoundCall call, MicroOp micro, BoundAction action)
    {
        if (!micro.AnswersStatus)
        {
            Emit(Call(call, action.Targets) + ";");
            return;
        }
        Emit("frame.Offset = (int)(ip - start);");
        Emit($"status = {Call(call, action.Targets)};");
        if (micro.Effects.Contains("AlwaysRaises"))
        {
            Finish("goto Leave;");
            return;
        }
        Emit(stack.Pop());
        var pushed = Effect.Outputs.Skip(Effect.Kept).ToList();
        if (pushed.All(item => item.Count.IsFixed))
        {
            Finish($"goto Done{pushed.Sum(item => item.Count.Fixed)};");
            return;
        }
        Emit("if (status != Status.Ok)");
        Emit("    goto Leave;");
        Emit(stack.Push(Effect.Outputs));
        Finish("goto Next;");
    }

    private void Compute(BoundAction action)
    {
        if (action.Targets.Count == 0)
        {
            var text = Value(action.Source!, null);
            if (text.Length > 0)
                Emit(text + ";");
            return;
        }
        var target = action.Targets.Single();
        if (target.Call is not null || target.Syntax is LocalExpression)
            new StoreWriter(lines, pool).Store(Place(target), null, Result(action.Source!, target));
        else if (IsOutput(target))
            StoreOutput(target.Key, Result(action.Source!, target));
        else
            temporaries[target.Key] = Keep(Result(action.Source!, target));
    }

    private string Keep(ResultText result)
    {
        var local = pool.Take(result.Type);
        Emit($"{local} = {result.Text};");
        return local;
    }

    private void StoreOutput(string name, ResultText result)
    {
        if (result.Type == "bool" && fusions?.MayBranch(instruction) == true)
        {
            Emit($"flag = {result.Text};");
            Emit(stack.Pop());
            Finish("goto Fused;");
            return;
        }
        if (fusions?.MayStore(instruction) == true)
            result = StoreOrKeep(result);
        else if (fusions?.Takers(instruction) is { Count: > 0 } takers)
            Hold(takers, FusionPlan.PlaceOf(instruction, operand)!);
        var slot = stack.Output(name);
        // The tag is there already when an input of the same kind lies in the slot.
        var before = Effect.Inputs.FirstOrDefault(input => input.Count.IsFixed && !stack.NeedsBottom && stack.Input(input.Name) == slot);
        var tag = before is not null && variant.Facts.TryGetValue(before.Name, out var kind) ? kind.Tag : null;
        new StoreWriter(lines, pool).Store(slot, tag, result);
    }

    /// <summary>A number goes into the local that the next instruction names, past the stack.</summary>
    private ResultText StoreOrKeep(ResultText result)
    {
        if (result.Type is not ("long" or "ref Int64" or "double" or "ref Double"))
            return result;
        var isInt = result.Type is "long" or "ref Int64";
        var register = isInt ? "immediate" : "real";
        Emit($"{register} = {result.Text};");
        Emit(stack.Pop());
        Emit($"operand = *ip - 0x{fusions!.Store!.Syntax.Codes[0]:x2};");
        Emit($"if ((uint)operand < {fusions.Store.Syntax.Codes.Count})");
        Emit($"    goto {(isInt ? "StoreInt" : "StoreFloat")};");
        Emit(stack.Unpop());
        return new ResultText(register, isInt ? "long" : "double");
    }

    /// <summary>The next instruction takes the value from where it lies.</summary>
    private void Hold(IReadOnlyList<BoundInstruction> takers, string place)
    {
        foreach (var taker in takers)
        {
            Emit($"if (*ip == 0x{taker.Syntax.Codes[0]:x2})");
            Emit("{");
            Emit($"    held = ref {place};");
            Emit($"    goto {NameStyle.Pascal(taker.Name)}_held;");
            Emit("}");
        }
    }

    /// <summary>What an action assigns: the text, and the type that decides how it is stored.</summary>
    private ResultText Result(Argument source, Argument target)
    {
        if (source.Call is { } call)
        {
            var type = call.Micro.ResultType;
            var name = call.Micro.Method.ReturnsByRef ? $"ref {type.Name}" : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return new ResultText(Value(source, null), name);
        }
        // A store to an unboxed place takes the value as the kind that the guards proved.
        if (target.Call is { Micro: { Method.ReturnsByRef: true } place } && place.ResultType.Name != "Value")
            return new ResultText(View(source, place.ResultType), place.ResultType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return new ResultText(Slot(source), "Value");
    }

    /// <summary>Evaluates a condition that leaves for the next variant when it is false.</summary>
    private void Decide(BoundCall call, string name)
    {
        if (!call.Micro.IsPasted)
        {
            Emit($"if (!{Call(call, [])})");
            Emit($"    goto {next};");
            return;
        }
        Condition(call, null, name);
    }

    /// <summary>Pastes a guard or a checked micro-op.</summary>
    private void Condition(BoundCall call, string? result, string name)
    {
        var arguments = Arguments(call);
        if (result is not null)
            arguments[call.Micro.Method.Parameters[^1].Name] = result;
        var label = $"{pass}_{name}";
        var paster = new BodyPaster(call.Micro, arguments, pool);
        var (statements, condition, usesPass) = paster.Paste(label, next);
        lines.AddRange(statements);
        if (condition is not null)
        {
            Emit(paster.ResultOrigin);
            Emit($"if (!({condition}))");
            Emit(LineDirective.Default);
            Emit($"    goto {next};");
        }
        if (usesPass)
            Emit(label + ":");
    }

    /// <summary>The text of a value: pastes the call that it is, or names the slot, the temporary or the constant.</summary>
    private string Value(Argument argument, ITypeSymbol? type)
    {
        if (argument.Call is not { } call)
            return type is null ? Slot(argument) : View(argument, type);
        if (call.Micro.Role == Role.Checked)
        {
            var result = pool.Take(call.Micro.ResultType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            Condition(call, result, call.Micro.Name);
            return result;
        }
        if (!call.Micro.IsPasted)
            return Call(call, []);
        var paster = new BodyPaster(call.Micro, Arguments(call), pool);
        var (statements, text, _) = paster.Paste(pass, next);
        lines.AddRange(statements);
        if (text is not null)
            origins.Add((lines.Count, text, paster.ResultOrigin));
        return text ?? "";
    }

    private Dictionary<string, string> Arguments(BoundCall call) => call.Arguments.Zip(call.Micro.Inputs)
        .ToDictionary(pair => pair.Second.Name, pair => Argument(pair.First, pair.Second));

    private string Argument(Argument argument, IParameterSymbol parameter)
    {
        if (argument.Call is not null)
            return Place(argument);
        return parameter.Type.Name == "Value" ? Slot(argument) : View(argument, parameter.Type);
    }

    /// <summary>The text of a call; inputs go by reference to their slots, outputs follow.</summary>
    private string Call(BoundCall call, IReadOnlyList<Argument> outputs)
    {
        var parameters = call.Micro.Inputs.ToList();
        var texts = new List<string>();
        foreach (var (argument, parameter) in call.Arguments.Zip(parameters))
        {
            var text = argument.Syntax is NameExpression name && IsSpan(name.Name) && parameter.Type.Name == "Value"
                ? stack.Input(name.Name)
                : Argument(argument, parameter);
            texts.Add(parameter.RefKind is RefKind.Ref or RefKind.In ? "ref " + text : text);
        }
        // A result that is not passed lies where the first input was.
        foreach (var (output, _) in outputs.Zip(parameters.Skip(call.Arguments.Count)))
            texts.Add("ref " + stack.Output(output.Key));
        return $"{call.Micro.CallName}({string.Join(", ", texts)})";
    }

    private bool IsSpan(string name) => Effect.Inputs.Any(item => item.Name == name && item.Count != Count.One);

    /// <summary>A reference to a place, kept in a local.</summary>
    private string Place(Argument argument)
    {
        if (argument.Call is not { } call)
            return Slot(argument);
        var type = "ref " + call.Micro.ResultType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var text = Value(argument, null);
        var local = pool.Take(type);
        Emit($"{local} = ref {text};");
        return local;
    }

    /// <summary>The text of a slot or of what is at hand everywhere.</summary>
    private string Slot(Argument argument)
    {
        switch (argument.Syntax)
        {
            case NumberExpression number:
                return number.Number.ToString();
            case LocalExpression:
                return operand == "0" ? "fp" : $"Unsafe.Add(ref fp, {operand})";
            case NameExpression { Name: var name } when temporaries.TryGetValue(name, out var local):
                return local;
            case NameExpression { Name: var name } when Effect.Inputs.FirstOrDefault(item => item.Name == name) is { } input:
                // An iterator's four slots begin with NULL; the object is the second.
                return input.Kind == "iterator" ? stack.FromBottom(stack.InputIndex(name) + 1) : stack.Input(name);
            case NameExpression { Name: var name }:
                return name switch
                {
                    "machine" => "this",
                    "operand" => operand,
                    "target" => "(int)(ip - start) + offset",
                    "opcode" => instruction.Syntax.Codes.Count == 1 ? $"0x{instruction.Syntax.Codes[0]:x2}" : "ip[-1]",
                    "depth" => Tails.Depth,
                    _ => name,
                };
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>An input as the type that its guard proved, in a local that the whole variant shares.</summary>
    private string View(Argument argument, ITypeSymbol type)
    {
        var slot = Slot(argument);
        var isSlot = argument.Syntax is LocalExpression || argument.Syntax is NameExpression name && !temporaries.ContainsKey(name.Name)
            && Effect.Inputs.Any(item => item.Name == name.Name);
        if (!isSlot)
            return slot;
        if (views.TryGetValue(argument.Key, out var view))
            return view;
        var typeName = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        view = pool.Take(typeName);
        Emit(typeName switch
        {
            "long" => $"{view} = {slot}.Bits;",
            "double" => $"{view} = BitConverter.Int64BitsToDouble({slot}.Bits);",
            "bool" => $"{view} = {slot}.Bits != 0;",
            _ => $"{view} = Unsafe.As<{typeName}>({slot}.Object!);",
        });
        return views[argument.Key] = view;
    }
}

/// <summary>The text of a result, and its type as C# writes it: "Value" is a slot to copy from, "ref T" a place.</summary>
internal sealed record ResultText(string Text, string Type);
