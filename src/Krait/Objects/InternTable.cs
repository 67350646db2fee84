using System.Buffers;
using System.Text.Unicode;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <summary>The interned strings of one engine: equal names are one object, so caches and namespaces compare
/// references. Also the strings of one character, which indexing and iteration hand out.</summary>
internal sealed class InternTable
{
    /// <summary>What an entry costs beside its text: the object, the string's header, the table's own slot.</summary>
    private const int EntryBytes = 120;

    private readonly Machine machine;
    private readonly Dictionary<string, PyStr> table = [];
    private readonly Dictionary<string, PyStr>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly PyStr?[] characters = new PyStr?[256];
    private List<PyStr>? split;

    /// <summary>The empty table of <paramref name="machine"/>, which pays for what is added.</summary>
    public InternTable(Machine machine)
    {
        this.machine = machine;
        lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
        Empty = Get("");
    }

    /// <summary>The str of no characters.</summary>
    public PyStr Empty { get; }

    /// <summary>The interned str of <paramref name="text"/>.</summary>
    public PyStr Get(string text) => table.TryGetValue(text, out var found) ? found : Add(PyStr.From(text));

    /// <summary>The interned str that equals <paramref name="text"/>: itself when nothing equal has been interned and
    /// it is a plain str.</summary>
    public PyStr Get(PyStr text)
    {
        if (text.IsInterned)
            return text;
        if (text.IsSplit)
            return GetSplit(text);
        return lookup.TryGetValue(text.Span, out var found)
            ? found
            : Add(text.GetType() == typeof(PyStr) ? text : PyStr.From(text.Text));
    }

    /// <summary>The interned str of UTF-8 text (surrogates as Python encodes them): makes no .NET string when it is
    /// there already.</summary>
    public PyStr Get(ReadOnlySpan<byte> utf8)
    {
        char[]? rented = null;
        var units = utf8.Length <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            if (Utf8.ToUtf16(utf8, units, out _, out var count, replaceInvalidSequences: false) != OperationStatus.Done)
                return Get(StrCodec.FromStoredUtf8(machine, utf8));
            return lookup.TryGetValue(units[..count], out var found) ? found : Add(PyStr.From(new string(units[..count])));
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>The str of one code point; the same object each time for the first 256.</summary>
    public PyStr Character(int codePoint)
    {
        if ((uint)codePoint >= (uint)characters.Length)
            return PyStr.FromPoint(codePoint);
        return characters[codePoint] ??= Get(((char)codePoint).ToString());
    }

    private PyStr Add(PyStr text)
    {
        machine.Debit(0, EntryBytes + 2L * text.Span.Length);
        text.MarkInterned();
        table.Add(text.Text, text);
        return text;
    }

    /// <summary>Texts with neighbouring lone surrogates cannot be told apart by their units; nobody has many.</summary>
    private PyStr GetSplit(PyStr text)
    {
        foreach (var known in split ??= [])
            if (known.ContentEquals(text))
                return known;
        machine.Debit(0, EntryBytes + 2L * text.Span.Length);
        var added = text.GetType() == typeof(PyStr) ? text : PyStr.Copy(text);
        added.MarkInterned();
        split.Add(added);
        return added;
    }
}
