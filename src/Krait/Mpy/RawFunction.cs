namespace Krait.Mpy;

/// <summary>What the data of a raw code record is.</summary>
internal enum RawKind : byte
{
    Bytecode,
    Native,
    Viper,
    Assembler,
}

/// <summary>A raw code record: a function as it lies in a file, not verified.</summary>
internal sealed class RawFunction(RawKind kind, int recordOffset, int offset, int length)
{
    public readonly RawKind Kind = kind;

    /// <summary>Offset of the record in the file.</summary>
    public readonly int RecordOffset = recordOffset;

    /// <summary>Offset of the function's data: a prelude and opcodes, or machine code.</summary>
    public readonly int Offset = offset;

    /// <summary>Bytes of data.</summary>
    public readonly int Length = length;

    /// <summary>What belongs to machine code; null for bytecode.</summary>
    public NativeFacts? Native;

    /// <summary>The functions that this one makes.</summary>
    public RawFunction[] Children = [];
}

/// <summary>The fields of a raw code record that only machine code has.</summary>
internal sealed record NativeFacts
{
    /// <summary>Offset of the prelude in the data, for <see cref="RawKind.Native"/>.</summary>
    public int PreludeOffset { get; init; }

    public int ScopeFlags { get; init; }

    /// <summary>Offset in the file of constant data.</summary>
    public int RodataOffset { get; init; }

    public int RodataLength { get; init; }

    /// <summary>Bytes of zero-filled data.</summary>
    public int BssLength { get; init; }

    /// <summary>Parameters, for <see cref="RawKind.Assembler"/>.</summary>
    public int ParameterCount { get; init; }

    /// <summary>Types of result and parameters in nibbles, for <see cref="RawKind.Assembler"/>.</summary>
    public int TypeSignature { get; init; }

    /// <summary>Offset in the file of the relocations; 0 without any.</summary>
    public int RelocationOffset { get; init; }

    /// <summary>How many relocations there are.</summary>
    public int RelocationCount { get; init; }
}
