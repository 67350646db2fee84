using System.Globalization;
using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Strings;

/// <summary>Reads Python literals as the vectors write them: numbers, str and bytes in single or double quotes with
/// escapes, tuples, lists, dicts, names of types.</summary>
internal sealed class Literals(Machine machine, string text)
{
    private int position;

    /// <summary>The value of a literal.</summary>
    public static Value Read(Machine machine, string text)
    {
        var literals = new Literals(machine, text);
        var value = literals.Value();
        Assert.Equal(text.Length, literals.position);
        return value;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    private Value Value()
    {
        while (Current == ' ')
            position++;
        switch (Current)
        {
            case '(':
                return Core.Value.Of(new PyTuple([.. Items(')')]));
            case '[':
                return Core.Value.Of(PyList.From(machine, Items(']').ToArray())!);
            case '{':
                return Core.Value.Of(Dictionary());
            case '\'' or '"':
                return Core.Value.Of(PyStr.FromPoints(machine, Quoted().ToArray())!);
            case 'b' when text[position + 1] is '\'' or '"':
                position++;
                return Core.Value.Of(PyBytes.Adopt(Quoted().Select(point => (byte)point).ToArray()));
        }
        var start = position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '-' or '.' or '+' or '_')
            position++;
        return text[start..position] switch
        {
            "None" => Core.Value.None,
            "True" => Core.Value.True,
            "False" => Core.Value.False,
            "inf" => Core.Value.Float(double.PositiveInfinity),
            "nan" => Core.Value.Float(double.NaN),
            "str" => Core.Value.Of(Types.Str),
            "bytes" => Core.Value.Of(Types.Bytes),
            var number => BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? PyInt.Normalize(whole)
                : Core.Value.Float(double.Parse(number, CultureInfo.InvariantCulture)),
        };
    }

    private List<Value> Items(char end)
    {
        var items = new List<Value>();
        position++;
        while (Current != end)
        {
            items.Add(Value());
            Skip();
        }
        position++;
        return items;
    }

    private PyDict Dictionary()
    {
        var dictionary = new PyDict();
        position++;
        while (Current != '}')
        {
            var key = Value();
            position++;
            Assert.Equal(Status.Ok, dictionary.SetItem(machine, key, Value()));
            Skip();
        }
        position++;
        return dictionary;
    }

    private void Skip()
    {
        while (Current is ',' or ' ')
            position++;
    }

    private List<int> Quoted()
    {
        var points = new List<int>();
        var quote = text[position++];
        while (text[position] != quote)
            points.Add(text[position++] == '\\' ? Escape() : text[position - 1]);
        position++;
        return points;
    }

    private int Escape()
    {
        var kind = text[position++];
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => kind };
        position += digits;
        return int.Parse(text.AsSpan(position - digits, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
