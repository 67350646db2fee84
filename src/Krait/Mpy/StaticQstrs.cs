namespace Krait.Mpy;

/// <summary>The fixed list of strings that every v6 file may refer to by number.</summary>
internal static class StaticQstrs
{
    public static ReadOnlySpan<byte> Utf8(int index) => index == 0 ? default : "x"u8;
}
