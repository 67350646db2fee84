namespace Krait.Mpy;

/// <summary>A module as the compiler makes it, before it is bytes: the tables, and the code that refers to them.</summary>
/// <param name="SmallIntBits">The size of the small ints that the code loads as immediates, with the sign.</param>
/// <param name="Qstrs">The strings that code names by their place in this table; the first is the source's name.</param>
/// <param name="Objects">The constants that code names by their place in this table.</param>
/// <param name="Root">The module's outermost code.</param>
internal sealed record MpyModule(int SmallIntBits, List<byte[]> Qstrs, List<Constant> Objects, RawCode Root)
{
    /// <summary>The varuint of architecture flags, for the files that carry one.</summary>
    public uint? ArchitectureFlags { get; init; }

    /// <summary>The exact bytes of the module's <c>.mpy</c> file.</summary>
    public byte[] ToBytes() => MpyWriter.Write(this);
}

/// <summary>The bytecode of a function, class body or module: prelude and instructions, and the code of its children.</summary>
/// <param name="FunData">Prelude and instructions.</param>
/// <param name="Children">The functions that the instructions make, by child index.</param>
internal sealed record RawCode(byte[] FunData, List<RawCode> Children);
