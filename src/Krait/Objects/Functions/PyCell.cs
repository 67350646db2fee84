using Krait.Core;

namespace Krait.Objects;

/// <summary>A variable that functions share.</summary>
[PyType("cell", PositionalOnly = true)]
internal sealed partial class PyCell : PyObject
{
    /// <summary>The contents; no value while unbound.</summary>
    public Value Contents;

    public override PyType Type => Types.Cell;

    [PyProperty("cell_contents", Setter = nameof(SetContents))]
    internal Status GetContents(Machine machine, ref Value result)
    {
        if (Contents.IsNull)
            return machine.Raise(Types.ValueError, "Cell is empty");
        result.Set(Contents);
        return Status.Ok;
    }

    internal void SetContents(in Value value) => Contents = value;

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, Contents.IsNull
        ? $"<cell at 0x{machine.IdOf(this):x}: empty>"
        : $"<cell at 0x{machine.IdOf(this):x}: {Operations.TypeName(Contents)} object>");
}
