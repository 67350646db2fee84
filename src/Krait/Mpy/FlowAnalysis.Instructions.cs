using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;

namespace Krait.Mpy;

/// <summary>What each instruction does to the stack: most of it the table says, the rest is here.</summary>
internal sealed partial class FlowAnalysis
{
    private bool Apply(ref Instruction instruction)
    {
        if (InstructionTable.Format(instruction.Code) == OperandFormat.Qstr && instruction.Operand >= file.Qstrs.Length)
            return Fail("operand.qstr", $"there is no qstr {instruction.Operand}");
        var operand = (int)instruction.Operand;
        switch (instruction.Opcode)
        {
            case Opcode.LoadConstString:
                return Push(Held.String);
            case Opcode.LoadConstSmallInt or Opcode.LoadConstSmallIntMulti:
                return Push(Held.Int);
            case Opcode.LoadConstObj:
                return LoadObject(operand);
            case Opcode.LoadFastN or Opcode.LoadFastMulti:
                return TryLocal(operand) && Push(IsCell(operand) ? Held.Cell : Held.Value);
            case Opcode.StoreFastN or Opcode.StoreFastMulti or Opcode.DeleteFast:
                if (!TryLocal(operand))
                    return false;
                return IsCell(operand) ? Fail("local.cell", $"local {operand} holds a cell") : Simple(instruction);
            case Opcode.LoadDeref or Opcode.StoreDeref or Opcode.DeleteDeref:
                if (!TryLocal(operand))
                    return false;
                return IsCell(operand) ? Simple(instruction) : Fail("local.cell", $"local {operand} holds no cell");
            case Opcode.BuildTuple:
                return Pop(SlotKind.Value, operand) && Push(Held.Tuple, operand);
            case Opcode.BuildList:
                return Pop(SlotKind.Value, operand) && Push(Held.List);
            case Opcode.BuildSet:
                return Pop(SlotKind.Value, operand) && Push(Held.Set);
            case Opcode.BuildMap:
                return operand <= codeLength ? Push(Held.Dict) : Fail("operand.hint", "a dict display of more items than code");
            case Opcode.BuildSlice:
                return operand is 2 or 3 ? Simple(instruction) : Fail("operand.slice", $"a slice of {operand} parts");
            case Opcode.StoreMap:
                return StoreMap();
            case Opcode.StoreComp:
                return StoreComprehension(operand);
            case Opcode.UnpackSequence or Opcode.UnpackEx:
                return InstructionTable.Count(InstructionTable.Outputs(instruction.Code), operand, 0) <= prelude.StateSlots
                    ? Simple(instruction)
                    : Fail("stack.overflow", "more targets than slots");
            case Opcode.MakeFunction:
                return Make(operand, 0, withDefaults: false);
            case Opcode.MakeFunctionDefargs:
                return Make(operand, 0, withDefaults: true);
            case Opcode.MakeClosure:
                return Make(operand, instruction.Extra, withDefaults: false);
            case Opcode.MakeClosureDefargs:
                return Make(operand, instruction.Extra, withDefaults: true);
            case Opcode.CallFunction:
                return Call(operand, isMethod: false, hasStars: false);
            case Opcode.CallFunctionVarKw:
                return Call(operand, isMethod: false, hasStars: true);
            case Opcode.CallMethod:
                return Call(operand, isMethod: true, hasStars: false);
            case Opcode.CallMethodVarKw:
                return Call(operand, isMethod: true, hasStars: true);
            case Opcode.YieldValue or Opcode.YieldFrom:
                return (prelude.Flags & CodeFlags.Generator) != 0 ? Simple(instruction) : Fail("yield", "yield in a function that is no generator");
            case Opcode.ForIter:
                return ForIter(instruction);
            case Opcode.PopTop when stacks.Held(stack) == Held.Iterator3:
                return DropIterator(ref instruction);
            case Opcode.DupTop when stacks.Held(stack) == Held.Token && stacks.Entries(stack) > floor:
                return Push(Held.TokenCopy);
            case Opcode.RotTwo when IsAboveManager():
                return PassManager(instruction);
            case Opcode.RotThree when stacks.Held(stack) is Held.Pair or Held.Data:
                return RotatePair();
            case Opcode.BinaryOpExceptionMatch when stacks.Held(stacks.Below(stack)) == Held.TokenCopy:
                return TestToken();
            case Opcode.PopJumpIfFalse when stacks.Held(stack) == Held.TokenTest && stacks.Held(stacks.Below(stack)) == Held.Token:
                return BranchOnToken(instruction);
            case Opcode.SetupWith:
                return SetUp(BlockKind.With, instruction);
            case Opcode.SetupExcept:
                return SetUp(BlockKind.Except, instruction);
            case Opcode.SetupFinally:
                return SetUp(BlockKind.Finally, instruction);
            case Opcode.PopExceptJump:
                return PopExcept(instruction);
            case Opcode.WithCleanup:
                return WithCleanup();
            case Opcode.EndFinally:
                return EndFinally();
            case Opcode.UnwindJump:
                return Unwind(instruction);
            default:
                return Simple(instruction);
        }
    }

