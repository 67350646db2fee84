using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects;

public class SliceTests
{
    private readonly BareMachine machine = new();

    [Theory]
    [InlineData(null, null, null, 5, 0, 1, 5)]
    [InlineData(1, 3, null, 5, 1, 1, 2)]
    [InlineData(-2, null, null, 5, 3, 1, 2)]
    [InlineData(null, null, -1, 5, 4, -1, 5)]
    [InlineData(null, null, 2, 5, 0, 2, 3)]
    [InlineData(10, 20, null, 5, 5, 1, 0)]
    [InlineData(-10, -20, -1, 5, -1, -1, 0)]
    [InlineData(4, 0, -2, 5, 4, -2, 2)]
    [InlineData(3, 1, null, 5, 3, 1, 0)]
    [InlineData(null, null, long.MinValue, 5, 4, -long.MaxValue, 1)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue, 5, 0, long.MaxValue, 1)]
    public void A_slice_names_elements_of_a_sequence(object? start, object? stop, object? step, long length, long first, long by, long count)
    {
        Assert.True(Slice(start, stop, step).TryResolve(machine, length, out var actualStart, out _, out var actualStep, out var actualCount));
        Assert.Equal((first, by, count), (actualStart, actualStep, actualCount));
    }

    [Fact]
    public void Bounds_beyond_64_bits_are_clamped()
    {
        var slice = new PySlice(Big("-100000000000000000000"), Big("100000000000000000000"), Value.None);
        Assert.True(slice.TryResolve(machine, 3, out var start, out var stop, out _, out var count));
        Assert.Equal((0L, 3L, 3L), (start, stop, count));
    }

    [Theory]
    [InlineData(0, "slice step cannot be zero")]
    [InlineData("x", "slice indices must be integers or None or have an __index__ method")]
    public void A_step_that_is_none_is_refused(object step, string message)
    {
        Assert.False(Slice(null, null, step).TryUnpack(machine, out _, out _, out _));
        Assert.Equal(message, machine.Pending!.Arguments.Items[0].Object!.ToString());
    }

    [Fact]
    public void Indices_are_of_any_size()
    {
        Value result = default;
        var slice = new PySlice(Big("1000000000000000000000000000000"), Big("-1000000000000000000000000000000"), Value.Int(-1));
        Assert.Equal(Status.Ok, slice.Indices(machine, BigInteger.Parse("100000000000000000000"), ref result));
        var items = ((PyTuple)result.Object!).Items;
        Assert.Equal(BigInteger.Parse("99999999999999999999"), ((PyInt)items[0].Object!).Number);
        Assert.Equal((-1L, -1L), (items[1].Bits, items[2].Bits));
    }

    [Theory]
    [InlineData(null, null, null, 4, 0, 4, 1)]
    [InlineData(null, null, -1, 4, 3, -1, -1)]
    [InlineData(-3, 100, 2, 4, 1, 4, 2)]
    public void Indices_gives_the_bounds_inside_a_length(object? start, object? stop, object? step, int length, long first, long last, long by)
    {
        Value result = default;
        Assert.Equal(Status.Ok, Slice(start, stop, step).Indices(machine, length, ref result));
        Assert.Equal([first, last, by], ((PyTuple)result.Object!).Items.Select(item => item.Bits));
    }

    [Fact]
    public void Slices_with_equal_parts_are_equal()
    {
        Assert.True(Compare(BinaryOperator.Equal, Slice(1, 2, 3), Slice(1, 2, 3)));
        Assert.False(Compare(BinaryOperator.NotEqual, Slice(1, 2, 3), Slice(1, 2, 3)));
        Assert.True(Compare(BinaryOperator.NotEqual, Slice(1, 2, 3), Slice(1, 2, 4)));
        Assert.False(Compare(BinaryOperator.Less, Slice(1, null, null), Slice(1, null, null)));
        Assert.True(Compare(BinaryOperator.LessEqual, Slice(1, null, null), Slice(1, null, null)));
    }

    [Fact]
    public void Slices_are_ordered_by_the_first_part_that_differs()
    {
        Value result = default;
        Assert.Equal(Status.Raised, Slice(1, null, null).Compare(machine, BinaryOperator.Less, Value.Of(Slice(1, 3, null)), ref result));
        Assert.Equal("'<' not supported between instances of 'NoneType' and 'int'", machine.Pending!.Arguments.Items[0].Object!.ToString());
    }

    [Fact]
    public void A_slice_has_no_hash()
    {
        Assert.Equal(Status.Raised, Operations.Hash(machine, Value.Of(Slice(1, 2, 3)), out _));
        Assert.Equal("unhashable type: 'slice'", machine.Pending!.Arguments.Items[0].Object!.ToString());
    }

    [Fact]
    public void Repr_shows_all_three_parts()
    {
        Assert.Equal(Status.Ok, Operations.Repr(machine, Value.Of(Slice(1, null, -2)), out var text));
        Assert.Equal("slice(1, None, -2)", text);
    }

    private bool Compare(BinaryOperator op, PySlice left, PySlice right)
    {
        Value result = default;
        Assert.Equal(Status.Ok, left.Compare(machine, op, Value.Of(right), ref result));
        return result.AsBool;
    }

    private static Value Big(string digits) => PyInt.Normalize(BigInteger.Parse(digits));

    private static PySlice Slice(object? start, object? stop, object? step) => new(Part(start), Part(stop), Part(step));

    private static Value Part(object? part) => part switch
    {
        null => Value.None,
        string text => Value.Of(PyStr.From(text)),
        _ => Value.Int(Convert.ToInt64(part)),
    };
}
