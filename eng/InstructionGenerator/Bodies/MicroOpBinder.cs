using Krait.InstructionGenerator.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Krait.InstructionGenerator.Bodies;

/// <summary>Finds the micro-ops in the sources of Krait with Roslyn's semantic model. The sources are read without the
/// loops, so that a definition that has changed can always be generated from.</summary>
internal sealed class MicroOpBinder
{
    private readonly Dictionary<string, MicroOp> found = [];
    private readonly Dictionary<int, Kind> kinds = [];

    private MicroOpBinder(Compilation compilation)
    {
        ReadKinds(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
                if (model.GetDeclaredSymbol(type) is { } symbol && Has(symbol, "MicroAttribute"))
                    foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
                        Add(model, method);
        }
    }

    /// <summary>The micro-ops of these sources by name.</summary>
    public static IReadOnlyDictionary<string, MicroOp> Bind(IEnumerable<(string Path, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Append(("Usings.cs", ImplicitUsings))
            .Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1));
        var compilation = CSharpCompilation.Create("Krait", trees, References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        return new MicroOpBinder(compilation).found;
    }

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;";

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute);

    private void ReadKinds(Compilation compilation)
    {
        var type = compilation.GetTypeByMetadataName("Krait.Instructions.Kind")
            ?? throw new InvalidOperationException("Krait.Instructions.Kind is missing");
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
            if (field.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == "KindOfAttribute") is { } data)
                kinds[(int)field.ConstantValue!] = new Kind(
                    field.Name,
                    (ITypeSymbol)data.ConstructorArguments[0].Value!,
                    data.ConstructorArguments[1].Value is string ? $"Tags.{field.Name}" : null);
    }

    private void Add(SemanticModel model, MethodDeclarationSyntax syntax)
    {
        var method = model.GetDeclaredSymbol(syntax)!;
        foreach (var data in method.GetAttributes())
        {
            if (data.AttributeClass is not { } attribute || !Enum.TryParse<Role>(attribute.Name.Replace("Attribute", "", StringComparison.Ordinal), out var role))
                continue;
            var notInlined = (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.NoInlining) != 0;
            var argument = data.ConstructorArguments.FirstOrDefault();
            var writes = data.NamedArguments.FirstOrDefault(pair => pair.Key == "Writes").Value;
            var micro = new MicroOp(method, syntax, model, role)
            {
                IsPasted = !notInlined && role != Role.Terminator && method.ReturnType.Name != "Status",
                Proves = role == Role.Guard ? kinds.GetValueOrDefault((int)(argument.Value ?? 0)) : null,
                Memory = role == Role.Place ? Member(argument) : role == Role.Op && writes.Value is not null ? Member(writes) : "None",
                Effects = role is Role.Op or Role.Terminator ? Flags(argument) : new HashSet<string>(),
            };
            if (!found.TryAdd(micro.Name, micro))
                throw new DefinitionError(micro.File, micro.Line, $"{micro.Name} is also a micro-op of {found[micro.Name].CallName}");
            BodyRules.Check(micro, notInlined);
        }
    }

    private static string Member(TypedConstant constant) => constant.Type!.GetMembers().OfType<IFieldSymbol>()
        .First(field => Equals(field.ConstantValue, constant.Value)).Name;

    private static HashSet<string> Flags(TypedConstant constant)
    {
        var value = (int)(constant.Value ?? 0);
        return constant.Type is null ? [] : [.. constant.Type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => (int)field.ConstantValue! is var flag && int.PopCount(flag) == 1 && (value & flag) == flag)
            .Select(field => field.Name)];
    }
}
