using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Containers;

/// <summary>Containers that change while an operation on them calls back.</summary>
public class HostileCallbackTests
{
    private readonly BareMachine machine = new();

    [Fact]
    public void A_dict_that_a_comparison_clears_does_not_find_the_key()
    {
        var dict = new PyDict();
        var old = new HostileKey(1, 7);
        Assert.Equal(Status.Ok, dict.Set(machine, Value.Of(old), Value.Int(1)));
        old.OnCompare = () => dict.Clear(machine);
        Assert.Equal(Status.Stop, dict.TryGet(machine, Value.Of(new HostileKey(1, 7)), out _));
        Assert.Equal(0, dict.Count);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(200)]
    public void A_dict_that_a_comparison_fills_finds_the_key_where_it_went(int before)
    {
        var dict = new PyDict();
        for (var i = 0; i < before; i++)
            dict.Set(machine, Value.Int(i), Value.Int(i));
        var old = new HostileKey(1, 7);
        dict.Set(machine, Value.Of(old), Value.Int(42));
        var added = 0;
        old.OnCompare = () =>
        {
            if (added != 0)
                return;
            for (; added < 1000; added++)
                dict.Set(machine, Value.Int(10_000 + added), Value.None);
        };
        Assert.Equal(Status.Ok, dict.TryGet(machine, Value.Of(new HostileKey(1, 7)), out var value));
        Assert.Equal(42, value.Bits);
        Assert.Equal(before + 1001, dict.Count);
    }

    [Fact]
    public void Setting_a_key_whose_comparison_removes_the_entry_adds_it_once()
    {
        var dict = new PyDict();
        var old = new HostileKey(1, 7);
        dict.Set(machine, Value.Of(old), Value.Int(1));
        var removed = false;
        old.OnCompare = () =>
        {
            if (removed)
                return;
            removed = true;
            Assert.Equal(Status.Ok, dict.Remove(machine, Value.Of(old), out _));
        };
        Assert.Equal(Status.Ok, dict.Set(machine, Value.Of(new HostileKey(1, 7)), Value.Int(2)));
        Assert.Equal(1, dict.Count);
    }

    [Fact]
    public void An_exception_of_a_comparison_leaves_a_dict_as_it_was()
    {
        var dict = new PyDict();
        dict.Set(machine, Value.Of(new HostileKey(1, 7) { Raises = true }), Value.Int(1));
        Assert.Equal(Status.Raised, dict.Set(machine, Value.Of(new HostileKey(2, 7)), Value.Int(2)));
        Assert.Equal(1, dict.Count);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("count")]
    [InlineData("remove")]
    [InlineData("contains")]
    [InlineData("equal")]
    [InlineData("less")]
    public void A_list_that_comparisons_shrink_is_never_read_beyond_its_end(string operation)
    {
        var list = new PyList();
        for (var i = 0; i < 50; i++)
        {
            var item = new HostileKey(i, i);
            item.OnCompare = () => ListStorage.Splice(machine, list, Math.Max(list.Count - 3, 0), Math.Min(3, list.Count), 0);
            list.Append(machine, Value.Of(item));
        }
        Value result = default;
        var other = new PyList();
        for (var i = 0; i < 50; i++)
            other.Append(machine, Value.Of(new HostileKey(i, i)));
        var absent = Value.Of(new HostileKey(99, 99));
        var status = operation switch
        {
            "index" => list.IndexOf(machine, absent, ref result),
            "count" => list.CountOf(machine, absent, ref result),
            "remove" => list.Remove(machine, absent),
            "contains" => list.Contains(machine, absent, out _),
            "equal" => list.Compare(machine, BinaryOperator.Equal, Value.Of(other), ref result),
            _ => list.Compare(machine, BinaryOperator.Less, Value.Of(other), ref result),
        };
        Assert.Equal(operation is "index" or "remove" ? Status.Raised : Status.Ok, status);
        Assert.True(list.Count < 50);
    }

    [Fact]
    public void A_list_that_a_sort_changes_keeps_its_items_and_says_so()
    {
        var list = new PyList();
        for (var i = 0; i < 40; i++)
            list.Append(machine, Value.Of(new HostileKey(i * 7 % 40, i) { OnCompare = () => list.Append(machine, Value.Int(1)) }));
        Assert.Equal(Status.Raised, ListSort.Sort(machine, list, default, reverse: false));
        Assert.Equal("list modified during sort", Message());
        Assert.Equal(40, list.Count);
        for (var i = 0; i < 40; i++)
            Assert.Equal(i, ((HostileKey)list[i].Object!).Identity);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(500)]
    public void A_comparison_that_raises_leaves_all_items_of_the_list(int raiseAfter)
    {
        var random = new Random(raiseAfter);
        var numbers = Enumerable.Range(0, 300).ToArray();
        random.Shuffle(numbers);
        var list = new PyList();
        var compared = 0;
        var items = numbers.Select(number => new HostileKey(number, number)).ToArray();
        foreach (var item in items)
        {
            item.OnCompare = () => item.Raises = ++compared > raiseAfter;
            list.Append(machine, Value.Of(item));
        }
        Assert.Equal(Status.Raised, ListSort.Sort(machine, list, default, reverse: false));
        Assert.Equal("compared", Message());
        var left = Enumerable.Range(0, list.Count).Select(i => ((HostileKey)list[i].Object!).Identity).Order();
        Assert.Equal(Enumerable.Range(0, 300), left);
    }

    [Fact]
    public void A_set_that_a_comparison_clears_survives_adding()
    {
        var set = new PySet();
        var old = new HostileKey(1, 7) { OnCompare = set.Clear };
        Assert.Equal(Status.Ok, set.Add(machine, Value.Of(old)));
        Assert.Equal(Status.Ok, set.Add(machine, Value.Of(new HostileKey(1, 7))));
        Assert.Equal(1, set.Count);
    }

    [Fact]
    public void Iterators_that_are_nested_very_deep_raise_RecursionError()
    {
        var iterator = Value.Of(new ListIterator(PyList.Adopt([Value.Int(1)])));
        for (var i = 0; i < 1_000_000; i++)
            iterator = Value.Of(new PyEnumerate(iterator, Value.Int(0)));
        Value result = default;
        Assert.Equal(Status.Raised, Operations.Next(machine, iterator, ref result));
        Assert.Equal("RecursionError", machine.Pending!.Type.Name);
    }

    [Theory]
    [InlineData("repr")]
    [InlineData("equal")]
    [InlineData("hash")]
    public void Containers_that_are_nested_very_deep_raise_RecursionError(string operation)
    {
        var (left, right) = (Value.Of(PyTuple.Empty), Value.Of(PyTuple.Empty));
        for (var i = 0; i < 1_000_000; i++)
        {
            left = Value.Of(PyTuple.Of(left));
            right = Value.Of(PyTuple.Of(right));
        }
        Value result = default;
        var status = operation switch
        {
            "repr" => Operations.Repr(machine, left, ref result),
            "equal" => Operations.Compare(machine, BinaryOperator.Equal, left, right, ref result),
            _ => Operations.Hash(machine, left, out _),
        };
        // The innermost tuples of the two are the same object, but far too deep to be reached.
        Assert.Equal(Status.Raised, status);
        Assert.Equal("RecursionError", machine.Pending!.Type.Name);
    }

    private string Message()
    {
        Assert.Equal(Status.Ok, Operations.Str(machine, Value.Of(machine.Pending!), out string message));
        return message;
    }
}
