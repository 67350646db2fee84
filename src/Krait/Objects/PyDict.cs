using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A dict: ordered by insertion. Files: this one has the entries and what C# asks of them, <c>PyDict.Slots.cs</c> what
/// operators do, <c>PyDict.Methods.cs</c> the methods, <c>DictViews.cs</c> and <c>DictIterators.cs</c> what iterates.
/// </summary>
/// <remarks>Inline caches of global names keep <see cref="KeysVersion"/> and the index of an entry:
/// as long as the version is the same, the entry is. Replacing a value does not change the version.</remarks>
[PyType("dict", IsBase = true, PositionalOnly = true, Unhashable = true)]
internal partial class PyDict : PyObject
{
    /// <summary>The version of a key set that no cache has asked for: equal to none that a cache holds.</summary>
    private const int Unversioned = -1;

    /// <summary>The Keys. To be changed here only.</summary>
    internal KeyTable Keys = new();

    // values[i] belongs to Keys.Entries[i]; the arrays are equally long.
    private Value[] values = [];

    public override PyType Type => Types.Dict;

    /// <summary>The number of entries.</summary>
    public int Count => Keys.Count;

    /// <summary>Changes whenever a key comes or goes or an entry moves. Positive once <see cref="FindName"/> was asked;
    /// a cache that was never filled must hold 0.</summary>
    public int KeysVersion { get; private set; } = Unversioned;

    /// <summary>Reads an entry by interned name, without calling Python.</summary>
    public bool TryGetName(Machine machine, PyStr name, out Value value)
    {
        var position = Keys.Count == 0 ? -1 : Keys.FindName(name, name.HashCode(machine));
        value = position < 0 ? default : values[position];
        return position >= 0;
    }

    /// <summary>Writes an entry by interned name, without calling Python.</summary>
    public void SetName(Machine machine, PyStr name, in Value value)
    {
        var hash = name.HashCode(machine);
        var position = Keys.Count == 0 ? -1 : Keys.FindName(name, hash);
        if (position >= 0)
        {
            values[position].Set(value);
            return;
        }
        if (!Keys.HasRoom)
        {
            // Who sets a name cannot fail: what this costs is charged for afterwards.
            machine.Debit(0, SizeFor(Keys.NextCapacity));
            Rebuild(Keys.NextCapacity);
        }
        Add(Value.Of(name), hash, value);
    }

    /// <summary>Removes an entry by interned name; false when there is none.</summary>
    public bool RemoveName(Machine machine, PyStr name) => names.Remove(name);

    public int KeysVersion { get; private set; } = -1;

    public ref Value EntryValue(int index) => throw new InvalidOperationException();
}
