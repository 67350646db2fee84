using System.Globalization;
using System.Numerics;
using System.Text;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects;

/// <summary>Runs one line of the number vectors: an operation and its arguments, as text, to the outcome as text.</summary>
internal sealed class NumberScript
{
    private readonly BareMachine machine = new() { MaxStrDigits = 0 };

    internal delegate Status Operation(Machine machine, Value[] arguments, ref Value result);

    /// <summary>The outcome in the words of the vectors: a value, or an exception with its message.</summary>
    public string Run(string operation, ReadOnlySpan<string> arguments)
    {
        var values = new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(arguments[i]);
        Value result = default;
        var status = Find(operation)(machine, values, ref result);
        if (status == Status.Ok)
            return Show(result);
        Assert.Equal(Status.Raised, status);
        var exception = machine.Pending!;
        machine.Pending = null;
        return $"!{exception.Type.Name}: {Message(exception)}";
    }

    /// <summary>A value as the vectors write it.</summary>
    public string Show(in Value value)
    {
        switch (value.Object)
        {
            case PyStr text:
                return "'" + text.Text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r") + "'";
            case PyBytes bytes:
                return "b" + Convert.ToHexString(bytes.Span).ToLowerInvariant();
            case PyTuple tuple:
                var parts = new List<string>();
                foreach (var item in tuple.Items)
                    parts.Add(Show(item));
                return "(" + string.Join(", ", parts) + ")";
            default:
                Assert.Equal(Status.Ok, Operations.Repr(machine, value, out var repr));
                return repr;
        }
    }

