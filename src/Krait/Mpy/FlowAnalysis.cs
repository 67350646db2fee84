using System.Buffers;
using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>What a maker has said of a child function.</summary>
internal struct ChildFacts
{
    /// <summary>Whether reachable code makes it.</summary>
    public bool IsMade;

    /// <summary>Cells that every maker closes over.</summary>
    public int Cells;

    public Prelude Prelude;
}

/// <summary>
/// Follows all paths through one function and computes for each instruction what lies on the value stack and which
/// exception blocks are set up. It stops at the first instruction that could do harm.
/// </summary>
/// <remarks>This part follows edges; <c>FlowAnalysis.Instructions.cs</c> says what an instruction does to the stack,
/// <c>FlowAnalysis.Blocks.cs</c> what it does to blocks; <c>FlowAnalysis.Straight.cs</c> does both at once for the most
/// frequent ones.</remarks>
internal sealed partial class FlowAnalysis
{
    /// <summary>Marks of a byte of code.</summary>
    [Flags]
    private enum Mark : byte
    {
        None = 0,

        /// <summary>A state is known: an edge leads here.</summary>
        Reached = 1,

        /// <summary>An instruction begins here.</summary>
        Start = 2,

        /// <summary>Belongs to an instruction that begins earlier.</summary>
        Inside = 4,
    }

    /// <summary>Steps for each byte of code before a function counts as too complex; compiled code needs up to 10.</summary>
    private const int WorkPerByte = 64;

    /// <summary>Different things on stacks for each byte of code; compiled code needs up to 1.3.</summary>
    private const int NodesPerByte = 4;

    private readonly MpyFile file;
    private StackPool stacks = new();
    private BlockPool chains = new();
    private Mark[] marks = [];
    private byte[] pending = [];
    private int[] stackAt = [];
    private int[] blocksAt = [];

    // The function.
    private RawFunction function = null!;
    private Prelude prelude;
    private int codeStart;
    private int codeLength;
    private int closureCount;
    private UInt256 cells;
    private bool hasCells;
    private ChildFacts[] children = [];

    // The state before, then after, the instruction at `at`.
    private int at;
    private int stack;
    private int blocks;
    private int floor;

    private int localCount;
    private long work;
    private long workLimit;
    private long nodeLimit;
    private int firstPending;
    private readonly List<int> tokenTests = [];

    public FlowAnalysis(MpyFile file) => this.file = file;

    /// <summary>What was wrong, when <see cref="TryRun"/> answered false.</summary>
    public MpyError? Error { get; private set; }

    public int LocalCount => localCount;

    public int StackDepth => stacks.Deepest;

    public int BlockDepth => chains.Deepest;

    /// <summary>Offsets of the exception matches that ask whether a token is an exception.</summary>
    public int[] TokenTests => [.. tokenTests];

    private ReadOnlySpan<byte> Code => file.Memory.Bytes.Slice(codeStart, codeLength);

    /// <summary>Follows all paths through a function. The facts of the children that it makes are filled in.</summary>
    public bool TryRun(RawFunction function, in Prelude prelude, int closureCount, ChildFacts[] children)
    {
        this.function = function;
        this.prelude = prelude;
        this.closureCount = closureCount;
        this.children = children;
        codeStart = function.Offset + prelude.CodeOffset;
        codeLength = function.Length - prelude.CodeOffset;
        localCount = prelude.ParameterLocals;
        work = 0;
        workLimit = WorkPerByte * (codeLength + 256L);
        nodeLimit = NodesPerByte * (codeLength + 256L) + prelude.StateSlots;
        tokenTests.Clear();
        if (codeLength == 0)
            return Fail("code.end", codeStart, "a function without code");
        if (!TryCells())
            return false;
        Reset();
        return TryPaths() && TrySizes();
    }

    /// <summary>Gives the tables back.</summary>
    public void Return()
    {
        stacks.Return();
        chains.Return();
        ReturnTables();
    }

    private bool TryCells()
    {
        cells = default;
        var numbers = file.Memory.Bytes[(function.Offset + prelude.CellsOffset)..codeStart];
        hasCells = !numbers.IsEmpty;
        for (var i = 0; i < numbers.Length; i++)
        {
            var local = numbers[i];
            if (local < closureCount || !cells.Add(local))
                return Fail("cells", codeStart - numbers.Length + i, $"local {local} is a cell already");
            localCount = Math.Max(localCount, local + 1);
        }
        return true;
    }

    private void Reset()
    {
        stacks.Clear();
        chains.Clear();
        if (marks.Length < codeLength)
        {
            ReturnTables();
            marks = ArrayPool<Mark>.Shared.Rent(codeLength);
            pending = ArrayPool<byte>.Shared.Rent(codeLength);
            stackAt = ArrayPool<int>.Shared.Rent(codeLength);
            blocksAt = ArrayPool<int>.Shared.Rent(codeLength);
        }
        marks.AsSpan(0, codeLength).Clear();
        pending.AsSpan(0, codeLength).Clear();
        firstPending = 0;
    }

    private void ReturnTables()
    {
        if (marks.Length == 0)
            return;
        ArrayPool<Mark>.Shared.Return(marks);
        ArrayPool<byte>.Shared.Return(pending);
        ArrayPool<int>.Shared.Return(stackAt);
        ArrayPool<int>.Shared.Return(blocksAt);
    }

