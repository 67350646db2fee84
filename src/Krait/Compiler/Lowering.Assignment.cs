using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Assignment in all its forms, and <c>del</c>.</summary>
internal sealed partial class Lowering
{
    enum Access { Store, AugmentedLoad, AugmentedStore }

    void VisitExpressionStatement(in Node node)
    {
        var target = tree.Child(node, 0);
        var tail = tree.Child(node, 1);
        switch (tail.Kind)
        {
            case Symbol.None:
                VisitValueStatement(target);
                break;
            case Symbol.AnnAssign:
                VisitAnnotated(target, tree.Child(tail, 1));
                break;
            case Symbol.AugAssignStmt:
                Assign(target, Access.AugmentedLoad);
                Visit(tree.Child(tail, 1));
                code.Emit(BinaryOperator(tree.Child(tail, 0).Kind), -1);
                Assign(target, Access.AugmentedStore);
                break;
            case Symbol.AssignChain:
                VisitAssignChain(target, tail);
                break;
            default:
                VisitAssignment(target, tail);
                break;
        }
    }

    void VisitValueStatement(in Node value)
    {
        if (options.Mode == CompileMode.Single && scope.Kind == ScopeKind.Module)
        {
            Load(names.ReplPrint);
            Visit(value);
            code.Emit(Opcode.CallFunction, -1, 1);
            code.Emit(Opcode.PopTop, -1);
        }
        else if (value.IsRule || value.IsName)
        {
            Visit(value);
            code.Emit(Opcode.PopTop, -1);
        }
    }

    void VisitAnnotated(in Node target, in Node value)
    {
        if (!value.IsNone)
            VisitAssignment(target, value);
        else if (scope.Kind == ScopeKind.Function && target.IsName)
            scope.FindOrAdd(target.String, IdentifierKind.Local, out _);
    }

    void VisitAssignChain(in Node first, in Node chain)
    {
        Visit(tree.Child(chain, chain.Count - 1));
        for (var i = -1; i < chain.Count - 1; i++)
        {
            if (i < chain.Count - 2)
                code.Emit(Opcode.DupTop, 1);
            Assign(i < 0 ? first : tree.Child(chain, i), Access.Store);
        }
    }

    void VisitAssignment(in Node target, in Node value)
    {
        // Two or three values change places on the stack, without a tuple.
        if (target.Kind == Symbol.StarTests && value.Kind == Symbol.StarTests
            && target.Count == value.Count && (target.Count is 2 or 3) && !HasStar(target))
        {
            VisitSwap(target, value);
            return;
        }
        Visit(value);
        Assign(target, Access.Store);
    }

    bool HasStar(in Node list)
    {
        foreach (ref readonly var item in tree.Children(list))
            if (item.Kind == Symbol.StarExpr)
                return true;
        return false;
    }

    void VisitSwap(in Node targets, in Node values)
    {
        for (var i = 0; i < values.Count; i++)
            Visit(tree.Child(values, i));
        if (values.Count == 3)
            code.Emit(Opcode.RotThree, 0);
        code.Emit(Opcode.RotTwo, 0);
        for (var i = 0; i < targets.Count; i++)
            Assign(tree.Child(targets, i), Access.Store);
    }

