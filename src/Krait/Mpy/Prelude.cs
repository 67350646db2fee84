using Krait.Core;

namespace Krait.Mpy;

/// <summary>What stands before a function's opcodes. Offsets count from the start of the function's data.</summary>
/// <remarks>Fields, here and in the loader's other records: each accessor would be a method that the first import of a
/// process has to compile.</remarks>
internal struct Prelude
{
    /// <summary>The most locals and stack slots: loaders keep the number in 16 bits.</summary>
    public const int MaxStateSlots = ushort.MaxValue;

    /// <summary>The deepest nesting of exception blocks that is accepted.</summary>
    public const int MaxBlocks = 1023;

    /// <summary>Bytes behind the first one of either group: each brings one bit of most numbers, so that ten bits are the
    /// most for parameters and cells, of which a function has 256 at most.</summary>
    private const int MaxExtensions = 10;

    /// <summary>Locals and value stack.</summary>
    public int StateSlots;

    /// <summary>Nesting of exception blocks.</summary>
    public int BlockSlots;

    public CodeFlags Flags;

    /// <summary>Positional parameters, closed-over cells included.</summary>
    public int Positional;

    public int KeywordOnly;

    /// <summary>Positional parameters with a default.</summary>
    public int Defaults;

    /// <summary>Index of the function's name in the qstr table.</summary>
    public int Name;

    /// <summary>Where the names of the parameters begin.</summary>
    public int NamesOffset;

    /// <summary>Where the line table begins.</summary>
    public int LinesOffset;

    /// <summary>Where the numbers of the locals that become cells begin; the line table ends here.</summary>
    public int CellsOffset;

    /// <summary>Where the opcodes begin.</summary>
    public int CodeOffset;

    /// <summary>How many parameters have a name: all but * and ** ones.</summary>
    public readonly int NamedParameters => Positional + KeywordOnly;

    /// <summary>The locals that parameters take.</summary>
    public readonly int ParameterLocals =>
        NamedParameters + ((Flags & CodeFlags.VarArguments) != 0 ? 1 : 0) + ((Flags & CodeFlags.VarKeywords) != 0 ? 1 : 0);

    /// <summary>Reads a prelude and checks that its parts lie in order within the data. Native code's prelude has no code
    /// behind it and no line table.</summary>
    public static bool TryRead(ref MpyCursor cursor, int qstrCount, out Prelude prelude)
    {
        prelude = default;
        var at = cursor.Offset;
        if (!TrySignature(ref cursor, out var read) || !TrySizes(ref cursor, out var info, out var cells))
            return false;
        var infoStart = cursor.Offset;
        if (infoStart + info + cells > cursor.Offset + cursor.Remaining)
            return cursor.Fail(at, "prelude.size", "names, lines and cells are longer than the function");
        if (!TryQstr(ref cursor, qstrCount, out var name))
            return false;
        var namesOffset = cursor.Offset;
        for (var index = 0; index < read.NamedParameters; index++)
        {
            if (!TryQstr(ref cursor, qstrCount, out _))
                return false;
        }
        if (cursor.Offset > infoStart + info)
            return cursor.Fail(at, "prelude.names", "the names are longer than their part of the prelude");
        prelude = read with
        {
            Name = name,
            NamesOffset = namesOffset,
            LinesOffset = cursor.Offset,
            CellsOffset = infoStart + (int)info,
            CodeOffset = infoStart + (int)info + cells,
        };
        return true;
    }

    /// <summary>The six numbers: <c>xSSSSEAA</c>, then <c>xFSSKAED</c> as long as x is set, low bits first.</summary>
    private static bool TrySignature(ref MpyCursor cursor, out Prelude prelude)
    {
        prelude = default;
        var at = cursor.Offset;
        if (!cursor.TryByte(out var b))
            return false;
        var (state, blocks, flags, positional, keywordOnly, defaults) = (b >> 3 & 15, b >> 2 & 1, 0, b & 3, 0, 0);
        for (var i = 0; b >= 0x80; i++)
        {
            if (i == MaxExtensions)
                return cursor.Fail(at, "prelude.signature", "the numbers of a prelude are too large");
            if (!cursor.TryByte(out b))
                return false;
            flags |= (b >> 6 & 1) << i;
            state |= (b >> 4 & 3) << (2 * i + 4);
            keywordOnly |= (b >> 3 & 1) << i;
            positional |= (b >> 2 & 1) << (i + 2);
            blocks |= (b >> 1 & 1) << (i + 1);
            defaults |= (b & 1) << i;
        }
        if (state >= MaxStateSlots)
            return cursor.Fail(at, "prelude.state", $"{state + 1} slots of locals and stack; at most {MaxStateSlots} are supported");
        if (flags > 15)
            return cursor.Fail(at, "prelude.flags", $"unknown flags 0x{flags:x}");
        if (blocks > MaxBlocks)
            return cursor.Fail(at, "prelude.blocks", $"{blocks} exception blocks; at most {MaxBlocks} are supported");
        prelude = new()
        {
            StateSlots = state + 1,
            BlockSlots = blocks,
            Flags = (CodeFlags)flags,
            Positional = positional,
            KeywordOnly = keywordOnly,
            Defaults = defaults,
        };
        return prelude.ParameterLocals <= prelude.StateSlots
            || cursor.Fail(at, "prelude.state", "more parameters than slots");
    }

    /// <summary>Two numbers: <c>xIIIIIIC</c> as long as x is set, low bits first.</summary>
    private static bool TrySizes(ref MpyCursor cursor, out long info, out int cells)
    {
        (info, cells) = (0, 0);
        var at = cursor.Offset;
        for (var i = 0; ; i++)
        {
            if (i > MaxExtensions)
                return cursor.Fail(at, "prelude.size", "the sizes of a prelude are too large");
            if (!cursor.TryByte(out var b))
                return false;
            info |= (long)(b >> 1 & 0x3f) << (6 * i);
            cells |= (b & 1) << i;
            if (b < 0x80)
                return true;
        }
    }

    private static bool TryQstr(ref MpyCursor cursor, int count, out int index)
    {
        var at = cursor.Offset;
        return cursor.TryVarUint(out index)
            && (index < count || cursor.Fail(at, "prelude.names", $"there is no qstr {index}"));
    }
}
