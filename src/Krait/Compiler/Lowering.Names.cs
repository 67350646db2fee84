using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Names: loads, stores, deletes, declarations.</summary>
internal sealed partial class Lowering
{
    void Load(int name)
    {
        scope.FindOrAdd(name, IdentifierKind.GlobalImplicit, out _);
        code.EmitIdentifier(Opcode.LoadName, 1, name);
    }

    void Store(int name)
    {
        Assigned(scope, name);
        code.EmitIdentifier(Opcode.StoreName, -1, name);
    }

    void DeleteName(int name)
    {
        Assigned(scope, name);
        code.EmitIdentifier(Opcode.DeleteName, 0, name);
    }

    /// <summary>A name that is assigned is the scope's own, unless it was declared otherwise.</summary>
    static Identifier Assigned(Scope scope, int name)
    {
        var identifier = scope.FindOrAdd(name, IdentifierKind.GlobalImplicit, out _);
        if (identifier.Kind == IdentifierKind.GlobalImplicit)
            identifier.Kind = scope.IsFunctionLike ? IdentifierKind.Local : IdentifierKind.GlobalImplicitAssigned;
        return identifier;
    }

    void DeclareNames(in Node node, Action<Scope, Node, int> declare)
    {
        var list = tree.Child(node, 0);
        if (list.IsName)
            declare(scope, node, list.String);
        for (var i = 0; i < list.Count; i++)
            declare(scope, node, tree.Child(list, i).String);
    }

    void DeclareGlobal(Scope scope, Node place, int name)
    {
        var identifier = scope.FindOrAdd(name, IdentifierKind.Undecided, out _);
        if (identifier.Kind is not (IdentifierKind.Undecided or IdentifierKind.GlobalExplicit))
            throw Fail(place, "identifier redefined as global");
        identifier.Kind = IdentifierKind.GlobalExplicit;
        if (scopes[0].Find(name) is { } global)
            global.Kind = IdentifierKind.GlobalExplicit;
    }

    void DeclareNonlocal(Scope scope, Node place, int name)
    {
        if (scope.Kind == ScopeKind.Module)
            throw Fail(place, "can't declare nonlocal in outer code");
        var identifier = scope.FindOrAdd(name, IdentifierKind.Undecided, out _);
        if (identifier.Kind == IdentifierKind.Undecided)
        {
            if (!NameResolution.TryCapture(scope, identifier))
                throw Fail(place, "no binding for nonlocal found");
        }
        else if (identifier.Kind != IdentifierKind.Free)
        {
            throw Fail(place, "identifier redefined as nonlocal");
        }
    }

    /// <summary>In a comprehension, <c>name := value</c> assigns to the name in the scope around it.</summary>
    void VisitWalrus(in Node target, in Node value)
    {
        if (!target.IsName)
            throw Fail(target, "can't assign to expression");
        Visit(value);
        code.Emit(Opcode.DupTop, 1);
        var name = target.String;
        if (scope.IsComprehension)
            DeclareAround(target, name);
        Store(name);
    }

    void DeclareAround(in Node target, int name)
    {
        var parent = scope.Parent!;
        var outer = Assigned(parent, name);
        var inner = scope.FindOrAdd(name, IdentifierKind.Undecided, out _);
        if (outer.Kind == IdentifierKind.GlobalExplicit)
        {
            inner.Kind = IdentifierKind.GlobalExplicit;
        }
        else if (parent.Kind == ScopeKind.Module)
        {
            DeclareGlobal(scope, target, name);
        }
        else
        {
            if (inner.Kind == IdentifierKind.GlobalImplicit)
                inner.Kind = IdentifierKind.Undecided;
            DeclareNonlocal(scope, target, name);
        }
    }
}
