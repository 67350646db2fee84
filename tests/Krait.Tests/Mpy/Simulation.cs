using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>
/// Runs a verified function without values: slots hold what kind of thing would lie in them, branches and exceptions come
/// from a generator of random numbers. Every assumption of docs/verifier.md is checked where a machine would rely on it.
/// </summary>
internal sealed class Simulation(CodeUnit unit, Random random)
{
    private const int MaxSteps = 400;

    private enum Tag : byte
    {
        Unbound, Value, None, Exception, String, Int, Tuple, List, Dict, Set, Cell, True, False, Null,
        Iterator0, Iterator1, Iterator2, Iterator3, ExitMethod, ExitSelf, Data, ReturnMark, JumpMark,
    }

    /// <param name="Number">Length of a tuple, loop an iterator belongs to, destination, blocks left to unwind.</param>
    private readonly record struct Slot(Tag Tag, int Number = 0)
    {
        public bool IsValue => Tag is >= Tag.Value and <= Tag.False;

        public bool IsMark => Tag is Tag.ReturnMark or Tag.JumpMark;
    }

    private readonly record struct Handler(int Offset, int Top, bool IsFinally);

    private readonly List<Slot> stack = [];
    private readonly List<Handler> blocks = [];
    private readonly Slot[] locals = new Slot[unit.LocalCount];
    private int at;
    private int next;
    private int loops;

    public static void RunAll(CodeUnit unit, Random random, int runs)
    {
        for (var run = 0; run < runs; run++)
            new Simulation(unit, random).Run();
        foreach (var child in unit.Children)
        {
            if (child is not null)
                RunAll(child, random, runs);
        }
    }

    private ReadOnlySpan<byte> Code => unit.Image.Bytes.Slice(CodeOffset, unit.CodeLength);

    private unsafe int CodeOffset => (int)(unit.Code - unit.Image.Start);

    private void Run()
    {
        for (var local = 0; local < locals.Length; local++)
        {
            var isCell = local < unit.ClosureCount || unit.Cells.Contains((byte)local);
            locals[local] = isCell ? new(Tag.Cell) : random.Next(2) == 0 ? new(Tag.Value) : default;
        }
        var goesOn = true;
        for (var step = 0; goesOn && step < MaxSteps; step++)
        {
            Check(at >= 0 && at < unit.CodeLength, "outside the code");
            Check(InstructionDecoder.Decode(Code, at, out var instruction) is null, "not an instruction");
            next = instruction.End;
            goesOn = random.Next(24) == 0 && CanRaise(instruction.Code) ? Raise() : Execute(instruction);
            at = next;
            Check(stack.Count <= unit.StackDepth, "stack overflow");
            Check(blocks.Count <= unit.BlockDepth, "too many blocks");
        }
    }

    /// <summary>Jumps raise too: they poll.</summary>
    private static bool CanRaise(byte code) =>
        (InstructionTable.Flags(code) & (InstructionFlags.Fallible | InstructionFlags.Jumps)) != 0 && (Opcode)code is not (Opcode.SetupExcept or Opcode.SetupFinally);

    private void Check(bool holds, string what)
    {
        if (!holds)
            Assert.Fail($"function at {unit.ImageOffset}, offset {at} {InstructionTable.Name(Code[Math.Clamp(at, 0, unit.CodeLength - 1)])}: {what}; stack {string.Join(' ', stack)}");
    }

    private Slot Pop()
    {
        Check(stack.Count > 0, "stack underflow");
        var slot = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return slot;
    }

    private Slot PopValue()
    {
        var slot = Pop();
        Check(slot.IsValue, $"{slot.Tag} is no value");
        return slot;
    }

    private Slot PopValueOrNull()
    {
        var slot = Pop();
        Check(slot.IsValue || slot.Tag == Tag.Null, $"{slot.Tag} is neither value nor NULL");
        return slot;
    }

    private void PopValues(int count)
    {
        for (; count > 0; count--)
            PopValue();
    }

    private void Push(Tag tag, int number = 0) => stack.Add(new(tag, number));

    private bool Raise()
    {
        while (blocks.Count > 0 && blocks[^1].Offset <= at)
            blocks.RemoveAt(blocks.Count - 1);
        if (blocks.Count == 0)
            return false;
        CutTo(blocks[^1].Top);
        Push(Tag.Exception);
        next = blocks[^1].Offset;
        return true;
    }

