using Microsoft.CodeAnalysis;

namespace Krait.Generators;

/// <summary>A C# class with [PyType] or [PyModule], as read from its symbol.</summary>
internal sealed class BoundClass
{
    private readonly INamedTypeSymbol symbol;
    private readonly AttributeData attribute;

    private BoundClass(INamedTypeSymbol symbol, AttributeData attribute)
    {
        this.symbol = symbol;
        this.attribute = attribute;
        IsModule = attribute.AttributeClass!.Name == "PyModuleAttribute";
        PythonName = Names.Python(attribute, symbol);
    }

    public bool IsModule { get; }

    public string PythonName { get; }

    public List<BoundMember> Members { get; } = [];

    public List<Report> Reports { get; } = [];

    public ITypeSymbol Symbol => symbol;

    public string Name => symbol.Name;

    /// <summary>The namespace; empty for the global one.</summary>
    public string Namespace => symbol.ContainingNamespace.IsGlobalNamespace ? "" : symbol.ContainingNamespace.ToDisplayString();

    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The module that a type belongs to.</summary>
    public string Module => Names.Option<string>(attribute, "Module") ?? "builtins";

    public bool IsBase => Names.Option<bool>(attribute, "IsBase");

    /// <summary>Whether __hash__ is None: as the attribute says, and where a host's class compares by value without saying
    /// how it hashes.</summary>
    public bool IsUnhashable => Names.Option<bool>(attribute, "Unhashable") || !InKrait && Defines("__eq__") && !Defines("__hash__");

    /// <summary>Whether operations ask the special methods that the class binds: a host's class has no slots to override.</summary>
    public bool DefinesSpecials => !InKrait && (IsUnhashable || Members.Exists(IsSpecial));

    public bool IsPositionalOnly => Names.Option<bool>(attribute, "PositionalOnly");

    /// <summary>The slots that the attribute names.</summary>
    public int DeclaredSlots => Names.Option<int>(attribute, "Slots");

