using Microsoft.CodeAnalysis;

namespace Krait.Generators;

/// <summary>What a member is to Python.</summary>
internal enum Role
{
    Function, Method, ClassMethod, StaticMethod, New, Getter, Setter, Constant,
}

/// <summary>A C# member with a binding attribute: its Python name, its parameters, what it gives.</summary>
internal sealed class BoundMember(ISymbol symbol, Role role, string name)
{
    private readonly List<Parameter> parameters = [];

    public ISymbol Symbol { get; } = symbol;

    public Role Role { get; } = role;

    public string Name { get; } = name;

    /// <summary>The parameters in C#'s order; a field or property has none.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The name of the method that the binding has for it, among those of the same C# name the n-th.</summary>
    public string Wrapper { get; set; } = "";

    /// <summary>The setter of a property.</summary>
    public BoundMember? Setter { get; set; }

    /// <summary>Whether self is the C# object the member is called on.</summary>
    public bool IsInstance => !Symbol.IsStatic;

    /// <summary>Whether the first Python argument is self, or the class.</summary>
    public bool HasReceiver => Role is Role.Method or Role.Getter or Role.Setter or Role.ClassMethod or Role.New;

    /// <summary>Whether it makes or fills an instance: messages then name the type.</summary>
    public bool IsConstructor => Role == Role.New || Role == Role.Method && Name == "__init__";

    public bool HasResult => parameters.Any(static parameter => parameter.Kind == ParameterKind.Result);

    public Parameter? Receiver => parameters.Find(static parameter => parameter.Kind == ParameterKind.Receiver);

    public Parameter? Rest => parameters.Find(static parameter => parameter.Kind == ParameterKind.Rest);

    /// <summary>The parameters that Python arguments are converted for.</summary>
    public IEnumerable<Parameter> Arguments => parameters.Where(static parameter => parameter.IsArgument);

    /// <summary>Whether no argument has a name, so that positions say everything.</summary>
    public bool IsPositional => Arguments.All(static parameter => parameter.Passing == Passing.PositionalOnly);

    public ITypeSymbol ResultType => Symbol switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => ((IFieldSymbol)Symbol).Type,
    };

    public bool AnswersStatus => Names.Is(ResultType, "Krait.Core.Status");

    /// <summary>Reads the parameters of a method.</summary>
    public void ReadParameters(bool positionalOnly, List<Report> reports)
    {
        if (Symbol is not IMethodSymbol method)
            return;
        var needsReceiver = HasReceiver && !IsInstance;
        var passing = positionalOnly || Role is Role.Getter or Role.Setter ? Passing.PositionalOnly : Passing.Named;
        foreach (var parameter in method.Parameters)
        {
            if (Names.Attribute(parameter, "Krait.KeywordOnlyAttribute") is not null)
                passing = Passing.KeywordOnly;
            else if (passing == Passing.PositionalOnly && Names.Attribute(parameter, "Krait.NamedAttribute") is not null)
                passing = Passing.Named;
            var kind = KindOf(parameter, needsReceiver && Receiver is null);
            if (kind is null)
            {
                reports.Add(new Report(Problems.UnsupportedParameter, parameter, parameter.Name, method.Name, parameter.Type.ToDisplayString()));
                continue;
            }
            parameters.Add(new Parameter(parameter, kind.Value, passing));
            if (kind == ParameterKind.Rest)
                passing = Passing.KeywordOnly;
        }
        Check(method, needsReceiver, reports);
    }

    private ParameterKind? KindOf(IParameterSymbol parameter, bool maybeReceiver)
    {
        var type = parameter.Type;
        if (Names.Is(type, "Krait.Core.Machine"))
            return parameters.Count == 0 ? ParameterKind.Machine : null;
        if (Names.Is(type, "Krait.Core.Arguments"))
            return Names.Attribute(parameter, "Krait.RestAttribute") is null || Rest is not null ? null : ParameterKind.Rest;
        if (parameter.RefKind == RefKind.Ref)
            return Names.Is(type, "Krait.Core.Value") && !HasResult ? ParameterKind.Result : null;
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            return null;
        if (maybeReceiver && IsReceiver(type))
            return ParameterKind.Receiver;
        return Parameter.KindOf(type);
    }

    private bool IsReceiver(ITypeSymbol type) => Role is Role.ClassMethod or Role.New
        ? Names.Is(type, "Krait.Objects.PyType")
        : !Arguments.Any() && (Names.Is(type, "Krait.Core.Value") || BoundClass.IsPyObject(type));

    private void Check(IMethodSymbol method, bool needsReceiver, List<Report> reports)
    {
        if ((AnswersStatus || HasResult) && parameters.Find(static parameter => parameter.Kind == ParameterKind.Machine) is null)
            reports.Add(new Report(Problems.MissingMachine, method, method.Name));
        if (needsReceiver && Receiver is null && Role is Role.Method or Role.Getter or Role.Setter && !IsInstance)
            reports.Add(new Report(Problems.MissingSelf, method, method.Name));
        var optional = false;
        foreach (var parameter in Arguments)
        {
            if (parameter.Passing == Passing.KeywordOnly)
                optional = false;
            if (optional && !parameter.IsOptional)
                reports.Add(new Report(Problems.RequiredAfterOptional, parameter.Symbol, parameter.Symbol.Name, method.Name));
            if (parameter.Passing != Passing.KeywordOnly)
                optional |= parameter.IsOptional;
        }
    }
}
