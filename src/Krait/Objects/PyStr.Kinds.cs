using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>What kinds of characters a str has.</content>
internal partial class PyStr
{
    [PyFunction("isalpha")]
    internal Status IsAlpha(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsAlpha, whenEmpty: false, ref result);

    [PyFunction("isalnum")]
    internal Status IsAlnum(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsAlphanumeric, whenEmpty: false, ref result);

    [PyFunction("isdecimal")]
    internal Status IsDecimal(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsDecimal, whenEmpty: false, ref result);

    [PyFunction("isdigit")]
    internal Status IsDigit(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsDigit, whenEmpty: false, ref result);

    [PyFunction("isnumeric")]
    internal Status IsNumeric(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsNumeric, whenEmpty: false, ref result);

    [PyFunction("isspace")]
    internal Status IsSpace(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsSpace, whenEmpty: false, ref result);

    [PyFunction("isprintable")]
    internal Status IsPrintable(Machine machine, ref Value result) => All(machine, UnicodeFacts.IsPrintable, whenEmpty: true, ref result);

    [PyFunction("isascii")]
    internal Status IsAsciiMethod(Machine machine, ref Value result)
    {
        result.SetBool(IsAscii);
        return Status.Ok;
    }

    [PyFunction("isidentifier")]
    internal Status IsIdentifier(Machine machine, ref Value result)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        var points = new PointReader(Span, IsWide);
        var holds = points.MoveNext() && UnicodeFacts.IsIdentifierStart(points.Current);
        while (holds && points.MoveNext())
            holds = UnicodeFacts.IsIdentifierPart(points.Current);
        result.SetBool(holds);
        return Status.Ok;
    }

    [PyFunction("islower")]
    internal Status IsLower(Machine machine, ref Value result) => HasOnly(machine, UnicodeFacts.IsLower, ref result);

    [PyFunction("isupper")]
    internal Status IsUpper(Machine machine, ref Value result) => HasOnly(machine, UnicodeFacts.IsUpper, ref result);

    [PyFunction("istitle")]
    internal Status IsTitle(Machine machine, ref Value result)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        var any = false;
        var holds = true;
        var inWord = false;
        var points = new PointReader(Span, IsWide);
        while (holds && points.MoveNext())
        {
            var point = points.Current;
            var starts = UnicodeFacts.IsUpper(point) || UnicodeFacts.IsTitle(point);
            var continues = !starts && UnicodeFacts.IsLower(point);
            holds = starts ? !inWord : !continues || inWord;
            inWord = starts || continues;
            any |= inWord;
        }
        result.SetBool(holds && any);
        return Status.Ok;
    }

    private Status All(Machine machine, Func<int, bool> test, bool whenEmpty, ref Value result)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        var holds = units != 0 || whenEmpty;
        var points = new PointReader(Span, IsWide);
        while (holds && points.MoveNext())
            holds = test(points.Current);
        result.SetBool(holds);
        return Status.Ok;
    }

    /// <summary>Whether some characters have a case and all of those have this one.</summary>
    private Status HasOnly(Machine machine, Func<int, bool> wanted, ref Value result)
    {
        if (!machine.Charge(units))
            return Status.Raised;
        var any = false;
        var holds = true;
        var points = new PointReader(Span, IsWide);
        while (holds && points.MoveNext())
        {
            var fits = wanted(points.Current);
            any |= fits;
            holds = fits || !UnicodeFacts.IsCased(points.Current);
        }
        result.SetBool(holds && any);
        return Status.Ok;
    }

    /// <summary>The code points of a text one after the other, without an array of them.</summary>
    private ref struct PointReader(ReadOnlySpan<char> text, bool wide)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int position;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (position == text.Length)
                return false;
            Current = wide ? CodePoints.At(text, position) : text[position];
            position += Current < CodePoints.FirstAstral ? 1 : 2;
            return true;
        }
    }
}
