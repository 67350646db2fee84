using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Campaign;

/// <summary>A promise of the verifier did not hold while a function ran.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);

/// <summary>
/// Looks at a frame before each instruction of the traced loop: does what docs/verifier.md promises the interpreter hold
/// there, as far as it can be seen from values?
/// </summary>
internal sealed unsafe class PromiseChecker
{
    private const long ReturnMark = -1;

    private readonly Dictionary<CodeUnit, Reach> known = [];
    private readonly ReturnLinks links = new();
    private Frame frame = null!;
    private CodeUnit unit = null!;
    private Instruction instruction;

    private int Height => frame.Top - unit.StackBase;

    /// <summary>Throws a <see cref="BrokenPromiseException"/> when a promise does not hold.</summary>
    public void Check(Frame running)
    {
        frame = running;
        unit = running.Unit;
        Promise(links.Holds(frame), "an instruction wrote the Continuation, Aux or State of its own frame");
        // The frame below a nested run has code of the machine's own, which nobody verified.
        if (unit.Code[frame.Offset] == (byte)Opcode.Exit)
            return;
        if (!known.TryGetValue(unit, out var reach))
            known.Add(unit, reach = new Reach(unit));
        if (!reach.Instructions.TryGetValue(frame.Offset, out instruction))
            throw Broken("no instruction begins here");
        Promise(Height >= 0 && Height <= unit.StackDepth, $"{Height} slots of {unit.StackDepth}");
        Promise(frame.Blocks >= 0 && frame.Blocks <= unit.BlockDepth, $"{frame.Blocks} blocks of {unit.BlockDepth}");
        Promise(Height >= InstructionTable.Count(InstructionTable.Inputs(instruction.Code), (int)instruction.Operand, instruction.Extra), "stack underflow");
        CheckHeight(reach);
        CheckCells();
        CheckBlocks(reach);
        CheckOperands(reach);
    }

    /// <summary>Where paths meet the stack is as high, but for tokens, which take one slot or two: each handler that runs
    /// may make a difference of one.</summary>
    private void CheckHeight(Reach reach)
    {
        var running = 0;
        for (var i = 0; i < frame.Blocks; i++)
        {
            if ((int)(uint)frame.Block(i).Bits <= frame.Offset)
                running++;
        }
        if (!reach.Heights.TryAdd(frame.Offset, Height))
            Promise(Math.Abs(reach.Heights[frame.Offset] - Height) <= running, $"{Height} slots, {reach.Heights[frame.Offset]} on another path");
    }

    private void CheckCells()
    {
        for (var i = 0; i < unit.ClosureCount; i++)
            Promise(frame[i].Object is PyCell, $"local {i} holds no cell");
        foreach (var local in unit.Cells)
            Promise(frame[local].Object is PyCell, $"local {local} holds no cell");
    }

    /// <summary>Handlers nest inside out, their depths do not fall from one block to the next inner one.</summary>
    private void CheckBlocks(Reach reach)
    {
        for (var i = 0; i < frame.Blocks; i++)
        {
            var handler = (int)(uint)frame.Block(i).Bits;
            Promise(reach.Instructions.ContainsKey(handler), $"no instruction at handler {handler}");
            Promise(i == 0 || handler <= (int)(uint)frame.Block(i - 1).Bits || (int)(uint)frame.Block(i - 1).Bits <= frame.Offset,
                "handlers do not nest");
        }
    }

    private void CheckOperands(Reach reach)
    {
        var operand = (int)instruction.Operand;
        switch (instruction.Opcode)
        {
            case Opcode.LoadFastN or Opcode.LoadFastMulti or Opcode.DeleteFast or Opcode.StoreFastN or Opcode.StoreFastMulti:
                Promise(operand < unit.LocalCount, "no such local");
                break;
            case Opcode.LoadDeref or Opcode.StoreDeref or Opcode.DeleteDeref:
                Promise(operand < unit.LocalCount && frame[operand].Object is PyCell, "no cell");
                break;
            case Opcode.LoadConstObj:
                Promise(operand < unit.Image.ObjectOffsets.Length, "no such constant");
                break;
            case Opcode.MakeFunction or Opcode.MakeFunctionDefargs or Opcode.MakeClosure or Opcode.MakeClosureDefargs:
                CheckMake(operand);
                break;
            case Opcode.CallFunction or Opcode.CallMethod:
                CheckCall(operand, hasStars: false);
                break;
            case Opcode.CallFunctionVarKw or Opcode.CallMethodVarKw:
                CheckCall(operand, hasStars: true);
                break;
            case Opcode.StoreMap:
                Promise(frame.Peek(2).Object is PyDict, "no dict");
                break;
            case Opcode.StoreComp:
                var container = frame.Peek(operand >> 2).Object;
                Promise((operand & 3) switch { 0 => container is PyList, 1 => container is PyDict, _ => container is PySet }, "no container");
                break;
            case Opcode.ForIter:
                Promise(IsIterator(0), "no iterator");
                break;
            case Opcode.UnwindJump:
                Promise((instruction.Extra & 0x7f) <= frame.Blocks, "fewer blocks than are left");
                Promise(instruction.Extra != 0x80 || IsIterator(0), "no iterator to leave");
                break;
            case Opcode.PopExceptJump:
                Promise(frame.Blocks > 0, "no block to leave");
                break;
            case Opcode.WithCleanup:
                CheckToken(reach, below: 2);
                // __exit__ and its self, three arguments: the token's slots are among them.
                Promise(Height + (frame.Peek().IsInt ? 1 : 2) <= unit.StackDepth, "no room for the call of __exit__");
                break;
            case Opcode.EndFinally:
                CheckToken(reach, below: 0);
                break;
        }
    }

