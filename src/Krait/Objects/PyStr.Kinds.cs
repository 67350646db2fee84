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
        var points = new PointView(machine, this);
        var holds = points.Length != 0 && UnicodeFacts.IsIdentifierStart(points[0]);
        for (var i = 1; holds && i < points.Length; i++)
        {
            holds = UnicodeFacts.IsIdentifierPart(points[i]);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
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
        var points = new PointView(machine, this);
        for (var i = 0; holds && i < points.Length; i++)
        {
            if (!machine.MayGoOn(i))
                return Status.Raised;
            var point = points[i];
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
        var points = new PointView(machine, this);
        for (var i = 0; holds && i < points.Length; i++)
        {
            holds = test(points[i]);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
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
        var points = new PointView(machine, this);
        for (var i = 0; holds && i < points.Length; i++)
        {
            if (!machine.MayGoOn(i))
                return Status.Raised;
            var fits = wanted(points[i]);
            any |= fits;
            holds = fits || !UnicodeFacts.IsCased(points[i]);
        }
        result.SetBool(holds && any);
        return Status.Ok;
    }
}
