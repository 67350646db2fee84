namespace Krait.Compiler;

/// <summary>
/// The strings of more than ten bytes that the reference compiler has interned from the start. A literal with such
/// a text is loaded as a qstr, where another of its length would be an object. (Shorter ones always are qstrs.)
/// </summary>
internal static class PreinternedStrings
{
    static ReadOnlySpan<byte> Lines =>
        "\n__delitem__"u8 +
        "\n__getattr__"u8 +
        "\n__getitem__"u8 +
        "\n__qualname__"u8 +
        "\n__setitem__"u8 +
        "\nArithmeticError"u8 +
        "\nAssertionError"u8 +
        "\nAttributeError"u8 +
        "\nBaseException"u8 +
        "\nGeneratorExit"u8 +
        "\nImportError"u8 +
        "\nIndentationError"u8 +
        "\nKeyboardInterrupt"u8 +
        "\nLookupError"u8 +
        "\nMemoryError"u8 +
        "\nNotImplementedError"u8 +
        "\nOverflowError"u8 +
        "\nRuntimeError"u8 +
        "\nStopIteration"u8 +
        "\nSyntaxError"u8 +
        "\nZeroDivisionError"u8 +
        "\nclassmethod"u8 +
        "\nmicropython"u8 +
        "\nstaticmethod"u8 +
        "\nInterpolation"u8 +
        "\nStopAsyncIteration"u8 +
        "\nUnicodeError"u8 +
        "\nViperTypeError"u8 +
        "\n__build_class__"u8 +
        "\n__complex__"u8 +
        "\n__contains__"u8 +
        "\n__repl_print__"u8 +
        "\n__reversed__"u8 +
        "\n__template__"u8 +
        "\n__traceback__"u8 +
        "\nbound_method"u8 +
        "\ndifference_update"u8 +
        "\nformat_spec"u8 +
        "\nheap_unlock"u8 +
        "\ninterpolations"u8 +
        "\nintersection"u8 +
        "\nintersection_update"u8 +
        "\nmaximum recursion depth exceeded"u8 +
        "\nstring.templatelib"u8 +
        "\nsymmetric_difference"u8 +
        "\nsymmetric_difference_update"u8 +
        "\ntemplatelib"u8 +
        "\nunpack_from"u8 +
        "\nvcvt_f32_s32"u8 +
        "\nvcvt_s32_f32\n"u8;

    public static bool Contains(ReadOnlySpan<byte> text)
    {
        if (text.Length > 40 || text.Contains((byte)'\n'))
            return false;
        Span<byte> line = stackalloc byte[text.Length + 2];
        line[0] = line[^1] = (byte)'\n';
        text.CopyTo(line[1..]);
        return Lines.IndexOf(line) >= 0;
    }
}
