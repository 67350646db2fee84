using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

public class ConversionsTests
{
    private readonly BareMachine machine = new();

    public static TheoryData<string, long> Integers => new()
    {
        { "0", 0 }, { "-1", -1 }, { "True", 1 }, { "9223372036854775807", long.MaxValue }, { "-9223372036854775808", long.MinValue },
        { "indexable", 42 },
    };

    [Theory]
    [MemberData(nameof(Integers))]
    public void An_int_is_taken_through_index(string literal, long expected)
    {
        Assert.True(Conversions.TryInt64(machine, Of(literal), out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("9223372036854775808", "OverflowError: Python int too large to convert to C ssize_t")]
    [InlineData("-9223372036854775809", "OverflowError: Python int too large to convert to C ssize_t")]
    [InlineData("1.0", "TypeError: 'float' object cannot be interpreted as an integer")]
    [InlineData("None", "TypeError: 'NoneType' object cannot be interpreted as an integer")]
    [InlineData("'1'", "TypeError: 'str' object cannot be interpreted as an integer")]
    [InlineData("misleading", "TypeError: __index__ returned non-int (type str)")]
    public void What_is_no_64_bit_int_is_refused(string literal, string error)
    {
        Assert.False(Conversions.TryInt64(machine, Of(literal), out _));
        Assert.Equal(error, Error());
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue, null)]
    [InlineData("-2147483648", int.MinValue, null)]
    [InlineData("indexable", 42, null)]
    [InlineData("2147483648", 0, "OverflowError: Python int too large to convert to C int")]
    [InlineData("100000000000000000000", 0, "OverflowError: Python int too large to convert to C int")]
    [InlineData("'1'", 0, "TypeError: 'str' object cannot be interpreted as an integer")]
    public void An_int_of_32_bits_has_its_own_limit(string literal, int expected, string? error)
    {
        Assert.Equal(error is null, Conversions.TryInt32(machine, Of(literal), out var number));
        Assert.Equal(error, error is null ? null : Error());
        if (error is null)
            Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("-7", "-7")]
    [InlineData("False", "0")]
    [InlineData("indexable", "42")]
    public void An_int_of_any_size_fits(string literal, string expected)
    {
        Assert.True(Conversions.TryBigInteger(machine, Of(literal), out var number));
        Assert.Equal(BigInteger.Parse(expected), number);
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("3", 3.0)]
    [InlineData("True", 1.0)]
    [InlineData("100000000000000000000", 1e20)]
    [InlineData("indexable", 42.0)]
    [InlineData("floatable", 2.5)]
    public void A_float_is_taken_from_any_real_number(string literal, double expected)
    {
        Assert.True(Conversions.TryDouble(machine, Of(literal), out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("'1'", "TypeError: must be real number, not str")]
    [InlineData("None", "TypeError: must be real number, not NoneType")]
    [InlineData("misleading", "TypeError: misleading.__float__ returned non-float (type int)")]
    [InlineData("huge", "OverflowError: int too large to convert to float")]
    public void What_is_no_real_number_is_refused(string literal, string error)
    {
        Assert.False(Conversions.TryDouble(machine, Of(literal), out _));
        Assert.Equal(error, Error());
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("2", true)]
    [InlineData("0.0", false)]
    [InlineData("None", false)]
    [InlineData("False", false)]
    [InlineData("indexable", true)]
    public void Any_value_has_a_truth(string literal, bool expected)
    {
        Assert.True(Conversions.TryBool(machine, Of(literal), out var truth));
        Assert.Equal(expected, truth);
    }

    [Theory]
    [InlineData("'x'", false, "x", null)]
    [InlineData("None", false, null, "TypeError: f() argument 1 must be str, not NoneType")]
    [InlineData("5", true, null, "TypeError: f() argument 1 must be str or None, not int")]
    public void A_text_is_a_str(string literal, bool orNone, string? expected, string? error)
    {
        Assert.Equal(error is null, Conversions.TryString(machine, Of(literal), "f() argument 1", orNone, out var text));
        Assert.Equal(expected, text);
        Assert.Equal(error, error is null ? null : Error());
    }

    [Fact]
    public void Null_results_are_None()
    {
        Value result = default;
        Assert.Equal(Status.Ok, Conversions.Return(machine, ref result, (string?)null));
        Assert.True(result.IsNone);
        Assert.Equal(Status.Ok, Conversions.Return(machine, ref result, (PyObject?)null));
        Assert.True(result.IsNone);
    }

    [Fact]
    public void A_text_that_exceeds_the_budget_is_not_made()
    {
        var tight = new BareMachine(new Limits { AllocatedBytes = 100 });
        Value result = default;
        Assert.Equal(Status.Raised, Conversions.Return(tight, ref result, new string('x', 1000)));
        Assert.True(tight.Pending!.IsLimit);
    }

    private string Error()
    {
        var pending = machine.Pending!;
        machine.Pending = null;
        return $"{pending.Type.Name}: {pending.Arguments.Items[0].Object}";
    }

    private static Value Of(string literal) => literal switch
    {
        "None" => Value.None,
        "True" => Value.True,
        "False" => Value.False,
        "indexable" or "floatable" or "misleading" => Value.Of(new Special(literal)),
        "huge" => PyInt.Normalize(BigInteger.Pow(10, 400)),
        ['\'', ..] => Value.Of(PyStr.From(literal[1..^1])),
        _ when literal.Contains('.') => Value.Float(double.Parse(literal, System.Globalization.CultureInfo.InvariantCulture)),
        _ => PyInt.Normalize(BigInteger.Parse(literal)),
    };

    /// <summary>An object of a type with conversions written as methods.</summary>
    private sealed class Special(string kind) : PyObject
    {
        public override PyType Type => new BuiltinType(new Conversion(kind), Types.Object);
    }

    private sealed class Conversion(string kind) : TypeBinding
    {
        public override string Name => kind;

        public override void Bind(MemberTable members)
        {
            if (kind != "floatable")
                members.Method("__index__", (Machine machine, in Arguments _, ref Value result) => Answer(machine, ref result, kind == "misleading", 42));
            if (kind == "floatable")
                members.Method("__float__", (Machine _, in Arguments _, ref Value result) => { result.SetFloat(2.5); return Status.Ok; });
            if (kind == "misleading")
                members.Method("__float__", (Machine machine, in Arguments _, ref Value result) => Answer(machine, ref result, false, 1));
        }

        private static Status Answer(Machine machine, ref Value result, bool asText, long number)
        {
            if (asText)
                return machine.Return(ref result, "text");
            result.SetInt(number);
            return Status.Ok;
        }
    }
}