    private void CutTo(int count)
    {
        Check(stack.Count >= count, "the stack is lower than at SETUP");
        stack.RemoveRange(count, stack.Count - count);
    }

    private bool Execute(Instruction instruction)
    {
        var operand = (int)instruction.Operand;
        switch (instruction.Opcode)
        {
            case Opcode.LoadConstString:
                Push(Tag.String);
                break;
            case Opcode.LoadConstSmallInt or Opcode.LoadConstSmallIntMulti:
                Push(Tag.Int);
                break;
            case Opcode.LoadConstNone:
                Push(Tag.None);
                break;
            case Opcode.LoadNull:
                Push(Tag.Null);
                break;
            case Opcode.LoadFastN or Opcode.LoadFastMulti:
                Check(operand < locals.Length, "no such local");
                if (locals[operand].Tag == Tag.Unbound)
                    return Raise();
                stack.Add(locals[operand]);
                break;
            case Opcode.StoreFastN or Opcode.StoreFastMulti:
                Check(operand < locals.Length && locals[operand].Tag != Tag.Cell || !IsCell(operand), "stores over a cell");
                locals[operand] = PopValue();
                break;
            case Opcode.DeleteFast:
                Check(operand < locals.Length && !IsCell(operand), "deletes a cell");
                locals[operand] = default;
                break;
            case Opcode.LoadDeref or Opcode.StoreDeref or Opcode.DeleteDeref:
                Check(operand < locals.Length && locals[operand].Tag == Tag.Cell, "no cell");
                if (instruction.Opcode == Opcode.StoreDeref)
                    PopValue();
                else if (instruction.Opcode == Opcode.LoadDeref)
                    Push(Tag.Value);
                break;
            case Opcode.BuildTuple:
                PopValues(operand);
                Push(Tag.Tuple, operand);
                break;
            case Opcode.BuildList:
                PopValues(operand);
                Push(Tag.List);
                break;
            case Opcode.BuildSet:
                PopValues(operand);
                Push(Tag.Set);
                break;
            case Opcode.BuildMap:
                Push(Tag.Dict);
                break;
            case Opcode.StoreMap:
                PopValues(2);
                Check(stack.Count > 0 && stack[^1].Tag == Tag.Dict, "no dict");
                break;
            case Opcode.StoreComp:
                var container = (operand & 3) switch { 0 => Tag.List, 1 => Tag.Dict, _ => Tag.Set };
                Check(stack.Count > operand >> 2 && stack[^((operand >> 2) + 1)].Tag == container, "no container");
                PopValues(container == Tag.Dict ? 2 : 1);
                break;
            case Opcode.UnpackSequence or Opcode.UnpackEx:
                PopValue();
                for (var count = InstructionTable.Count(InstructionTable.Outputs(instruction.Code), operand, 0); count > 0; count--)
                    Push(Tag.Value);
                break;
            case Opcode.MakeFunction or Opcode.MakeFunctionDefargs or Opcode.MakeClosure or Opcode.MakeClosureDefargs:
                Make(operand, instruction.Extra, instruction.Opcode is Opcode.MakeFunctionDefargs or Opcode.MakeClosureDefargs);
                break;
            case Opcode.CallFunction or Opcode.CallFunctionVarKw or Opcode.CallMethod or Opcode.CallMethodVarKw:
                Call(operand, instruction.Opcode);
                break;
            case Opcode.Jump:
                next = operand;
                break;
            case Opcode.PopJumpIfTrue or Opcode.PopJumpIfFalse:
                var condition = PopValue().Tag;
                var isTrue = condition == Tag.True || condition != Tag.False && random.Next(2) == 0;
                if (isTrue == (instruction.Opcode == Opcode.PopJumpIfTrue))
                    next = operand;
                break;
            case Opcode.JumpIfTrueOrPop or Opcode.JumpIfFalseOrPop:
                var kept = PopValue();
                if (random.Next(2) == 0)
                {
                    stack.Add(kept);
                    next = operand;
                }
                break;
            case Opcode.GetIterStack:
                PopValue();
                PushIterator(++loops);
                break;
            case Opcode.ForIter:
                PopIterator(byHand: true, out var loop);
                if (random.Next(3) == 0)
                {
                    next = operand;
                    break;
                }
                PushIterator(loop);
                Push(Tag.Value);
                break;
            case Opcode.SetupWith:
                PopValue();
                Push(Tag.ExitMethod, ++loops);
                Push(Tag.ExitSelf, loops);
                blocks.Add(new(operand, stack.Count, true));
                Push(Tag.Value);
                break;
            case Opcode.SetupExcept or Opcode.SetupFinally:
                blocks.Add(new(operand, stack.Count, instruction.Opcode == Opcode.SetupFinally));
                break;
            case Opcode.PopExceptJump:
                Check(blocks.Count > 0 && !blocks[^1].IsFinally, "no except block");
                blocks.RemoveAt(blocks.Count - 1);
                next = operand;
                break;
            case Opcode.WithCleanup:
                WithCleanup();
                break;
            case Opcode.EndFinally:
                return EndFinally();
            case Opcode.UnwindJump:
                Push(Tag.Data, operand);
                return Unwind(instruction.Extra);
            case Opcode.ReturnValue:
                PopValue();
                return Return();
            case Opcode.RaiseLast or Opcode.RaiseObj or Opcode.RaiseFrom:
                PopValues(instruction.Opcode - Opcode.RaiseLast);
                return Raise();
            case Opcode.BinaryOpExceptionMatch when unit.TokenTests.Contains(at):
                PopValue();
                Push(Pop().IsMark ? Tag.False : Tag.True);
                break;
            case Opcode.DupTop:
                stack.Add(stack[^1]);
                break;
            case Opcode.DupTopTwo:
                stack.AddRange([stack[^2], stack[^1]]);
                break;
            case Opcode.PopTop:
                Check(!Pop().IsMark, "drops a mark");
                break;
            case Opcode.RotTwo:
                (stack[^1], stack[^2]) = (stack[^2], stack[^1]);
                break;
            case Opcode.RotThree:
                (stack[^1], stack[^2], stack[^3]) = (stack[^2], stack[^3], stack[^1]);
                break;
            default:
                Simple(instruction);
                break;
        }
        return true;
    }

