using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Containers;

/// <summary>Long random sequences of operations, each step compared with a simple model.</summary>
public class ContainerModelTests
{
    private readonly BareMachine machine = new();

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 100)]
    [InlineData(3, 3000)]
    public void A_dict_holds_what_an_ordered_list_of_pairs_holds(int seed, int keys)
    {
        var random = new Random(seed);
        var dict = new PyDict();
        var model = new List<(int Key, int Value)>();
        for (var step = 0; step < 20_000; step++)
        {
            var number = random.Next(keys);
            var key = Key(number);
            var at = model.FindIndex(entry => entry.Key == number);
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    Assert.Equal(Status.Ok, dict.Set(machine, key, Value.Int(step)));
                    if (at >= 0)
                        model[at] = (number, step);
                    else
                        model.Add((number, step));
                    break;
                case 3 or 4:
                    Assert.Equal(at >= 0 ? Status.Ok : Status.Stop, dict.Remove(machine, key, out var removed));
                    if (at >= 0)
                    {
                        Assert.Equal(model[at].Value, removed.Bits);
                        model.RemoveAt(at);
                    }
                    break;
                case 5:
                    Assert.Equal(model.Count > 0, dict.TryTakeLast(machine, out _, out var last));
                    if (model.Count > 0)
                    {
                        Assert.Equal(model[^1].Value, last.Bits);
                        model.RemoveAt(model.Count - 1);
                    }
                    break;
                case 6 when step % 997 == 0:
                    dict.Clear(machine);
                    model.Clear();
                    break;
                default:
                    Assert.Equal(at >= 0 ? Status.Ok : Status.Stop, dict.TryGet(machine, key, out var value));
                    if (at >= 0)
                        Assert.Equal(model[at].Value, value.Bits);
                    break;
            }
            Assert.Equal(model.Count, dict.Count);
            if (step % 50 == 0)
                Assert.Equal(model.Select(static entry => (long)entry.Value), Values(dict));
        }
    }

    [Fact]
    public void A_cached_position_of_a_name_holds_as_long_as_the_version()
    {
        var random = new Random(4);
        var dict = new PyDict();
        var names = Enumerable.Range(0, 60).Select(i => machine.Intern("name" + i)).ToArray();
        var cache = new (int Version, int Entry)[names.Length];
        var current = new Dictionary<PyStr, int>();
        for (var step = 0; step < 20_000; step++)
        {
            var i = random.Next(names.Length);
            switch (random.Next(6))
            {
                case 0:
                    dict.SetName(machine, names[i], Value.Int(step));
                    current[names[i]] = step;
                    break;
                case 1 when random.Next(4) == 0:
                    Assert.Equal(current.Remove(names[i]), dict.RemoveName(machine, names[i]));
                    break;
                case 2:
                    cache[i] = (0, dict.FindName(machine, names[i]));
                    cache[i].Version = dict.KeysVersion;
                    break;
                default:
                    if (cache[i].Version != dict.KeysVersion)
                        continue;
                    Assert.Equal(cache[i].Entry >= 0, current.TryGetValue(names[i], out var expected));
                    if (cache[i].Entry >= 0)
                        Assert.Equal(expected, dict.EntryValue(cache[i].Entry).Bits);
                    break;
            }
        }
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(6, 400)]
    public void A_set_holds_what_an_ordered_list_without_repeats_holds(int seed, int items)
    {
        var random = new Random(seed);
        var set = new PySet();
        var model = new List<int>();
        for (var step = 0; step < 10_000; step++)
        {
            var number = random.Next(items);
            Value popped = default;
            switch (random.Next(6))
            {
                case 0 or 1 or 2:
                    Assert.Equal(Status.Ok, set.Add(machine, Key(number)));
                    if (!model.Contains(number))
                        model.Add(number);
                    break;
                case 3:
                    Assert.Equal(Status.Ok, set.Remove(machine, Key(number), out var removed));
                    Assert.Equal(model.Remove(number), removed);
                    break;
                case 4 when random.Next(3) == 0:
                    Assert.Equal(model.Count > 0 ? Status.Ok : Status.Raised, set.Pop(machine, ref popped));
                    if (model.Count > 0)
                        model.RemoveAt(0);
                    break;
                default:
                    Assert.Equal(Status.Ok, set.Contains(machine, Key(number), out var found));
                    Assert.Equal(model.Contains(number), found);
                    break;
            }
            Assert.Equal(model.Count, set.Count);
            if (step % 50 != 0)
                continue;
            Assert.Equal(Status.Ok, Iteration.Collect(machine, Value.Of(set), out var all));
            Assert.Equal(model.Select(number => Repr(Key(number))), all.Select(item => Repr(item)));
        }
    }

    [Theory]
    [InlineData(7, "ints")]
    [InlineData(8, "floats")]
    [InlineData(9, "mixed")]
    public void A_list_holds_what_a_list_holds(int seed, string kind)
    {
        var random = new Random(seed);
        var list = new PyList();
        var model = new List<Value>();
        for (var step = 0; step < 20_000; step++)
        {
            var item = Item(random, kind);
            var index = random.Next(-model.Count - 2, model.Count + 3);
            Value result = default;
            switch (random.Next(12))
            {
                case 0 or 1 or 2:
                    Assert.Equal(Status.Ok, list.Append(machine, item));
                    model.Add(item);
                    break;
                case 3:
                    Assert.Equal(Status.Ok, list.Insert(machine, index, item));
                    model.Insert(Math.Clamp(index < 0 ? index + model.Count : index, 0, model.Count), item);
                    break;
                case 4:
                    var at = index < 0 ? index + model.Count : index;
                    var isThere = at >= 0 && at < model.Count;
                    Assert.Equal(isThere ? Status.Ok : Status.Raised, list.Pop(machine, ref result, index));
                    if (isThere)
                    {
                        Assert.True(Value.Is(model[at], result));
                        model.RemoveAt(at);
                    }
                    break;
                case 5 when model.Count > 0:
                    at = random.Next(model.Count);
                    Assert.Equal(Status.Ok, list.SetItem(machine, Value.Int(at), item));
                    model[at] = item;
                    break;
                case 6:
                    var (start, stop) = (random.Next(model.Count + 1), random.Next(model.Count + 1));
                    Value[] items = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Item(random, kind))];
                    Assert.Equal(Status.Ok, list.SetItem(machine, Slice(start, stop, 1), Value.Of(new PyTuple(items))));
                    model.RemoveRange(start, Math.Max(stop - start, 0));
                    model.InsertRange(start, items);
                    break;
                case 7:
                    (start, stop, var step2) = (random.Next(model.Count + 1), random.Next(model.Count + 1), random.Next(1, 4));
                    Assert.Equal(Status.Ok, list.DeleteItem(machine, Slice(start, stop, step2)));
                    for (var i = stop - 1; i >= start; i--)
                        if ((i - start) % step2 == 0)
                            model.RemoveAt(i);
                    break;
                case 8:
                    list.Reverse(machine);
                    model.Reverse();
                    break;
                case 9 when model.Count < 100:
                    Assert.Equal(Status.Ok, list.Binary(machine, BinaryOperator.InplaceMultiply, Value.Int(2), false, ref result));
                    model.AddRange([.. model]);
                    break;
                case 10 when step % 501 == 0:
                    list.Clear();
                    model.Clear();
                    break;
                case 11:
                    Assert.Equal(Status.Ok, list.GetItem(machine, Slice(model.Count, -model.Count - 1, -2), ref result));
                    Assert.Equal(model.AsEnumerable().Reverse().Where((_, i) => i % 2 == 0).Select(value => Repr(value)),
                        Items((PyList)result.Object!));
                    break;
            }
            Assert.Equal(model.Count, list.Count);
            if (step % 20 == 0)
                Assert.Equal(model.Select(value => Repr(value)), Items(list));
        }
    }

    [Theory]
    [InlineData("ints")]
    [InlineData("floats")]
    [InlineData("strings")]
    [InlineData("mixed")]
    public void Sorting_is_stable_and_right_for_every_length_and_order(string kind)
    {
        var random = new Random(10);
        for (var length = 0; length < 700; length += length < 100 ? 1 : 37)
            foreach (var range in new[] { 2, 10, 100_000 })
                for (var shape = 0; shape < 4; shape++)
                {
                    var numbers = Enumerable.Range(0, length).Select(_ => random.Next(range)).ToArray();
                    if (shape == 1)
                        Array.Sort(numbers);
                    else if (shape == 2)
                        Array.Sort(numbers, static (a, b) => b.CompareTo(a));
                    else if (shape == 3)
                        Array.Sort(numbers, length / 3, length / 2);
                    // Items of the same number are different objects or kinds: their order tells stability.
                    var list = PyList.From(machine, Array.ConvertAll(numbers, number => Sortable(kind, number, random)))!;
                    var expected = Enumerable.Range(0, length).Select(i => list[i]).OrderBy(item => Number(item)).ToArray();
                    Assert.Equal(Status.Ok, ListSort.Sort(machine, list, default, reverse: false));
                    for (var i = 0; i < length; i++)
                        Assert.True(Value.Is(expected[i], list[i]));
                    expected = [.. expected.OrderByDescending(item => Number(item))];
                    Assert.Equal(Status.Ok, ListSort.Sort(machine, list, default, reverse: true));
                    for (var i = 0; i < length; i++)
                        Assert.True(Value.Is(expected[i], list[i]));
                }
    }

    [Fact]
    public void Sorting_what_is_in_order_compares_each_item_once()
    {
        var compared = 0;
        var list = new PyList();
        for (var i = 0; i < 10_000; i++)
            list.Append(machine, Value.Of(new HostileKey(i, i) { OnCompare = () => compared++ }));
        Assert.Equal(Status.Ok, ListSort.Sort(machine, list, default, reverse: false));
        Assert.Equal(9_999, compared);
    }

    [Fact]
    public void Taking_keys_from_the_front_looks_at_each_hole_once()
    {
        var set = new PySet();
        for (var i = 0; i < 200_000; i++)
            set.Add(machine, Value.Int(i));
        Value item = default;
        for (var i = 0; i < 200_000; i++)
        {
            Assert.Equal(Status.Ok, set.Pop(machine, ref item));
            Assert.Equal(i, item.Bits);
        }
    }

    [Theory]
    [InlineData(BinaryOperator.Multiply, 1L << 40)]
    [InlineData(BinaryOperator.InplaceMultiply, 1L << 40)]
    [InlineData(BinaryOperator.Multiply, long.MaxValue)]
    public void A_repetition_too_large_is_refused_before_it_is_made(BinaryOperator op, long count)
    {
        Value result = default;
        Assert.Equal(Status.Raised, PyList.From(machine, [Value.Int(1), Value.None])!.Binary(machine, op, Value.Int(count), false, ref result));
        Assert.Equal("MemoryError", machine.Pending!.Type.Name);
    }

    [Fact]
    public void An_endless_iterator_ends_with_the_budget()
    {
        var limited = new BareMachine(new Limits { Steps = 1000 });
        Value result = default;
        var endless = Value.Of(new CallableIterator(
            Value.Of(new PyBuiltin("zero", static (machine, in arguments, ref answer) =>
            {
                answer.SetInt(0);
                return Status.Ok;
            }, null, BuiltinKind.Function)), Value.Int(2)));
        Assert.Equal(Status.Raised, new PySet().Update(limited, endless));
        Assert.Equal(LimitKind.Steps, limited.Pending!.LimitKind);
        Value filter = default;
        Assert.Equal(Status.Ok, PyFilter.New(limited, Types.Filter, Value.None, endless, ref filter));
        Assert.Equal(Status.Raised, Operations.Next(limited, filter, ref result));
    }

    private static Value Item(Random random, string kind) => kind switch
    {
        "ints" => Value.Int(random.Next(5)),
        "floats" => Value.Float(random.Next(5)),
        _ => random.Next(3) switch { 0 => Value.Int(random.Next(5)), 1 => Value.Float(random.Next(5)), _ => Value.None },
    };

    private static Value Sortable(string kind, int number, Random random) => kind switch
    {
        "ints" => Value.Int(number),
        "floats" => number == 0 && random.Next(2) == 0 ? Value.Float(-0.0) : Value.Float(number),
        "strings" => Value.Of(PyStr.From(number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture))),
        _ => random.Next(2) == 0 ? Value.Int(number) : Value.Float(number),
    };

    private static double Number(in Value item) => item.Object switch
    {
        PyStr text => int.Parse(text.Text, System.Globalization.CultureInfo.InvariantCulture),
        _ => item.IsInt ? item.Bits : item.AsFloat,
    };

    private static Value Key(int number) => number % 3 == 0 ? Value.Of(PyStr.From("k" + number)) : Value.Int(number);

    private static Value Slice(long start, long stop, long step) =>
        Value.Of(new PySlice(Value.Int(start), Value.Int(stop), Value.Int(step)));

    private static IEnumerable<long> Values(PyDict dict)
    {
        for (var position = 0; dict.NextEntry(ref position, out _, out var value);)
            yield return value.Bits;
    }

    private string[] Items(PyList list) => [.. Enumerable.Range(0, list.Count).Select(i => Repr(list[i]))];

    private string Repr(in Value value)
    {
        Assert.Equal(Status.Ok, Operations.Repr(machine, value, out string text));
        return text;
    }
}
