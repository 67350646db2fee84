using Krait.Core;

namespace Krait.Objects;

/// <summary>The interned strings of one engine: equal names are one object, so caches and namespaces compare
/// references.</summary>
internal sealed class InternTable(Machine machine)
{
    private readonly Dictionary<string, PyStr> table = [];

    /// <summary>The interned str of a text in UTF-8.</summary>
    public PyStr Get(ReadOnlySpan<byte> utf8) => Get(System.Text.Encoding.UTF8.GetString(utf8));

    /// <summary>The interned str of <paramref name="text"/>.</summary>
    public PyStr Get(string text)
    {
        if (table.TryGetValue(text, out var found))
            return found;
        _ = machine;
        return table[text] = PyStr.From(text);
    }
}