    /// <summary>An instruction of which the table says all there is: takes its inputs, leaves its outputs, jumps.</summary>
    [SkipLocalsInit]
    private bool Simple(in Instruction instruction)
    {
        var operand = (int)instruction.Operand;
        Span<int> taken = stackalloc int[4];
        var inputs = InstructionTable.Inputs(instruction.Code);
        var staying = Staying(instruction.Code);
        for (var i = inputs.Length - 1; i >= 0; i--)
        {
            if (i < staying)
                floor = 0;
            taken[i] = stack;
            if (!Pop((SlotKind)(inputs[i] & 15), InstructionTable.Count(inputs[i], operand, instruction.Extra)))
                return false;
        }
        if ((InstructionTable.Flags(instruction.Code) & InstructionFlags.Jumps) != 0)
        {
            var jumping = PushAll(stack, InstructionTable.OutputsOnJump(instruction.Code), taken, operand);
            if (!GoTo(instruction.Operand, jumping))
                return false;
        }
        stack = PushAll(stack, InstructionTable.Outputs(instruction.Code), taken, operand);
        return true;
    }

    /// <summary>How many inputs, from the bottom, stay where they are: those are read, and may lie below a block.</summary>
    private static int Staying(byte code)
    {
        var outputs = InstructionTable.Outputs(code);
        if (outputs.IsEmpty || outputs[0] != (byte)SlotKind.SameAsInput || InstructionTable.OutputsOnJump(code) is [] or [not (byte)SlotKind.SameAsInput, ..])
            return 0;
        var count = 1;
        while (count < outputs.Length && outputs[count] == (byte)SlotKind.SameAsInput + count)
            count++;
        return count;
    }

    private int PushAll(int onto, ReadOnlySpan<byte> outputs, ReadOnlySpan<int> taken, int operand)
    {
        foreach (var entry in outputs)
        {
            var kind = (SlotKind)(entry & 15);
            if (kind >= SlotKind.SameAsInput)
            {
                var input = taken[kind - SlotKind.SameAsInput];
                onto = stacks.Push(onto, stacks.Held(input), stacks.Length(input));
                continue;
            }
            if (kind == SlotKind.Iterator)
            {
                for (var slot = Held.Iterator0; slot <= Held.Iterator3; slot++)
                    onto = stacks.Push(onto, slot);
                continue;
            }
            for (var count = InstructionTable.Count(entry, operand, 0); count > 0; count--, work++)
                onto = stacks.Push(onto, HeldOf(kind));
        }
        return onto;
    }

    /// <summary>What an output that the table describes is to the verifier.</summary>
    private static Held HeldOf(SlotKind kind) => kind switch
    {
        SlotKind.MaybeNull => Held.MaybeNull,
        SlotKind.Null => Held.Null,
        SlotKind.None => Held.None,
        _ => Held.Value,
    };

    private bool Push(Held held, int length = 0)
    {
        stack = stacks.Push(stack, held, length);
        return true;
    }

    private bool Pop(SlotKind kind, int count)
    {
        for (; count > 0; count--)
        {
            if (!Pop(kind))
                return false;
        }
        return true;
    }

    private bool Pop(SlotKind kind)
    {
        var entries = stacks.Entries(stack);
        if (entries <= floor)
            return floor == 0
                ? Fail("stack.underflow", "takes more than there is on the stack")
                : Fail("block.floor", "takes what lies below an exception block");
        var held = stacks.Held(stack);
        var fits = kind switch
        {
            SlotKind.Value => StackPool.IsValue(held),
            SlotKind.MaybeNull => StackPool.IsValueOrNull(held),
            SlotKind.Cell => held == Held.Cell,
            _ => false,
        };
        if (!fits)
            return Fail("stack.kind", $"takes {held} where {kind} is needed");
        stack = stacks.Below(stack);
        work++;
        return true;
    }

