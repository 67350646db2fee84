using Krait.Core;

namespace Krait.Objects;

/// <summary>Which part of its entries a dict is asked for.</summary>
internal enum DictPart : byte
{
    Keys,
    Values,
    Items,
}

/// <summary>Iterates over a dict in order. The interpreter steps it directly.</summary>
[PyType("dict_keyiterator")]
internal sealed partial class DictIterator(PyDict dict, DictPart part) : PyIterator
{
    private DictWalk walk = new(dict);

    /// <summary>What it gives of each entry.</summary>
    internal readonly DictPart Part = part;

    public override PyType Type => Part switch
    {
        DictPart.Keys => Types.DictKeyIterator,
        DictPart.Values => Types.DictValueIterator,
        _ => Types.DictItemIterator,
    };

    internal override Status Next(Machine machine, ref Value result)
    {
        if (!walk.TryBegin(machine, out var dict))
            return walk.Refusal;
        var found = dict.NextEntry(ref walk.Position, out var key, out var value);
        return walk.End(machine, found, Part, key, value, ref result);
    }

    [PyFunction("__length_hint__")]
    internal long LengthHint() => walk.Remaining;
}

/// <summary>Iterates over a dict from its end.</summary>
[PyType("dict_reversekeyiterator")]
internal sealed partial class DictReverseIterator : PyIterator
{
    private DictWalk walk;
    private readonly DictPart part;

    public DictReverseIterator(PyDict dict, DictPart part)
    {
        walk = new DictWalk(dict) { Position = int.MaxValue };
        this.part = part;
    }

    public override PyType Type => part switch
    {
        DictPart.Keys => Types.DictReverseKeyIterator,
        DictPart.Values => Types.DictReverseValueIterator,
        _ => Types.DictReverseItemIterator,
    };

    internal override Status Next(Machine machine, ref Value result)
    {
        if (!walk.TryBegin(machine, out var dict))
            return walk.Refusal;
        var found = dict.PreviousEntry(ref walk.Position, out var key, out var value);
        return walk.End(machine, found, part, key, value, ref result);
    }

    [PyFunction("__length_hint__")]
    internal long LengthHint() => walk.Remaining;
}

/// <summary>Where an iterator is in a dict, and whether the dict is still the one it began with.</summary>
internal struct DictWalk(PyDict dict)
{
    private PyDict? dict = dict;
    private int count = dict.Count;
    private int remaining = dict.Count;

    /// <summary>The position that <see cref="PyDict.NextEntry"/> goes on from.</summary>
    public int Position;

    /// <summary>What to answer when <see cref="TryBegin"/> gives no dict.</summary>
    public Status Refusal { get; private set; }

    /// <summary>How many entries are still expected.</summary>
    public readonly long Remaining => dict is { } walked && walked.Count == count ? remaining : 0;

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
