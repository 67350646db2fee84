// Made from opcodes.def.
namespace Krait.Instructions;

/// <summary>How an instruction's operand is written behind its opcode.</summary>
internal enum OperandFormat : byte
{
    /// <summary>The byte is no opcode.</summary>
    Invalid,

    /// <summary>No operand.</summary>
    None,

    /// <summary>The operand is part of the opcode byte.</summary>
    Opcode,

    /// <summary>Varuint: an index in the qstr table.</summary>
    Qstr,

    /// <summary>Varuint.</summary>
    Unsigned,

    /// <summary>Signed varuint.</summary>
    Signed,

    /// <summary>A jump in either direction, one or two bytes.</summary>
    Jump,

    /// <summary>A jump forward, one or two bytes.</summary>
    Forward,
}

/// <summary>What an instruction does besides moving slots.</summary>
[Flags]
internal enum InstructionFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>May raise.</summary>
    Fallible = 1,

    /// <summary>Has a jump target.</summary>
    Jumps = 2,

    /// <summary>Never goes on to the next instruction.</summary>
    Ends = 4,

    /// <summary>Pushes an exception block.</summary>
    SetsUpBlock = 8,

    /// <summary>Suspends a generator.</summary>
    Yields = 16,

    /// <summary>Owns an inline cache.</summary>
    Cached = 32,

    /// <summary>Never in a file.</summary>
    Internal = 64,
}

/// <summary>What a slot of an effect holds.</summary>
internal enum SlotKind : byte
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A value or NULL.</summary>
    MaybeNull,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>None.</summary>
    None,

    /// <summary>A closure cell.</summary>
    Cell,

    /// <summary>A loop's iterator, which takes four slots.</summary>
    Iterator,

    /// <summary>The pair that SETUP_WITH leaves: exit method and self.</summary>
    Exit,

    /// <summary>What END_FINALLY takes.</summary>
    Token,

    /// <summary>Output only: whatever the first input was; the next ones follow.</summary>
    SameAsInput,
}

/// <summary>How many slots an entry of an effect stands for.</summary>
internal enum SlotCount : byte
{
    /// <summary>One.</summary>
    One,

    /// <summary>Two.</summary>
    Two,

    /// <summary>Four.</summary>
    Four,

    /// <summary>As many as the operand says.</summary>
    Operand,

    /// <summary>As many as the extra byte says.</summary>
    Extra,

    /// <summary>The arguments of a call: positional ones, then keyword and value pairs.</summary>
    Call,

    /// <summary>What a comprehension stores: key and value for a dict, else one item.</summary>
    Comprehension,

    /// <summary>The targets of UNPACK_EX: left, starred, right.</summary>
    Unpack,
}

/// <summary>What <c>opcodes.def</c> says of each opcode byte, as tables in the assembly's data.</summary>
/// <remarks>An effect is a list of entries, bottom of the stack first: a <see cref="SlotKind"/> in the low four bits
/// and a <see cref="SlotCount"/> in the high four.</remarks>
internal static class InstructionTable
{
    private const byte ExtraByte = 0x80;

    /// <summary>Whether the byte is an opcode that a file may contain.</summary>
    public static bool IsValid(byte opcode) => Formats[opcode] != 0 && (Properties[opcode] & (byte)InstructionFlags.Internal) == 0;

    /// <summary>How the operand is written.</summary>
    public static OperandFormat Format(byte opcode) => (OperandFormat)(Formats[opcode] & ~ExtraByte);

    /// <summary>Whether a raw byte follows the operand.</summary>
    public static bool HasExtraByte(byte opcode) => (Formats[opcode] & ExtraByte) != 0;

    /// <summary>The operand that the opcode byte itself carries.</summary>
    public static int ImpliedOperand(byte opcode) => (sbyte)Implied[opcode];

    /// <summary>What the instruction does besides moving slots.</summary>
    public static InstructionFlags Flags(byte opcode) => (InstructionFlags)Properties[opcode];

