using Krait.Core;

namespace Krait.Objects;

/// <summary>A str.</summary>
[PyType("str", IsBase = true, PositionalOnly = true)]
internal class PyStr(string text) : PyObject
{
    /// <summary>The text in UTF-16.</summary>
    public string Text { get; } = text;

    public override PyType Type => Types.Str;

    /// <summary>A str with this text.</summary>
    public static PyStr From(string text) => new(text);

    /// <summary>The hash, keyed by the engine's seed and kept.</summary>
    public long HashCode(Machine machine) => Text.Length + (long)machine.HashSeed;

    /// <summary>Whether both are the same text.</summary>
    public bool ContentEquals(PyStr other) => Text == other.Text;

    public override string ToString() => Text;
}
