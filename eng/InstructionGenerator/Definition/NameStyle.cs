using System.Text;

namespace Krait.InstructionGenerator.Definition;

/// <summary>Names of the table as C# writes them.</summary>
internal static class NameStyle
{
    /// <summary>LOAD_FAST_N becomes LoadFastN.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split('_'))
            text.Append(char.ToUpperInvariant(part[0])).Append(part[1..].ToLowerInvariant());
        return text.ToString();
    }

    /// <summary>PyList becomes pyList, for locals.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
