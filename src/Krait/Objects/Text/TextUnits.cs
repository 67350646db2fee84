using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>
/// What the algorithms of text need to know of its unit: <c>char</c> for narrow str, <c>int</c> (code points) for wide
/// str, <c>byte</c> for bytes. Each algorithm is written once and compiled for the three.
/// </summary>
/// <remarks>The folder's parts: <c>TextSearch</c>, <c>TextSplit</c>, <c>TextSlices</c> and <c>TextLayout</c> are those
/// algorithms; <c>CodePoints</c>, <c>UnicodeFacts</c> and <c>CaseMapping</c> know characters; <c>StrBuilder</c>,
/// <c>ByteBuilder</c> and <c>StrBuffer</c> put texts together; <c>StrCodec</c> with <c>TextEncoder</c> and
/// <c>TextDecoder</c> goes between str and bytes; <c>StrRepr</c> and <c>BytesHex</c> show them.</remarks>
internal interface ITextUnits<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>Writes the object with a copy of these units. Small ones are shared. The caller has charged for it.</summary>
    static abstract Status Copy(Machine machine, ReadOnlySpan<T> units, ref Value result);

    /// <summary>Writes the object with these units, of which the array may become part. The caller has charged for it.</summary>
    static abstract Status Adopt(Machine machine, T[] units, ref Value result);

    /// <summary>The unit of an ASCII character.</summary>
    static abstract T Ascii(char character);

    /// <summary>Whether split() and strip() take the unit for white space.</summary>
    static abstract bool IsSpace(T unit);

    /// <summary>Whether splitlines() ends a line at the unit.</summary>
    static abstract bool IsLineBreak(T unit);
}

/// <summary>UTF-16 units that each are a code point.</summary>
internal readonly struct NarrowUnits : ITextUnits<char>
{
    public static Status Copy(Machine machine, ReadOnlySpan<char> units, ref Value result)
    {
        if (units.Length > 1)
        {
            if (CodePoints.TryCopy(machine, units) is not { } text)
                return Status.Raised;
            result.SetObject(PyStr.FromUnits(text));
        }
        else
            result.SetObject(units.IsEmpty ? machine.Interned.Empty : machine.Interned.Character(units[0]));
        return Status.Ok;
    }

    public static Status Adopt(Machine machine, char[] units, ref Value result) => Copy(machine, units, ref result);

    public static char Ascii(char character) => character;

    public static bool IsSpace(char unit) => UnicodeFacts.IsSpace(unit);

    public static bool IsLineBreak(char unit) => UnicodeFacts.IsLineBreak(unit);
}

/// <summary>Code points.</summary>
internal readonly struct WideUnits : ITextUnits<int>
{
    public static Status Copy(Machine machine, ReadOnlySpan<int> units, ref Value result)
    {
        if (units.Length > 1)
        {
            if (PyStr.FromPoints(machine, units) is not { } text)
                return Status.Raised;
            result.SetObject(text);
            return Status.Ok;
        }
        result.SetObject(units.IsEmpty ? machine.Interned.Empty : machine.Interned.Character(units[0]));
        return Status.Ok;
    }

    public static Status Adopt(Machine machine, int[] units, ref Value result) => Copy(machine, units, ref result);

    public static int Ascii(char character) => character;

    public static bool IsSpace(int unit) => UnicodeFacts.IsSpace(unit);

    public static bool IsLineBreak(int unit) => UnicodeFacts.IsLineBreak(unit);
}

/// <summary>Bytes: ASCII is what has a meaning.</summary>
internal readonly struct ByteUnits : ITextUnits<byte>
{
    public static Status Copy(Machine machine, ReadOnlySpan<byte> units, ref Value result) => PyBytes.Copy(machine, units, ref result);

    public static Status Adopt(Machine machine, byte[] units, ref Value result)
    {
        result.SetObject(PyBytes.Adopt(units));
        return Status.Ok;
    }

    public static byte Ascii(char character) => (byte)character;

    public static bool IsSpace(byte unit) => unit is (byte)' ' or >= 9 and <= 13;

    public static bool IsLineBreak(byte unit) => unit is (byte)'\n' or (byte)'\r';
}