    private bool IsCell(int local) => local < unit.ClosureCount || unit.Cells.Contains((byte)local);

    private void Simple(in Instruction instruction)
    {
        Check(InstructionTable.Format(instruction.Code) is OperandFormat.None or OperandFormat.Qstr or OperandFormat.Unsigned, "unexpected instruction");
        Check(InstructionTable.Format(instruction.Code) != OperandFormat.Qstr || instruction.Operand < unit.Image.Qstrs.Length, "no such qstr");
        Check(instruction.Opcode != Opcode.LoadConstObj || instruction.Operand < unit.Image.ObjectOffsets.Length, "no such constant");
        Check((InstructionTable.Flags(instruction.Code) & InstructionFlags.Yields) == 0 || unit.IsGenerator, "yields in a function");
        var inputs = InstructionTable.Inputs(instruction.Code);
        for (var i = inputs.Length - 1; i >= 0; i--)
        {
            for (var count = InstructionTable.Count(inputs[i], (int)instruction.Operand, 0); count > 0; count--)
                _ = (SlotKind)(inputs[i] & 15) == SlotKind.MaybeNull ? PopValueOrNull() : PopValue();
        }
        foreach (var output in InstructionTable.Outputs(instruction.Code))
            Push((SlotKind)(output & 15) == SlotKind.MaybeNull && random.Next(2) == 0 ? Tag.Null : Tag.Value);
    }

    private void Make(int index, int cells, bool withDefaults)
    {
        Check(index < unit.Children.Length && unit.Children[index] is not null, "no such child");
        var child = unit.Children[index];
        Check(child.ClosureCount == cells, "wrong number of cells");
        Check(child.PositionalCount - cells >= child.DefaultCount, "too many defaults");
        for (; cells > 0; cells--)
            Check(Pop().Tag == Tag.Cell, "no cell");
        var keywords = withDefaults ? Pop().Tag : Tag.Null;
        var defaults = withDefaults ? Pop() : new(Tag.Null);
        Check(keywords == ((child.Flags & CodeFlags.DefaultKeywords) != 0 ? Tag.Dict : Tag.Null), "keyword defaults");
        Check(defaults.Tag is Tag.Tuple or Tag.Null && defaults.Number == child.DefaultCount, "defaults");
        Push(Tag.Value);
    }