    /// <summary>Takes one of the things that the code itself must have made.</summary>
    private bool Pop(Held held, string rule, string message)
    {
        if (stacks.Held(stack) != held)
            return Fail(rule, message);
        return Pop(SlotKind.MaybeNull);
    }

    private bool TryLocal(int local)
    {
        if ((uint)local >= (uint)prelude.StateSlots)
            return Fail("operand.local", $"there is no local {local}");
        localCount = Math.Max(localCount, local + 1);
        return true;
    }

    private bool IsCell(int local) => local < closureCount || (hasCells && cells.Contains(local));

    private bool LoadObject(int index)
    {
        if (index >= file.ObjectOffsets.Length)
            return Fail("operand.object", $"there is no constant {index}");
        return IsValue(index) ? Push(Held.Value) : Fail("operand.object", $"constant {index} is for native code");
    }

    private bool IsValue(int index) =>
        index < file.ObjectOffsets.Length && file.Memory.Bytes[file.ObjectOffsets[index]] != (byte)ObjectType.FunctionTable;

    private bool StoreMap()
    {
        if (!Pop(SlotKind.Value, 2))
            return false;
        return stacks.Entries(stack) > floor && stacks.Held(stack) == Held.Dict || Fail("stack.container", "stores in what is no dict display");
    }

    /// <summary>The container lies at a depth that the operand gives, counted from the top, which is 0.</summary>
    private bool StoreComprehension(int operand)
    {
        var kind = operand & 3;
        if (kind == 3)
            return Fail("operand.container", "unknown kind of a comprehension");
        var wanted = kind == 0 ? Held.List : kind == 1 ? Held.Dict : Held.Set;
        var depth = operand >> 2;
        var items = kind == 1 ? 2 : 1;
        if (depth < items || depth >= stacks.Entries(stack))
            return Fail("stack.container", "the container of a comprehension lies outside the stack");
        var (container, slots) = (stack, stacks.Slots(stack));
        for (var i = 0; i < depth; i++, work++)
            container = stacks.Below(container);
        if (stacks.Held(container) != wanted || slots - stacks.Slots(container) != depth)
            return Fail("stack.container", "no container of a comprehension lies at that depth");
        return Pop(SlotKind.Value, items);
    }

    /// <summary>MAKE_*: cells and defaults are what the child's prelude says. The number of cells is the same for all makers;
    /// the child is verified with it.</summary>
    private bool Make(int index, int count, bool withDefaults)
    {
        if (index >= children.Length)
            return Fail("make.child", $"there is no child function {index}");
        ref var child = ref children[index];
        if (!child.IsMade)
        {
            if (!TryPrelude(function.Children[index], out child.Prelude))
                return false;
            child.IsMade = true;
            child.Cells = count;
        }
        else if (child.Cells != count)
        {
            return Fail("make.cells", $"child function {index} is made with {child.Cells} cells and with {count}");
        }
        if (child.Prelude.Positional < count || child.Prelude.Defaults > child.Prelude.Positional - count)
            return Fail("make.parameters", $"child function {index} has fewer positional parameters than cells and defaults");
        if (!Pop(SlotKind.Cell, count))
            return false;
        var hasKeywords = (child.Prelude.Flags & CodeFlags.DefaultKeywords) != 0;
        if (withDefaults)
        {
            if (!Pop(hasKeywords ? Held.Dict : Held.Null, "make.keywords", $"child function {index} needs {(hasKeywords ? "a dict" : "NULL")} as keyword defaults"))
                return false;
            var length = stacks.Held(stack) == Held.Null ? 0 : stacks.Held(stack) == Held.Tuple ? stacks.Length(stack) : -1;
            if (length != child.Prelude.Defaults)
                return Fail("make.defaults", $"child function {index} needs {child.Prelude.Defaults} defaults");
            if (!Pop(SlotKind.MaybeNull))
                return false;
        }
        else if (hasKeywords || child.Prelude.Defaults != 0)
        {
            return Fail("make.defaults", $"child function {index} is made without its defaults");
        }
        return Push(Held.Value);
    }

    private bool TryPrelude(RawFunction child, out Prelude read)
    {
        var cursor = new MpyCursor(file.Memory.Bytes.Slice(child.Offset, child.Length));
        if (Prelude.TryRead(ref cursor, file.Qstrs.Length, out read))
            return true;
        var error = cursor.Error!;
        return Fail(error.Rule, child.Offset + error.Offset, error.Message);
    }

