using System.Runtime.CompilerServices;
using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>Straight code: most instructions take and leave a few values and go on to the next one, or skip what follows.
/// One loop follows them as far as nothing else happens.</summary>
/// <remarks>The loop accepts nothing that <see cref="TryInstruction"/> would not: an instruction that breaks a rule, or of
/// which it does not know all, is left to that.</remarks>
internal sealed partial class FlowAnalysis
{
    /// <summary>The longest operand that the loop reads; longer ones are legal and rare.</summary>
    private const int MaxStraightOperand = 3;

    private const Opcode LastStoreFast = (Opcode)((int)Opcode.StoreFastMulti + 15);

    /// <summary>Follows straight code from <see cref="at"/> and stays before the first instruction that is something else,
    /// or at -1 when it meets a state that is known already. Answers false for states that cannot be joined.</summary>
    // Compiled well at once, and only once: the first import of a process runs this loop over all of its code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe bool TryStraight()
    {
        (stack, blocks) = (stackAt[at], blocksAt[at]);
        floor = Floor();
        // Up to this offset the same blocks are active: none is entered or left, and the floor stays.
        var end = NextHandler();
        var code = file.Memory.Start + codeStart;
        while (true)
        {
            pending[at] = 0;
            var opcode = (Opcode)code[at];
            var (next, target) = (at + 1, 0);
            var format = InstructionTable.Format((byte)opcode);
            var operand = 0;
            if (format is OperandFormat.Qstr or OperandFormat.Unsigned or OperandFormat.Signed && !TryOperand(code, ref next, out operand))
                return true;
            int taken, left = 1, length = 0;
            // Of the things taken, the one that may be NULL, counted from the lowest, which is 1.
            var nullable = 0;
            Held first = Held.Value, second = Held.Value;
            if (InstructionTable.Plain((byte)opcode) is { IsPlain: true } effect)
            {
                if (format == OperandFormat.Qstr && operand >= file.Qstrs.Length)
                    return true;
                (taken, left) = (effect.Taken, effect.Left);
                nullable = effect.TakesNull ? 1 : 0;
                if (!effect.LeavesValues)
                    (first, second) = (HeldOf(effect.First), HeldOf(effect.Second));
                if (opcode == Opcode.LoadConstString)
                {
                    first = Held.String;
                }
                else if (opcode is >= Opcode.LoadConstSmallIntMulti and <= LastStoreFast)
                {
                    var local = (int)opcode & 15;
                    if (opcode < Opcode.LoadFastMulti)
                        first = Held.Int;
                    else if (local >= localCount || local >= prelude.StateSlots || IsCell(local))
                        return true;
                }
            }
            else
            {
                switch (opcode)
                {
                    case Opcode.LoadConstSmallInt:
                        (taken, first) = (0, Held.Int);
                        break;
                    case Opcode.LoadConstObj when IsValue(operand):
                        taken = 0;
                        break;
                    case Opcode.StoreMap when stacks.Entries(stack) - floor > 2 && stacks.Held(stacks.Below(stacks.Below(stack))) == Held.Dict:
                        (taken, left) = (2, 0);
                        break;
                    case Opcode.BuildTuple:
                        (taken, first, length) = (operand, Held.Tuple, operand);
                        break;
                    // Without keywords, which the second byte of the operand counts.
                    case Opcode.CallFunction when operand < 0x100:
                        taken = operand + 1;
                        break;
                    case Opcode.CallMethod when operand < 0x100:
                        (taken, nullable) = (operand + 2, 2);
                        break;
                    // Forward, to where the same blocks are active; not on a token's test.
                    case Opcode.PopJumpIfTrue or Opcode.PopJumpIfFalse when TryTarget(code, ref next, out target) && target >= next && target < end
                        && stacks.Held(stack) != Held.TokenTest:
                        (taken, left) = (1, 0);
                        break;
                    default:
                        return true;
                }
            }
            if (next >= end || taken > stacks.Entries(stack) - floor)
                return true;
            var after = stack;
            for (var rest = taken; rest > 0; rest--)
            {
                if (stacks.Held(after) > (rest == nullable ? Held.MaybeNull : Held.TokenTest))
                    return true;
                after = stacks.Below(after);
            }
            var steps = taken + 1;
            if (stacks.Slots(after) + left > prelude.StateSlots || work + steps > workLimit || stacks.Count + left > nodeLimit)
                return true;
            work += steps;
            if (left > 0)
                after = stacks.Push(after, first, length);
            if (left > 1)
                after = stacks.Push(after, second);
            if (target != 0 && !Reach(target, after, blocks))
                return false;
            if (!MarkInstruction(next))
                return false;
            if (marks[next] == Mark.None)
            {
                marks[next] = Mark.Reached;
                stackAt[next] = stack = after;
                blocksAt[next] = blocks;
            }
            else if (!Reach(next, after, blocks))
            {
                return false;
            }
            else if (pending[next] == 0)
            {
                at = -1;
                return true;
            }
            else
            {
                (stack, blocks) = (stackAt[next], blocksAt[next]);
            }
            at = next;
        }
    }

    /// <summary>Reads an operand's bytes as an unsigned number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe bool TryOperand(byte* code, ref int next, out int operand)
    {
        operand = 0;
        for (var last = Math.Min(next + MaxStraightOperand, codeLength); next < last;)
        {
            var b = code[next++];
            operand = operand << 7 | b & 0x7f;
            if (b < 0x80)
                return true;
        }
        return false;
    }

    /// <summary>Reads where a jump in either direction leads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe bool TryTarget(byte* code, ref int next, out int target)
    {
        target = 0;
        if (next + 1 >= codeLength)
            return false;
        var (distance, bias) = ((int)code[next++], 0x40);
        if (distance >= 0x80)
            (distance, bias) = (distance & 0x7f | code[next++] << 7, bias << 8);
        target = next + distance - bias;
        return true;
    }

    /// <summary>The offset of the next handler of the blocks that are set up, or where the code ends.</summary>
    private int NextHandler()
    {
        var end = codeLength;
        for (var block = blocks; block != BlockPool.Empty; block = chains[block].Outer, work++)
        {
            if (!chains[block].IsActive(at))
                end = Math.Min(end, chains[block].Handler);
        }
        return end;
    }

    /// <summary>How many entries of the stack no instruction at <see cref="at"/> may touch.</summary>
    private int Floor() => blocks == BlockPool.Empty ? 0 : chains[blocks].Floor(at);
}
