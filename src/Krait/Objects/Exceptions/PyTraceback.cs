using Krait.Core;

namespace Krait.Objects;

/// <summary>A traceback object: one place of an exception's way and, as <c>tb_next</c>, the ones further in.</summary>
/// <remarks>It shares the exception's array: entries are only ever added behind those it shows.</remarks>
[PyType("traceback", PositionalOnly = true)]
internal sealed partial class PyTraceback(TraceEntry[] entries, int index) : PyObject
{
    private PyTraceback? next;

    public override PyType Type => Types.Traceback;

    /// <summary>The places this shows, innermost first.</summary>
    public ReadOnlySpan<TraceEntry> Entries => entries.AsSpan(0, index + 1);

    [PyProperty("tb_lineno")]
    internal long Line => entries[index].Line;

    [PyProperty("tb_lasti")]
    internal long Offset => entries[index].Offset;

    [PyProperty("tb_frame")]
    internal PyObject Frame => new PyFrameView(entries[index]);

    [PyProperty("tb_next")]
    internal Value Inner => index == 0 ? Value.None : Value.Of(next ??= new PyTraceback(entries, index - 1));
}

/// <summary>What a traceback says of a frame: the frame itself is gone.</summary>
[PyType("frame", PositionalOnly = true)]
internal sealed partial class PyFrameView(TraceEntry entry) : PyObject
{
    public override PyType Type => Types.Frame;

    [PyProperty("f_code")]
    internal PyObject Code => new PyCode(entry.Code);

    [PyProperty("f_lineno")]
    internal long Line => entry.Line;

    [PyProperty("f_lasti")]
    internal long Offset => entry.Offset;

    [PyProperty("f_back")]
    internal Value Back => Value.None;
}
