using Krait.Core;

namespace Krait.Objects;

/// <content>The methods of dict.</content>
internal partial class PyDict
{
    [PyNew]
    internal static Status New(Machine machine, PyType type, [Rest] Arguments arguments, ref Value result)
    {
        var dict = type is ClassType derived ? new PyDictInstance(derived) : new PyDict();
        if (dict.Update(machine, "dict", arguments) != Status.Ok)
            return Status.Raised;
        result.SetObject(dict);
        return Status.Ok;
    }

    [PyFunction("__init__")]
    internal Status Initialize(Machine machine, [Rest] Arguments arguments) => Update(machine, "dict", arguments);

    [PyFunction("update")]
    internal Status Update(Machine machine, [Rest] Arguments arguments) => Update(machine, "update", arguments);

    [PyClassMethod("__class_getitem__")]
    internal static Status ClassGetItem(Machine machine, PyType type, in Value arguments, ref Value result) =>
        PyGenericAlias.Make(machine, Value.Of(type), arguments, ref result);

    [PyFunction("copy")]
    internal Status Copy(Machine machine, ref Value result)
    {
        if (Copy(machine) is not { } copy)
            return Status.Raised;
        result.SetObject(copy);
        return Status.Ok;
    }

    [PyClassMethod("fromkeys")]
    internal static Status FromKeys(Machine machine, PyType type, in Value iterable, ref Value result, in Value value = default)
    {
        var dict = Value.Of(new PyDict());
        if (type != Types.Dict && machine.Call(Value.Of(type), ref dict) != Status.Ok)
            return Status.Raised;
        Value iterator = default, key = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        if (status != Status.Ok)
            return status;
        var content = value.IsNull ? Value.None : value;
        var meter = new WorkMeter(machine);
        while ((status = Operations.Next(machine, iterator, ref key)) == Status.Ok)
            if (!meter.Tick() || Operations.SetItem(machine, dict, key, content) != Status.Ok)
                return Status.Raised;
        result.Set(dict);
        return status == Status.Stop ? Status.Ok : status;
    }

    [PyFunction("get")]
    internal Status Get(Machine machine, in Value key, ref Value result, in Value fallback = default)
    {
        var status = TryGet(machine, key, out var value);
        if (status == Status.Raised)
            return status;
        if (status == Status.Ok)
            result.Set(value);
        else if (fallback.IsNull)
            result.SetNone();
        else
            result.Set(fallback);
        return Status.Ok;
    }

    [PyFunction("setdefault")]
    internal Status SetDefault(Machine machine, in Value key, ref Value result, in Value fallback = default) =>
        GetOrAdd(machine, key, fallback.IsNull ? Value.None : fallback, ref result);

    [PyFunction("pop")]
    internal Status Pop(Machine machine, in Value key, ref Value result, in Value fallback = default)
    {
        // An empty dict does not even hash the key.
        Value removed = default;
        var status = Count == 0 ? Status.Stop : Remove(machine, key, out removed);
        if (status == Status.Raised || status == Status.Stop && fallback.IsNull)
            return status == Status.Raised ? status : machine.Raise(Types.KeyError, key);
        result.Set(status == Status.Ok ? removed : fallback);
        return Status.Ok;
    }

    [PyFunction("popitem")]
    internal Status PopItem(Machine machine, ref Value result)
    {
        if (!TryTakeLast(machine, out var key, out var value))
            return machine.Raise(Types.KeyError, "popitem(): dictionary is empty");
        result.SetObject(PyTuple.Of(key, value));
        return Status.Ok;
    }

    [PyFunction("keys")]
    internal PyObject KeysView() => new DictKeys(this);

    [PyFunction("values")]
    internal PyObject ValuesView() => new DictValues(this);

    [PyFunction("items")]
    internal PyObject ItemsView() => new DictItems(this);

    [PyFunction("__reversed__")]
    internal PyObject Reversed() => DictReverseIterator.Of(this, DictPart.Keys);

    /// <summary>Takes over entries: of a dict, of a mapping (what has keys()), or of an iterable of pairs.</summary>
    internal Status Update(Machine machine, in Value source)
    {
        if (source.Object is PyDict dict && !Specials.Find(machine, dict, Special.Iter, out _))
            return Merge(machine, dict);
        Value method = default;
        if (Attributes.Get(machine, source, machine.Names.Keys, ref method) == Status.Ok)
            return MergeMapping(machine, source, method);
        return machine.Catch(Types.AttributeError) ? MergePairs(machine, source) : Status.Raised;
    }

    private Status Update(Machine machine, string function, in Arguments arguments)
    {
        if (arguments.Positional > 1)
            return machine.Raise(Types.TypeError, $"{function} expected at most 1 argument, got {arguments.Positional}");
        if (arguments.Positional == 1 && Update(machine, arguments[0]) != Status.Ok)
            return Status.Raised;
        for (var i = 0; i < arguments.Keywords; i++)
            if (Set(machine, Value.Of(arguments.KeywordName(i)), arguments.KeywordValue(i)) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    private Status MergeMapping(Machine machine, in Value mapping, in Value keysMethod)
    {
        Value keys = default, iterator = default, key = default, value = default;
        if (machine.Call(keysMethod, ref keys) != Status.Ok || Operations.Iterate(machine, keys, ref iterator) != Status.Ok)
            return Status.Raised;
        var meter = new WorkMeter(machine);
        Status status;
        while ((status = Operations.Next(machine, iterator, ref key)) == Status.Ok)
            if (!meter.Tick() || Operations.GetItem(machine, mapping, key, ref value) != Status.Ok || Set(machine, key, value) != Status.Ok)
                return Status.Raised;
        return status == Status.Stop ? Status.Ok : status;
    }

    private Status MergePairs(Machine machine, in Value pairs)
    {
        Value iterator = default, pair = default;
        var status = Operations.Iterate(machine, pairs, ref iterator);
        if (status != Status.Ok)
            return status;
        var meter = new WorkMeter(machine);
        for (var i = 0L; (status = Operations.Next(machine, iterator, ref pair)) == Status.Ok; i++)
        {
            if (!meter.Tick()
                || Iteration.Collect(machine, pair, $"cannot convert dictionary update sequence element #{i} to a sequence", out var items) != Status.Ok)
                return Status.Raised;
            if (items.Length != 2)
                return machine.Raise(Types.ValueError, $"dictionary update sequence element #{i} has length {items.Length}; 2 is required");
            if (Set(machine, items[0], items[1]) != Status.Ok)
                return Status.Raised;
        }
        return status == Status.Stop ? Status.Ok : status;
    }
}