    private void Call(int operand, Opcode opcode)
    {
        var hasStars = opcode is Opcode.CallFunctionVarKw or Opcode.CallMethodVarKw;
        if (hasStars)
            Check(Pop().Tag == Tag.Int, "no bitmap");
        for (var pairs = operand >> 8; pairs > 0; pairs--)
        {
            PopValue();
            var key = Pop().Tag;
            Check(key == Tag.String || hasStars && key == Tag.Null, "no keyword");
        }
        PopValues(operand & 0xff);
        if (opcode is Opcode.CallMethod or Opcode.CallMethodVarKw)
            PopValueOrNull();
        PopValue();
        Push(Tag.Value);
    }

    private void PushIterator(int loop)
    {
        for (var tag = Tag.Iterator0; tag <= Tag.Iterator3; tag++)
            Push(tag, loop);
    }

    private void PopIterator(bool byHand, out int loop)
    {
        var (d, c, b, a) = (Pop(), Pop(), Pop(), Pop());
        loop = a.Number;
        var isWhole = (a.Tag, b.Tag, c.Tag, d.Tag) == (Tag.Iterator0, Tag.Iterator1, Tag.Iterator2, Tag.Iterator3)
            && a.Number == b.Number && a.Number == c.Number && a.Number == d.Number;
        Check(isWhole || byHand && (a.Tag, c.Tag, d.Tag) == (Tag.Null, Tag.Null, Tag.Null) && b.IsValue, "no iterator");
    }

    private void WithCleanup()
    {
        var cause = Pop();
        var data = cause.IsMark ? Pop() : default;
        Check(cause.IsMark ? data.Tag == Tag.Data : cause.Tag is Tag.None or Tag.Exception, "no token");
        var (self, method) = (Pop(), Pop());
        Check((method.Tag, self.Tag) == (Tag.ExitMethod, Tag.ExitSelf) && method.Number == self.Number, "no exit method");
        Check(stack.Count + 5 <= unit.StackDepth, "no room for the call of __exit__");
        if (cause.IsMark)
            stack.Add(data);
        stack.Add(cause.Tag == Tag.Exception && random.Next(2) == 0 ? new(Tag.None) : cause);
    }

    private bool EndFinally()
    {
        Check(blocks.Count > 0 && blocks[^1].Offset <= at, "no handler");
        blocks.RemoveAt(blocks.Count - 1);
        var cause = Pop();
        switch (cause.Tag)
        {
            case Tag.None:
                return true;
            case Tag.Exception:
                return Raise();
            case Tag.ReturnMark:
                Check(Pop().Tag == Tag.Data, "no value to return");
                return Return();
            default:
                Check(cause.Tag == Tag.JumpMark && stack[^1].Tag == Tag.Data, "no token");
                return Unwind(cause.Number);
        }
    }

    /// <summary>A value that is returned was taken from the stack already.</summary>
    private bool Return()
    {
        for (; blocks.Count > 0; blocks.RemoveAt(blocks.Count - 1))
        {
            if (!blocks[^1].IsFinally || blocks[^1].Offset <= at)
                continue;
            CutTo(blocks[^1].Top);
            Push(Tag.Data);
            Push(Tag.ReturnMark);
            next = blocks[^1].Offset;
            return true;
        }
        return false;
    }

    /// <summary>The destination is on top; the blocks that are left, and the bit for an iterator, are given.</summary>
    private bool Unwind(int left)
    {
        for (; (left & 0x7f) > 0; left--)
        {
            Check(blocks.Count > 0, "no block to leave");
            var block = blocks[^1];
            if (block.IsFinally && block.Offset > at)
            {
                Check(stack.Count == block.Top + 1, "the handler expects another stack");
                Push(Tag.JumpMark, left - 1);
                next = block.Offset;
                return true;
            }
            if (block.IsFinally)
            {
                var destination = Pop();
                var cause = Pop();
                if (cause.IsMark)
                    Check(Pop().Tag == Tag.Data, "half a token");
                else
                    Check(cause.Tag is Tag.None or Tag.Exception, "no token to drop");
                Check(stack.Count == block.Top, "more than a token above the block");
                stack.Add(destination);
            }
            blocks.RemoveAt(blocks.Count - 1);
        }
        next = Pop().Number;
        if (left != 0)
            PopIterator(byHand: false, out _);
        return true;
    }
}