    /// <summary>Whether this is one of Krait's own: a method of a host may throw .NET exceptions, Krait's do not.</summary>
    public bool InKrait => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass!.ContainingAssembly, symbol.ContainingAssembly);

    /// <summary>Whether other assemblies see the class and so its binding.</summary>
    public bool IsPublic => symbol.DeclaredAccessibility == Accessibility.Public && !InKrait;

    /// <summary>How messages write a member: "list.append", "math.sqrt", "len".</summary>
    public string Qualify(string member) => IsModule && PythonName == "builtins" ? member : PythonName + "." + member;

    /// <summary>Reads the class, its members and what is wrong with them.</summary>
    public static BoundClass Read(INamedTypeSymbol symbol, AttributeData attribute, CancellationToken cancellation)
    {
        var read = new BoundClass(symbol, attribute);
        read.CheckShape();
        foreach (var type in read.Classes())
        {
            cancellation.ThrowIfCancellationRequested();
            var known = new HashSet<string>(read.Members.Select(static member => member.Name), StringComparer.Ordinal);
            foreach (var member in type.GetMembers())
                read.Add(member, known);
        }
        read.CheckNames();
        return read;
    }

    /// <summary>Whether a member is a special method that operations ask.</summary>
    public bool IsSpecial(BoundMember member) => !InKrait && member.Role == Role.Method && SpecialMethods.TryArity(member.Name, out _);

    private bool Defines(string name) => Members.Exists(member => member.Name == name);

    /// <summary>Whether a type is derived from PyObject.</summary>
    public static bool IsPyObject(ITypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            if (Names.Is(parent, "Krait.Core.PyObject"))
                return true;
        return false;
    }

    /// <summary>The names of the slots that the class implements by overriding PyObject's methods.</summary>
    public IEnumerable<string> OverriddenSlots()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Classes())
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol { IsOverride: true })
                    _ = found.Add(member.Name);
        if (IsUnhashable)
            _ = found.Remove("Hash");
        // The truth of a container follows its length; Python shows no __bool__ for it.
        if (found.Contains("Length"))
            _ = found.Remove("Truth");
        foreach (var name in found)
            foreach (var slot in Slots(name))
                yield return slot;
    }

    /// <summary>The class and those it derives from that are no Python types of their own: what they share with others.</summary>
    private IEnumerable<INamedTypeSymbol> Classes()
    {
        yield return symbol;
        for (var type = symbol.BaseType; type is not null && !Names.Is(type, "Krait.Core.PyObject")
            && Names.Attribute(type, "Krait.PyTypeAttribute") is null; type = type.BaseType)
            yield return type;
    }

    private static string[] Slots(string method) => method switch
    {
        "Repr" or "Str" or "Format" or "Hash" or "Truth" or "Length" or "GetItem" or "SetItem" or "DeleteItem" or "Contains"
            or "Iterate" or "Next" or "Call" or "GetAttribute" or "SetAttribute" => [method],
        "Compare" => ["Equality", "Order"],
        "DeleteAttribute" => ["SetAttribute"],
        _ => [],
    };

    private void CheckShape()
    {
        if (symbol.ContainingType is not null || symbol.IsGenericType)
            Reports.Add(new Report(Problems.ClassPlace, symbol, Name));
        else if (IsModule && !symbol.IsStatic)
            Reports.Add(new Report(Problems.ModuleShape, symbol, Name));
        else if (!IsModule && !symbol.IsStatic && !IsPyObject(symbol))
            Reports.Add(new Report(Problems.TypeShape, symbol, Name));
        if (!IsModule && IsBase && !InKrait)
            Reports.Add(new Report(Problems.NotABase, symbol, Name));
    }

    private void CheckNames()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var wrappers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in Members)
        {
            if (member.Role == Role.New ? !taken.Add("__new__") : !taken.Add(member.Name))
                Reports.Add(member.Role == Role.New
                    ? new Report(Problems.TwoConstructors, member.Symbol, member.Symbol.Name)
                    : new Report(Problems.NameClash, member.Symbol, member.Symbol.Name, member.Name, "its class has a member"));
            NameWrapper(member);
            if (member.Setter is not null)
                NameWrapper(member.Setter);
        }

        void NameWrapper(BoundMember member)
        {
            _ = wrappers.TryGetValue(member.Symbol.Name, out var count);
            wrappers[member.Symbol.Name] = count + 1;
            member.Wrapper = "Call" + member.Symbol.Name + (count == 0 ? "" : "_" + (count + 1));
        }
    }

    /// <summary>Adds a C# member if an attribute binds it and no class closer to the type has bound its name.</summary>
    private void Add(ISymbol symbol, HashSet<string> known)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (!Names.Is(attribute.AttributeClass, "Krait." + attribute.AttributeClass?.Name))
                continue;
            Role? role = attribute.AttributeClass!.Name switch
            {
                "PyFunctionAttribute" => IsModule ? Role.Function : Role.Method,
                "PyClassMethodAttribute" => Role.ClassMethod,
                "PyStaticMethodAttribute" => Role.StaticMethod,
                "PyNewAttribute" => Role.New,
                "PyPropertyAttribute" => Role.Getter,
                "PyConstantAttribute" => Role.Constant,
                _ => null,
            };
            if (role is null || !IsPlacedWell(symbol, role.Value))
                continue;
            var name = role == Role.New ? PythonName : Names.Python(attribute, symbol);
            if (!known.Contains(name))
                Add(symbol, role.Value, name, attribute);
        }
    }

    private bool IsPlacedWell(ISymbol symbol, Role role)
    {
        var problem = 0 switch
        {
            _ when IsModule && role is not (Role.Function or Role.Constant) => "a module has functions and constants only",
            _ when !symbol.IsStatic && role is not (Role.Method or Role.Getter) => "it must be static",
            _ when symbol is IMethodSymbol { IsGenericMethod: true } => "it has type parameters",
            _ when symbol is IPropertySymbol { GetMethod: null } => "it cannot be read",
            _ when symbol is IPropertySymbol { IsStatic: true } && role == Role.Getter => "a Python property belongs to an instance",
            _ => null,
        };
        if (problem is not null)
            Reports.Add(new Report(Problems.Misplaced, symbol, symbol.Name, problem));
        else if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            Reports.Add(new Report(Problems.Inaccessible, symbol, symbol.Name));
        else
            return true;
        return false;
    }

    private void Add(ISymbol symbol, Role role, string name, AttributeData attribute)
    {
        var member = new BoundMember(symbol, role, name);
        member.ReadParameters(IsPositionalOnly, Reports);
        if (!ResultWriter.CanGive(member) || role == Role.Constant && !IsModule && member.ResultType.SpecialType == SpecialType.System_String)
            Reports.Add(new Report(Problems.UnsupportedResult, symbol, symbol.Name, member.ResultType.ToDisplayString()));
        if (role == Role.Getter)
            member.Setter = SetterOf(member, attribute);
        if (!InKrait && !IsModule && SpecialMethods.TryArity(name, out var arity) && SpecialProblem(member, arity) is { } problem)
            Reports.Add(new Report(Problems.SpecialSignature, symbol, symbol.Name, name, problem));
        Members.Add(member);
    }

    private static string? SpecialProblem(BoundMember member, int arity)
    {
        if (member.Role != Role.Method)
            return "is a method: mark it with [PyFunction]";
        var least = member.Arguments.Count(static parameter => !parameter.IsOptional);
        var most = member.Rest is null ? member.Arguments.Count(static parameter => parameter.Passing != Passing.KeywordOnly) : int.MaxValue;
        if (arity >= 0 && (least > arity || most < arity))
            return $"takes {arity} argument{(arity == 1 ? "" : "s")} behind self";
        return SpecialMethods.Result(member.Name) is { } result && !ResultWriter.Gives(member, result) ? $"gives {result}" : null;
    }

    /// <summary>The method that the attribute names, or the property's own setter.</summary>
    private BoundMember? SetterOf(BoundMember getter, AttributeData attribute)
    {
        if (Names.Option<string>(attribute, "Setter") is { } name)
        {
            if (getter.Symbol.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() is { } method)
            {
                var setter = new BoundMember(method, Role.Setter, getter.Name);
                setter.ReadParameters(positionalOnly: true, Reports);
                if (setter.Arguments.Count() != 1)
                    Reports.Add(new Report(Problems.Misplaced, method, method.Name, "a setter takes the new value and nothing else"));
                return setter;
            }
            Reports.Add(new Report(Problems.Misplaced, getter.Symbol, getter.Symbol.Name, $"there is no method '{name}' to set it"));
        }
        if (getter.Symbol is not IPropertySymbol { SetMethod: { IsInitOnly: false } accessor } property
            || accessor.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            return null;
        if (Parameter.KindOf(property.Type) is null)
            Reports.Add(new Report(Problems.UnsupportedParameter, property, "value", property.Name, property.Type.ToDisplayString()));
        var assignment = new BoundMember(accessor, Role.Setter, getter.Name);
        assignment.ReadParameters(positionalOnly: true, []);
        return assignment;
    }
}
