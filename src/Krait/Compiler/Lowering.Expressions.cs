using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Operators, conditions, displays, subscripts, <c>yield</c> and <c>await</c>.</summary>
internal sealed partial class Lowering
{
    const Opcode UnaryNot = Opcode.UnaryOpMulti + 3;
    const Opcode MatchException = Opcode.BinaryOpMulti + 8;

    static Opcode UnaryOperator(Symbol token) => token switch
    {
        Symbol.Plus => Opcode.UnaryOpMulti,
        Symbol.Minus => Opcode.UnaryOpMulti + 1,
        _ => Opcode.UnaryOpMulti + 2,
    };

    static Opcode BinaryOperator(Symbol token) => Opcode.BinaryOpMulti + token switch
    {
        Symbol.Less => 0,
        Symbol.Greater => 1,
        Symbol.Equal => 2,
        Symbol.LessEqual => 3,
        Symbol.GreaterEqual => 4,
        Symbol.NotEqual => 5,
        Symbol.KwIn or Symbol.CompNotIn => 6,
        Symbol.CompIs => 7,
        Symbol.BarAssign => 9,
        Symbol.CaretAssign => 10,
        Symbol.AmpersandAssign => 11,
        Symbol.ShiftLeftAssign => 12,
        Symbol.ShiftRightAssign => 13,
        Symbol.PlusAssign => 14,
        Symbol.MinusAssign => 15,
        Symbol.StarAssign => 16,
        Symbol.AtAssign => 17,
        Symbol.DoubleSlashAssign => 18,
        Symbol.SlashAssign => 19,
        Symbol.PercentAssign => 20,
        Symbol.DoubleStarAssign => 21,
        Symbol.Bar => 22,
        Symbol.Caret => 23,
        Symbol.Ampersand => 24,
        Symbol.ShiftLeft => 25,
        Symbol.ShiftRight => 26,
        Symbol.Plus => 27,
        Symbol.Minus => 28,
        Symbol.Star => 29,
        Symbol.At => 30,
        Symbol.DoubleSlash => 31,
        Symbol.Slash => 32,
        Symbol.Percent => 33,
        _ => 34,
    };

    void VisitUnary(in Node operand, Opcode op)
    {
        Visit(operand);
        code.Emit(op, 0);
    }

    /// <summary>Operands with one operator between all of them, or with operators of their own (none given).</summary>
    void VisitChain(in Node node, Symbol op = Symbol.None)
    {
        Visit(tree.Child(node, 0));
        var step = op == Symbol.None ? 2 : 1;
        for (var i = step; i < node.Count; i += step)
        {
            Visit(tree.Child(node, i));
            code.Emit(BinaryOperator(op == Symbol.None ? tree.Child(node, i - 1).Kind : op), -1);
        }
    }

    /// <summary><c>a &lt; b &lt; c</c> keeps <c>b</c> for the second comparison, if the first one holds.</summary>
    void VisitComparison(in Node node)
    {
        var chained = node.Count > 3;
        var failed = chained ? code.NewLabel() : 0;
        Visit(tree.Child(node, 0));
        for (var i = 1; i < node.Count; i += 2)
        {
            var more = i + 2 < node.Count;
            Visit(tree.Child(node, i + 1));
            if (more)
            {
                code.Emit(Opcode.DupTop, 1);
                code.Emit(Opcode.RotThree, 0);
            }
            EmitComparison(tree.Child(node, i));
            if (more)
                code.EmitJump(Opcode.JumpIfFalseOrPop, -1, failed);
        }
        if (!chained)
            return;
        var end = code.NewLabel();
        code.EmitJump(Opcode.Jump, 0, end);
        code.Place(failed);
        code.AdjustStack(1);
        code.Emit(Opcode.RotTwo, 0);
        code.Emit(Opcode.PopTop, -1);
        code.Place(end);
    }

    void EmitComparison(in Node op)
    {
        code.Emit(BinaryOperator(op.Kind), -1);
        if (op.Kind == Symbol.CompNotIn || op.Kind == Symbol.CompIs && !tree.Child(op, 0).IsNone)
            code.Emit(UnaryNot, 0);
    }

    void VisitLogic(in Node node, Opcode jump)
    {
        var end = code.NewLabel();
        for (var i = 0; i < node.Count; i++)
        {
            Visit(tree.Child(node, i));
            if (i < node.Count - 1)
                code.EmitJump(jump, -1, end);
        }
        code.Place(end);
    }

    void VisitConditional(in Node node)
    {
        var choice = tree.Child(node, 1);
        var otherwise = code.NewLabel();
        var end = code.NewLabel();
        JumpIf(tree.Child(choice, 0), false, otherwise);
        Visit(tree.Child(node, 0));
        code.EmitJump(Opcode.Jump, 0, end);
        code.Place(otherwise);
        code.AdjustStack(-1);
        Visit(tree.Child(choice, 1));
        code.Place(end);
    }

