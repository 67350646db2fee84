using System.Globalization;
using System.Numerics;
using System.Text;
using Krait.Core;
using Krait.Mpy;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Interpreter;

/// <summary>Makes the constants of a module's object table when they are first loaded.</summary>
internal static class Constants
{
    /// <summary>Makes constant <paramref name="index"/> and keeps it.</summary>
    public static Status Link(Machine machine, LinkedModule module, int index)
    {
        var cursor = new ObjectCursor(module.Image, index);
        return Make(machine, module.Image, ref cursor, ref module.Objects[index]);
    }

    private static Status Make(Machine machine, ModuleImage image, ref ObjectCursor cursor, ref Value result)
    {
        var entry = cursor.Read();
        if (entry.Type == ObjectType.Bytes)
        {
            // Where it lies: nothing is copied.
            result = Value.Of(PyBytes.Adopt(image.Slice(entry.Data)));
            return Status.Ok;
        }
        if (!machine.Charge(entry.Data.Length, 2L * entry.Data.Length))
            return Status.Raised;
        switch (entry.Type)
        {
            case ObjectType.None:
                result = Value.None;
                return Status.Ok;
            case ObjectType.False:
                result = Value.False;
                return Status.Ok;
            case ObjectType.True:
                result = Value.True;
                return Status.Ok;
            case ObjectType.Ellipsis:
                result = Value.Of(Singletons.Ellipsis);
                return Status.Ok;
            case ObjectType.Str:
                result = Value.Of(StrCodec.FromStoredUtf8(machine, entry.Data));
                return Status.Ok;
            case ObjectType.Int:
                result = long.TryParse(entry.Data, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small)
                    ? Value.Int(small)
                    : PyInt.Normalize(BigInteger.Parse(Encoding.ASCII.GetString(entry.Data), CultureInfo.InvariantCulture));
                return Status.Ok;
            case ObjectType.Float:
                result = Value.Float(ToDouble(entry.Data));
                return Status.Ok;
            case ObjectType.Complex:
                result = ToComplex(entry.Data);
                return Status.Ok;
            case ObjectType.Tuple:
                return MakeTuple(machine, image, ref cursor, entry.Count, ref result);
            default:
                return machine.Raise(Types.SystemError, "a constant that only native code uses");
        }
    }

    // The verifier bounds the nesting of tuples (rule "operand.object"), so the recursion is bounded.
    private static Status MakeTuple(Machine machine, ModuleImage image, ref ObjectCursor cursor, int count, ref Value result)
    {
        if (machine.NewArray<Value>(count) is not { } items)
            return Status.Raised;
        for (var i = 0; i < count; i++)
            if (Make(machine, image, ref cursor, ref items[i]) != Status.Ok)
                return Status.Raised;
        result = Value.Of(count == 0 ? PyTuple.Empty : new PyTuple(items));
        return Status.Ok;
    }

    private static double ToDouble(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'i', ..] => double.PositiveInfinity,
        [(byte)'-', (byte)'i', ..] => double.NegativeInfinity,
        [(byte)'n', ..] => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    /// <summary>An imaginary number ("2.5j"), or both parts in parentheses ("(1+2j)").</summary>
    private static Value ToComplex(ReadOnlySpan<byte> text)
    {
        text = text.Trim("()"u8)[..^1];
        var split = text.Length - 1;
        while (split > 0 && !(text[split] is (byte)'+' or (byte)'-' && text[split - 1] is not ((byte)'e' or (byte)'E')))
            split--;
        var real = split > 0 ? ToDouble(text[..split]) : 0;
        return Value.Of(new PyComplex(real, ToDouble(text[split..].TrimStart((byte)'+'))));
    }
}
