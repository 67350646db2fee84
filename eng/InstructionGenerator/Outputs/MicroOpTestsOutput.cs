using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes property tests: with random inputs, a specialised variant whose guards pass gives what the generic form
/// gives. The micro-ops run as the methods that they are.</summary>
internal static class MicroOpTestsOutput
{
    private static readonly HashSet<string> SampledKinds = ["Int", "Float", "Bool", "Str"];

    public static OutputFile Write(IReadOnlyList<BoundInstruction> instructions)
    {
        var writer = new CodeWriter();
        writer.Line(Header.Text);
        writer.Line("using Krait.Core;");
        writer.Line("using Krait.Instructions;");
        writer.Line("using Krait.Interpreter;");
        writer.Line("using Krait.Objects;");
        writer.Line();
        writer.Line("namespace Krait.Tests.Instructions;");
        writer.Line();
        writer.Line("/// <summary>Each specialised variant agrees with the generic form whenever its guards pass.</summary>");
        writer.Open("public class MicroOpTests : MicroOpTestBase");
        var isFirst = true;
        foreach (var instruction in instructions)
            foreach (var variant in instruction.Variants.SkipLast(1).Where(variant => IsTestable(instruction, variant)))
            {
                if (!isFirst)
                    writer.Line();
                isFirst = false;
                WriteTest(writer, instruction, variant);
            }
        writer.Close();
        return new OutputFile("tests/Krait.Tests/Instructions/MicroOpTests.g.cs", writer.ToString());
    }

    /// <summary>Whether all inputs are of kinds that can be made up, and the result is one value on both ways.</summary>
    private static bool IsTestable(BoundInstruction instruction, BoundVariant variant) =>
        instruction.Syntax.Effect is { Outputs: [{ } output], Inputs.Count: > 0 } effect
        && effect.Inputs.All(input => variant.Facts.TryGetValue(input.Name, out var kind) && SampledKinds.Contains(kind.Name))
        && Generic(instruction) is not null
        && variant.Calls.All(call => call.Micro.IsPasted || call.Micro.Role is Role.Guard or Role.Pure)
        && variant.Actions.All(action => action.Kind == ActionKind.Compute)
        && variant.Actions.Any(action => action.Targets is [{ } target] && target.Key == output.Name);

    private static BoundCall? Generic(BoundInstruction instruction) =>
        instruction.Variants[^1].Actions is [{ Kind: ActionKind.Compute, Call: { Micro: { Role: Role.Op, AnswersStatus: true } } call }] ? call : null;

    private static void WriteTest(CodeWriter writer, BoundInstruction instruction, BoundVariant variant)
    {
        writer.Line("[Fact]");
        writer.Open($"public void {instruction.Name}_{variant.Name}_agrees_with_the_generic_form()");
        writer.Open("for (var round = 0; round < Rounds; round++)");
        foreach (var input in instruction.Syntax.Effect.Inputs)
            writer.Line($"var {Local(input.Name)} = Any{variant.Facts[input.Name].Name}();");
        foreach (var guard in variant.Guards)
        {
            writer.Line($"if (!{Call(guard, null)})");
            writer.Line("    continue;");
        }
        foreach (var action in variant.Actions)
            WriteAction(writer, action, instruction.Syntax.Effect.Outputs[0].Name);
        foreach (var code in instruction.Syntax.Codes)
            WriteGeneric(writer, instruction, code);
        writer.Close();
        writer.Close();
    }

    private static void WriteAction(CodeWriter writer, BoundAction action, string output)
    {
        var name = action.Targets[0].Key;
        var local = name == output ? "special" : Local(name);
        if (action.Call is not { } call)
        {
            writer.Line($"var {local} = {Local(action.Source!.Key)};");
            return;
        }
        var type = call.Micro.ResultType.Name;
        if (call.Micro.Role == Role.Checked)
        {
            writer.Line($"if (!{Call(call, $"out var {local}Result")})");
            writer.Line("    continue;");
        }
        else
            writer.Line($"var {local}Result = {Call(call, null)};");
        writer.Line(name != output ? $"var {local} = {local}Result;" : $"var special = Value.{Maker(type)}(specialResult);");
    }

    private static string Maker(string type) => type switch
    {
        "Int64" => "Int",
        "Double" => "Float",
        "Boolean" => "Bool",
        _ => throw new InvalidOperationException($"a result of type {type} is not compared"),
    };

    private static void WriteGeneric(CodeWriter writer, BoundInstruction instruction, int code)
    {
        var call = Generic(instruction)!;
        writer.Open();
        var arguments = new List<string>();
        foreach (var argument in call.Arguments)
            switch (argument.Syntax)
            {
                case NumberExpression number:
                    arguments.Add(number.Number.ToString());
                    break;
                case NameExpression { Name: "machine" }:
                    arguments.Add("Machine");
                    break;
                case NameExpression { Name: "opcode" }:
                    arguments.Add($"0x{code:x2}");
                    break;
                default:
                    writer.Line($"var {argument.Key}Slot = {Local(argument.Key)};");
                    arguments.Add($"ref {argument.Key}Slot");
                    break;
            }
        writer.Line("Value generic = default;");
        writer.Line($"var status = Krait.Interpreter.{call.Micro.CallName}({string.Join(", ", arguments)}, ref generic);");
        writer.Line("AssertSame(status, generic, special);");
        writer.Close();
    }

    private static string Call(BoundCall call, string? result)
    {
        var arguments = call.Arguments.Zip(call.Micro.Inputs).Select(pair => Argument(pair.First, pair.Second)).ToList();
        if (result is not null)
            arguments.Add(result);
        return $"{call.Micro.CallName}({string.Join(", ", arguments)})";
    }

    private static string Argument(Argument argument, IParameterSymbol parameter)
    {
        var local = Local(argument.Key);
        // A temporary is unboxed already; inputs are values.
        return parameter.Type.Name switch
        {
            "Int64" => $"AsInt({local})",
            "Double" => $"AsFloat({local})",
            "Boolean" => $"{local}.AsBool",
            "PyStr" => $"(PyStr){local}.Object!",
            _ => local,
        };
    }

    private static string Local(string name) => "any" + char.ToUpperInvariant(name[0]) + name[1..];
}
