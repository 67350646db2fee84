using Krait.Instructions;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary><c>async def</c>, <c>async for</c>, <c>async with</c>.</summary>
internal sealed partial class Lowering
{
    void VisitAsync(in Node node)
    {
        var body = tree.Child(node, 0);
        if (body.Kind == Symbol.FuncDef)
        {
            MakeFunction(body).Flags |= ScopeFlags.Generator;
            Store(tree.Child(body, 0).String);
            return;
        }
        if ((scope.Flags & ScopeFlags.Generator) == 0)
            throw Fail(node, "async for/with outside async function");
        if (body.Kind == Symbol.ForStmt)
            VisitAsyncFor(body);
        else
            VisitAsyncWith(WithItems(body), tree.Child(body, 1));
    }

    void VisitAsyncFor(in Node node)
    {
        var outer = EnterLoop(hasIterator: false);
        var (breakLabel, continueLabel) = (loop.BreakLabel, loop.ContinueLabel);
        var handler = code.NewLabel();
        var otherError = code.NewLabel();
        var body = code.NewLabel();
        var elsePart = code.NewLabel();
        Visit(tree.Child(node, 1));
        EmitMethodCall(names.AIter);
        code.Place(continueLabel);
        Setup(Opcode.SetupExcept, 0, handler);
        code.Emit(Opcode.DupTop, 1);
        EmitMethodCall(names.ANext);
        EmitYieldFrom();
        Assign(tree.Child(node, 0), Access.Store);
        code.EmitJump(Opcode.PopExceptJump, 0, body);
        code.Place(handler);
        code.AdjustStack(4);
        code.Emit(Opcode.DupTop, 1);
        EmitGlobal(names.StopAsyncIteration);
        code.Emit(MatchException, -1);
        code.EmitJump(Opcode.PopJumpIfFalse, -1, otherError);
        code.Emit(Opcode.PopTop, -1);
        code.EmitJump(Opcode.PopExceptJump, 0, elsePart);
        code.Place(otherError);
        code.AdjustStack(1);
        EmitEndFinally();
        code.AdjustStack(-3);
        code.Place(body);
        Visit(tree.Child(node, 2));
        code.EmitJump(Opcode.Jump, 0, continueLabel);
        loop = outer;
        code.Place(elsePart);
        Visit(tree.Child(node, 3));
        code.Place(breakLabel);
        code.Emit(Opcode.PopTop, -1);
    }

    void VisitAsyncWith(ReadOnlySpan<Node> items, in Node body)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (items.IsEmpty)
        {
            Visit(body);
            return;
        }
        var named = items[0].Kind == Symbol.WithItem;
        Visit(named ? tree.Child(items[0], 0) : items[0]);
        code.Emit(Opcode.DupTop, 1);
        EmitMethodCall(names.AEnter);
        EmitYieldFrom();
        if (named)
            Assign(tree.Child(items[0], 1), Access.Store);
        else
            code.Emit(Opcode.PopTop, -1);

        var handler = code.NewLabel();
        var returning = code.NewLabel();
        var exit = code.NewLabel();
        var end = code.NewLabel();
        Setup(Opcode.SetupFinally, 0, handler);
        code.AdjustStack(3);
        VisitAsyncWith(items[1..], body);
        code.AdjustStack(-3);
        code.Emit(Opcode.LoadConstNone, 1);
        code.Emit(Opcode.RotTwo, 0);
        code.EmitJump(Opcode.Jump, 0, exit);

        code.Place(handler);
        code.Emit(Opcode.DupTop, 1);
        EmitGlobal(names.BaseException);
        code.Emit(MatchException, -1);
        code.EmitJump(Opcode.PopJumpIfFalse, -1, returning);
        code.Emit(Opcode.DupTop, 1);
        code.Emit(Opcode.RotThree, 0);
        code.Emit(Opcode.RotTwo, 0);
        code.Emit(Opcode.LoadMethod, 1, tables.Qstr(names.AExit));
        code.Emit(Opcode.RotThree, 0);
        code.Emit(Opcode.RotThree, 0);
        code.Emit(Opcode.DupTop, 1);
        code.Emit(Opcode.LoadAttr, 0, tables.Qstr(names.DunderClass));
        code.Emit(Opcode.RotTwo, 0);
        code.Emit(Opcode.LoadConstNone, 1);
        code.Emit(Opcode.CallMethod, -4, 3);
        EmitYieldFrom();
        code.EmitJump(Opcode.PopJumpIfFalse, -1, end);
        code.Emit(Opcode.PopTop, -1);
        code.Emit(Opcode.LoadConstNone, 1);
        code.EmitJump(Opcode.Jump, 0, end);

        code.Place(returning);
        code.AdjustStack(2);
        code.Emit(Opcode.RotThree, 0);
        code.Emit(Opcode.RotThree, 0);
        code.Place(exit);
        code.Emit(Opcode.LoadMethod, 1, tables.Qstr(names.AExit));
        code.Emit(Opcode.LoadConstNone, 1);
        code.Emit(Opcode.DupTop, 1);
        code.Emit(Opcode.DupTop, 1);
        code.Emit(Opcode.CallMethod, -4, 3);
        EmitYieldFrom();
        code.Emit(Opcode.PopTop, -1);
        code.AdjustStack(-1);
        code.Place(end);
        EmitEndFinally();
    }

    void EmitMethodCall(int name)
    {
        code.Emit(Opcode.LoadMethod, 1, tables.Qstr(name));
        code.Emit(Opcode.CallMethod, -1, 0);
    }
}
