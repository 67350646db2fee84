using Krait.Core;
using Krait.Objects.Formatting;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Stripping, padding, replacing, formatting.</content>
internal partial class PyStr
{
    [PyFunction("strip")]
    internal Status Strip(Machine machine, ref Value result, in Value chars = default) =>
        Strip(machine, "strip", chars, Sides.Both, ref result);

    [PyFunction("lstrip")]
    internal Status LStrip(Machine machine, ref Value result, in Value chars = default) =>
        Strip(machine, "lstrip", chars, Sides.Left, ref result);

    [PyFunction("rstrip")]
    internal Status RStrip(Machine machine, ref Value result, in Value chars = default) =>
        Strip(machine, "rstrip", chars, Sides.Right, ref result);

    [PyFunction("ljust")]
    internal Status LJust(Machine machine, long width, ref Value result, in Value filling = default) =>
        Pad(machine, 0, TextArguments.Filling(width, Count), filling, ref result);

    [PyFunction("rjust")]
    internal Status RJust(Machine machine, long width, ref Value result, in Value filling = default) =>
        Pad(machine, TextArguments.Filling(width, Count), 0, filling, ref result);

    [PyFunction("center")]
    internal Status Center(Machine machine, long width, ref Value result, in Value filling = default)
    {
        var (left, right) = TextArguments.Halves(width, Count);
        return Pad(machine, left, right, filling, ref result);
    }

    [PyFunction("zfill")]
    internal Status ZFill(Machine machine, long width, ref Value result)
    {
        if (width <= Count)
            return Str(machine, ref result);
        return IsWide
            ? TextLayout<WideUnits, int>.ZeroFill(machine, Points(machine), width, ref result)
            : TextLayout<NarrowUnits, char>.ZeroFill(machine, Span, width, ref result);
    }

    [PyFunction("expandtabs")]
    internal Status ExpandTabs(Machine machine, ref Value result, [Named("tabsize")] int size = 8)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        return IsWide
            ? TextLayout<WideUnits, int>.ExpandTabs(machine, Points(machine), Plain, size, ref result)
            : TextLayout<NarrowUnits, char>.ExpandTabs(machine, Span, Plain, size, ref result);
    }

    [PyFunction("replace")]
    internal Status Replace(Machine machine, PyStr old, PyStr @new, ref Value result, long count = -1)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        if (count < 0)
            count = long.MaxValue;
        return IsWide || old.IsWide || @new.IsWide
            ? TextLayout<WideUnits, int>.Replace(machine, CodePoints.Widen(machine, this), Plain,
                CodePoints.Widen(machine, old), CodePoints.Widen(machine, @new), count, ref result)
            : TextLayout<NarrowUnits, char>.Replace(machine, Span, Plain, old.Span, @new.Span, count, ref result);
    }

    [PyFunction("format")]
    internal Status Format(Machine machine, ref Value result, [Rest] Arguments arguments) =>
        new FormatTemplate(machine, this, arguments).Run(ref result);

    [PyFunction("format_map")]
    internal Status FormatMap(Machine machine, in Value mapping, ref Value result) =>
        new FormatTemplate(machine, this, mapping).Run(ref result);

    private Status Strip(Machine machine, string method, in Value chars, Sides sides, ref Value result)
    {
        if (chars.IsNull || chars.IsNone)
        {
            if (!machine.Charge(units))
                return Status.Raised;
            return IsWide
                ? TextLayout<WideUnits, int>.StripSpaces(machine, Points(machine), Plain, sides, ref result)
                : TextLayout<NarrowUnits, char>.StripSpaces(machine, Span, Plain, sides, ref result);
        }
        if (chars.Object is not PyStr unwanted)
            return machine.Raise(Types.TypeError, $"{method} arg must be None or str");
        return IsWide || unwanted.IsWide
            ? TextLayout<WideUnits, int>.Strip(machine, CodePoints.Widen(machine, this), Plain, CodePoints.Widen(machine, unwanted), sides, ref result)
            : TextLayout<NarrowUnits, char>.Strip(machine, Span, Plain, unwanted.Span, sides, ref result);
    }

    private Status Pad(Machine machine, long left, long right, in Value filling, ref Value result)
    {
        var point = (int)' ';
        if (!filling.IsNull)
        {
            if (filling.Object is not PyStr character)
                return machine.Raise(Types.TypeError, $"The fill character must be a unicode character, not {Operations.TypeName(filling)}");
            if (character.Count != 1)
                return machine.Raise(Types.TypeError, "The fill character must be exactly one character long");
            point = character.PointAt(machine, 0);
        }
        if (left == 0 && right == 0)
            return Str(machine, ref result);
        return IsWide || point >= CodePoints.FirstAstral
            ? TextLayout<WideUnits, int>.Pad(machine, CodePoints.Widen(machine, this), left, right, point, ref result)
            : TextLayout<NarrowUnits, char>.Pad(machine, Span, left, right, (char)point, ref result);
    }
}
