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
        foreach (var point in CodePoints.Widen(machine, this))
            CaseMapping.AppendUpper(ref builder, point);
        return builder.Finish(ref result);
    }

    [PyFunction("lower")]
    internal Status Lower(Machine machine, ref Value result)
    {
        if (IsAscii)
            return MapAscii(machine, static (source, target) => Ascii.ToLower(source, target, out _), ref result);
        var builder = new StrBuilder(machine);
        AppendLower(ref builder, CodePoints.Widen(machine, this), 0);
        return builder.Finish(ref result);
    }

    [PyFunction("casefold")]
    internal Status CaseFold(Machine machine, ref Value result)
    {
        if (IsAscii)
            return Lower(machine, ref result);
        var builder = new StrBuilder(machine);
        foreach (var point in CodePoints.Widen(machine, this))
            CaseMapping.AppendFolded(ref builder, point);
        return builder.Finish(ref result);
    }

    [PyFunction("capitalize")]
    internal Status Capitalize(Machine machine, ref Value result)
    {
        var builder = new StrBuilder(machine);
        var points = CodePoints.Widen(machine, this);
        if (!points.IsEmpty)
            CaseMapping.AppendTitle(ref builder, points[0]);
        AppendLower(ref builder, points, 1);
        return builder.Finish(ref result);
    }

    [PyFunction("title")]
    internal Status Title(Machine machine, ref Value result)
    {
        var builder = new StrBuilder(machine);
        var points = CodePoints.Widen(machine, this);
        var inWord = false;
        for (var i = 0; i < points.Length; i++)
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
        var points = CodePoints.Widen(machine, this);
        for (var i = 0; i < points.Length; i++)
            if (UnicodeFacts.IsUpper(points[i]))
                CaseMapping.AppendLower(ref builder, points, i);
            else if (UnicodeFacts.IsLower(points[i]))
                CaseMapping.AppendUpper(ref builder, points[i]);
            else
                builder.Append(points[i]);
        return builder.Finish(ref result);
    }

    private static void AppendLower(ref StrBuilder builder, ReadOnlySpan<int> points, int from)
    {
        for (var i = from; i < points.Length; i++)
            CaseMapping.AppendLower(ref builder, points, i);
    }

    private Status MapAscii(Machine machine, Action<ReadOnlySpan<char>, Span<char>> map, ref Value result)
    {
        if (!machine.Charge(units, (long)units * sizeof(char)))
            return Status.Raised;
        result.SetObject(FromAscii(string.Create(units, (text: this, map), static (target, state) => state.map(state.text.Span, target))));
        return Status.Ok;
    }
}
