using Krait.Core;

namespace Krait.Objects;

/// <summary>Which part of its entries a dict is asked for.</summary>
internal enum DictPart : byte
{
    Keys,
    Values,
    Items,
}

/// <summary>Iterates over a dict in order.</summary>
internal abstract class DictIterator(PyDict dict, DictPart part) : PyIterator
{
    private DictWalk walk = new(dict);

    /// <summary>How many entries are left to give.</summary>
    protected int Remaining => walk.Remaining;

    /// <summary>An iterator over one part of the entries.</summary>
    public static DictIterator Of(PyDict dict, DictPart part) => part switch
    {
        DictPart.Keys => new DictKeyIterator(dict),
        DictPart.Values => new DictValueIterator(dict),
        _ => new DictItemIterator(dict),
    };

    internal sealed override Status Next(Machine machine, ref Value result)
    {
        if (!walk.TryBegin(machine, out var dict))
            return walk.Refusal;
        var found = dict.NextEntry(ref walk.Position, out var key, out var value);
        return walk.End(machine, found, part, key, value, ref result);
    }
}

/// <summary>Gives the keys.</summary>
[PyType("dict_keyiterator")]
internal sealed partial class DictKeyIterator(PyDict dict) : DictIterator(dict, DictPart.Keys)
{
    public override PyType Type => Types.DictKeyIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Gives the values.</summary>
[PyType("dict_valueiterator")]
internal sealed partial class DictValueIterator(PyDict dict) : DictIterator(dict, DictPart.Values)
{
    public override PyType Type => Types.DictValueIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Gives the items.</summary>
[PyType("dict_itemiterator")]
internal sealed partial class DictItemIterator(PyDict dict) : DictIterator(dict, DictPart.Items)
{
    public override PyType Type => Types.DictItemIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Iterates over a dict from its end.</summary>
internal abstract class DictReverseIterator(PyDict dict, DictPart part) : PyIterator
{
    private DictWalk walk = new(dict) { Position = dict.Keys.Used };

    /// <summary>How many entries are left to give.</summary>
    protected int Remaining => walk.Remaining;

    /// <summary>An iterator over one part of the entries.</summary>
    public static DictReverseIterator Of(PyDict dict, DictPart part) => part switch
    {
        DictPart.Keys => new DictReverseKeyIterator(dict),
        DictPart.Values => new DictReverseValueIterator(dict),
        _ => new DictReverseItemIterator(dict),
    };

    internal sealed override Status Next(Machine machine, ref Value result)
    {
        if (!walk.TryBegin(machine, out var dict))
            return walk.Refusal;
        var found = dict.PreviousEntry(ref walk.Position, out var key, out var value);
        return walk.End(machine, found, part, key, value, ref result);
    }
}

/// <summary>Gives the keys from the end.</summary>
[PyType("dict_reversekeyiterator")]
internal sealed partial class DictReverseKeyIterator(PyDict dict) : DictReverseIterator(dict, DictPart.Keys)
{
    public override PyType Type => Types.DictReverseKeyIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Gives the values from the end.</summary>
[PyType("dict_reversevalueiterator")]
internal sealed partial class DictReverseValueIterator(PyDict dict) : DictReverseIterator(dict, DictPart.Values)
{
    public override PyType Type => Types.DictReverseValueIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Gives the items from the end.</summary>
[PyType("dict_reverseitemiterator")]
internal sealed partial class DictReverseItemIterator(PyDict dict) : DictReverseIterator(dict, DictPart.Items)
{
    public override PyType Type => Types.DictReverseItemIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => Remaining;
}

/// <summary>Where an iterator is in a dict, and whether the dict is still the one it began with.</summary>
internal struct DictWalk(PyDict dict)
{
    private PyDict? dict = dict;
    private int count = dict.Count;
    private int remaining = dict.Count;

    /// <summary>The position that <see cref="PyDict.NextEntry"/> goes on from.</summary>
    public int Position;

    /// <summary>How many entries are left; none when the dict is no longer the one it was.</summary>
    public readonly int Remaining => dict is { } walked && walked.Count == count ? remaining : 0;

    /// <summary>What to answer when <see cref="TryBegin"/> gives no dict.</summary>
    public Status Refusal { get; private set; }

    /// <summary>Gives the dict unless the end was reached or entries came or went.</summary>
    public bool TryBegin(Machine machine, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PyDict? walked)
    {
        walked = dict;
        if (walked is null)
        {
            Refusal = Status.Stop;
            return false;
        }
        if (walked.Count == count)
            return true;
        // No number of entries brings it back: once broken, always broken.
        count = -1;
        Refusal = machine.Raise(Types.RuntimeError, "dictionary changed size during iteration");
        return false;
    }

    /// <summary>Answers for the entry that was found, or for none.</summary>
    public Status End(Machine machine, bool found, DictPart part, in Value key, in Value value, ref Value result)
    {
        if (!found)
        {
            dict = null;
            return Status.Stop;
        }
        if (remaining == 0)
        {
            dict = null;
            return machine.Raise(Types.RuntimeError, "dictionary keys changed during iteration");
        }
        remaining--;
        switch (part)
        {
            case DictPart.Keys:
                result.Set(key);
                break;
            case DictPart.Values:
                result.Set(value);
                break;
            default:
                result.SetObject(PyTuple.Of(key, value));
                break;
        }
        return Status.Ok;
    }
}
