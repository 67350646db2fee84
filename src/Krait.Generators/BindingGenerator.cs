using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Krait.Generators;

/// <summary>
/// Binds C# to Python: for each class with [PyType] or [PyModule] it writes a binding, which is a class that knows the
/// Python names and has one method for each member that parses arguments, converts them and calls.
/// </summary>
/// <remarks>The parts, in the order they run: <see cref="BoundClass"/> reads a class and its members with their
/// <see cref="Parameter"/>s; <see cref="BindingWriter"/> writes the binding and <see cref="WrapperWriter"/> the method of
/// a member; <see cref="CatalogWriter"/> writes the list of modules. What is wrong becomes a <see cref="Report"/>.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class BindingGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = Bindings(context, "Krait.PyTypeAttribute");
        var modules = Bindings(context, "Krait.PyModuleAttribute");
        context.RegisterSourceOutput(types, Emit);
        context.RegisterSourceOutput(modules, Emit);

        var assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : "");
        var names = modules.Select(static (binding, _) => binding.Module).Where(static module => module is not null).Collect();
        context.RegisterSourceOutput(names.Combine(assembly.Combine(rootNamespace)), static (output, source) =>
        {
            var (entries, (assembly, rootNamespace)) = source;
            var unique = new Dictionary<string, ModuleEntry>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                if (unique.ContainsKey(entry!.Name))
                    output.ReportDiagnostic(entry.Clash.ToDiagnostic());
                else
                    unique.Add(entry.Name, entry);
            }
            if (CatalogWriter.Write(unique.Values, assembly, rootNamespace) is { } text)
                output.AddSource("ModuleCatalog.g.cs", SourceText.From(text, Encoding.UTF8));
        });
    }

    private static IncrementalValuesProvider<Binding> Bindings(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, static (match, cancellation) =>
        {
            var read = BoundClass.Read((INamedTypeSymbol)match.TargetSymbol, match.Attributes[0], cancellation);
            return new Binding(read, BindingWriter.Write(read));
        });

    private static void Emit(SourceProductionContext output, Binding binding)
    {
        foreach (var report in binding.Reports)
            output.ReportDiagnostic(report.ToDiagnostic());
        if (binding.Text is not null)
            output.AddSource(binding.HintName, SourceText.From(binding.Text, Encoding.UTF8));
    }

    /// <summary>What one class becomes: text, so that an edit which changes nothing here ends here.</summary>
    private sealed class Binding(BoundClass read, string? text) : IEquatable<Binding>
    {
        public string HintName { get; } = read.FullName + ".g.cs";

        public string? Text { get; } = text;

        public ImmutableArray<Report> Reports { get; } = [.. read.Reports];

        /// <summary>The Python name and the binding's C# name, for the catalogue; null for types.</summary>
        public ModuleEntry? Module { get; } = read.IsModule && text is not null ? new ModuleEntry(read) : null;

        public bool Equals(Binding? other) => other is not null && HintName == other.HintName && Text == other.Text
            && Equals(Module, other.Module) && Reports.SequenceEqual(other.Reports);

        public override bool Equals(object? obj) => Equals(obj as Binding);

        public override int GetHashCode() => HintName.GetHashCode();
    }
}
