using Krait.Core;

namespace Krait.Objects;

/// <summary>A dict: insertion-ordered, with a version of its key set for the caches of global names.</summary>
[PyType("dict", IsBase = true, PositionalOnly = true)]
internal class PyDict : PyObject
{
    private readonly Dictionary<PyStr, Value> names = [];

    public override PyType Type => Types.Dict;

    /// <summary>Reads an entry by interned name, without calling Python.</summary>
    public bool TryGetName(Machine machine, PyStr name, out Value value) => names.TryGetValue(name, out value);

    /// <summary>Writes an entry by interned name.</summary>
    public void SetName(Machine machine, PyStr name, in Value value) => names[name] = value;

    /// <summary>Removes an entry by interned name; false when there is none.</summary>
    public bool RemoveName(Machine machine, PyStr name) => names.Remove(name);

    public int KeysVersion { get; private set; } = -1;

    public ref Value EntryValue(int index) => throw new InvalidOperationException();
}
