using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>The module's qstr and object tables; an entry's place is the order in which code first asks for it.</summary>
internal sealed class ModuleTables(StringPool strings)
{
    readonly Dictionary<Constant, int> objects = [];
    int[] qstrs = new int[strings.Count];

    public List<byte[]> Qstrs { get; } = [];

    public List<Constant> Objects { get; } = [];

    /// <summary>The place of an interned string, by its number in the pool.</summary>
    public int Qstr(int text)
    {
        if (text >= qstrs.Length)
            Array.Resize(ref qstrs, Math.Max(strings.Count, text + 1));
        if (qstrs[text] == 0)
        {
            Qstrs.Add(strings[text].ToArray());
            qstrs[text] = Qstrs.Count;
        }
        return qstrs[text] - 1;
    }

    public int Qstr(ReadOnlySpan<byte> text) => Qstr(strings.Add(text));

    public int Object(Constant constant)
    {
        if (!objects.TryGetValue(constant, out var index))
        {
            index = Objects.Count;
            Objects.Add(constant);
            objects.Add(constant, index);
        }
        return index;
    }
}
