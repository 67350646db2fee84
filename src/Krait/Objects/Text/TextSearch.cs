using System.Buffers;

namespace Krait.Objects.Text;

/// <summary>Finding one text in another, in time linear in both whatever they are.</summary>
internal static class TextSearch
{
    /// <summary>The first position of <paramref name="wanted"/>, or -1.</summary>
    public static int IndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> wanted)
        where T : unmanaged, IEquatable<T>
    {
        if (wanted.Length <= Occurrences<T>.Short)
            return text.IndexOf(wanted);
        var occurrences = new Occurrences<T>(text, wanted, backwards: false);
        var found = occurrences.Next();
        occurrences.Dispose();
        return found;
    }

    /// <summary>The last position of <paramref name="wanted"/>, or -1.</summary>
    public static int LastIndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> wanted)
        where T : unmanaged, IEquatable<T>
    {
        if (wanted.Length <= Occurrences<T>.Short)
            return wanted.IsEmpty ? text.Length : text.LastIndexOf(wanted);
        var occurrences = new Occurrences<T>(text, wanted, backwards: true);
        var found = occurrences.Next();
        occurrences.Dispose();
        return found;
    }

    /// <summary>How often <paramref name="wanted"/> (not empty) occurs without overlap, at most
    /// <paramref name="limit"/> times.</summary>
    public static int Count<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, long limit = long.MaxValue)
        where T : unmanaged, IEquatable<T>
    {
        if (wanted.Length == 1 && limit >= text.Length)
            return text.Count(wanted[0]);
        var count = 0;
        var occurrences = new Occurrences<T>(text, wanted, backwards: false);
        while (count < limit && occurrences.Next() >= 0)
            count++;
        occurrences.Dispose();
        return count;
    }
}

/// <summary>
/// The occurrences of a text (not empty) in another, from either end, without overlap; all of them together take time
/// linear in both.
/// </summary>
/// <remarks>.NET's vectorised search is fastest on ordinary text but multiplies the lengths on texts such as "aaa…ab".
/// So it looks for the first few units only, and when more time went into comparing the rest than the text is long, the
/// algorithm of Knuth, Morris and Pratt takes over.</remarks>
internal ref struct Occurrences<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>How many units .NET looks for.</summary>
    public const int Short = 16;

    private readonly ReadOnlySpan<T> text;
    private readonly ReadOnlySpan<T> wanted;
    private readonly bool backwards;
    private long compared;

    // What has not been searched yet.
    private int start;
    private int end;

    /// <summary>borders[i]: how long the longest beginning of the wanted text is that also ends its first i + 1 units.
    /// Null until the plain search has cost too much.</summary>
    private int[]? borders;

    public Occurrences(ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, bool backwards)
    {
        this.text = text;
        this.wanted = wanted;
        this.backwards = backwards;
        end = text.Length;
    }

    /// <summary>The position of the next one, or -1.</summary>
    public int Next()
    {
        while (borders is null)
        {
            var rest = text[start..end];
            var found = FindHead(rest);
            if (found < 0)
            {
                start = end;
                return -1;
            }
            var same = wanted.Length <= Short ? wanted.Length : rest[found..].CommonPrefixLength(wanted);
            found += start;
            if (same == wanted.Length)
                return Take(found);
            if (backwards)
                end = found + wanted.Length - 1;
            else
                start = found + 1;
            compared += same;
            if (compared > text.Length)
                borders = FindBorders();
        }
        return NextByBorders(borders);
    }

    public void Dispose()
    {
        if (borders is not null)
            ArrayPool<int>.Shared.Return(borders);
        borders = null;
    }

    private readonly int FindHead(ReadOnlySpan<T> rest)
    {
        if (rest.Length < wanted.Length)
            return -1;
        var head = wanted.Length <= Short ? wanted : wanted[..Short];
        return backwards ? rest[..^(wanted.Length - head.Length)].LastIndexOf(head) : rest.IndexOf(head);
    }

    private int Take(int found)
    {
        if (backwards)
            end = found;
        else
            start = found + wanted.Length;
        return found;
    }

    private int NextByBorders(int[] borders)
    {
        var matched = 0;
        for (var i = 0; i < end - start; i++)
        {
            var unit = text[backwards ? end - 1 - i : start + i];
            while (matched > 0 && !unit.Equals(Wanted(matched)))
                matched = borders[matched - 1];
            if (unit.Equals(Wanted(matched)))
                matched++;
            if (matched == wanted.Length)
                return Take(backwards ? end - 1 - i : start + i + 1 - matched);
        }
        start = end;
        return -1;
    }

    private readonly int[] FindBorders()
    {
        var borders = ArrayPool<int>.Shared.Rent(wanted.Length);
        borders[0] = 0;
        for (int i = 1, border = 0; i < wanted.Length; i++)
        {
            while (border > 0 && !Wanted(i).Equals(Wanted(border)))
                border = borders[border - 1];
            if (Wanted(i).Equals(Wanted(border)))
                border++;
            borders[i] = border;
        }
        return borders;
    }

    private readonly T Wanted(int index) => wanted[backwards ? wanted.Length - 1 - index : index];
}
