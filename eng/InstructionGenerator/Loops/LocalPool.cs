namespace Krait.InstructionGenerator.Loops;

/// <summary>The loop's scratch locals, pooled by type over the whole loop: a method with more than 512 locals and
/// temporaries is compiled without any inlining.</summary>
internal sealed class LocalPool
{
    private readonly SortedDictionary<string, int> sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = [];

    /// <summary>How many locals there are.</summary>
    public int Count => sizes.Values.Sum();

    /// <summary>A local of a type that this variant does not use yet.</summary>
    /// <param name="type">The type as C# writes it; "ref T" for a reference to one.</param>
    public string Take(string type)
    {
        var number = taken.GetValueOrDefault(type);
        taken[type] = number + 1;
        sizes[type] = Math.Max(sizes.GetValueOrDefault(type), number + 1);
        return NameOf(type, number);
    }

    /// <summary>A new variant begins: all locals are free again.</summary>
    public void Release() => taken.Clear();

    public IEnumerable<string> Declarations()
    {
        foreach (var (type, size) in sizes)
            for (var i = 0; i < size; i++)
                yield return type.StartsWith("ref ", StringComparison.Ordinal)
                    ? $"{type} {NameOf(type, i)} = ref Unsafe.NullRef<{type[4..]}>();"
                    : $"{type} {NameOf(type, i)};";
    }

    private static string NameOf(string type, int number)
    {
        var name = type.StartsWith("ref ", StringComparison.Ordinal) ? type[4..] + "Place" : type.TrimEnd('?');
        return Definition.NameStyle.Camel(name) + number;
    }
}
