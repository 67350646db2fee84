using Microsoft.CodeAnalysis;

namespace Krait.Generators;

/// <summary>Writes the method that Python calls for one member: it checks self, counts and names arguments, converts
/// each, calls, and turns the result into a Python value.</summary>
/// <remarks>Where every argument goes by position, the arguments are read where they lie; with names, a binder sorts
/// them into a few values on the C# stack first.</remarks>
internal sealed class WrapperWriter(Text text, BoundClass owner, BoundMember member)
{
    private const string Raised = "return global::Krait.Core.Status.Raised;";
    private const string Errors = "global::Krait.Objects.ArgumentErrors.";
    private const string Conversions = "global::Krait.Objects.Conversions.";

    private readonly Dictionary<Parameter, string> expressions = [];
    private readonly List<Parameter> arguments = [.. member.Arguments];

    /// <summary>How many arguments come before those of the call: self, or the class.</summary>
    private readonly int first = member.HasReceiver ? 1 : 0;

    /// <summary>What messages call the function where CPython does not qualify the name.</summary>
    private readonly string function = member.IsConstructor ? owner.PythonName : member.Name;

    private readonly string given = member.HasReceiver ? "arguments.Skip(1)" : "arguments";

    public void Write()
    {
        _ = text.Open($"private global::Krait.Core.Status {member.Wrapper}(global::Krait.Core.Machine machine, in global::Krait.Core.Arguments arguments, ref global::Krait.Core.Value result)");
        if (!owner.InKrait)
            _ = text.Open("try");
        WriteReceiver();
        if (member.IsPositional)
            WriteCount();
        else
            WriteBinding();
        for (var i = 0; i < arguments.Count; i++)
            WriteConversion(arguments[i], i);
        ResultWriter.Write(text, member, Target());
        if (!owner.InKrait)
            _ = text.Close()
                .Open("catch (global::System.Exception exception) when (exception is not global::System.OperationCanceledException)")
                .Line("return global::Krait.Objects.HostErrors.Raise(machine, exception);")
                .Close();
        _ = text.Close();
    }

    private void WriteReceiver()
    {
        if (!member.HasReceiver)
            return;
        if (member.Role is Role.ClassMethod or Role.New)
        {
            _ = text.Line("if (arguments.Positional == 0 || arguments[0].Object is not global::Krait.Objects.PyType type || !Accepts(type))")
                .Then($"return {Errors}Class(machine, arguments, Type, {Names.Literal(member.Role == Role.New ? "__new__" : member.Name)});");
            return;
        }
        var self = member.IsInstance ? owner.Symbol : member.Receiver!.Type;
        _ = text.Line(Names.Is(self, "Krait.Core.Value")
                ? "if (arguments.Positional == 0 || !IsInstance(arguments[0]))"
                : $"if (arguments.Positional == 0 || arguments[0].Object is not {Names.Full(Bare(self))} self)")
            .Then($"return {Errors}{(member.IsConstructor ? "SlotReceiver" : "Receiver")}(machine, arguments, {Names.Literal(owner.PythonName)}, {Names.Literal(member.Name)});");
    }

    private void WriteCount()
    {
        if (member.Role is Role.Getter or Role.Setter)
            return;
        var least = arguments.Count(static parameter => !parameter.IsOptional);
        var most = arguments.Count;
        var tests = new List<string>();
        if (member.Rest is { } rest)
        {
            if (least > 0)
                tests.Add($"arguments.Positional < {first + least}");
            if (TakesNoKeywords(rest))
                tests.Add("arguments.Keywords != 0");
        }
        else
        {
            if (least == most)
                tests.Add($"arguments.Positional != {first + most}");
            else if (least > 0)
                tests.Add($"arguments.Positional < {first + least}");
            if (least < most)
                tests.Add($"arguments.Positional > {first + most}");
            tests.Add("arguments.Keywords != 0");
        }
        if (tests.Count == 0)
            return;
        var name = Names.Literal(member.IsConstructor ? owner.PythonName : owner.Qualify(member.Name));
        var isFixed = least == most && most <= 1 && !member.IsConstructor && member.Rest is null;
        _ = text.Line($"if ({string.Join(" || ", tests)})").Then(isFixed
            ? $"return {Errors}Fixed(machine, {given}, {name}, {most});"
            : $"return {Errors}Range(machine, {given}, {name}, {least}, {(member.Rest is null ? most.ToString() : "int.MaxValue")});");
    }

    private void WriteBinding()
    {
        var names = string.Join(", ", arguments.Select(static parameter => Names.Literal(parameter.Name)));
        var required = 0UL;
        for (var i = 0; i < arguments.Count; i++)
            required |= arguments[i].IsOptional ? 0UL : 1UL << i;
        var positionalOnly = arguments.Count(static parameter => parameter.Passing == Passing.PositionalOnly);
        var positional = arguments.Count(static parameter => parameter.Passing != Passing.KeywordOnly);
        var nulls = string.Join(", ", arguments.Select(static _ => "default"));
        _ = text.Line($"global::System.Span<global::Krait.Core.Value> values = [{nulls}];")
            .Line($"if (!new global::Krait.Objects.Signature({Names.Literal(function)}, [{names}], {positionalOnly}, {positional}, 0x{required:x}, {(member.Rest is null ? "false" : "true")}).TryBind(machine, {given}, values))")
            .Then(Raised);
    }

