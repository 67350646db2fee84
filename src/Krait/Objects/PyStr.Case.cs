using System.Text;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Upper, lower, title case and folding.</content>
internal partial class PyStr
{
    [PyFunction("upper")]
    internal Status Upper(Machine machine, ref Value result)
    {
        if (IsAscii)
            return MapAscii(machine, static (source, target) => Ascii.ToUpper(source, target, out _), ref result);
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, this);
        for (var i = 0; i < points.Length && !builder.Failed; i++)
            CaseMapping.AppendUpper(ref builder, points[i]);
        return builder.Finish(ref result);
    }

    [PyFunction("lower")]
    internal Status Lower(Machine machine, ref Value result)
    {
        if (IsAscii)
            return MapAscii(machine, static (source, target) => Ascii.ToLower(source, target, out _), ref result);
        var builder = new StrBuilder(machine);
        AppendLower(ref builder, new PointView(machine, this), 0);
        return builder.Finish(ref result);
    }

    [PyFunction("casefold")]
    internal Status CaseFold(Machine machine, ref Value result)
    {
        if (IsAscii)
            return Lower(machine, ref result);
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, this);
        for (var i = 0; i < points.Length && !builder.Failed; i++)
            CaseMapping.AppendFolded(ref builder, points[i]);
        return builder.Finish(ref result);
    }

    [PyFunction("capitalize")]
    internal Status Capitalize(Machine machine, ref Value result)
    {
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, this);
        if (points.Length != 0)
            CaseMapping.AppendTitle(ref builder, points[0]);
        AppendLower(ref builder, points, 1);
        return builder.Finish(ref result);
    }

    [PyFunction("title")]
    internal Status Title(Machine machine, ref Value result)
    {
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, this);
        var inWord = false;
        for (var i = 0; i < points.Length && !builder.Failed; i++)
        {
            if (inWord)
                CaseMapping.AppendLower(ref builder, points, i);
            else
                CaseMapping.AppendTitle(ref builder, points[i]);
            inWord = UnicodeFacts.IsCased(points[i]);
        }
        return builder.Finish(ref result);
    }

    [PyFunction("swapcase")]
    internal Status SwapCase(Machine machine, ref Value result)
    {
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, this);
        for (var i = 0; i < points.Length && !builder.Failed; i++)
            if (UnicodeFacts.IsUpper(points[i]))
                CaseMapping.AppendLower(ref builder, points, i);
            else if (UnicodeFacts.IsLower(points[i]))
                CaseMapping.AppendUpper(ref builder, points[i]);
            else
                builder.Append(points[i]);
        return builder.Finish(ref result);
    }

    private static void AppendLower(ref StrBuilder builder, PointView points, int from)
    {
        for (var i = from; i < points.Length && !builder.Failed; i++)
            CaseMapping.AppendLower(ref builder, points, i);
    }

    private Status MapAscii(Machine machine, Action<ReadOnlySpan<char>, Span<char>> map, ref Value result)
    {
        if (!machine.Charge(units, (long)units * sizeof(char)))
            return Status.Raised;
        var mapped = true;
        var text = string.Create(units, new AsciiMap(machine, Span, map, ref mapped), static (target, work) => work.Run(target));
        if (!mapped)
            return Status.Raised;
        result.SetObject(FromAscii(text));
        return Status.Ok;
    }

    /// <summary>A change of case, piece by piece.</summary>
    private readonly ref struct AsciiMap(Machine machine, ReadOnlySpan<char> source, Action<ReadOnlySpan<char>, Span<char>> map, ref bool mapped)
    {
        private readonly ReadOnlySpan<char> source = source;
        private readonly ref bool mapped = ref mapped;

        public void Run(Span<char> target)
        {
            var piece = Machine.PieceOf<char>();
            for (var done = 0; mapped && done < source.Length; done += piece)
            {
                var length = Math.Min(piece, source.Length - done);
                map(source.Slice(done, length), target[done..]);
                mapped = machine.MayGoOn();
            }
        }
    }
}
