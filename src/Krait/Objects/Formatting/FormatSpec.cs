using System.Globalization;
using System.Text;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects.Formatting;

/// <summary>
/// A parsed format specification, <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>: what stands
/// behind the colon in <c>f"{value:&gt;10}"</c>. The parts are the same for str, int, float and complex; each type
/// decides what it makes of them.
/// </summary>
/// <remarks>The folder's parts: this, which numbers use too; <c>StrFormat</c> applies it to a str; <c>FormatTemplate</c>
/// is str.format(); <c>PercentFormat</c> the operator %, with <c>PercentNumbers</c> for what it asks of values.</remarks>
internal readonly struct FormatSpec
{
    /// <summary>The character that fills up to <see cref="Width"/>, as a code point.</summary>
    public int Fill { get; private init; }

    /// <summary>One of <c>&lt; &gt; ^ =</c>.</summary>
    public char Align { get; private init; }

    /// <summary>One of <c>+ -</c> and space, or 0 when none is given.</summary>
    public char Sign { get; private init; }

    /// <summary>Whether <c>#</c> asks for the alternate form.</summary>
    public bool Alternate { get; private init; }

    /// <summary>Whether <c>z</c> makes a negative zero positive.</summary>
    public bool CoerceNegativeZero { get; private init; }

    /// <summary>Whether the 0 in front of the width set the fill.</summary>
    public bool ZeroPad { get; private init; }

    /// <summary>The least number of characters; -1 when none is given.</summary>
    public int Width { get; private init; }

    /// <summary><c>,</c> or <c>_</c>, or 0 when digits are not grouped.</summary>
    public char Grouping { get; private init; }

    /// <summary>The precision; -1 when none is given.</summary>
    public int Precision { get; private init; }

    /// <summary>The presentation type as a code point, or the default that was handed in.</summary>
    public int Type { get; private init; }

    /// <summary>Parses a specification. False: a ValueError is pending.</summary>
    /// <param name="machine">Where errors are raised.</param>
    /// <param name="text">The specification.</param>
    /// <param name="typeName">The name of the type that is formatted, for messages.</param>
    /// <param name="defaultType">The presentation type when none is given: 's', 'd', or 0 for float and complex.</param>
    /// <param name="defaultAlign">The alignment when none is given: &lt; for text, &gt; for numbers.</param>
    /// <param name="spec">The parts.</param>
    public static bool TryParse(Machine machine, string text, string typeName, char defaultType, char defaultAlign, out FormatSpec spec)
    {
        spec = default;
        var reader = new Reader(text);
        var fill = (int)' ';
        var align = defaultAlign;
        var fillGiven = false;
        var alignGiven = true;
        if (IsAlign(reader.Second))
        {
            fill = reader.Take();
            align = (char)reader.Take();
            fillGiven = true;
        }
        else if (IsAlign(reader.First))
            align = (char)reader.Take();
        else
            alignGiven = false;

        var sign = reader.First is '+' or '-' or ' ' ? (char)reader.Take() : '\0';
        var coerce = reader.TakeIf('z');
        var alternate = reader.TakeIf('#');
        var zeroPad = !fillGiven && reader.TakeIf('0');
        if (zeroPad)
        {
            fill = '0';
            if (!alignGiven && defaultAlign == '>')
                align = '=';
        }
        if (!reader.TakeNumber(machine, out var width))
            return false;
        if (!TakeGrouping(machine, ref reader, out var grouping))
            return false;
        var precision = -1;
        if (reader.TakeIf('.'))
        {
            if (!reader.TakeNumber(machine, out precision))
                return false;
            if (precision < 0)
                return Fail(machine, "Format specifier missing precision");
        }
        var type = (int)defaultType;
        if (reader.First >= 0)
            type = reader.Take();
        if (reader.First >= 0)
            return Fail(machine, $"Invalid format specifier '{text}' for object of type '{typeName}'");
        if (grouping != 0 && !MayGroup(grouping, type))
            return Fail(machine, $"Cannot specify '{grouping}' with '{Show(type)}'.");
        spec = new FormatSpec
        {
            Fill = fill,
            Align = align,
            Sign = sign,
            Alternate = alternate,
            CoerceNegativeZero = coerce,
            ZeroPad = zeroPad,
            Width = width,
            Grouping = grouping,
            Precision = precision,
            Type = type,
        };
        return true;
    }

    /// <summary>The ValueError of a presentation type that a type of object does not know.</summary>
    public Status RaiseUnknownType(Machine machine, string typeName) =>
        machine.Raise(Types.ValueError, $"Unknown format code '{Show(Type)}' for object of type '{typeName}'");

    /// <summary>Fills <paramref name="text"/> up to the width and writes the str.</summary>
    /// <param name="machine">The machine to charge.</param>
    /// <param name="text">The formatted value.</param>
    /// <param name="prefix">How many characters of it (sign, 0x) stay in front of the filling when <see cref="Align"/>
    /// is <c>=</c>.</param>
    /// <param name="result">Where the str goes.</param>
    public Status Pad(Machine machine, string text, int prefix, ref Value result) =>
        Pad(machine, PyStr.From(text), prefix, ref result);

    /// <inheritdoc cref="Pad(Machine, string, int, ref Value)"/>
    public Status Pad(Machine machine, PyStr text, int prefix, ref Value result)
    {
        var filling = Width - text.Count;
        if (filling <= 0)
            return text.Str(machine, ref result);
        var left = Align switch
        {
            '<' => 0,
            '^' => filling / 2,
            _ => filling,
        };
        var head = Align == '=' ? prefix : 0;
        var builder = new StrBuilder(machine);
        builder.Reserve(text.Span.Length + (long)filling * (Fill < CodePoints.FirstAstral ? 1 : 2));
        builder.Append(text.Span[..head]);
        builder.Fill(Fill, left);
        if (head == 0)
            builder.Append(text);
        else
            builder.Append(text.Span[head..]);
        builder.Fill(Fill, filling - left);
        return builder.Finish(ref result);
    }

    private static bool IsAlign(int character) => character is '<' or '>' or '^' or '=';

    private static bool TakeGrouping(Machine machine, ref Reader reader, out char grouping)
    {
        grouping = reader.TakeIf(',') ? ',' : '\0';
        if (reader.First == '_')
        {
            if (grouping != 0)
                return Fail(machine, "Cannot specify both ',' and '_'.");
            grouping = (char)reader.Take();
        }
        return !(grouping == '_' && reader.First == ',') || Fail(machine, "Cannot specify both ',' and '_'.");
    }

    private static bool MayGroup(char grouping, int type) => type switch
    {
        'd' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' or 0 => true,
        'b' or 'o' or 'x' or 'X' => grouping == '_',
        _ => false,
    };

    private static string Show(int type) => type is > 32 and < 128 ? ((char)type).ToString() : $"\\x{type:x}";

    private static bool Fail(Machine machine, string message)
    {
        machine.Raise(Types.ValueError, message);
        return false;
    }

    /// <summary>Reads a specification code point by code point; -1 is the end.</summary>
    private ref struct Reader(string text)
    {
        private int position;

        public readonly int First => CodePoints.At(text, position);

        public readonly int Second => CodePoints.At(text, position + (First > 0xffff ? 2 : 1));

        public int Take()
        {
            var taken = First;
            position += taken > 0xffff ? 2 : 1;
            return taken;
        }

        public bool TakeIf(char wanted)
        {
            if (First != wanted)
                return false;
            position++;
            return true;
        }

        /// <summary>Digits of any script, at most int.MaxValue (which no allocation allows); -1 when there are none. False: a
        /// ValueError is pending.</summary>
        public bool TakeNumber(Machine machine, out int number)
        {
            number = -1;
            long total = 0;
            while (First is var next && next >= 0 && Digit(next) is var digit && digit >= 0)
            {
                Take();
                if (total > (long.MaxValue - digit) / 10)
                    return Fail(machine, "Too many decimal digits in format string");
                total = total * 10 + digit;
                number = (int)Math.Min(total, int.MaxValue);
            }
            return true;
        }

        private static int Digit(int character) => character switch
        {
            >= '0' and <= '9' => character - '0',
            > 127 when Rune.IsValid(character) => CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(character), 0),
            _ => -1,
        };
    }
}
