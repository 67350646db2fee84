namespace Krait.Core;

/// <summary>
/// A verified function of an image: where its bytes lie and the facts of its prelude. Immutable; shared by engines and
/// threads. Only the verifier makes one.
/// </summary>
/// <remarks>Pointers stay good as long as <see cref="Image"/> is reachable: it pins or maps the bytes.</remarks>
internal sealed unsafe class CodeUnit
{
    /// <summary>The image whose bytes these are; keeps them alive.</summary>
    public required ModuleImage Image { get; init; }

    /// <summary>The first opcode.</summary>
    public required byte* Code { get; init; }

    /// <summary>Bytes of code; every instruction ends within.</summary>
    public required int CodeLength { get; init; }

    /// <summary>Offset of the function's data (its prelude) in the image, for messages and tools.</summary>
    public required int ImageOffset { get; init; }

    /// <summary>Index in the qstr table of the function's name.</summary>
    public required int NameQstr { get; init; }

    /// <summary>Indices in the qstr table of the parameters' names by local number, PositionalCount + KeywordOnlyCount.</summary>
    public required ushort[] ParameterQstrs { get; init; }

    /// <summary>What the prelude says of the function.</summary>
    public required CodeFlags Flags { get; init; }

    /// <summary>Positional parameters, closed-over cells included (they come first).</summary>
    public required int PositionalCount { get; init; }

    /// <summary>Keyword-only parameters.</summary>
    public required int KeywordOnlyCount { get; init; }

    /// <summary>How many of the last positional parameters have defaults.</summary>
    public required int DefaultCount { get; init; }

    /// <summary>Cells that a closure passes in as the first locals.</summary>
    public required int ClosureCount { get; init; }

    /// <summary>Local numbers that become cells at entry.</summary>
    public required byte[] Cells { get; init; }

    /// <summary>Locals: the verifier counted the highest one used.</summary>
    public required int LocalCount { get; init; }

    /// <summary>The deepest the value stack gets, as the verifier computed it.</summary>
    public required int StackDepth { get; init; }

    /// <summary>The deepest nesting of exception blocks.</summary>
    public required int BlockDepth { get; init; }

    /// <summary>Index, counted from local 0, of the bottom of the value stack: it lies behind locals and blocks.</summary>
    public int StackBase => LocalCount + BlockDepth;

    /// <summary>Values that a frame needs: locals, blocks, stack, and one of reserve for a result pushed by a helper.</summary>
    public int FrameSize => LocalCount + StackDepth + BlockDepth + 1;

    /// <summary>Offsets of the exception matches (in handlers of async with) that ask of a token whether it is None or an
    /// exception: the answer is no for the mark of a return or jump and yes for all else, whatever the right operand.</summary>
    public required int[] TokenTests { get; init; }

    /// <summary>The functions made by MAKE_FUNCTION and MAKE_CLOSURE, by child index; null for one that no reachable
    /// instruction makes.</summary>
    public required CodeUnit[] Children { get; init; }

    /// <summary>The line table of the prelude.</summary>
    public required byte* Lines { get; init; }

    /// <summary>Bytes of the line table.</summary>
    public required int LinesLength { get; init; }

    /// <summary>Whether calling it makes a generator.</summary>
    public bool IsGenerator => (Flags & CodeFlags.Generator) != 0;

    /// <summary>Whether a call with exactly the positional parameters needs nothing but a frame: no star parameters,
    /// no keyword-only parameters, no cells to make, not a generator.</summary>
    public bool IsPlain => (Flags & ~CodeFlags.DefaultKeywords) == 0 && KeywordOnlyCount == 0 && Cells.Length == 0;

    /// <summary>The source line of the instruction that contains the byte at <paramref name="offset"/>; 1 without a
    /// line table.</summary>
    public int LineAt(int offset) => new LineTable(new(Lines, LinesLength)).LineAt(offset);
}

/// <summary>Scope flags of a prelude.</summary>
[Flags]
internal enum CodeFlags : byte
{
    None = 0,

    /// <summary>A generator or coroutine.</summary>
    Generator = 1,

    /// <summary>Takes **keywords.</summary>
    VarKeywords = 2,

    /// <summary>Takes *arguments.</summary>
    VarArguments = 4,

    /// <summary>Has a dict of defaults of keyword-only parameters.</summary>
    DefaultKeywords = 8,
}
