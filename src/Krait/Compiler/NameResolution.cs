using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// Decides what names mean. While a scope is lowered its names are collected as globals until they are assigned;
/// <see cref="CloseOver"/> then looks for the rest in the scopes around it, and once all scopes are lowered
/// <see cref="NumberLocals(List{Scope}, Budget)"/> gives locals, cells and captured variables their numbers.
/// </summary>
internal static class NameResolution
{
    /// <summary>Resolves the names that a scope only reads; the scopes around it must be lowered.</summary>
    public static void CloseOver(Scope scope, Budget budget)
    {
        for (var i = 0; i < scope.Identifiers.Count; i++)
        {
            budget.Tick();
            if (scope.Identifiers[i].Kind == IdentifierKind.GlobalImplicit)
                TryCapture(scope, scope.Identifiers[i]);
        }
    }

    /// <summary>
    /// Makes an identifier a free variable if the nearest scope around that knows the name owns or captures it.
    /// Class bodies stop the search like functions do; the module does not take part.
    /// </summary>
    public static bool TryCapture(Scope scope, Identifier identifier)
    {
        for (var around = scope.Parent; around?.Parent is not null; around = around.Parent)
        {
            var found = around.Find(identifier.Name);
            if (found is null)
                continue;
            if (found.Kind is not (IdentifierKind.Local or IdentifierKind.Cell or IdentifierKind.Free))
                return false;
            if (found.Kind == IdentifierKind.Local)
                found.Kind = IdentifierKind.Cell;
            identifier.Kind = IdentifierKind.Free;
            for (var between = scope.Parent!; between != around; between = between.Parent!)
                between.FindOrAdd(identifier.Name, IdentifierKind.Free, out _);
            return true;
        }
        return false;
    }

    /// <param name="scopes">All scopes, parents before their children.</param>
    /// <param name="budget">What this may use.</param>
    public static void NumberLocals(List<Scope> scopes, Budget budget)
    {
        foreach (var scope in scopes)
        {
            budget.Tick();
            NumberLocals(scope);
        }
    }

    static void NumberLocals(Scope scope)
    {
        var identifiers = scope.Identifiers;
        if ((scope.Flags & ScopeFlags.VarArgs) != 0)
            MoveStarParameter(identifiers);
        foreach (var identifier in identifiers)
        {
            if (scope.IsFunctionLike && identifier.Kind == IdentifierKind.GlobalImplicit)
                identifier.Kind = IdentifierKind.GlobalExplicit;
            // The __class__ of a class body has a number only once somebody captured it.
            if (identifier.Kind == IdentifierKind.Local && scope.Kind != ScopeKind.Class
                || (identifier.Flags & ParameterFlags.Parameter) != 0)
                identifier.Local = scope.Locals++;
        }
        foreach (var identifier in identifiers)
            if (identifier.Kind == IdentifierKind.Cell && (identifier.Flags & ParameterFlags.Parameter) == 0)
                identifier.Local = scope.Locals++;
        NumberCaptured(scope);
        for (var i = 0; i < identifiers.Count; i++)
            identifiers[i].Index = i;
    }

    /// <summary>
    /// The tuple of surplus arguments comes after all parameters that have a name: it changes places with the last
    /// keyword-only one.
    /// </summary>
    static void MoveStarParameter(List<Identifier> identifiers)
    {
        var last = -1;
        for (var i = identifiers.Count - 1; i >= 0; i--)
        {
            if ((identifiers[i].Flags & ParameterFlags.Star) != 0)
            {
                if (last >= 0)
                    (identifiers[i], identifiers[last]) = (identifiers[last], identifiers[i]);
                return;
            }
            if (last < 0 && identifiers[i].Flags == ParameterFlags.Parameter)
                last = i;
        }
    }

    /// <summary>Captured variables arrive as the first arguments, in the order of the parent's identifiers.</summary>
    static void NumberCaptured(Scope scope)
    {
        if (scope.Parent is not { } parent)
            return;
        var captured = Captured(scope);
        if (captured.Count == 0)
            return;
        captured.Sort((left, right) => parent.Find(left.Name)!.Index.CompareTo(parent.Find(right.Name)!.Index));
        foreach (var identifier in scope.Identifiers)
            if (identifier.Kind != IdentifierKind.Free || (identifier.Flags & ParameterFlags.Parameter) != 0)
                identifier.Local += captured.Count;
        for (var i = 0; i < captured.Count; i++)
            captured[i].Local = i;
        scope.PositionalParameters += captured.Count;
        scope.Locals += captured.Count;
    }

    static List<Identifier> Captured(Scope scope)
    {
        var captured = new List<Identifier>();
        foreach (var identifier in scope.Identifiers)
            if (identifier.Kind == IdentifierKind.Free)
                captured.Add(identifier);
        return captured;
    }

    /// <summary>The locals of a scope that hold the cells which a child captures, in the child's order.</summary>
    public static List<int> CellsFor(Scope scope, Scope child)
    {
        var captured = Captured(child);
        captured.Sort((left, right) => left.Local.CompareTo(right.Local));
        var cells = new List<int>(captured.Count);
        if (scope.Kind != ScopeKind.Module)
            foreach (var identifier in captured)
                cells.Add(scope.Find(identifier.Name)!.Local);
        return cells;
    }
}
