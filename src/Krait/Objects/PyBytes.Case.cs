using System.Text;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>Case and kinds of characters: of ASCII alone.</content>
internal partial class PyBytes
{
    [PyFunction("upper")]
    internal Status Upper(Machine machine, ref Value result) => Map(machine, static (value, _) => ToUpper(value), ref result);

    [PyFunction("lower")]
    internal Status Lower(Machine machine, ref Value result) => Map(machine, static (value, _) => ToLower(value), ref result);

    [PyFunction("swapcase")]
    internal Status SwapCase(Machine machine, ref Value result) =>
        Map(machine, static (value, _) => IsUpper(value) ? ToLower(value) : ToUpper(value), ref result);

    [PyFunction("title")]
    internal Status Title(Machine machine, ref Value result) =>
        Map(machine, static (value, before) => IsLetter(before) ? ToLower(value) : ToUpper(value), ref result);

    [PyFunction("capitalize")]
    internal Status Capitalize(Machine machine, ref Value result)
    {
        var status = Lower(machine, ref result);
        if (status != Status.Ok || Count == 0)
            return status;
        var capitalized = machine.NewUninitialized<byte>(Count);
        if (capitalized is null || !machine.TryCopy(((PyBytes)result.Object!).Span, capitalized))
            return Status.Raised;
        capitalized[0] = ToUpper(capitalized[0]);
        result.SetObject(Adopt(capitalized));
        return Status.Ok;
    }

    [PyFunction("isalpha")]
    internal Status IsAlpha(Machine machine, ref Value result) => All(machine, IsLetter, ref result);

    [PyFunction("isalnum")]
    internal Status IsAlnum(Machine machine, ref Value result) => All(machine, static value => IsLetter(value) || IsDigit(value), ref result);

    [PyFunction("isdigit")]
    internal Status IsDigitMethod(Machine machine, ref Value result) => All(machine, IsDigit, ref result);

    [PyFunction("isspace")]
    internal Status IsSpace(Machine machine, ref Value result) => All(machine, ByteUnits.IsSpace, ref result);

    [PyFunction("isascii")]
    internal Status IsAscii(Machine machine, ref Value result)
    {
        result.SetBool(Ascii.IsValid(Span));
        return machine.Charge(Count) ? Status.Ok : Status.Raised;
    }

    [PyFunction("islower")]
    internal Status IsLower(Machine machine, ref Value result)
    {
        result.SetBool(Span.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0 && Span.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0);
        return machine.Charge(Count) ? Status.Ok : Status.Raised;
    }

    [PyFunction("isupper")]
    internal Status IsUpper(Machine machine, ref Value result)
    {
        result.SetBool(Span.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0 && Span.IndexOfAnyInRange((byte)'a', (byte)'z') < 0);
        return machine.Charge(Count) ? Status.Ok : Status.Raised;
    }

    [PyFunction("istitle")]
    internal Status IsTitle(Machine machine, ref Value result)
    {
        if (!machine.Charge(Count))
            return Status.Raised;
        var any = false;
        var holds = true;
        byte before = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!machine.MayGoOn(i))
                return Status.Raised;
            var value = Span[i];
            any |= IsLetter(value);
            holds &= !IsLetter(value) || IsUpper(value) != IsLetter(before);
            before = value;
        }
        result.SetBool(any && holds);
        return Status.Ok;
    }

    private static bool IsUpper(byte value) => char.IsAsciiLetterUpper((char)value);

    private static bool IsLetter(byte value) => char.IsAsciiLetter((char)value);

    private static bool IsDigit(byte value) => char.IsAsciiDigit((char)value);

    private static byte ToUpper(byte value) => char.IsAsciiLetterLower((char)value) ? (byte)(value - 32) : value;

    private static byte ToLower(byte value) => IsUpper(value) ? (byte)(value + 32) : value;

    /// <summary>Maps each byte, given the one in front of it.</summary>
    private Status Map(Machine machine, Func<byte, byte, byte> map, ref Value result)
    {
        var mapped = machine.NewUninitialized<byte>(Count);
        if (mapped is null)
            return Status.Raised;
        byte before = 0;
        for (var i = 0; i < mapped.Length; i++)
        {
            if (!machine.MayGoOn(i))
                return Status.Raised;
            mapped[i] = map(Span[i], before);
            before = Span[i];
        }
        result.SetObject(Adopt(mapped));
        return Status.Ok;
    }

    private Status All(Machine machine, Func<byte, bool> test, ref Value result)
    {
        if (!machine.Charge(Count))
            return Status.Raised;
        var holds = Count != 0;
        for (var i = 0; holds && i < Count; i++)
        {
            holds = test(Span[i]);
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        result.SetBool(holds);
        return Status.Ok;
    }
}
