using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;

namespace Krait.Mpy;

/// <summary>A file whose parts have been told apart: everything but its functions' bytes is known to be well-formed.</summary>
/// <param name="Memory">The bytes.</param>
/// <param name="Header">The header.</param>
/// <param name="Qstrs">The qstr table.</param>
/// <param name="ObjectOffsets">For each entry of the object table, the offset of its type byte.</param>
/// <param name="Root">The module's function, with all others below it.</param>
internal sealed record MpyFile(ImageMemory Memory, MpyHeader Header, QstrEntry[] Qstrs, int[] ObjectOffsets, RawFunction Root);

/// <summary>
/// Tells the parts of a file apart: header, qstr table, object table, tree of raw code. Accepts native code too, for
/// tools. Never throws for a bad file; takes time and memory in proportion to its length.
/// </summary>
internal ref struct MpyReader
{
    /// <summary>How deep functions and tuples may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>Tables of loaded code refer to strings by 16 bits.</summary>
    public const int MaxQstrs = ushort.MaxValue;

    /// <summary>The length of an interned string is stored in one byte.</summary>
    public const int MaxQstrLength = 255;

    /// <summary>A prelude of two bytes, a name, an opcode.</summary>
    private const int MinFunctionLength = 4;

    private readonly ImageMemory memory;
    private MpyCursor cursor;

    private MpyReader(ImageMemory memory)
    {
        this.memory = memory;
        cursor = new(memory.Bytes);
    }

    public static bool TryRead(ImageMemory memory, [NotNullWhen(true)] out MpyFile? file, [NotNullWhen(false)] out MpyError? error)
    {
        var reader = new MpyReader(memory);
        file = null;
        if (reader.TryFile(out var header, out var qstrs, out var objects, out var root))
            file = new(memory, header, qstrs, objects, root);
        error = reader.cursor.Error;
        return file is not null;
    }

    private bool TryFile(out MpyHeader header, out QstrEntry[] qstrs, out int[] objects, [NotNullWhen(true)] out RawFunction? root)
    {
        qstrs = [];
        objects = [];
        root = null;
        if (!MpyHeader.TryRead(ref cursor, out header))
            return false;
        var at = cursor.Offset;
        if (!cursor.TryVarUint(out var qstrCount) || !cursor.TryVarUint(out var objectCount))
            return false;
        if (qstrCount > MaxQstrs)
            return cursor.Fail(at, "qstr.count", $"{qstrCount} qstrs; at most {MaxQstrs} are supported");
        // An entry takes a byte at least: more entries than bytes are refused before memory is taken for them.
        if ((long)qstrCount + objectCount > cursor.Remaining)
            return cursor.Fail(at, "truncated", "the tables are longer than the file");
        if (!TryQstrs(qstrs = new QstrEntry[qstrCount]) || !TryObjects(objects = new int[objectCount]) || !TryFunction(0, out root))
            return false;
        return cursor.Remaining == 0 || cursor.Fail(cursor.Offset, "trailing", $"{cursor.Remaining} bytes behind the end of the module");
    }

    private unsafe bool TryQstrs(QstrEntry[] entries)
    {
        for (var index = 0; index < entries.Length; index++)
        {
            var at = cursor.Offset;
            if (!cursor.TryVarUint(out var tag))
                return false;
            var length = tag >> 1;
            if ((tag & 1) != 0)
            {
                if (length is 0 or >= StaticQstrs.Count)
                    return cursor.Fail(at, "qstr.static", $"there is no static string {length}");
                entries[index] = StaticEntry(length);
                continue;
            }
            if (length > MaxQstrLength)
                return cursor.Fail(at, "qstr.length", $"a qstr of {length} bytes; at most {MaxQstrLength} are supported");
            var offset = cursor.Offset;
            if (!cursor.TryTerminated(length, "qstr.nul", out var text))
                return false;
            if (!GeneralizedUtf8.IsValid(text))
                return cursor.Fail(offset, "qstr.utf8", "a qstr is not UTF-8");
            entries[index] = new((nint)(memory.Start + offset), length, 0);
        }
        return true;
    }

    private static unsafe QstrEntry StaticEntry(int index)
    {
        // The table of static strings is data of the assembly: it never moves.
        var text = StaticQstrs.TextOf(index);
        return new((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text)), text.Length, index);
    }

    private bool TryObjects(int[] offsets)
    {
        for (var index = 0; index < offsets.Length; index++)
        {
            offsets[index] = cursor.Offset;
            if (!TryObject(0))
                return false;
        }
        return true;
    }

    private bool TryObject(int depth)
    {
        var at = cursor.Offset;
        if (!cursor.TryByte(out var type))
            return false;
        if (type > (byte)ObjectType.Tuple || type == (byte)ObjectType.FunctionTable && depth > 0)
            return cursor.Fail(at, "object.type", $"unknown type {type} of a constant");
        if (type < (byte)ObjectType.Str)
            return true;
        if (!cursor.TryVarUint(out var length))
            return false;
        if (type == (byte)ObjectType.Tuple)
            return TryTuple(at, depth + 1, length);
        ReadOnlySpan<byte> data;
        if (type <= (byte)ObjectType.Bytes ? !cursor.TryTerminated(length, "object.nul", out data) : !cursor.TrySpan(length, out data))
            return false;
        return (ObjectType)type switch
        {
            ObjectType.Str when !GeneralizedUtf8.IsValid(data) => cursor.Fail(at, "object.utf8", "a str is not UTF-8"),
            ObjectType.Int when data.Length > ObjectSyntax.MaxDigits =>
                cursor.Fail(at, "object.digits", $"an int of {data.Length} digits; at most {ObjectSyntax.MaxDigits} are supported"),
            ObjectType.Int when !ObjectSyntax.IsInt(data) => cursor.Fail(at, "object.int", "an int is not decimal digits"),
            ObjectType.Float when !ObjectSyntax.IsFloat(data) => cursor.Fail(at, "object.float", "the text of a float is malformed"),
            ObjectType.Complex when !ObjectSyntax.IsComplex(data) => cursor.Fail(at, "object.complex", "the text of a complex is malformed"),
            _ => true,
        };
    }

    private bool TryTuple(int at, int depth, int count)
    {
        if (depth > MaxDepth)
            return cursor.Fail(at, "object.depth", $"tuples nest deeper than {MaxDepth}");
        for (var index = 0; index < count; index++)
        {
            if (!TryObject(depth))
                return false;
        }
        return true;
    }

    private bool TryFunction(int depth, [NotNullWhen(true)] out RawFunction? function)
    {
        function = null;
        var at = cursor.Offset;
        if (depth > MaxDepth)
            return cursor.Fail(at, "raw.depth", $"functions nest deeper than {MaxDepth}");
        if (!cursor.TryVarUint(out var tag))
            return false;
        var kind = (RawKind)(tag & 3);
        var offset = cursor.Offset;
        if (!cursor.TrySpan(tag >> 3, out var data))
            return false;
        if (kind == RawKind.Bytecode && data.Length < MinFunctionLength)
            return cursor.Fail(at, "raw.length", $"a function of {data.Length} bytes");
        function = new(kind, at, offset, data.Length);
        return (kind == RawKind.Bytecode || TryNative(function))
            && ((tag & 4) == 0 || TryChildren(function, depth + 1))
            && (function.Native is not { ScopeFlags: var flags } || (flags & ScopeRelocations) == 0 || TryRelocations(function));
    }

    private bool TryChildren(RawFunction function, int depth)
    {
        var at = cursor.Offset;
        if (!cursor.TryVarUint(out var count))
            return false;
        if (count == 0)
            return cursor.Fail(at, "raw.children", "a list of no children");
        if (count > cursor.Remaining / 2)
            return cursor.Fail(at, "truncated", "more functions than bytes");
        function.Children = new RawFunction[count];
        foreach (ref var child in function.Children.AsSpan())
        {
            if (!TryFunction(depth, out child!))
                return false;
        }
        return true;
    }

    private const int ScopeRelocations = 0x10;
    private const int ScopeRodata = 0x20;
    private const int ScopeBss = 0x40;

    private bool TryNative(RawFunction function)
    {
        var at = cursor.Offset;
        if (!cursor.TryVarUint(out var first))
            return false;
        switch (function.Kind)
        {
            case RawKind.Native:
                function.Native = new() { PreludeOffset = first };
                return first < function.Length || cursor.Fail(at, "raw.prelude", "the prelude lies outside the function");
            case RawKind.Assembler:
                if (!cursor.TryVarUint(out var parameters) || !cursor.TryVarUint(out var signature))
                    return false;
                function.Native = new() { ScopeFlags = first, ParameterCount = parameters, TypeSignature = signature };
                return true;
            default:
                int rodata = 0, bss = 0;
                if ((first & ScopeRodata) != 0 && !cursor.TryVarUint(out rodata) || (first & ScopeBss) != 0 && !cursor.TryVarUint(out bss))
                    return false;
                var offset = cursor.Offset;
                function.Native = new() { ScopeFlags = first, RodataOffset = offset, RodataLength = rodata, BssLength = bss };
                return cursor.TrySpan(rodata, out _);
        }
    }

    /// <summary>Relocations: an operation, perhaps an address, perhaps a count; 0xff ends them.</summary>
    private bool TryRelocations(RawFunction function)
    {
        var offset = cursor.Offset;
        for (var count = 0; ; count++)
        {
            if (!cursor.TryByte(out var operation))
                return false;
            if (operation == 0xff)
            {
                function.Native = function.Native! with { RelocationOffset = offset, RelocationCount = count };
                return true;
            }
            var kind = operation >> 1;
            if ((operation & 1) != 0 && !cursor.TryVarUint(out _) || kind <= 5 && (kind & 1) != 0 && !cursor.TryVarUint(out _))
                return false;
        }
    }
}
