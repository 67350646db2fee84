using System.Buffers;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>repr() of str and bytes.</summary>
internal static class StrRepr
{
    private static readonly SearchValues<char> plain = SearchValues.Create(
        " !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The str as a literal: in single quotes unless it contains some and no double ones.</summary>
    public static Status Quote(Machine machine, PyStr text, ref Value result)
    {
        var units = text.Span;
        if (units.IndexOfAnyExcept(plain) < 0)
        {
            if (!machine.Charge(units.Length, (units.Length + 2L) * sizeof(char)))
                return Status.Raised;
            var literal = new StrBuilder(machine);
            literal.Append('\'');
            literal.Append(units);
            literal.Append('\'');
            return literal.Finish(ref result);
        }
        var quote = units.Contains('\'') && !units.Contains('"') ? '"' : '\'';
        var builder = new StrBuilder(machine);
        builder.Append(quote);
        var points = new PointView(machine, text);
        for (var i = 0; i < points.Length && !builder.Failed; i++)
            AppendEscaped(ref builder, points[i], quote);
        builder.Append(quote);
        return builder.Finish(ref result);
    }

    /// <summary>ascii(value)</summary>
    public static Status Ascii(Machine machine, in Value value, ref Value result)
    {
        var status = Operations.Repr(machine, value, ref result);
        return status == Status.Ok ? EscapeNonAscii(machine, (PyStr)result.Object!, ref result) : status;
    }

    /// <summary>A repr with everything beyond ASCII escaped: what ascii() gives.</summary>
    public static Status EscapeNonAscii(Machine machine, PyStr text, ref Value result)
    {
        if (text.IsAscii)
        {
            result.SetObject(text);
            return Status.Ok;
        }
        var builder = new StrBuilder(machine);
        var points = new PointView(machine, text);
        for (var i = 0; i < points.Length && !builder.Failed; i++)
            if (points[i] < 128)
                builder.Append(points[i]);
            else
                AppendHex(ref builder, points[i]);
        return builder.Finish(ref result);
    }

    /// <summary>The bytes as a literal.</summary>
    public static Status Quote(Machine machine, ReadOnlySpan<byte> bytes, ref Value result)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var builder = new StrBuilder(machine);
        builder.Append('b');
        builder.Append(quote);
        for (var i = 0; i < bytes.Length && !builder.Failed; i++)
            if (bytes[i] < 127)
                AppendEscaped(ref builder, bytes[i], quote);
            else
                AppendHex(ref builder, bytes[i]);
        builder.Append(quote);
        return builder.Finish(ref result);
    }

    private static void AppendEscaped(ref StrBuilder builder, int point, char quote)
    {
        switch (point)
        {
            case '\n':
                builder.Append("\\n");
                break;
            case '\r':
                builder.Append("\\r");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            case '\\':
                builder.Append("\\\\");
                break;
            default:
                if (point == quote)
                    builder.Append('\\');
                if (UnicodeFacts.IsPrintable(point))
                    builder.Append(point);
                else
                    AppendHex(ref builder, point);
                break;
        }
    }

    /// <summary>\xhh, \uhhhh or \Uhhhhhhhh: the shortest that holds the code point.</summary>
    public static void AppendHex(ref StrBuilder builder, int point)
    {
        var digits = point switch { < 0x100 => 2, < CodePoints.FirstAstral => 4, _ => 8 };
        builder.Append('\\');
        builder.Append(digits switch { 2 => 'x', 4 => 'u', _ => 'U' });
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            builder.Append("0123456789abcdef"[point >> shift & 15]);
    }
}