    /// <summary>A call: callee (and self), positional arguments, pairs of keyword and value, bitmap of stars. A keyword is
    /// an interned string; NULL where ** is meant.</summary>
    private bool Call(int operand, bool isMethod, bool hasStars)
    {
        if (hasStars && !Pop(Held.Int, "call.stars", "the bitmap of stars is no constant"))
            return false;
        for (var pairs = operand >> 8; pairs > 0; pairs--)
        {
            if (!Pop(SlotKind.Value))
                return false;
            if (!Pop(hasStars && stacks.Held(stack) == Held.Null ? Held.Null : Held.String, "call.keyword", "a keyword is no constant string"))
                return false;
        }
        return Pop(SlotKind.Value, operand & 0xff)
            && (!isMethod || Pop(SlotKind.MaybeNull))
            && Pop(SlotKind.Value)
            && Push(Held.Value);
    }

    /// <summary>Takes the four slots of an iterator; or those that a generator expression puts together by hand.</summary>
    private bool PopIterator(bool byHand)
    {
        if (stacks.Entries(stack) - floor < 4)
            return Fail("iterator", "no iterator on the stack");
        var (third, second, first) = (stacks.Below(stack), stacks.Below(stacks.Below(stack)), stacks.Below(stacks.Below(stacks.Below(stack))));
        var kinds = (stacks.Held(first), stacks.Held(second), stacks.Held(third), stacks.Held(stack));
        if (kinds != (Held.Iterator0, Held.Iterator1, Held.Iterator2, Held.Iterator3)
            && !(byHand && kinds is (Held.Null, <= Held.TokenTest, Held.Null, Held.Null)))
            return Fail("iterator", "no iterator on the stack");
        stack = stacks.Below(first);
        return true;
    }

    private bool ForIter(in Instruction instruction)
    {
        if (!PopIterator(byHand: true) || !GoTo(instruction.Operand, stack))
            return false;
        stack = PushAll(stack, InstructionTable.Outputs(instruction.Code), default, 0);
        return true;
    }

    /// <summary>Four POP_TOP in a row, as break has them: the slots of an iterator go together.</summary>
    private bool DropIterator(ref Instruction instruction)
    {
        ReadOnlySpan<byte> four = [(byte)Opcode.PopTop, (byte)Opcode.PopTop, (byte)Opcode.PopTop, (byte)Opcode.PopTop];
        if (!Code[at..].StartsWith(four))
            return Fail("iterator", "drops a part of an iterator");
        instruction.End = at + four.Length;
        return PopIterator(byHand: false);
    }

    /// <summary>The handler of an async with takes the pair of a return or jump apart and puts it together below the manager.</summary>
    private bool RotatePair()
    {
        var second = stacks.Below(stack);
        var third = stacks.Below(second);
        if (stacks.Held(stack) == Held.Pair && stacks.Entries(stack) - floor >= 2 && StackPool.IsValueOrNull(stacks.Held(second)))
        {
            stack = stacks.Push(third, Held.Mark);
            stack = stacks.Push(stack, stacks.Held(second), stacks.Length(second));
            return Push(Held.Data);
        }
        if (stacks.Held(third) == Held.Mark && stacks.Entries(stack) - floor >= 3 && StackPool.IsValueOrNull(stacks.Held(second)))
        {
            stack = stacks.Push(stacks.Below(third), Held.Pair);
            return Push(stacks.Held(second), stacks.Length(second));
        }
        return Fail("token", "takes a token apart");
    }

    /// <summary>An exception match on a copy of a token asks whether the token is None or an exception; the machine answers
    /// so at the offsets noted here, whatever type it is compared with.</summary>
    private bool TestToken()
    {
        if (!Pop(SlotKind.Value))
            return false;
        if (stacks.Entries(stack) <= floor)
            return Fail("block.floor", "takes what lies below an exception block");
        stack = stacks.Below(stack);
        if ((marks[at] & Mark.Start) == 0)
            tokenTests.Add(at);
        return Push(Held.TokenTest);
    }

    private bool BranchOnToken(in Instruction instruction)
    {
        var below = stacks.Below(stacks.Below(stack));
        if (stacks.Entries(below) < floor)
            return Fail("block.floor", "takes what lies below an exception block");
        stack = stacks.Push(below, Held.NoneOrException);
        return GoTo(instruction.Operand, stacks.Push(below, Held.Pair));
    }
}