    /// <summary>Jumps if the condition's truth is <paramref name="sense"/>, without making values of and, or, not.</summary>
    void JumpIf(in Node condition, bool sense, int label)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (constants.IsConstant(condition))
        {
            if (constants.IsTrue(condition) == sense)
                code.EmitJump(Opcode.Jump, 0, label);
            return;
        }
        switch (condition.Kind)
        {
            case Symbol.NotExpr:
                JumpIf(tree.Child(condition, 0), !sense, label);
                break;
            case Symbol.OrTest or Symbol.AndTest when condition.Kind == Symbol.OrTest == sense:
                for (var i = 0; i < condition.Count; i++)
                    JumpIf(tree.Child(condition, i), sense, label);
                break;
            case Symbol.OrTest or Symbol.AndTest:
                var decided = code.NewLabel();
                for (var i = 0; i < condition.Count - 1; i++)
                    JumpIf(tree.Child(condition, i), !sense, decided);
                JumpIf(tree.Child(condition, condition.Count - 1), sense, label);
                code.Place(decided);
                break;
            default:
                Visit(condition);
                code.EmitJump(sense ? Opcode.PopJumpIfTrue : Opcode.PopJumpIfFalse, -1, label);
                break;
        }
    }

    void VisitTuple(in Node node)
    {
        VisitAll(tree.Children(node));
        code.Emit(Opcode.BuildTuple, 1 - node.Count, node.Count);
    }

    void VisitAll(ReadOnlySpan<Node> nodes)
    {
        foreach (ref readonly var node in nodes)
            Visit(node);
    }

    void VisitParen(in Node node)
    {
        var items = tree.Child(node, 0);
        if (items.IsNone)
            code.Emit(Opcode.BuildTuple, 1, 0);
        else if (IsComprehension(items))
            VisitComprehension(items, ScopeKind.GenExpr);
        else
            VisitTuple(items);
    }

    void VisitBracket(in Node node)
    {
        var items = tree.Child(node, 0);
        if (items.Kind == Symbol.Items && IsComprehension(items))
        {
            VisitComprehension(items, ScopeKind.ListComp);
            return;
        }
        var list = items.Kind == Symbol.Items ? tree.Children(items) : items.IsNone ? [] : [items];
        VisitAll(list);
        code.Emit(Opcode.BuildList, 1 - list.Length, list.Length);
    }

    void VisitBrace(in Node node)
    {
        var content = tree.Child(node, 0);
        if (content.IsNone)
        {
            code.Emit(Opcode.BuildMap, 1, 0);
            return;
        }
        if (content.Kind != Symbol.DictOrSet)
        {
            VisitEntries(node, content, []);
            return;
        }
        var first = tree.Child(content, 0);
        var tail = tree.Child(content, 1);
        if (tail.Kind == Symbol.CompFor)
        {
            VisitComprehension(content, first.Kind == Symbol.KeyValue ? ScopeKind.DictComp : ScopeKind.SetComp);
            return;
        }
        var more = tree.Child(tail, 0);
        VisitEntries(node, first, more.Kind == Symbol.KeyValueMore ? tree.Children(more) : more.IsNone ? [] : [more]);
    }

    /// <summary>The first entry decides whether this is a dict or a set.</summary>
    void VisitEntries(in Node brace, in Node first, ReadOnlySpan<Node> more)
    {
        var isDict = first.Kind == Symbol.KeyValue;
        if (isDict)
            code.Emit(Opcode.BuildMap, 1, more.Length + 1);
        Visit(first);
        if (isDict)
            code.Emit(Opcode.StoreMap, -2);
        foreach (ref readonly var entry in more)
        {
            if (entry.Kind == Symbol.KeyValue != isDict)
                throw Fail(brace, isDict ? "expecting key:value for dict" : "expecting just a value for set");
            Visit(entry);
            if (isDict)
                code.Emit(Opcode.StoreMap, -2);
        }
        if (!isDict)
            code.Emit(Opcode.BuildSet, -more.Length, more.Length + 1);
    }

    void VisitKeyValue(in Node node)
    {
        Visit(tree.Child(node, 1));
        Visit(tree.Child(node, 0));
    }

    void VisitIndex(in Node trailer)
    {
        Visit(tree.Child(trailer, 0));
        code.Emit(Opcode.LoadSubscr, -1);
    }

    void VisitSlice(in Node node)
    {
        var tail = node;
        if (node.Kind == Symbol.SliceHead)
        {
            Visit(tree.Child(node, 0));
            tail = tree.Child(node, 1);
        }
        else
        {
            code.Emit(Opcode.LoadConstNone, 1);
        }
        var stop = tree.Child(tail, 0);
        var step = default(Node);
        if (stop.Kind == Symbol.SliceStop)
        {
            step = tree.Child(tree.Child(stop, 1), 0);
            stop = tree.Child(stop, 0);
        }
        else if (stop.Kind == Symbol.SliceStep)
        {
            step = tree.Child(stop, 0);
            stop = default;
        }
        if (stop.IsNone)
            code.Emit(Opcode.LoadConstNone, 1);
        else
            Visit(stop);
        Visit(step);
        var parts = step.IsNone ? 2 : 3;
        code.Emit(Opcode.BuildSlice, 1 - parts, parts);
    }

    void VisitYield(in Node node)
    {
        if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
            throw Fail(node, "'yield' outside function");
        scope.Flags |= Mpy.ScopeFlags.Generator;
        var value = tree.Child(node, 0);
        if (value.Kind == Symbol.YieldFrom)
        {
            Visit(tree.Child(value, 0));
            EmitYieldFrom();
            return;
        }
        if (value.IsNone)
            code.Emit(Opcode.LoadConstNone, 1);
        else
            Visit(value);
        code.Emit(Opcode.YieldValue, 0);
    }

    void VisitAwait(in Node node)
    {
        if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
            throw Fail(node, "'await' outside function");
        scope.Flags |= Mpy.ScopeFlags.Generator;
        VisitTrailers(node);
        EmitYieldFrom();
    }

    void EmitYieldFrom()
    {
        code.Emit(Opcode.GetIter, 0);
        code.Emit(Opcode.LoadConstNone, 1);
        code.Emit(Opcode.YieldFrom, -1);
    }
}
