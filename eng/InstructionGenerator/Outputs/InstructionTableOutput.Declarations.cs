namespace Krait.InstructionGenerator.Outputs;

/// <content>The hand-written part of the table: what its numbers mean and how they are asked for.</content>
internal static partial class InstructionTableOutput
{
    private const string Declarations = """
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

        /// <summary>All that a plain instruction does to the stack, in one number: it takes up to three values, leaves up to
        /// two, and goes on to the next instruction, whatever its operand is. 0 for every other instruction.</summary>
        internal readonly struct PlainEffect(ushort bits)
        {
            /// <summary>Whether the instruction is plain.</summary>
            public bool IsPlain => bits != 0;

            /// <summary>How many values it takes.</summary>
            public int Taken => bits & 3;

            /// <summary>How many it leaves.</summary>
            public int Left => bits >> 2 & 3;

            /// <summary>Whether all it leaves are values.</summary>
            public bool LeavesValues => (bits & 0x3f0) == 0;

            /// <summary>What the lower one of those left is.</summary>
            public SlotKind First => (SlotKind)(bits >> 4 & 7);

            /// <summary>What the upper one is.</summary>
            public SlotKind Second => (SlotKind)(bits >> 7 & 7);

            /// <summary>Whether NULL will do for the lowest one taken.</summary>
            public bool TakesNull => (bits & 0x400) != 0;
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

            /// <summary>What it does to the stack, when it is plain.</summary>
            public static PlainEffect Plain(byte opcode) => new(PlainEffects[opcode]);

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
        """;
}