    private void WriteConversion(Parameter parameter, int index)
    {
        var value = member.IsPositional ? $"arguments[{first + index}]" : $"values[{index}]";
        var isGiven = member.IsPositional ? $"arguments.Positional > {first + index}" : $"!values[{index}].IsNull";
        if (parameter.Kind == ParameterKind.Value)
        {
            expressions[parameter] = member.IsPositional && parameter.IsOptional ? $"{isGiven} ? {value} : default" : value;
            return;
        }
        var local = "argument" + (index + 1);
        expressions[parameter] = local;
        // A text is null where the conversion failed; the compiler follows that.
        var type = parameter.Kind == ParameterKind.String ? "string?" : Names.Full(Bare(parameter.Type));
        if (!parameter.IsOptional)
        {
            _ = text.Line($"if ({Fails(parameter, index, value, $"{type} {local}")})").Then(Failure(parameter, index, value));
        }
        else if (!parameter.IsNullable)
        {
            _ = text.Line($"{type} {local} = {parameter.Default()};")
                .Line($"if ({isGiven} && {Fails(parameter, index, value, local)})").Then(Failure(parameter, index, value));
        }
        else
        {
            var converted = "given" + (index + 1);
            // The compiler need not know that null is allowed where the parameter's type does not say so.
            if (!parameter.IsAnnotated)
                expressions[parameter] = local + "!";
            _ = text.Line($"{type.TrimEnd('?')}? {local} = {parameter.Default()};").Open($"if ({isGiven})")
                .Line($"if ({value}.IsNone)").Then($"{local} = null;")
                .Line($"else if ({Fails(parameter, index, value, $"{type} {converted}")})").Then(Failure(parameter, index, value))
                .Line("else").Then($"{local} = {converted};")
                .Close();
        }
    }

    /// <summary>The test that is true when an argument does not convert; otherwise <paramref name="target"/> is set.</summary>
    private string Fails(Parameter parameter, int index, string value, string target) => parameter.Kind switch
    {
        ParameterKind.Object => $"{value}.Object is not {target}",
        ParameterKind.String => $"!{Conversions}TryString(machine, {value}, {What(parameter, index)}, {(parameter.IsNullable ? "true" : "false")}, out {target})",
        _ => $"!{Conversions}Try{parameter.Kind}(machine, {value}, out {target})",
    };

    /// <summary>What follows an argument that does not convert. An operator declines, so that the other operand may try.</summary>
    private string Failure(Parameter parameter, int index, string value)
    {
        if (owner.IsSpecial(member) && SpecialMethods.IsOperator(member.Name))
            return parameter.Kind == ParameterKind.Object
                ? "return global::Krait.Core.Status.NotImplemented;"
                : $"return {Errors}Declined(machine);";
        if (parameter.Kind != ParameterKind.Object)
            return Raised;
        var expected = Names.PythonType(parameter.Type) + (parameter.IsNullable ? " or None" : "");
        return $"return {Errors}Type(machine, {What(parameter, index)}, {Names.Literal(expected)}, {value});";
    }

    /// <summary>How messages name a parameter, as CPython does: the only one of a function has no number, one that may be
    /// given by name is called by it.</summary>
    private string What(Parameter parameter, int index)
    {
        var isOnly = arguments.Count == 1 && !parameter.IsOptional && !member.IsConstructor;
        return Names.Literal(parameter.Passing != Passing.PositionalOnly ? $"{function}() argument '{parameter.Name}'"
            : isOnly ? $"{function}() argument"
            : $"{function}() argument {index + 1}");
    }

    private string Target()
    {
        var self = member.IsInstance ? "self" : Names.Full(owner.Symbol);
        switch (member.Symbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property }:
                return $"{self}.{Names.Identifier(property)} = {expressions[arguments[0]]}";
            case not IMethodSymbol:
                return $"{self}.{Names.Identifier(member.Symbol)}";
        }
        var list = member.Parameters.Select(parameter => parameter.Kind switch
        {
            ParameterKind.Machine => "machine",
            ParameterKind.Result => "ref result",
            ParameterKind.Receiver => member.Role is Role.ClassMethod or Role.New ? "type"
                : Names.Is(parameter.Type, "Krait.Core.Value") ? "arguments[0]" : "self",
            ParameterKind.Rest => Rest(),
            _ => expressions[parameter],
        });
        return $"{self}.{Names.Identifier(member.Symbol)}({string.Join(", ", list)})";
    }

    /// <summary>The arguments that no parameter before the rest takes; with keywords where no parameter has a name.</summary>
    private string Rest()
    {
        var before = arguments.Where(static parameter => parameter.Passing != Passing.KeywordOnly).ToList();
        var count = (first + before.Count).ToString();
        if (before.Exists(static parameter => parameter.IsOptional))
            count = $"global::System.Math.Min({count}, arguments.Positional)";
        return !member.IsPositional ? $"global::Krait.Objects.Signature.Rest(arguments, {count})"
            : count == "0" ? "arguments"
            : $"arguments.Skip({count})";
    }

    private static bool TakesNoKeywords(Parameter rest) =>
        Names.Option<bool>(Names.Attribute(rest.Symbol, "Krait.RestAttribute")!, "NoKeywords");

    /// <summary>A type without the mark that null is allowed.</summary>
    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
}
