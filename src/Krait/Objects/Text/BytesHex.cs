using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>bytes.hex() and bytes.fromhex().</summary>
internal static class BytesHex
{
    /// <summary>Two digits for each byte, with a separator between groups; groups count from the end, those of a
    /// negative size from the beginning.</summary>
    public static Status Format(Machine machine, PyBytes bytes, in Value separator, int group, ref Value result)
    {
        var character = '\0';
        if (!separator.IsNull && !TrySeparator(machine, separator, out character))
            return Status.Raised;
        var size = character == 0 ? 0 : Math.Abs((long)group);
        var count = bytes.Count;
        var separators = size == 0 || count == 0 ? 0 : (count - 1) / size;
        var length = 2L * count + separators;
        var next = group > 0 && size != 0 ? (count - 1) % size + 1 : size;
        var target = machine.NewUninitialized<char>(length);
        if (target is null)
            return Status.Raised;
        var at = 0;
        var source = bytes.Span;
        for (var i = 0; i < source.Length; i++)
        {
            if (size != 0 && i == next)
            {
                target[at++] = character;
                next += size;
            }
            target[at++] = "0123456789abcdef"[source[i] >> 4];
            target[at++] = "0123456789abcdef"[source[i] & 15];
            if (!machine.MayGoOn(i))
                return Status.Raised;
        }
        if (CodePoints.TryCopy(machine, target) is not { } text)
            return Status.Raised;
        result.SetObject(PyStr.FromAscii(text));
        return Status.Ok;
    }

    /// <summary>The bytes that pairs of digits name; white space may stand between pairs.</summary>
    public static Status Parse(Machine machine, PyStr text, ref Value result)
    {
        var digits = text.Span;
        var builder = new ByteBuilder(machine);
        var position = 0;
        while (true)
        {
            while (position < digits.Length && digits[position] is ' ' or >= '\t' and <= '\r')
                position++;
            if (position == digits.Length)
                return builder.Finish(ref result);
            var high = Digit(digits, position);
            var low = high < 0 ? high : Digit(digits, ++position);
            if (low < 0)
                return machine.Raise(Types.ValueError,
                    $"non-hexadecimal number found in fromhex() arg at position {CodePoints.Count(digits[..Math.Min(position, digits.Length)])}");
            position++;
            builder.Append((byte)(high << 4 | low));
            if (builder.Failed)
                return Status.Raised;
        }
    }

    private static int Digit(ReadOnlySpan<char> digits, int position) => position == digits.Length ? -1 : digits[position] switch
    {
        >= '0' and <= '9' and var digit => digit - '0',
        >= 'a' and <= 'f' and var digit => digit - 'a' + 10,
        >= 'A' and <= 'F' and var digit => digit - 'A' + 10,
        _ => -1,
    };

    private static bool TrySeparator(Machine machine, in Value separator, out char character)
    {
        character = '\0';
        if (Operations.Length(machine, separator, out var length) != Status.Ok)
            return false;
        if (length != 1)
        {
            machine.Raise(Types.ValueError, "sep must be length 1.");
            return false;
        }
        var unit = separator.Object switch
        {
            PyStr text => text.PointAt(machine, 0),
            PyBytes bytes => bytes.Span[0],
            _ => -1,
        };
        if (unit < 0)
            machine.Raise(Types.TypeError, "sep must be str or bytes.");
        else if (unit > 127)
            machine.Raise(Types.ValueError, "sep must be ASCII.");
        character = (char)unit;
        return unit is >= 0 and <= 127;
    }
}
