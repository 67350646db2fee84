using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>What walks over iterables.</content>
internal static partial class BuiltinsModule
{
    [PyFunction("iter")]
    internal static Status Iterate(Machine machine, in Value source, ref Value result, in Value sentinel = default)
    {
        if (sentinel.IsNull)
            return machine.Iterate(source, ref result);
        if (!Operations.IsCallable(machine, source))
            return machine.Raise(Types.TypeError, "iter(v, w): v must be callable");
        result.SetObject(new CallableIterator(source, sentinel));
        return Status.Ok;
    }

    [PyFunction("next")]
    internal static Status Next(Machine machine, in Value iterator, ref Value result, in Value fallback = default) =>
        machine.Next(iterator, fallback, ref result);

    [PyFunction("all")]
    internal static Status All(Machine machine, in Value iterable, ref Value result) => Search(machine, iterable, false, ref result);

    [PyFunction("any")]
    internal static Status Any(Machine machine, in Value iterable, ref Value result) => Search(machine, iterable, true, ref result);

    [PyFunction("sorted")]
    internal static Status Sorted(Machine machine, [Rest] Arguments rest, ref Value result, [KeywordOnly] in Value key = default,
        [KeywordOnly] bool reverse = false)
    {
        if (rest.Positional != 1)
            return ArgumentErrors.Range(machine, rest, "sorted", 1, 1);
        var status = Iteration.Collect(machine, rest[0], out var items);
        if (status != Status.Ok)
            return status;
        if (PyList.From(machine, items) is not { } list)
            return Status.Raised;
        result.SetObject(list);
        return ListSort.Sort(machine, list, key, reverse);
    }

    [PyFunction("sum")]
    internal static Status Sum(Machine machine, in Value iterable, ref Value result, [Named] in Value start = default)
    {
        if (start.Object is PyStr)
            return machine.Raise(Types.TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
        if (start.Object is PyObject item && (item.Type.IsSubclassOf(Types.Bytes) || item.Type.IsSubclassOf(Types.ByteArray)))
            return machine.Raise(Types.TypeError, item.Type.IsSubclassOf(Types.Bytes)
                ? "sum() can't sum bytes [use b''.join(seq) instead]"
                : "sum() can't sum bytearray [use b''.join(seq) instead]");
        Value total = start.IsNull ? Value.Int(0) : start, iterator = default, next = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref next)) == Status.Ok)
        {
            Value before = total;
            if (!meter.Tick() || Operations.Binary(machine, BinaryOperator.Add, before, next, ref total) != Status.Ok)
                return Status.Raised;
        }
        if (status != Status.Stop)
            return status;
        result.Set(total);
        return Status.Ok;
    }

    [PyFunction("min")]
    internal static Status Minimum(Machine machine, [Rest] Arguments rest, ref Value result) =>
        Extreme(machine, "min", BinaryOperator.Less, rest, ref result);

    [PyFunction("max")]
    internal static Status Maximum(Machine machine, [Rest] Arguments rest, ref Value result) =>
        Extreme(machine, "max", BinaryOperator.Greater, rest, ref result);

    private static Status Search(Machine machine, in Value iterable, bool wanted, ref Value result)
    {
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            if (!meter.Tick() || Operations.Truth(machine, item, out var truth) != Status.Ok)
                return Status.Raised;
            if (truth != wanted)
                continue;
            result.SetBool(wanted);
            return Status.Ok;
        }
        if (status != Status.Stop)
            return status;
        result.SetBool(!wanted);
        return Status.Ok;
    }

    private static Status Extreme(Machine machine, string name, BinaryOperator better, in Arguments arguments, ref Value result)
    {
        Value key = default, fallback = default;
        for (var i = 0; i < arguments.Keywords; i++)
        {
            var keyword = arguments.KeywordName(i).Text;
            if (keyword == "key")
                key = arguments.KeywordValue(i);
            else if (keyword == "default")
                fallback = arguments.KeywordValue(i);
            else
                return machine.Raise(Types.TypeError, $"'{keyword}' is an invalid keyword argument for {name}()");
        }
        if (arguments.Positional == 0)
            return machine.Raise(Types.TypeError, $"{name} expected at least 1 argument, got 0");
        if (arguments.Positional > 1 && !fallback.IsNull)
            return machine.Raise(Types.TypeError, $"Cannot specify a default for {name}() with multiple positional arguments");
        var best = new Best(machine, better, key);
        if (arguments.Positional > 1)
        {
            foreach (ref readonly var item in arguments.Values)
                if (best.Offer(item) != Status.Ok)
                    return Status.Raised;
            result.Set(best.Item);
            return Status.Ok;
        }
        Value iterator = default, next = default;
        var status = Operations.Iterate(machine, arguments[0], ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref next)) == Status.Ok)
            if (!meter.Tick() || best.Offer(next) != Status.Ok)
                return Status.Raised;
        if (status != Status.Stop)
            return status;
        if (best.Item.IsNull && fallback.IsNull)
            return machine.Raise(Types.ValueError, $"{name}() arg is an empty sequence");
        result.Set(best.Item.IsNull ? fallback : best.Item);
        return Status.Ok;
    }

    /// <summary>The best item so far, and its key.</summary>
    private ref struct Best(Machine machine, BinaryOperator better, in Value key)
    {
        private readonly Value key = key.IsNone ? Value.Null : key;
        private Value rank;

        public Value Item;

        public Status Offer(in Value candidate)
        {
            Value candidateRank = candidate;
            if (!key.IsNull && machine.Call(key, candidate, ref candidateRank) != Status.Ok)
                return Status.Raised;
            var isBetter = true;
            if (!Item.IsNull)
            {
                Value answer = default;
                if (Operations.Compare(machine, better, candidateRank, rank, ref answer) != Status.Ok
                    || Operations.Truth(machine, answer, out isBetter) != Status.Ok)
                    return Status.Raised;
            }
            if (isBetter)
            {
                Item = candidate;
                rank = candidateRank;
            }
            return Status.Ok;
        }
    }
}