    void Assign(in Node target, Access access)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (target.Kind)
        {
            case Symbol.Name when access == Access.AugmentedLoad:
                Load(target.String);
                break;
            case Symbol.Name:
                Store(target.String);
                break;
            case Symbol.PlainExpr:
                AssignTrailer(target, access);
                break;
            case Symbol.StarTests or Symbol.ExprList when access == Access.Store:
                AssignTuple(target);
                break;
            case Symbol.Paren when access == Access.Store && IsDisplay(tree.Child(target, 0)):
                AssignTuple(tree.Child(target, 0));
                break;
            case Symbol.Bracket when access == Access.Store && tree.Child(target, 0).IsNone:
                code.Emit(Opcode.UnpackSequence, -1, 0);
                break;
            case Symbol.Bracket when access == Access.Store && IsDisplay(tree.Child(target, 0)):
                AssignTuple(tree.Child(target, 0));
                break;
            case Symbol.Bracket when access == Access.Store && tree.Child(target, 0).Kind != Symbol.Items:
                AssignItems([tree.Child(target, 0)]);
                break;
            default:
                throw Fail(target, "can't assign to expression");
        }
    }

    /// <summary>True for the items of a list or tuple written out, as opposed to a comprehension.</summary>
    bool IsDisplay(in Node node) => node.Kind == Symbol.Items && !IsComprehension(node);

    bool IsComprehension(in Node items) => items.Count == 2 && tree.Child(items, 1).Kind == Symbol.CompFor;

    void AssignTuple(in Node items) => AssignItems(tree.Children(items));

    void AssignItems(ReadOnlySpan<Node> items)
    {
        var star = -1;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Kind != Symbol.StarExpr)
                continue;
            if (star >= 0)
                throw Fail(items[i], "multiple *x in assignment");
            star = i;
        }
        if (star >= 0)
            code.Emit(Opcode.UnpackEx, items.Length - 1, star | (items.Length - star - 1) << 8);
        else
            code.Emit(Opcode.UnpackSequence, items.Length - 1, items.Length);
        foreach (ref readonly var item in items)
            Assign(item.Kind == Symbol.StarExpr ? tree.Child(item, 0) : item, Access.Store);
    }

    void AssignTrailer(in Node target, Access access)
    {
        var trailers = Trailers(target);
        if (access != Access.AugmentedStore)
        {
            Visit(tree.Child(target, 0));
            for (var i = 0; i < trailers.Length - 1; i++)
                Visit(trailers[i]);
        }
        var last = trailers[^1];
        if (last.Kind == Symbol.IndexTrailer)
            AssignIndex(last, access);
        else if (last.Kind == Symbol.AttrTrailer)
            AssignAttribute(last, access);
        else
            throw Fail(target, "can't assign to expression");
    }

    void AssignIndex(in Node trailer, Access access)
    {
        if (access == Access.AugmentedStore)
            code.Emit(Opcode.RotThree, 0);
        else
            Visit(tree.Child(trailer, 0));
        if (access == Access.AugmentedLoad)
        {
            code.Emit(Opcode.DupTopTwo, 2);
            code.Emit(Opcode.LoadSubscr, -1);
        }
        else
        {
            code.Emit(Opcode.StoreSubscr, -3);
        }
    }

    void AssignAttribute(in Node trailer, Access access)
    {
        if (access == Access.AugmentedLoad)
        {
            code.Emit(Opcode.DupTop, 1);
            EmitAttribute(Opcode.LoadAttr, 0, trailer);
            return;
        }
        if (access == Access.AugmentedStore)
            code.Emit(Opcode.RotTwo, 0);
        EmitAttribute(Opcode.StoreAttr, -2, trailer);
    }

    void Delete(in Node target)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (target.Kind)
        {
            case Symbol.Name:
                DeleteName(target.String);
                break;
            case Symbol.PlainExpr:
                DeleteTrailer(target);
                break;
            case Symbol.ExprList:
                DeleteItems(target);
                break;
            case Symbol.Paren when IsDisplay(tree.Child(target, 0)):
                DeleteItems(tree.Child(target, 0));
                break;
            default:
                throw Fail(target, "can't delete expression");
        }
    }

    void DeleteItems(in Node items)
    {
        foreach (ref readonly var item in tree.Children(items))
            Delete(item);
    }

    /// <summary>Storing nothing deletes.</summary>
    void DeleteTrailer(in Node target)
    {
        var trailers = Trailers(target);
        Visit(tree.Child(target, 0));
        for (var i = 0; i < trailers.Length - 1; i++)
            Visit(trailers[i]);
        var last = trailers[^1];
        switch (last.Kind)
        {
            case Symbol.IndexTrailer:
                Visit(tree.Child(last, 0));
                code.Emit(Opcode.LoadNull, 1);
                code.Emit(Opcode.RotThree, 0);
                code.Emit(Opcode.StoreSubscr, -3);
                break;
            case Symbol.AttrTrailer:
                code.Emit(Opcode.LoadNull, 1);
                code.Emit(Opcode.RotTwo, 0);
                EmitAttribute(Opcode.StoreAttr, -2, last);
                break;
            default:
                throw Fail(target, "can't delete expression");
        }
    }
}
