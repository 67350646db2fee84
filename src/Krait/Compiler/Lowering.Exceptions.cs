using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary><c>try</c> and <c>with</c>.</summary>
internal sealed partial class Lowering
{
    void Setup(Opcode opcode, int effect, int handler)
    {
        code.EmitJump(opcode, effect, handler);
        code.OpenBlocks++;
    }

    void EmitEndFinally()
    {
        code.Emit(Opcode.EndFinally, -1);
        code.OpenBlocks--;
    }

    void VisitTry(in Node node)
    {
        var body = tree.Child(node, 0);
        var rest = tree.Child(node, 1);
        switch (rest.Kind)
        {
            case Symbol.TryFinally:
                VisitTryFinally(body, default, default, rest);
                break;
            case Symbol.TryExcepts when !tree.Child(rest, 2).IsNone:
                VisitTryFinally(body, tree.Child(rest, 0), tree.Child(rest, 1), tree.Child(rest, 2));
                break;
            case Symbol.TryExcepts:
                VisitTryExcept(body, tree.Child(rest, 0), tree.Child(rest, 1));
                break;
            default:
                VisitTryExcept(body, rest, default);
                break;
        }
    }

    void VisitTryFinally(in Node body, in Node handlers, in Node elsePart, in Node finallyPart)
    {
        var handler = code.NewLabel();
        Setup(Opcode.SetupFinally, 0, handler);
        if (handlers.IsNone)
        {
            code.AdjustStack(3);
            Visit(body);
            code.AdjustStack(-3);
        }
        else
        {
            VisitTryExcept(body, handlers, elsePart);
        }
        code.Emit(Opcode.LoadConstNone, 1);
        code.Place(handler);
        code.AdjustStack(1);
        Visit(tree.Child(finallyPart, 0));
        code.AdjustStack(-1);
        EmitEndFinally();
    }

    void VisitTryExcept(in Node body, in Node handlers, in Node elsePart)
    {
        var first = code.NewLabel();
        var passed = code.NewLabel();
        var end = code.NewLabel();
        Setup(Opcode.SetupExcept, 0, first);
        Visit(body);
        code.EmitJump(Opcode.PopExceptJump, 0, passed);
        code.Place(first);
        code.AdjustStack(4);
        ReadOnlySpan<Node> parts = handlers.Kind == Symbol.ExceptList ? tree.Children(handlers) : [handlers];
        for (var i = 0; i < parts.Length; i++)
        {
            if (tree.Child(parts[i], 0).IsNone && i < parts.Length - 1)
                throw Fail(parts[i], "default 'except' must be last");
            VisitExcept(parts[i], end);
        }
        EmitEndFinally();
        code.AdjustStack(-3);
        code.Place(passed);
        Visit(elsePart);
        code.Place(end);
    }

    void VisitExcept(in Node part, int end)
    {
        var selector = tree.Child(part, 0);
        var next = code.NewLabel();
        var name = default(Node);
        if (!selector.IsNone)
        {
            var type = selector;
            if (selector.Kind == Symbol.ExceptSelector)
                (type, name) = (tree.Child(selector, 0), tree.Child(selector, 1));
            code.Emit(Opcode.DupTop, 1);
            Visit(type);
            code.Emit(MatchException, -1);
            code.EmitJump(Opcode.PopJumpIfFalse, -1, next);
        }
        if (name.IsNone)
        {
            code.Emit(Opcode.PopTop, -1);
            Visit(tree.Child(part, 1));
        }
        else
        {
            VisitNamedHandler(name, tree.Child(part, 1));
        }
        code.EmitJump(Opcode.PopExceptJump, 0, end);
        code.Place(next);
        code.AdjustStack(1);
    }

    /// <summary>The exception's name is gone after the handler, however it is left.</summary>
    void VisitNamedHandler(in Node name, in Node body)
    {
        var cleanUp = code.NewLabel();
        Store(name.String);
        Setup(Opcode.SetupFinally, 0, cleanUp);
        Visit(body);
        code.Emit(Opcode.LoadConstNone, 1);
        code.Place(cleanUp);
        code.AdjustStack(1);
        code.Emit(Opcode.LoadConstNone, 1);
        Store(name.String);
        DeleteName(name.String);
        code.AdjustStack(-1);
        EmitEndFinally();
    }

    void VisitWith(in Node node) => VisitWithItems(WithItems(node), tree.Child(node, 1));

    ReadOnlySpan<Node> WithItems(in Node node)
    {
        var items = tree.Child(node, 0);
        return items.Kind == Symbol.WithItems ? tree.Children(items) : tree.Children(node)[..1];
    }

    void VisitWithItems(ReadOnlySpan<Node> items, in Node body)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (items.IsEmpty)
        {
            Visit(body);
            return;
        }
        var end = code.NewLabel();
        if (items[0].Kind == Symbol.WithItem)
        {
            Visit(tree.Child(items[0], 0));
            Setup(Opcode.SetupWith, 2, end);
            Assign(tree.Child(items[0], 1), Access.Store);
        }
        else
        {
            Visit(items[0]);
            Setup(Opcode.SetupWith, 2, end);
            code.Emit(Opcode.PopTop, -1);
        }
        VisitWithItems(items[1..], body);
        code.Emit(Opcode.LoadConstNone, 1);
        code.Place(end);
        code.AdjustStack(2);
        code.Emit(Opcode.WithCleanup, -4);
        EmitEndFinally();
    }
}