    /// <summary>The slots it takes.</summary>
    public static ReadOnlySpan<byte> Inputs(byte opcode) => List(Effects[opcode]);

    /// <summary>The slots it leaves when it goes on to the next instruction.</summary>
    public static ReadOnlySpan<byte> Outputs(byte opcode)
    {
        var at = Effects[opcode];
        return List(at + 1 + Lists[at]);
    }

    /// <summary>The slots it leaves when it jumps.</summary>
    public static ReadOnlySpan<byte> OutputsOnJump(byte opcode)
    {
        var at = Effects[opcode];
        at += (byte)(1 + Lists[at]);
        return List(at + 1 + Lists[at]);
    }

    /// <summary>How many slots an entry stands for.</summary>
    public static int Count(byte entry, int operand, int extra) => (SlotCount)(entry >> 4) switch
    {
        SlotCount.Two => 2,
        SlotCount.Four => 4,
        SlotCount.Operand => operand,
        SlotCount.Extra => extra,
        SlotCount.Call => (operand & 0xff) + 2 * (operand >> 8),
        SlotCount.Comprehension => (operand & 3) == 1 ? 2 : 1,
        SlotCount.Unpack => (operand & 0xff) + (operand >> 8) + 1,
        _ => 1,
    };

    /// <summary>How many slots the entries stand for.</summary>
    public static int Count(ReadOnlySpan<byte> entries, int operand, int extra)
    {
        var count = 0;
        foreach (var entry in entries)
            count += Count(entry, operand, extra);
        return count;
    }

