using System.Runtime.Loader;
using Krait.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Krait.Tests.Binding;

/// <summary>Compiles a source as a host's assembly would be: against Krait's public surface, with the generator.</summary>
internal sealed class HostCompilation
{
    private static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Core.Value).Assembly.Location),
    ];

    private const string Usings = "using System; using Krait; using Krait.Core; using Krait.Objects;\n";

    private readonly Compilation output;

    public HostCompilation(string source)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13);
        var input = CSharpCompilation.Create("Host", [CSharpSyntaxTree.ParseText(Usings + source, parse)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create([new BindingGenerator().AsSourceGenerator()], parseOptions: parse);
        _ = driver.RunGeneratorsAndUpdateCompilation(input, out output, out var reports);
        Reports = [.. reports.Select(static report => $"{report.Id}: {report.GetMessage()}")];
    }

    /// <summary>What the generator reported.</summary>
    public string[] Reports { get; }

    /// <summary>What the compiler says about source and generated files together, warnings included.</summary>
    public string[] CompilerMessages => [.. output.GetDiagnostics()
        .Where(static message => message.Severity >= DiagnosticSeverity.Warning)
        .Select(static message => message.ToString())];

    /// <summary>The text of a generated file.</summary>
    public string Generated(string name) =>
        output.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == name).ToString();

    /// <summary>The compiled type of this name.</summary>
    public Type Load(string name)
    {
        using var stream = new MemoryStream();
        var emitted = output.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext(null).LoadFromStream(stream).GetType(name, throwOnError: true)!;
    }
}
