using Krait.Core;

namespace Krait.Objects;

/// <summary>A function's or module's code as Python sees it.</summary>
[PyType("code", PositionalOnly = true)]
internal sealed partial class PyCode(LinkedCode code) : PyObject
{
    // Flags of CPython's code objects.
    private const int Optimized = 1, NewLocals = 2, VarArguments = 4, VarKeywords = 8, Generator = 32;

    public readonly LinkedCode Code = code;

    public override PyType Type => Types.Code;

    [PyProperty("co_name")]
    internal PyStr Name(Machine machine) => Code.Name(machine);

    [PyProperty("co_qualname")]
    internal PyStr QualifiedName(Machine machine) => Code.Name(machine);

    [PyProperty("co_filename")]
    internal PyStr File(Machine machine) => Code.File(machine);

    [PyProperty("co_firstlineno")]
    internal long FirstLine => Code.Unit.LineAt(0);

    [PyProperty("co_argcount")]
    internal long ArgumentCount => Code.Unit.PositionalCount - Code.Unit.ClosureCount;

    [PyProperty("co_posonlyargcount")]
    internal long PositionalOnlyCount => 0;

    [PyProperty("co_kwonlyargcount")]
    internal long KeywordOnlyCount => Code.Unit.KeywordOnlyCount;

    [PyProperty("co_nlocals")]
    internal long LocalCount => Code.Unit.LocalCount;

    [PyProperty("co_stacksize")]
    internal long StackSize => Code.Unit.StackDepth;

    [PyProperty("co_flags")]
    internal long Flags
    {
        get
        {
            var flags = Code.Unit.Flags;
            return (Optimized | NewLocals)
                | ((flags & CodeFlags.VarArguments) != 0 ? VarArguments : 0)
                | ((flags & CodeFlags.VarKeywords) != 0 ? VarKeywords : 0)
                | ((flags & CodeFlags.Generator) != 0 ? Generator : 0);
        }
    }

    /// <summary>The parameters' names: the bytecode has no names of other locals.</summary>
    [PyProperty("co_varnames")]
    internal Value ParameterNames(Machine machine)
    {
        var qstrs = Code.Unit.ParameterQstrs;
        var skipped = Code.Unit.ClosureCount;
        // Bounded: by the source.
        var names = new Value[qstrs.Length - skipped];
        for (var i = 0; i < names.Length; i++)
            names[i] = Value.Of(Code.String(machine, qstrs[i + skipped]));
        return Value.Of(new PyTuple(names));
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not PyCode code || op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        result.SetBool(Code == code.Code == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = Code.Unit.ImageOffset;
        return Status.Ok;
    }

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result,
        $"<code object {Code.Name(machine).Text} at 0x{machine.IdOf(this):x}, file \"{Code.File(machine).Text}\", line {FirstLine}>");
}