    /// <summary>The name of the instruction.</summary>
    public static string Name(byte opcode) => opcode switch
    {
        0x00 => "EXIT",
        0x10 => "LOAD_CONST_STRING",
        0x11 => "LOAD_NAME",
        0x12 => "LOAD_GLOBAL",
        0x13 => "LOAD_ATTR",
        0x14 => "LOAD_METHOD",
        0x15 => "LOAD_SUPER_METHOD",
        0x16 => "STORE_NAME",
        0x17 => "STORE_GLOBAL",
        0x18 => "STORE_ATTR",
        0x19 => "DELETE_NAME",
        0x1a => "DELETE_GLOBAL",
        0x1b => "IMPORT_NAME",
        0x1c => "IMPORT_FROM",
        0x20 => "MAKE_CLOSURE",
        0x21 => "MAKE_CLOSURE_DEFARGS",
        0x22 => "LOAD_CONST_SMALL_INT",
        0x23 => "LOAD_CONST_OBJ",
        0x24 => "LOAD_FAST_N",
        0x25 => "LOAD_DEREF",
        0x26 => "STORE_FAST_N",
        0x27 => "STORE_DEREF",
        0x28 => "DELETE_FAST",
        0x29 => "DELETE_DEREF",
        0x2a => "BUILD_TUPLE",
        0x2b => "BUILD_LIST",
        0x2c => "BUILD_MAP",
        0x2d => "BUILD_SET",
        0x2e => "BUILD_SLICE",
        0x2f => "STORE_COMP",
        0x30 => "UNPACK_SEQUENCE",
        0x31 => "UNPACK_EX",
        0x32 => "MAKE_FUNCTION",
        0x33 => "MAKE_FUNCTION_DEFARGS",
        0x34 => "CALL_FUNCTION",
        0x35 => "CALL_FUNCTION_VAR_KW",
        0x36 => "CALL_METHOD",
        0x37 => "CALL_METHOD_VAR_KW",
        0x40 => "UNWIND_JUMP",
        0x42 => "JUMP",
        0x43 => "POP_JUMP_IF_TRUE",
        0x44 => "POP_JUMP_IF_FALSE",
        0x45 => "JUMP_IF_TRUE_OR_POP",
        0x46 => "JUMP_IF_FALSE_OR_POP",
        0x47 => "SETUP_WITH",
        0x48 => "SETUP_EXCEPT",
        0x49 => "SETUP_FINALLY",
        0x4a => "POP_EXCEPT_JUMP",
        0x4b => "FOR_ITER",
        0x50 => "LOAD_CONST_FALSE",
        0x51 => "LOAD_CONST_NONE",
        0x52 => "LOAD_CONST_TRUE",
        0x53 => "LOAD_NULL",
        0x54 => "LOAD_BUILD_CLASS",
        0x55 => "LOAD_SUBSCR",
        0x56 => "STORE_SUBSCR",
        0x57 => "DUP_TOP",
        0x58 => "DUP_TOP_TWO",
        0x59 => "POP_TOP",
        0x5a => "ROT_TWO",
        0x5b => "ROT_THREE",
        0x5c => "WITH_CLEANUP",
        0x5d => "END_FINALLY",
        0x5e => "GET_ITER",
        0x5f => "GET_ITER_STACK",
        0x62 => "STORE_MAP",
        0x63 => "RETURN_VALUE",
        0x64 => "RAISE_LAST",
        0x65 => "RAISE_OBJ",
        0x66 => "RAISE_FROM",
        0x67 => "YIELD_VALUE",
        0x68 => "YIELD_FROM",
        0x69 => "IMPORT_STAR",
        >= 0x70 and <= 0xaf => "LOAD_CONST_SMALL_INT_MULTI",
        >= 0xb0 and <= 0xbf => "LOAD_FAST_MULTI",
        >= 0xc0 and <= 0xcf => "STORE_FAST_MULTI",
        0xd0 => "UNARY_OP_POSITIVE",
        0xd1 => "UNARY_OP_NEGATIVE",
        0xd2 => "UNARY_OP_INVERT",
        0xd3 => "UNARY_OP_NOT",
        0xd7 => "BINARY_OP_LESS",
        0xd8 => "BINARY_OP_GREATER",
        0xd9 => "BINARY_OP_EQUAL",
        0xda => "BINARY_OP_LESS_EQUAL",
        0xdb => "BINARY_OP_GREATER_EQUAL",
        0xdc => "BINARY_OP_NOT_EQUAL",
        0xdd => "BINARY_OP_IN",
        0xde => "BINARY_OP_IS",
        0xdf => "BINARY_OP_EXCEPTION_MATCH",
        0xe0 => "BINARY_OP_INPLACE_OR",
        0xe1 => "BINARY_OP_INPLACE_XOR",
        0xe2 => "BINARY_OP_INPLACE_AND",
        0xe3 => "BINARY_OP_INPLACE_LEFT_SHIFT",
        0xe4 => "BINARY_OP_INPLACE_RIGHT_SHIFT",
        0xe5 => "BINARY_OP_INPLACE_ADD",
        0xe6 => "BINARY_OP_INPLACE_SUBTRACT",
        0xe7 => "BINARY_OP_INPLACE_MULTIPLY",
        0xe8 => "BINARY_OP_INPLACE_MATRIX_MULTIPLY",
        0xe9 => "BINARY_OP_INPLACE_FLOOR_DIVIDE",
        0xea => "BINARY_OP_INPLACE_TRUE_DIVIDE",
        0xeb => "BINARY_OP_INPLACE_MODULO",
        0xec => "BINARY_OP_INPLACE_POWER",
        0xed => "BINARY_OP_OR",
        0xee => "BINARY_OP_XOR",
        0xef => "BINARY_OP_AND",
        0xf0 => "BINARY_OP_LEFT_SHIFT",
        0xf1 => "BINARY_OP_RIGHT_SHIFT",
        0xf2 => "BINARY_OP_ADD",
        0xf3 => "BINARY_OP_SUBTRACT",
        0xf4 => "BINARY_OP_MULTIPLY",
        0xf5 => "BINARY_OP_MATRIX_MULTIPLY",
        0xf6 => "BINARY_OP_FLOOR_DIVIDE",
        0xf7 => "BINARY_OP_TRUE_DIVIDE",
        0xf8 => "BINARY_OP_MODULO",
        0xf9 => "BINARY_OP_POWER",
        _ => "INVALID",
    };