    /// <summary>Takes the lowest instruction whose state is new, so that all forward edges into a place come before it,
    /// and goes on from there until a path ends or says nothing new.</summary>
    private bool TryPaths()
    {
        if (!Reach(0, StackPool.Empty, BlockPool.Empty))
            return false;
        while (true)
        {
            var next = pending.AsSpan(firstPending, codeLength - firstPending).IndexOf((byte)1);
            if (next < 0)
                return true;
            work += next >> 5;
            at = firstPending + next;
            firstPending = at + 1;
            do
            {
                if (!TryStraight() || (at >= 0 && !TryInstruction()))
                    return false;
            }
            while (at >= 0 && pending[at] != 0);
        }
    }

    /// <summary>Decodes and checks the instruction at <see cref="at"/> and goes to the next one of its path, or to -1.</summary>
    private bool TryInstruction()
    {
        if (InstructionDecoder.Decode(Code, at, out var instruction) is { } broken)
            return Fail(broken, Describe(broken));
        stack = stackAt[at];
        blocks = blocksAt[at];
        floor = Floor();
        if (!Apply(ref instruction))
            return false;
        if (!MarkInstruction(instruction.End))
            return false;
        if (stacks.Deepest > prelude.StateSlots)
            return Fail("stack.overflow", $"more than the {prelude.StateSlots} slots that the prelude provides");
        if (++work > workLimit || stacks.Count > nodeLimit)
            return Fail("work", "the function is too complex");
        if ((InstructionTable.Flags(instruction.Code) & InstructionFlags.Ends) != 0)
        {
            at = -1;
            return true;
        }
        if (instruction.End >= codeLength)
            return Fail("code.end", "the code ends without a return");
        if (!GoTo(instruction.End, stack))
            return false;
        at = instruction.End;
        return true;
    }

    /// <summary>An edge to an instruction, with the blocks of the state.</summary>
    private bool GoTo(long target, int withStack)
    {
        if ((ulong)target >= (ulong)codeLength)
            return Fail("jump.range", $"jump to {target}, outside the code");
        return (blocks == BlockPool.Empty || CanEnter((int)target)) && Reach((int)target, withStack, blocks);
    }

    /// <summary>Adds a state to what is known of an instruction, and marks it when that is new.</summary>
    private bool Reach(int target, int withStack, int withBlocks)
    {
        ref var mark = ref marks[target];
        if ((mark & Mark.Reached) == 0)
        {
            if ((mark & Mark.Inside) != 0)
                return Fail("jump.inside", $"jump to {target}, into an instruction");
            mark |= Mark.Reached;
            stackAt[target] = withStack;
            blocksAt[target] = withBlocks;
        }
        else
        {
            if (!chains.AreEqual(blocksAt[target], withBlocks, ref work))
                return Fail("join.blocks", $"different exception blocks meet at {target}");
            if (stackAt[target] == withStack)
                return true;
            var joined = stacks.Join(stackAt[target], withStack, ref work);
            if (joined == StackPool.None)
                return Fail("join.stack", $"different stacks meet at {target}");
            if (joined == stackAt[target])
                return true;
            stackAt[target] = joined;
        }
        pending[target] = 1;
        firstPending = Math.Min(firstPending, target);
        return true;
    }

    /// <summary>Claims the bytes of an instruction: no other may overlap it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MarkInstruction(int end)
    {
        if ((marks[at] & Mark.Start) != 0)
            return true;
        marks[at] |= Mark.Start;
        for (var inside = at + 1; inside < end; inside++)
        {
            if ((marks[inside] & (Mark.Reached | Mark.Start)) != 0)
                return Fail("jump.inside", $"jump to {inside}, into an instruction");
            marks[inside] |= Mark.Inside;
        }
        return true;
    }

    private bool TrySizes()
    {
        if (localCount + stacks.Deepest > prelude.StateSlots)
            return Fail("prelude.state", function.Offset,
                $"{localCount} locals and {stacks.Deepest} of stack need more than the {prelude.StateSlots} slots of the prelude");
        if (chains.Deepest > prelude.BlockSlots)
            return Fail("prelude.blocks", function.Offset,
                $"{chains.Deepest} nested exception blocks, {prelude.BlockSlots} in the prelude");
        return true;
    }

    private bool Fail(string rule, string message) => Fail(rule, codeStart + at, message);

    private bool Fail(string rule, int offset, string message)
    {
        Error ??= new(offset, rule, message);
        return false;
    }

    private string Describe(string broken) => broken switch
    {
        "opcode" => $"0x{Code[at]:x2} is no opcode",
        "operand.end" => "the code ends within an instruction",
        _ => "the operand is too large",
    };

    /// <summary>A set of the numbers 0 to 255.</summary>
    private struct UInt256
    {
        private UInt128 low;
        private UInt128 high;

        public readonly bool Contains(int number) => number < 256 && ((number < 128 ? low : high) >> (number & 127) & 1) != 0;

        public bool Add(byte number)
        {
            if (Contains(number))
                return false;
            (number < 128 ? ref low : ref high) |= UInt128.One << (number & 127);
            return true;
        }
    }
}
