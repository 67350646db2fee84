using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>Exception blocks: what sets them up, drops them, runs their handlers.</summary>
internal sealed partial class FlowAnalysis
{
    /// <summary>A handler is active from its offset on, at run time too. So no edge may lead from where a block is active
    /// to where it is not, and only the innermost block may become active without an exception.</summary>
    private bool CanEnter(int target)
    {
        for (var block = blocks; block != BlockPool.Empty; block = chains[block].Outer, work++)
        {
            var (before, after) = (chains[block].IsActive(at), chains[block].IsActive(target));
            if (before != after && (before || block != blocks))
                return Fail("block.region", $"the way to {target} leaves or enters the handler of a block");
        }
        return true;
    }

    /// <summary>SETUP_*: the handler receives the stack as it is now, with a token or an exception on top.</summary>
    private bool SetUp(BlockKind kind, in Instruction instruction)
    {
        var handler = instruction.Operand;
        if (handler >= codeLength)
            return Fail("jump.range", $"handler at {handler}, outside the code");
        for (var outer = blocks; outer != BlockPool.Empty; outer = chains[outer].Outer, work++)
        {
            if (chains[outer].IsActive(at))
                continue;
            if (handler >= chains[outer].Handler)
                return Fail("block.nesting", $"handler at {handler}, behind the handler of the block around it");
            break;
        }
        if (kind == BlockKind.Finally && Code[(int)handler] == (byte)Opcode.DupTop)
        {
            kind = BlockKind.AsyncWith;
            if (stacks.Entries(stack) <= floor || !StackPool.IsValue(stacks.Held(stack)))
                return Fail("block.manager", "no manager on the stack of an async with");
        }
        if (kind == BlockKind.With)
        {
            if (!Pop(SlotKind.Value))
                return false;
            stack = stacks.Push(stacks.Push(stack, Held.ExitMethod), Held.ExitSelf);
        }
        blocks = chains.Push(blocks, kind, (int)handler, stacks.Entries(stack));
        // The manager of an async with may give way to None while the block is set up (PassManager).
        var kept = kind == BlockKind.AsyncWith ? stacks.Push(stacks.Below(stack), Held.Value) : stack;
        var received = stacks.Push(kept, kind == BlockKind.Except ? Held.Exception : Held.Token);
        if (!Reach((int)handler, received, blocks))
            return false;
        if (kind == BlockKind.With)
            stack = stacks.Push(stack, Held.Value);
        return true;
    }

    /// <summary>POP_EXCEPT_JUMP.</summary>
    private bool PopExcept(in Instruction instruction)
    {
        if (blocks == BlockPool.Empty || chains[blocks].Kind != BlockKind.Except)
            return Fail("block.pop", "the innermost block is none of SETUP_EXCEPT");
        blocks = chains[blocks].Outer;
        return GoTo(instruction.Operand, stack);
    }

    /// <summary>WITH_CLEANUP: the exit pair and the token of the innermost block, and room for a call with three arguments.</summary>
    private bool WithCleanup()
    {
        if (blocks == BlockPool.Empty || chains[blocks].Kind != BlockKind.With || !chains[blocks].IsActive(at))
            return Fail("block.with", "not in the handler of a SETUP_WITH");
        var self = stacks.Below(stack);
        var method = stacks.Below(self);
        if (stacks.Entries(stack) != chains[blocks].Entries + 1 || !StackPool.IsToken(stacks.Held(stack))
            || stacks.Held(self) != Held.ExitSelf || stacks.Held(method) != Held.ExitMethod)
            return Fail("token", "no exit method and token on top of the stack");
        stack = stacks.Below(method);
        stacks.Need(stacks.Slots(stack) + 5);
        stack = stacks.Push(stack, Held.Token);
        return true;
    }

    /// <summary>END_FINALLY: the token of the innermost block, and nothing else that the block brought.</summary>
    private bool EndFinally()
    {
        if (blocks == BlockPool.Empty || !chains[blocks].IsActive(at))
            return Fail("block.end", "not in the handler of a block");
        ref readonly var block = ref chains[blocks];
        if (stacks.Entries(stack) != block.EntriesAfter + 1)
            return Fail("block.stack", "the handler does not end with its token alone");
        var held = stacks.Held(stack);
        if (block.IsFinally ? !StackPool.IsToken(held) : !StackPool.IsSimpleToken(held))
            return Fail("token", "the handler does not end with its token");
        stack = stacks.Below(stack);
        blocks = block.Outer;
        return true;
    }

    /// <summary>UNWIND_JUMP: leaves blocks from the innermost on as the machine will, each handler ending with the stack
    /// that the next one finds; perhaps drops the iterator of the loop that is left.</summary>
    private bool Unwind(in Instruction instruction)
    {
        for (var count = instruction.Extra & 0x7f; count > 0; count--, work++)
        {
            if (blocks == BlockPool.Empty)
                return Fail("unwind.blocks", "leaves more blocks than there are");
            ref readonly var block = ref chains[blocks];
            if (block.IsFinally)
            {
                var entries = stacks.Entries(stack);
                var fits = !block.IsActive(at)
                    ? entries == block.Entries
                    : block.Kind == BlockKind.Finally && entries == block.Entries + 1 && StackPool.IsToken(stacks.Held(stack));
                if (!fits)
                    return Fail("unwind.stack", "the stack is not what the handler of a block expects");
                while (stacks.Entries(stack) > block.EntriesAfter)
                    stack = stacks.Below(stack);
            }
            blocks = block.Outer;
        }
        if ((instruction.Extra & 0x80) != 0)
        {
            floor = blocks == BlockPool.Empty ? 0 : chains[blocks].Floor(at);
            if (!PopIterator(byHand: false))
                return false;
        }
        return GoTo(instruction.Operand, stack);
    }

    /// <summary>The end of the body of an async with puts None below the manager while the block is still set up. If an
    /// exception comes in between, the handler finds None in the manager's place: another value.</summary>
    private bool PassManager(in Instruction instruction)
    {
        if (!StackPool.IsValue(stacks.Held(stack)))
            return Fail("block.manager", "puts what is no value in the place of the manager of an async with");
        floor--;
        return Simple(instruction);
    }

    private bool IsAboveManager() =>
        blocks != BlockPool.Empty && chains[blocks].Kind == BlockKind.AsyncWith && !chains[blocks].IsActive(at)
        && stacks.Entries(stack) == chains[blocks].Entries + 1;
}