    /// <summary>A value from the text of the vectors.</summary>
    public static Value Read(string text)
    {
        switch (text)
        {
            case "None": return Value.None;
            case "True": return Value.True;
            case "False": return Value.False;
            case "()": return Value.Of(PyTuple.Empty);
        }
        if (text[0] == '\'')
            return Value.Of(PyStr.From(Unescape(text[1..^1])));
        if (text[0] == 'b')
            return Value.Of(PyBytes.Adopt(Convert.FromHexString(text[1..])));
        if (text[0] == '(' && text.Contains(',') || text[0] == '(' && text[^2] != 'j')
            return Value.Of(new PyTuple(ReadItems(text[1..^1])));
        if (text[^1] == 'j' && ComplexText.TryParse(text, out var real, out var imaginary) || ReadComplex(text, out real, out imaginary))
            return Value.Of(new PyComplex(real, imaginary));
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return PyInt.Normalize(whole);
        return Value.Float(text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => Floats.NaN,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        });
    }

    /// <summary>The items of a tuple, none of which has a comma of its own.</summary>
    private static Value[] ReadItems(string text)
    {
        var items = new List<Value>();
        foreach (var item in text.Split(", "))
            items.Add(Read(item));
        return [.. items];
    }

    private static bool ReadComplex(string text, out double real, out double imaginary)
    {
        real = imaginary = 0;
        return text[0] == '(' && ComplexText.TryParse(text, out real, out imaginary);
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                plain.Append(text[i]);
            else
                plain.Append(text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c });
        }
        return plain.ToString();
    }

    private static string Message(PyException exception) => exception.Arguments.Items switch
    {
        [] => "",
        [{ Object: PyStr text }] => text.Text,
        [var code, { Object: PyStr text }] => $"({code.Bits}, '{text.Text}')",
        _ => throw new InvalidOperationException("an exception with other arguments"),
    };

    private static Operation Find(string name) => name.StartsWith("math.", StringComparison.Ordinal) ? MathFunctions.Find(name["math.".Length..]) : name switch
    {
        "+" => Binary(BinaryOperator.Add),
        "-" => Binary(BinaryOperator.Subtract),
        "*" => Binary(BinaryOperator.Multiply),
        "/" => Binary(BinaryOperator.TrueDivide),
        "//" => Binary(BinaryOperator.FloorDivide),
        "%" => Binary(BinaryOperator.Modulo),
        "**" => Binary(BinaryOperator.Power),
        "<<" => Binary(BinaryOperator.LeftShift),
        ">>" => Binary(BinaryOperator.RightShift),
        "&" => Binary(BinaryOperator.And),
        "|" => Binary(BinaryOperator.Or),
        "^" => Binary(BinaryOperator.Xor),
        "<" => Binary(BinaryOperator.Less),
        "<=" => Binary(BinaryOperator.LessEqual),
        "==" => Binary(BinaryOperator.Equal),
        "!=" => Binary(BinaryOperator.NotEqual),
        ">" => Binary(BinaryOperator.Greater),
        ">=" => Binary(BinaryOperator.GreaterEqual),
        "neg" => Unary(UnaryOperator.Negative),
        "pos" => Unary(UnaryOperator.Positive),
        "inv" => Unary(UnaryOperator.Invert),
        "divmod" => (machine, a, ref result) => Krait.Objects.Numbers.DivMod(machine, a[0], a[1], ref result),
        "pow" => (machine, a, ref result) => Krait.Objects.Numbers.Pow3(machine, a[0], a[1], a[2], ref result),
        "abs" => (machine, a, ref result) => Krait.Objects.Numbers.Abs(machine, a[0], ref result),
        "round" => (machine, a, ref result) => Krait.Objects.Numbers.Round(machine, a[0], Optional(a, 1), ref result),
        "hash" => Hash,
        "bool" => (machine, a, ref result) => BoolMethods.New(machine, Types.Bool, ref result, a[0]),
        "repr" => (machine, a, ref result) => Operations.Repr(machine, a[0], ref result),
        "format" => (machine, a, ref result) => Operations.Format(machine, a[0], ((PyStr)a[1].Object!).Text, ref result),
        "int" => (machine, a, ref result) => IntMethods.New(machine, Types.Int, ref result, Optional(a, 0), Optional(a, 1)),
        "float" => (machine, a, ref result) => FloatMethods.New(machine, Types.Float, ref result, Optional(a, 0)),
        "complex" => (machine, a, ref result) => ComplexMethods.New(machine, Types.Complex, ref result, Optional(a, 0), Optional(a, 1)),
        "bit_length" => (machine, a, ref result) => IntMethods.BitLength(machine, a[0], ref result),
        "bit_count" => (machine, a, ref result) => IntMethods.BitCount(machine, a[0], ref result),
        "hex" => (machine, a, ref result) => FloatMethods.Hex(machine, a[0], ref result),
        "fromhex" => (machine, a, ref result) => FloatMethods.FromHex(machine, Types.Float, ((PyStr)a[0].Object!).Text, ref result),
        "is_integer" => (machine, a, ref result) => FloatMethods.IsInteger(machine, a[0], ref result),
        "ratio" => ByKind(IntMethods.AsIntegerRatio, FloatMethods.AsIntegerRatio),
        "trunc" => ByKind(IntMethods.Truncate, FloatMethods.Truncate),
        "floor" => ByKind(IntMethods.Floor, FloatMethods.Floor),
        "ceil" => ByKind(IntMethods.Ceiling, FloatMethods.Ceiling),
        "conjugate" => (machine, a, ref result) => ComplexMethods.Conjugate(machine, (PyComplex)a[0].Object!, ref result),
        "to_bytes" => (machine, a, ref result) =>
            IntMethods.ToBytes(machine, a[0], ref result, a[1].Bits, ((PyStr)a[2].Object!).Text, a[3].AsBool),
        "from_bytes" => (machine, a, ref result) =>
            IntMethods.FromBytes(machine, Types.Int, a[0], ref result, ((PyStr)a[1].Object!).Text, a[2].AsBool),
        _ => throw new InvalidOperationException($"no operation {name}"),
    };

    internal static Value Optional(Value[] arguments, int index) => index < arguments.Length ? arguments[index] : default;

    private static Operation Binary(BinaryOperator op) =>
        (machine, a, ref result) => Operations.Binary(machine, op, a[0], a[1], ref result);

    private static Operation Unary(UnaryOperator op) =>
        (machine, a, ref result) => Operations.Unary(machine, op, a[0], ref result);

    private static Operation ByKind(Method ofInt, Method ofFloat) => (machine, a, ref result) =>
        Krait.Objects.Numbers.IsInt(a[0]) ? ofInt(machine, a[0], ref result) : ofFloat(machine, a[0], ref result);

    private delegate Status Method(Machine machine, in Value self, ref Value result);

    private static Status Hash(Machine machine, Value[] arguments, ref Value result)
    {
        var status = Operations.Hash(machine, arguments[0], out var hash);
        result.SetInt(hash);
        return status;
    }
}
