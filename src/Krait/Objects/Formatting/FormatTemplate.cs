using System.Text;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects.Formatting;

/// <summary>
/// str.format() and str.format_map(): copies the text of a template and puts values in place of its
/// <c>{name!conversion:specification}</c> fields. Specifications may contain fields of their own, one level deep.
/// </summary>
internal ref struct FormatTemplate
{
    private const int DeepestField = 2;

    private readonly Machine machine;
    private readonly string template;
    private readonly bool isSplit;
    private readonly Arguments arguments;

    /// <summary>What format_map() looks names up in; null for format().</summary>
    private readonly Value mapping;

    private Numbering numbering;
    private int nextNumber;

    /// <summary>template.format(arguments)</summary>
    public FormatTemplate(Machine machine, PyStr template, Arguments arguments)
    {
        this.machine = machine;
        this.template = template.Text;
        isSplit = template.IsSplit;
        this.arguments = arguments;
    }

    /// <summary>template.format_map(mapping)</summary>
    public FormatTemplate(Machine machine, PyStr template, in Value mapping)
        : this(machine, template, default(Arguments))
    {
        this.mapping = mapping;
    }

    /// <summary>Whether fields are numbered by themselves or by the template.</summary>
    private enum Numbering : byte
    {
        Unknown,
        Automatic,
        Manual,
    }

    /// <summary>Writes the str.</summary>
    public Status Run(ref Value result)
    {
        var output = new StrBuilder(machine);
        return machine.Charge(template.Length) && Expand(0, template.Length, DeepestField, ref output)
            ? output.Finish(ref result)
            : Status.Raised;
    }

    /// <summary>Expands a part of the template.</summary>
    private bool Expand(int position, int end, int depth, ref StrBuilder output)
    {
        if (depth == 0)
            return Fail("Max string recursion exceeded");
        while (position < end && !output.Failed)
        {
            var brace = template.AsSpan(position, end - position).IndexOfAny('{', '}');
            if (brace < 0)
            {
                AppendLiteral(position, end, ref output);
                return true;
            }
            brace += position;
            var character = template[brace];
            var doubled = brace + 1 < end && template[brace + 1] == character;
            if (!doubled && character == '}')
                return Fail("Single '}' encountered in format string");
            if (!doubled && brace + 1 == end)
                return Fail("Single '{' encountered in format string");
            AppendLiteral(position, doubled ? brace + 1 : brace, ref output);
            position = doubled ? brace + 2 : brace + 1;
            if (doubled)
                continue;
            if (!TryParse(ref position, end, out var field) || !Render(field, depth, ref output))
                return false;
        }
        return !output.Failed;
    }

    private readonly void AppendLiteral(int start, int end, ref StrBuilder output)
    {
        if (!isSplit)
            output.Append(template.AsSpan(start, end - start));
        else
            foreach (var unit in template.AsSpan(start, end - start))
                output.Append(unit);
    }

    /// <summary>Reads a field from behind its opening brace to behind its closing one.</summary>
    private readonly bool TryParse(ref int position, int end, out Field field)
    {
        field = new Field { NameStart = position };
        var terminator = '\0';
        while (position < end && terminator == '\0')
        {
            switch (template[position++])
            {
                case '{':
                    return Fail("unexpected '{' in field name");
                case '[':
                    while (position < end && template[position] != ']')
                        position++;
                    break;
                case '}' or ':' or '!':
                    terminator = template[position - 1];
                    break;
            }
        }
        field.NameEnd = position - 1;
        if (terminator == '}')
            return true;
        if (terminator == '\0')
            return Fail("expected '}' before end of string");
        if (terminator == '!')
        {
            if (position >= end)
                return Fail("end of string while looking for conversion specifier");
            field.Conversion = CodePoints.At(template, position);
            position += field.Conversion < CodePoints.FirstAstral ? 1 : 2;
            if (position < end)
            {
                var next = template[position++];
                if (next == '}')
                    return true;
                if (next != ':')
                    return Fail("expected ':' after conversion specifier");
            }
        }
        field.SpecStart = position;
        for (var open = 1; position < end; position++)
        {
            open += template[position] switch { '{' => 1, '}' => -1, _ => 0 };
            field.HasNested |= template[position] == '{';
            if (open > 0)
                continue;
            field.SpecEnd = position++;
            return true;
        }
        return Fail("unmatched '{' in format spec");
    }

    private bool Render(in Field field, int depth, ref StrBuilder output)
    {
        Value value = default;
        if (!TryGetValue(template.AsSpan(field.NameStart..field.NameEnd), ref value) || !Convert(field.Conversion, ref value))
            return false;
        var specification = template[field.SpecStart..field.SpecEnd];
        if (field.HasNested)
        {
            var nested = new StrBuilder(machine);
            if (!Expand(field.SpecStart, field.SpecEnd, depth - 1, ref nested))
                return false;
            specification = nested.Units.ToString();
        }
        Value text = default;
        if (Operations.Format(machine, value, specification, ref text) != Status.Ok)
            return false;
        output.Append((PyStr)text.Object!);
        return !output.Failed;
    }

    private readonly bool Convert(int conversion, ref Value value)
    {
        Value converted = default;
        var status = conversion switch
        {
            0 => Status.Stop,
            'r' => Operations.Repr(machine, value, ref converted),
            's' => Operations.Str(machine, value, ref converted),
            'a' => StrRepr.Ascii(machine, value, ref converted),
            > 32 and < 127 => machine.Raise(Types.ValueError, $"Unknown conversion specifier {(char)conversion}"),
            _ => machine.Raise(Types.ValueError, $"Unknown conversion specifier \\x{conversion:x}"),
        };
        if (status == Status.Ok)
            value = converted;
        return status != Status.Raised;
    }

    /// <summary>The value that <c>first.attribute[item]…</c> names.</summary>
    private bool TryGetValue(ReadOnlySpan<char> name, ref Value value)
    {
        var length = name.IndexOfAny('.', '[');
        var first = length < 0 ? name : name[..length];
        var rest = name[first.Length..];
        if (!TryGetNumber(first, out var index) || !TryNumberField(first.IsEmpty, ref index))
            return false;
        if (!(index < 0 ? TryGetNamed(first, ref value) : TryGetNumbered(index, ref value)))
            return false;
        while (!rest.IsEmpty)
        {
            var isItem = rest[0] == '[';
            if (!isItem && rest[0] != '.')
                return Fail("Only '.' or '[' may follow ']' in format field specifier");
            rest = rest[1..];
            length = isItem ? rest.IndexOf(']') : rest.IndexOfAny('.', '[');
            if (isItem && length < 0)
                return Fail("Missing ']' in format string");
            var part = length < 0 ? rest : rest[..length];
            rest = rest[(part.Length + (isItem ? 1 : 0))..];
            if (part.IsEmpty)
                return Fail("Empty attribute in format string");
            if (!Follow(part, isItem, ref value))
                return false;
        }
        return true;
    }

    /// <summary>Decides by which number a field without a name goes.</summary>
    private bool TryNumberField(bool isEmpty, ref long index)
    {
        if (!isEmpty && index < 0)
            return true;
        var wanted = isEmpty ? Numbering.Automatic : Numbering.Manual;
        if (numbering == Numbering.Unknown)
            numbering = wanted;
        if (numbering != wanted)
            return Fail(isEmpty
                ? "cannot switch from manual field specification to automatic field numbering"
                : "cannot switch from automatic field numbering to manual field specification");
        if (isEmpty)
            index = nextNumber++;
        return true;
    }

    private readonly bool TryGetNamed(ReadOnlySpan<char> name, ref Value value)
    {
        var key = Value.Of(PyStr.From(name.ToString()));
        if (!mapping.IsNull)
            return Operations.GetItem(machine, mapping, key, ref value) == Status.Ok;
        for (var i = 0; i < arguments.Keywords; i++)
        {
            if (!arguments.KeywordName(i).Span.SequenceEqual(name))
                continue;
            value = arguments.KeywordValue(i);
            return true;
        }
        machine.Raise(Types.KeyError, key);
        return false;
    }

    private readonly bool TryGetNumbered(long index, ref Value value)
    {
        if (!mapping.IsNull)
            return Fail("Format string contains positional fields");
        if (index >= arguments.Positional)
        {
            machine.Raise(Types.IndexError, $"Replacement index {index} out of range for positional args tuple");
            return false;
        }
        value = arguments[(int)index];
        return true;
    }

    private readonly bool Follow(ReadOnlySpan<char> part, bool isItem, ref Value value)
    {
        Value found = default;
        Status status;
        if (!isItem)
            status = Attributes.Get(machine, value, machine.Interned.Get(part.ToString()), ref found);
        else if (TryGetNumber(part, out var index))
            status = Operations.GetItem(machine, value, index < 0 ? Value.Of(PyStr.From(part.ToString())) : Value.Int(index), ref found);
        else
            return false;
        value = found;
        return status == Status.Ok;
    }

    /// <summary>Digits as a number; -1 for what is not all digits. False: there are too many.</summary>
    private readonly bool TryGetNumber(ReadOnlySpan<char> text, out long number)
    {
        number = text.IsEmpty ? -1 : 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var digit = UnicodeFacts.IsDecimal(rune.Value) ? (int)Rune.GetNumericValue(rune) : -1;
            if (digit < 0)
            {
                number = -1;
                return true;
            }
            if (number > (long.MaxValue - digit) / 10)
                return Fail("Too many decimal digits in format string");
            number = number * 10 + digit;
        }
        return true;
    }

    private readonly bool Fail(string message)
    {
        machine.Raise(Types.ValueError, message);
        return false;
    }

    /// <summary>A field's parts, as positions in the template.</summary>
    private struct Field
    {
        public int NameStart;
        public int NameEnd;
        public int SpecStart;
        public int SpecEnd;

        /// <summary>The character behind the exclamation mark, or 0.</summary>
        public int Conversion;

        /// <summary>Whether the specification contains fields.</summary>
        public bool HasNested;
    }
}