    private void CheckMake(int index)
    {
        var child = index < unit.Children.Length ? unit.Children[index] : null;
        if (child is null)
            throw Broken("no such child");
        var cells = (int)instruction.Extra;
        Promise(child.ClosureCount == cells, "wrong number of cells");
        for (var i = 0; i < cells; i++)
            Promise(frame.Peek(i).Object is PyCell, "closes over no cell");
        var hasDefaults = instruction.Opcode is Opcode.MakeFunctionDefargs or Opcode.MakeClosureDefargs;
        var keywords = hasDefaults ? frame.Peek(cells).Object : null;
        var defaults = hasDefaults ? frame.Peek(cells + 1).Object : null;
        Promise((child.Flags & CodeFlags.DefaultKeywords) != 0 ? keywords is PyDict : keywords is null, "keyword defaults");
        Promise(defaults is null ? child.DefaultCount == 0 : defaults is PyTuple tuple && tuple.Items.Length == child.DefaultCount, "defaults");
    }

    private void CheckCall(int operand, bool hasStars)
    {
        Promise(!hasStars || frame.Peek().IsInt, "no bitmap of stars");
        var top = hasStars ? 1 : 0;
        for (var pair = 0; pair < operand >> 8; pair++)
        {
            ref var key = ref frame.Peek(top + 2 * pair + 1);
            Promise(key.Object is PyStr || hasStars && key.IsNull, "a keyword that is no name");
            Promise(!frame.Peek(top + 2 * pair).IsNull, "NULL for an argument");
        }
        for (var i = 0; i < (operand & 0xff); i++)
            Promise(!frame.Peek(top + 2 * (operand >> 8) + i).IsNull, "NULL for an argument");
    }

    private bool IsIterator(int depth) =>
        frame.Peek(depth).IsNull && frame.Peek(depth + 1).IsNull && !frame.Peek(depth + 2).IsNull && frame.Peek(depth + 3).IsNull;

    private void CheckToken(Reach reach, int below)
    {
        Promise(frame.Blocks > 0 && (int)(uint)frame.Block(frame.Blocks - 1).Bits <= frame.Offset, "no handler runs");
        ref var token = ref frame.Peek();
        Promise(token.IsNone || token.Object is PyException || token.IsInt && token.Bits is >= ReturnMark and <= 0xff, "no token");
        var slots = 1;
        if (token.IsInt)
        {
            slots = 2;
            ref var data = ref frame.Peek(1);
            Promise(token.Bits == ReturnMark ? !data.IsNull : data.IsInt && reach.Instructions.ContainsKey((int)data.Bits), "a mark without its data");
        }
        Promise(Height >= slots + below, "half a token");
    }

    private void Promise(bool holds, string what)
    {
        if (!holds)
            throw Broken(what);
    }

    private BrokenPromiseException Broken(string what) =>
        new($"function at {unit.ImageOffset}, offset {frame.Offset} {InstructionTable.Name(unit.Code[frame.Offset])}: {what}");

    /// <summary>The instructions of a function that paths from its start lead to, found without the verifier's help.</summary>
    private sealed class Reach
    {
        public readonly Dictionary<int, Instruction> Instructions = [];

        /// <summary>The height of the stack the first time an instruction was met.</summary>
        public readonly Dictionary<int, int> Heights = [];

        public Reach(CodeUnit unit)
        {
            var code = new ReadOnlySpan<byte>(unit.Code, unit.CodeLength);
            var open = new Stack<int>([0]);
            while (open.TryPop(out var at))
            {
                if ((uint)at >= (uint)code.Length || Instructions.ContainsKey(at) || InstructionDecoder.Decode(code, at, out var found) is not null)
                    continue;
                Instructions.Add(at, found);
                if ((InstructionTable.Flags(found.Code) & InstructionFlags.Jumps) != 0)
                    open.Push((int)found.Operand);
                if ((InstructionTable.Flags(found.Code) & InstructionFlags.Ends) == 0)
                    open.Push(found.End);
            }
        }
    }
}
