using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Loops, and the jumps out of them.</summary>
internal sealed partial class Lowering
{
    /// <summary>Bit of <c>UNWIND_JUMP</c>'s extra byte: drop the iterator as well.</summary>
    const int PopIterator = 0x80;

    /// <summary>The loop that <c>break</c> and <c>continue</c> refer to.</summary>
    readonly record struct Loop(bool Exists, int BreakLabel, int ContinueLabel, int Blocks, bool HasIterator);

    Loop EnterLoop(bool hasIterator)
    {
        var outer = loop;
        loop = new Loop(true, code.NewLabel(), code.NewLabel(), code.OpenBlocks, hasIterator);
        return outer;
    }

    void VisitBreak(in Node node)
    {
        var depth = LeaveDepth(node);
        if (depth == 0 && loop.HasIterator)
            for (var i = 0; i < 4; i++)
                code.Emit(Opcode.PopTop, 0); // What follows assumes the depth from before.
        EmitLeave(loop.BreakLabel, depth, loop.HasIterator ? PopIterator : 0);
    }

    void VisitContinue(in Node node)
    {
        var depth = LeaveDepth(node);
        EmitLeave(loop.ContinueLabel, depth, 0);
    }

    int LeaveDepth(in Node node)
    {
        if (!loop.Exists)
            throw Fail(node, "'break'/'continue' outside loop");
        var depth = code.OpenBlocks - loop.Blocks;
        return depth < PopIterator ? depth : throw new SourceException("RuntimeError", "bytecode overflow");
    }

    void EmitLeave(int label, int depth, int flag)
    {
        if (depth == 0)
            code.EmitJump(Opcode.Jump, 0, label);
        else
            code.EmitJump(Opcode.UnwindJump, 0, label, (byte)(depth | flag));
    }

    void VisitWhile(in Node node)
    {
        var condition = tree.Child(node, 0);
        var outer = EnterLoop(hasIterator: false);
        var breakLabel = loop.BreakLabel;
        var known = constants.IsConstant(condition);
        if (!known || constants.IsTrue(condition))
        {
            var top = code.NewLabel();
            if (!known)
                code.EmitJump(Opcode.Jump, 0, loop.ContinueLabel);
            code.Place(top);
            Visit(tree.Child(node, 1));
            code.Place(loop.ContinueLabel);
            JumpIf(condition, true, top);
        }
        loop = outer;
        Visit(tree.Child(node, 2));
        code.Place(breakLabel);
    }

    void VisitFor(in Node node)
    {
        if (TryVisitRange(node))
            return;
        var outer = EnterLoop(hasIterator: true);
        var (breakLabel, continueLabel) = (loop.BreakLabel, loop.ContinueLabel);
        var end = code.NewLabel();
        Visit(tree.Child(node, 1));
        code.Emit(Opcode.GetIterStack, 3);
        code.Place(continueLabel);
        code.EmitJump(Opcode.ForIter, 1, end);
        Assign(tree.Child(node, 0), Access.Store);
        Visit(tree.Child(node, 2));
        code.EmitJump(Opcode.Jump, 0, continueLabel);
        code.Place(end);
        code.AdjustStack(-4);
        loop = outer;
        Visit(tree.Child(node, 3));
        code.Place(breakLabel);
    }

    /// <summary>Counts without an iterator when the loop is literally over <c>range(…)</c> with a known step.</summary>
    bool TryVisitRange(in Node node)
    {
        var target = tree.Child(node, 0);
        var iterable = tree.Child(node, 1);
        if (!target.IsName || iterable.Kind != Symbol.PlainExpr)
            return false;
        var callee = tree.Child(iterable, 0);
        var call = tree.Child(iterable, 1);
        if (!callee.IsName || callee.String != names.Range || call.Kind != Symbol.CallTrailer)
            return false;
        var arguments = tree.Child(call, 0);
        ReadOnlySpan<Node> list = arguments.Kind == Symbol.ArgList ? tree.Children(arguments) : arguments.IsNone ? [] : [arguments];
        foreach (ref readonly var argument in list)
            if (argument.Kind is Symbol.Argument or Symbol.ArgStar or Symbol.ArgDoubleStar)
                return false;
        var zero = new Node(Symbol.Integer, 0, 0, node.Position, 0);
        switch (list.Length)
        {
            case 1:
                VisitRange(node, zero, list[0], zero with { Value = 1 });
                return true;
            case 2:
                VisitRange(node, list[0], list[1], zero with { Value = 1 });
                return true;
            case 3 when list[2].Kind == Symbol.Integer && list[2].Value != 0:
                VisitRange(node, list[0], list[1], list[2]);
                return true;
            default:
                return false;
        }
    }

    void VisitRange(in Node node, in Node start, in Node end, in Node step)
    {
        var outer = EnterLoop(hasIterator: false);
        var (breakLabel, continueLabel) = (loop.BreakLabel, loop.ContinueLabel);
        var top = code.NewLabel();
        var entry = code.NewLabel();
        var endOnStack = end.Kind != Symbol.Integer;
        if (endOnStack)
            Visit(end);
        Visit(start);
        code.EmitJump(Opcode.Jump, 0, entry);
        code.Place(top);
        code.Emit(Opcode.DupTop, 1);
        Assign(tree.Child(node, 0), Access.Store);
        Visit(tree.Child(node, 2));
        code.Place(continueLabel);
        Visit(step);
        code.Emit(BinaryOperator(Symbol.PlusAssign), -1);
        code.Place(entry);
        if (endOnStack)
        {
            code.Emit(Opcode.DupTopTwo, 2);
            code.Emit(Opcode.RotTwo, 0);
        }
        else
        {
            code.Emit(Opcode.DupTop, 1);
            Visit(end);
        }
        code.Emit(BinaryOperator(step.Value < 0 ? Symbol.Greater : Symbol.Less), -1);
        code.EmitJump(Opcode.PopJumpIfTrue, -1, top);
        loop = outer;
        var elsePart = tree.Child(node, 3);
        var afterElse = code.NewLabel();
        if (!elsePart.IsNone)
        {
            EmitDropRange(endOnStack);
            Visit(elsePart);
            code.EmitJump(Opcode.Jump, 0, afterElse);
            code.AdjustStack(endOnStack ? 2 : 1);
        }
        code.Place(breakLabel);
        EmitDropRange(endOnStack);
        code.Place(afterElse);
    }

    void EmitDropRange(bool endOnStack)
    {
        code.Emit(Opcode.PopTop, -1);
        if (endOnStack)
            code.Emit(Opcode.PopTop, -1);
    }
}
