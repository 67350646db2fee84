using System.Collections.Immutable;

namespace Krait.Generators;

/// <summary>A module's Python name and its binding.</summary>
internal sealed class ModuleEntry(BoundClass read) : IEquatable<ModuleEntry>
{
    public string Name { get; } = read.PythonName;

    public string Binding { get; } = "global::" + read.FullName + "Binding";

    /// <summary>What to report when another module has the name.</summary>
    public Report Clash { get; } = new(Problems.NameClash, read.Symbol, read.Name, read.PythonName, "there is another module");

    public bool Equals(ModuleEntry? other) => other is not null && Name == other.Name && Binding == other.Binding && Clash.Equals(other.Clash);

    public override bool Equals(object? obj) => Equals(obj as ModuleEntry);

    public override int GetHashCode() => Binding.GetHashCode();
}

/// <summary>Writes the catalogue of an assembly's modules: a switch over their names, so that nothing is built before
/// a module is asked for.</summary>
internal static class CatalogWriter
{
    /// <summary>The file's text; null for an assembly that needs none.</summary>
    public static string? Write(IEnumerable<ModuleEntry> modules, string assembly, string rootNamespace)
    {
        var isKrait = assembly == "Krait";
        var entries = modules.OrderBy(static entry => entry.Name, StringComparer.Ordinal).ToList();
        if (entries.Count == 0 && !isKrait)
            return null;
        var text = new Text("the modules of " + assembly);
        var space = isKrait ? "Krait.Modules" : rootNamespace;
        if (space.Length > 0)
            _ = text.Line($"namespace {space};").Line();
        _ = text.Line("/// <summary>The modules of this assembly.</summary>")
            .Open($"{(isKrait ? "internal" : "public")} static class ModuleCatalog")
            .Line("/// <summary>The binding of the module of this name, or null.</summary>")
            .Open("public static global::Krait.Objects.ModuleBinding? Find(string name) => name switch");
        foreach (var entry in entries)
            _ = text.Line($"{Names.Literal(entry.Name)} => {entry.Binding}.Instance,");
        return text.Line("_ => null,").Close(";").Close().ToString();
    }
}
