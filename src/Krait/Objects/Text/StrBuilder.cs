using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>
/// Puts a str together from pieces, charging the machine as it grows. When a limit is hit it goes deaf, and
/// <see cref="Finish()"/> reports it: pieces are appended without looking at an answer each time.
/// </summary>
internal ref struct StrBuilder
{
    private readonly Machine machine;
    private char[] units = new char[64];
    private int used;
    private bool failed;

    /// <summary>Up to here nothing is to be done: there is room, and a look at the poll word is not due yet.</summary>
    private int quiet = 64;

    /// <summary>Positions where a pair of surrogates is two code points: the second one's.</summary>
    private List<int>? breaks;

    public StrBuilder(Machine machine) => this.machine = machine;

    /// <summary>Whether a limit was hit, so that going on is pointless.</summary>
    public readonly bool Failed => failed;

    /// <summary>What has been appended, in UTF-16.</summary>
    public readonly ReadOnlySpan<char> Units => units.AsSpan(0, used);

    /// <summary>Makes room for so many units at once; for results whose size is known beforehand.</summary>
    public void Reserve(long count) => _ = TryGrow(count);

    /// <summary>Appends a str.</summary>
    public void Append(PyStr text)
    {
        if (!text.IsSplit)
        {
            Append(text.Span);
            return;
        }
        foreach (var point in CodePoints.Widen(machine, text))
            Append(point);
    }

    /// <summary>Appends text in which a surrogate pair is one code point.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !TryGrow(text.Length))
            return;
        if (char.IsLowSurrogate(text[0]))
            NoteBreak();
        if (text.Length <= Machine.PieceOf<char>())
            text.CopyTo(units.AsSpan(used));
        else if (!machine.TryCopy(text, units.AsSpan(used)))
        {
            Fail();
            return;
        }
        used += text.Length;
    }

    /// <summary>Appends one code point.</summary>
    public void Append(int codePoint) => Fill(codePoint, 1);

    /// <summary>Appends a code point <paramref name="count"/> times.</summary>
    public void Fill(int codePoint, long count)
    {
        var size = codePoint < CodePoints.FirstAstral ? count : 2 * count;
        if (count <= 0 || !TryGrow(size))
            return;
        if (codePoint is >= 0xdc00 and <= 0xdfff)
            NoteBreak();
        var span = units.AsSpan(used, (int)size);
        if (codePoint >= CodePoints.FirstAstral)
            CodePoints.Fill(span, codePoint);
        else if (!machine.TryFill(span, (char)codePoint))
        {
            Fail();
            return;
        }
        used += (int)size;
    }

    /// <summary>Writes the str.</summary>
    public Status Finish(ref Value result)
    {
        var text = Finish();
        if (text is null)
            return Status.Raised;
        result.SetObject(text);
        return Status.Ok;
    }

    /// <summary>The str, or null with an exception pending.</summary>
    public PyStr? Finish()
    {
        if (failed || !machine.Charge(used, (long)used * sizeof(char)))
            return null;
        if (breaks is not null)
            return PyStr.FromPoints(machine, SplitPoints());
        return CodePoints.TryCopy(machine, Units) is { } text ? PyStr.From(text) : null;
    }

    private readonly int[] SplitPoints()
    {
        var points = new List<int>(used);
        for (var i = 0; i < used; i++)
        {
            var point = CodePoints.At(Units, i);
            if (point >= CodePoints.FirstAstral && breaks!.BinarySearch(i + 1) >= 0)
                point = units[i];
            else if (point >= CodePoints.FirstAstral)
                i++;
            points.Add(point);
        }
        return [.. points];
    }

    private void NoteBreak()
    {
        if (used > 0 && char.IsHighSurrogate(units[used - 1]))
            (breaks ??= []).Add(used);
    }

    private bool TryGrow(long count) => used + count <= quiet || Grow(used + count);

    private bool Grow(long least)
    {
        if (failed)
            return false;
        if (!machine.MayGoOn())
            return Fail();
        if (least > units.Length)
        {
            var grown = machine.NewUninitialized<char>(least > int.MaxValue / 2 ? least : Math.Max(least, 2L * units.Length));
            if (grown is null || !machine.TryCopy(Units, grown.AsSpan()))
                return Fail();
            units = grown;
        }
        quiet = (int)Math.Min(units.Length, least + Machine.PieceOf<char>());
        return true;
    }

    private bool Fail()
    {
        failed = true;
        quiet = -1;
        return false;
    }
}