    private static ReadOnlySpan<byte> List(int at) => Lists.Slice(at + 1, Lists[at]);

    /// <summary>By opcode: format, and whether an extra byte follows.</summary>
    private static ReadOnlySpan<byte> Formats =>
    [
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0,
        132, 132, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0,
        134, 0, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>By opcode: the operand within the opcode, as a signed byte.</summary>
    private static ReadOnlySpan<byte> Implied =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>By opcode: <see cref="InstructionFlags"/>.</summary>
    private static ReadOnlySpan<byte> Properties =>
    [
        68, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 33, 33, 33, 33, 1, 1, 33, 33, 1, 1, 1, 1, 0, 0, 0,
        1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0,
        7, 0, 6, 3, 3, 3, 3, 11, 10, 10, 7, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1,
        0, 0, 1, 5, 5, 5, 5, 17, 17, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>By opcode: where its effect begins in <see cref="Lists"/>.</summary>
    private static ReadOnlySpan<byte> Effects =>
    [
        0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 7, 7, 7, 12, 18, 26, 0, 0, 36, 4, 4, 41, 48, 4, 4, 4,
        56, 62, 7, 7, 7, 7, 0, 0, 4, 4, 70, 70, 7, 70, 70, 76, 80, 86, 7, 92, 99, 106, 114, 122, 4, 4, 4, 4, 4, 4, 4, 4,
        4, 4, 4, 0, 0, 131, 131, 136, 4, 4, 4, 144, 4, 4, 4, 4, 7, 150, 7, 155, 7, 41, 160, 166, 174, 187, 191, 200, 212, 219, 12, 223,
        4, 4, 229, 0, 4, 0, 237, 12, 41, 0, 4, 4, 4, 4, 4, 4, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 12, 12, 4, 4, 4, 41, 41, 41, 41, 41, 41, 41, 41, 41,
        41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 4, 4, 4, 4, 4, 4,
    ];

    /// <summary>Inputs, outputs, outputs on a jump: each a length and its entries.</summary>
    private static ReadOnlySpan<byte> Lists =>
    [
        1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2, 0, 1, 2, 0, 1, 3, 0, 0, 0, 2, 0,
        1, 2, 0, 1, 2, 1, 0, 0, 0, 2, 0, 0, 1, 0, 1, 0, 1, 0, 2, 8, 0, 2, 8, 0, 1, 68, 1, 0, 1, 0, 3, 1,
        1, 68, 1, 0, 1, 0, 1, 48, 1, 0, 1, 0, 1, 96, 0, 0, 1, 0, 1, 48, 1, 48, 1, 0, 1, 112, 1, 112, 2, 1, 1, 1,
        0, 1, 0, 2, 0, 80, 1, 0, 1, 0, 3, 0, 81, 0, 1, 0, 1, 0, 3, 0, 1, 80, 1, 0, 1, 0, 4, 0, 1, 81, 0, 1,
        0, 1, 0, 1, 0, 0, 1, 8, 1, 0, 2, 22, 0, 2, 22, 0, 1, 37, 2, 37, 0, 0, 0, 1, 3, 1, 3, 0, 1, 2, 1, 2,
        3, 1, 0, 0, 0, 0, 1, 1, 2, 8, 8, 2, 8, 8, 2, 1, 1, 4, 8, 9, 8, 9, 4, 8, 9, 8, 9, 1, 1, 0, 0, 2,
        1, 1, 2, 9, 8, 2, 9, 8, 3, 1, 1, 1, 3, 10, 8, 9, 3, 10, 8, 9, 2, 22, 7, 1, 7, 1, 7, 1, 7, 0, 0, 1,
        0, 1, 37, 1, 37, 3, 0, 0, 0, 1, 8, 1, 8, 2, 0, 0, 0, 0,
    ];
}
