using System.Buffers;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Finding one text in another, in time linear in both whatever they are. Each answers false with an exception
/// pending.</summary>
internal static class TextSearch
{
    /// <summary>The first position of <paramref name="wanted"/>, or -1.</summary>
    public static bool TryIndexOf<T>(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, out int found)
        where T : unmanaged, IEquatable<T>
    {
        found = 0;
        if (wanted.IsEmpty)
            return true;
        var occurrences = new Occurrences<T>(machine, text, wanted, backwards: false);
        var done = occurrences.TryNext(out found);
        occurrences.Dispose();
        return done;
    }

    /// <summary>The last position of <paramref name="wanted"/>, or -1.</summary>
    public static bool TryLastIndexOf<T>(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, out int found)
        where T : unmanaged, IEquatable<T>
    {
        found = text.Length;
        if (wanted.IsEmpty)
            return true;
        var occurrences = new Occurrences<T>(machine, text, wanted, backwards: true);
        var done = occurrences.TryNext(out found);
        occurrences.Dispose();
        return done;
    }

    /// <summary>How often <paramref name="wanted"/> (not empty) occurs without overlap, at most
    /// <paramref name="limit"/> times.</summary>
    public static bool TryCount<T>(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, long limit, out long count)
        where T : unmanaged, IEquatable<T>
    {
        count = 0;
        if (wanted.Length == 1 && limit >= text.Length)
        {
            var piece = Machine.PieceOf<T>();
            for (; text.Length > piece; text = text[piece..])
            {
                count += text[..piece].Count(wanted[0]);
                if (!machine.MayGoOn())
                    return false;
            }
            count += text.Count(wanted[0]);
            return true;
        }
        var occurrences = new Occurrences<T>(machine, text, wanted, backwards: false);
        var done = true;
        while (count < limit && (done = occurrences.TryNext(out var found) && machine.MayGoOn(count)) && found >= 0)
            count++;
        occurrences.Dispose();
        return done;
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

    private readonly Machine machine;
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

    public Occurrences(Machine machine, ReadOnlySpan<T> text, ReadOnlySpan<T> wanted, bool backwards)
    {
        this.machine = machine;
        this.text = text;
        this.wanted = wanted;
        this.backwards = backwards;
        end = text.Length;
    }

    /// <summary>The position of the next one, or -1. False with an exception pending.</summary>
    public bool TryNext(out int found)
    {
        while (borders is null)
        {
            if (!TryFindHead(out found))
                return false;
            if (found < 0)
            {
                start = end;
                return true;
            }
            var same = wanted.Length <= Short ? wanted.Length : text[found..end].CommonPrefixLength(wanted);
            if (same == wanted.Length)
            {
                Take(found);
                return true;
            }
            if (backwards)
                end = found + wanted.Length - 1;
            else
                start = found + 1;
            compared += same;
            if (compared > text.Length)
                borders = FindBorders();
            if (!machine.MayGoOn())
                return false;
        }
        return TryNextByBorders(borders, out found);
    }

    public void Dispose()
    {
        if (borders is not null)
            ArrayPool<int>.Shared.Return(borders);
        borders = null;
    }

    /// <summary>The next place where the beginning of the wanted text stands and the rest has room, or -1: found in
    /// pieces that overlap by what is looked for.</summary>
    private bool TryFindHead(out int found)
    {
        var head = wanted.Length <= Short ? wanted : wanted[..Short];
        var piece = Machine.PieceOf<T>();
        found = -1;
        while (end - start >= wanted.Length)
        {
            // Where a head may begin: from start to before last.
            var last = end - wanted.Length + 1;
            if (last - start <= piece)
            {
                var rest = text[start..(last + head.Length - 1)];
                found = backwards ? rest.LastIndexOf(head) : rest.IndexOf(head);
                found = found < 0 ? -1 : found + start;
                return true;
            }
            var from = backwards ? last - piece : start;
            var part = text.Slice(from, piece + head.Length - 1);
            found = backwards ? part.LastIndexOf(head) : part.IndexOf(head);
            if (found >= 0)
            {
                found += from;
                return true;
            }
            if (backwards)
                end -= piece;
            else
                start += piece;
            if (!machine.MayGoOn())
                return false;
        }
        return true;
    }

    private void Take(int found)
    {
        if (backwards)
            end = found;
        else
            start = found + wanted.Length;
    }

    private bool TryNextByBorders(int[] borders, out int found)
    {
        var matched = 0;
        found = -1;
        for (var i = 0; i < end - start; i++)
        {
            var unit = text[backwards ? end - 1 - i : start + i];
            while (matched > 0 && !unit.Equals(Wanted(matched)))
                matched = borders[matched - 1];
            if (unit.Equals(Wanted(matched)))
                matched++;
            if (matched == wanted.Length)
            {
                found = backwards ? end - 1 - i : start + i + 1 - matched;
                Take(found);
                return true;
            }
            if (!machine.MayGoOn(i))
                return false;
        }
        start = end;
        return true;
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
