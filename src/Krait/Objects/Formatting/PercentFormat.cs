using System.Numerics;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects.Formatting;

/// <summary>
/// The operator % of str and bytes: <c>%(key)flags width.precision type</c>. For bytes the template is read as Latin-1
/// and the result written as such, so that both share one engine.
/// </summary>
internal ref struct PercentFormat
{
    private readonly Machine machine;
    private readonly PyStr template;
    private readonly ReadOnlySpan<char> text;
    private readonly bool isBytes;
    private readonly Value mapping;
    private StrBuilder output;

    /// <summary>What the conversions consume: a tuple's items, or one value.</summary>
    private Value[] values;
    private int next;
    private int position;

    private PercentFormat(Machine machine, PyStr template, in Value arguments, bool isBytes)
    {
        this.machine = machine;
        this.template = template;
        this.isBytes = isBytes;
        text = template.Span;
        output = new StrBuilder(machine);
        values = arguments.Object is PyTuple tuple ? tuple.Items : [arguments];
        if (IsMapping(machine, arguments))
            mapping = arguments;
    }

    /// <summary>template % arguments</summary>
    public static Status Apply(Machine machine, PyStr template, in Value arguments, ref Value result)
    {
        var format = new PercentFormat(machine, template, arguments, isBytes: false);
        return machine.Charge(format.text.Length) && format.Run() ? format.output.Finish(ref result) : Status.Raised;
    }

    /// <summary>template % arguments</summary>
    public static Status Apply(Machine machine, PyBytes template, in Value arguments, ref Value result)
    {
        Value decoded = default;
        if (StrCodec.Decode(machine, template, "latin-1", null, ref decoded) != Status.Ok)
            return Status.Raised;
        var format = new PercentFormat(machine, (PyStr)decoded.Object!, arguments, isBytes: true);
        return format.Run() && format.output.Finish(ref decoded) == Status.Ok
            ? StrCodec.Encode(machine, (PyStr)decoded.Object!, "latin-1", null, ref result)
            : Status.Raised;
    }

    /// <summary>Text is subscriptable but holds no keys.</summary>
    private static bool IsMapping(Machine machine, in Value arguments) =>
        arguments.Object is PyObject item and not (PyTuple or PyStr or PyBytes)
        && (item is PyDict || item.Type.Lookup(machine, machine.Names[Special.GetItem], out _));

    private bool Run()
    {
        while (position < text.Length && !output.Failed)
        {
            var percent = text[position..].IndexOf('%');
            var literal = percent < 0 ? text[position..] : text.Slice(position, percent);
            AppendLiteral(literal);
            position += literal.Length + 1;
            if (percent >= 0 && !Convert())
                return false;
        }
        return output.Failed || next >= values.Length || !mapping.IsNull || AllConverted();
    }

    private readonly bool AllConverted()
    {
        machine.Raise(Types.TypeError, $"not all arguments converted during {(isBytes ? "bytes" : "string")} formatting");
        return false;
    }

    private void AppendLiteral(ReadOnlySpan<char> literal)
    {
        if (!template.IsSplit)
            output.Append(literal);
        else
            foreach (var unit in literal)
                output.Append(unit);
    }

    /// <summary>One conversion, from behind its percent sign.</summary>
    private bool Convert()
    {
        if (Current == '%')
        {
            position++;
            output.Append('%');
            return true;
        }
        if (Current == '(' && !TakeKey())
            return false;
        var item = new PercentItem();
        TakeFlags(ref item);
        if (!TakeSize(ref item.Width, isPrecision: false, ref item))
            return false;
        if (Current == '.')
        {
            position++;
            item.Precision = 0;
            if (!TakeSize(ref item.Precision, isPrecision: true, ref item))
                return false;
        }
        if (Current is 'h' or 'l' or 'L' || (isBytes && Current == 'z'))
            position++;
        if (Current < 0)
            return Fail(Types.ValueError, "incomplete format");
        item.Type = Current;
        item.Position = position;
        position += item.Type < CodePoints.FirstAstral ? 1 : 2;
        return TryNext(out var value) && Render(item, value);
    }

    private readonly int Current => CodePoints.At(text, position);

    /// <summary>A key in parentheses, which may nest: its value is what this conversion consumes.</summary>
    private bool TakeKey()
    {
        if (mapping.IsNull)
            return Fail(Types.TypeError, "format requires a mapping");
        var start = ++position;
        for (var open = 1; open > 0; position++)
        {
            if (position >= text.Length)
                return Fail(Types.ValueError, "incomplete format key");
            open += text[position] switch { '(' => 1, ')' => -1, _ => 0 };
        }
        var name = PyStr.From(text[start..(position - 1)].ToString());
        Value key = Value.Of(name), value = default;
        if (isBytes && StrCodec.Encode(machine, name, "latin-1", null, ref key) != Status.Ok)
            return false;
        if (Operations.GetItem(machine, mapping, key, ref value) != Status.Ok)
            return false;
        values = [value];
        next = 0;
        return true;
    }

    private void TakeFlags(ref PercentItem item)
    {
        for (; ; position++)
        {
            switch (Current)
            {
                case '-':
                    item.IsLeft = true;
                    break;
                case '+':
                    item.ShowsSign = true;
                    break;
                case ' ':
                    item.ShowsBlank = true;
                    break;
                case '#':
                    item.IsAlternate = true;
                    break;
                case '0':
                    item.IsZeroFilled = true;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>A width or a precision: digits, or a star for one of the arguments.</summary>
    private bool TakeSize(ref int size, bool isPrecision, ref PercentItem item)
    {
        if (Current == '*')
        {
            position++;
            if (!TryNext(out var value))
                return false;
            if (!Numbers.IsInt(value))
                return Fail(Types.TypeError, "* wants int");
            var number = value.Bits;
            if (value.Object is PyInt || (isPrecision && number != (int)number))
                return Fail(Types.OverflowError, $"Python int too large to convert to C {(isPrecision ? "int" : "ssize_t")}");
            item.IsLeft |= !isPrecision && number < 0;
            size = (int)Math.Min(isPrecision ? Math.Max(number, 0) : Math.Abs(Math.Max(number, -long.MaxValue)), int.MaxValue);
            return true;
        }
        var limit = isPrecision ? int.MaxValue : long.MaxValue;
        long total = 0;
        for (; Current is >= '0' and <= '9'; position++)
        {
            var digit = Current - '0';
            if (total > (limit - digit) / 10)
                return Fail(Types.ValueError, isPrecision ? isBytes ? "prec too big" : "precision too big" : "width too big");
            total = total * 10 + digit;
            size = (int)Math.Min(total, int.MaxValue);
        }
        return true;
    }

    private bool TryNext(out Value value)
    {
        value = next < values.Length ? values[next] : default;
        return next++ < values.Length || Fail(Types.TypeError, "not enough arguments for format string");
    }

    private bool Render(in PercentItem item, in Value value)
    {
        switch (item.Type)
        {
            case 's' or 'r' or 'a':
            case 'b' when isBytes:
                return RenderText(item, value);
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o':
                return PercentNumbers.TryInt(machine, item, value, isBytes, out var digits) && RenderNumber(item, digits, isFloat: false);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                return PercentNumbers.TryFloat(machine, item, value, isBytes, out var real) && RenderNumber(item, real, isFloat: true);
            case 'c':
                return PercentNumbers.TryCharacter(machine, value, isBytes, out var point) && RenderPadded(item, PyStr.FromPoint(point));
            default:
                var shown = isBytes || item.Type is >= 31 and <= 126 ? (char)item.Type : '?';
                var index = CodePoints.Count(text[..item.Position]);
                return Fail(Types.ValueError, $"unsupported format character '{shown}' (0x{item.Type:x}) at index {index}");
        }
    }

    private bool RenderText(in PercentItem item, in Value value)
    {
        Value result = default;
        var status = item.Type switch
        {
            's' or 'b' when isBytes => PercentNumbers.BytesText(machine, value, ref result),
            's' => Operations.Str(machine, value, ref result),
            'r' when !isBytes => Operations.Repr(machine, value, ref result),
            _ => StrRepr.Ascii(machine, value, ref result),
        };
        if (status != Status.Ok)
            return false;
        var shown = (PyStr)result.Object!;
        if (item.Precision >= 0 && item.Precision < shown.Count)
        {
            if (shown.GetSlice(machine, 0, 1, item.Precision, ref result) != Status.Ok)
                return false;
            shown = (PyStr)result.Object!;
        }
        return RenderPadded(item, shown);
    }

    private bool RenderPadded(in PercentItem item, PyStr shown)
    {
        var filling = (long)item.Width - shown.Count;
        if (!item.IsLeft)
            output.Fill(' ', filling);
        output.Append(shown);
        if (item.IsLeft)
            output.Fill(' ', filling);
        return !output.Failed;
    }

    /// <summary>Sign, prefix, filling, digits, or filling first when it is made of spaces.</summary>
    private bool RenderNumber(in PercentItem item, ReadOnlySpan<char> number, bool isFloat)
    {
        ReadOnlySpan<char> sign = number[0] == '-' ? "-" : item.ShowsSign ? "+" : item.ShowsBlank ? " " : "";
        var digits = number[0] == '-' ? number[1..] : number;
        var prefix = item.IsAlternate && !isFloat && item.Type is 'x' or 'X' or 'o' && digits.Length > 1 ? digits[..2] : default;
        digits = digits[prefix.Length..];
        var zeros = isFloat ? 0 : Math.Max(0, (long)item.Precision - digits.Length);
        var filling = item.Width - (sign.Length + prefix.Length + zeros + digits.Length);
        if (!item.IsLeft && !item.IsZeroFilled)
            output.Fill(' ', filling);
        output.Append(sign);
        output.Append(prefix);
        if (!item.IsLeft && item.IsZeroFilled)
            output.Fill('0', filling);
        output.Fill('0', zeros);
        output.Append(digits);
        if (item.IsLeft)
            output.Fill(' ', filling);
        return !output.Failed;
    }

    private readonly bool Fail(PyType type, string message)
    {
        machine.Raise(type, message);
        return false;
    }
}

/// <summary>What stands between a percent sign and its type, and the type.</summary>
internal struct PercentItem()
{
    public int Width = -1;
    public int Precision = -1;
    public int Type;

    /// <summary>Where the type stands in the template.</summary>
    public int Position;
    public bool IsLeft;
    public bool ShowsSign;
    public bool ShowsBlank;
    public bool IsAlternate;
    public bool IsZeroFilled;
}
