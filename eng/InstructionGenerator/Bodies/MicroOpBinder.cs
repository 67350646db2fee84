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
            var isPasted = !notInlined && role != Role.Terminator && method.ReturnType.Name != "Status";
            var effects = role is Role.Op or Role.Terminator ? Closure(Flags(argument)) : [];
            var micro = new MicroOp(method, syntax, model, role)
            {
                IsPasted = isPasted,
                Proves = role == Role.Guard ? kinds.GetValueOrDefault((int)(argument.Value ?? 0)) : null,
                Memory = role == Role.Place ? Flags(argument).Single() : null,
                Effects = effects,
            };
            if (!found.TryAdd(micro.Name, micro))
                throw new DefinitionError(micro.File, micro.Line, $"{micro.Name} is also a micro-op of {found[micro.Name].CallName}");
            BodyRules.Check(micro, notInlined);
            SetMemory(micro, Declared(data, "Reads"), Declared(data, "Writes"));
        }
    }

    /// <summary>What is called declares what it touches; of what is pasted the body says it, and a declaration must agree.</summary>
    private static void SetMemory(MicroOp micro, HashSet<string> reads, HashSet<string> writes)
    {
        if (micro.IsPasted)
        {
            var touched = MemoryClasses.Of(micro);
            if (reads.Count > 0 || !writes.SetEquals(touched.Writes))
                throw new DefinitionError(micro.File, micro.Line,
                    $"{micro.Name}: the body writes {(touched.Writes.Count == 0 ? "nothing" : string.Join(", ", touched.Writes))}, which is what Writes must say; Reads is for what is called");
            (reads, writes) = touched;
        }
        var isFree = micro.Effects.Contains("CallsPython") || micro.Effects.Contains("PushesFrame") || micro.Effects.Contains("Suspends");
        micro.SetMemory(isFree ? Anything : reads, isFree ? Anything : writes);
    }

    /// <summary>What an instruction touches that may run any Python: every class of memory.</summary>
    private static readonly HashSet<string> Anything = ["Anything"];

    private static HashSet<string> Declared(AttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { Value: not null } value ? Flags(value) : [];

    /// <summary>The effects with those that follow: who runs Python or pushes a frame may raise, allocate and poll, and who
    /// polls may raise.</summary>
    private static HashSet<string> Closure(HashSet<string> effects)
    {
        if (effects.Contains("CallsPython") || effects.Contains("PushesFrame"))
            effects.UnionWith(["MayRaise", "Allocates", "Polls"]);
        if (effects.Contains("Polls") || effects.Contains("AlwaysRaises"))
            effects.Add("MayRaise");
        return effects;
    }

    private static HashSet<string> Flags(TypedConstant constant)
    {
        var value = (int)(constant.Value ?? 0);
        return constant.Type is null ? [] : [.. constant.Type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => (int)field.ConstantValue! is var flag && int.PopCount(flag) == 1 && (value & flag) == flag)
            .Select(field => field.Name)];
    }
}
