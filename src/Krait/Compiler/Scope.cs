using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

internal enum ScopeKind { Module, Function, Lambda, ListComp, DictComp, SetComp, GenExpr, Class }

internal enum IdentifierKind { Undecided, GlobalImplicit, GlobalImplicitAssigned, GlobalExplicit, Local, Cell, Free }

[Flags]
internal enum ParameterFlags { None, Parameter = 1, Star = 2, DoubleStar = 4 }

/// <summary>What a name means in one scope.</summary>
internal sealed class Identifier(int name, IdentifierKind kind)
{
    /// <summary>The number of the name in the string pool.</summary>
    public int Name => name;

    public IdentifierKind Kind { get; set; } = kind;

    public ParameterFlags Flags { get; set; }

    /// <summary>The local's number, for kinds that are locals of the running function.</summary>
    public int Local { get; set; }

    /// <summary>The identifier's final place among those of its scope.</summary>
    public int Index { get; set; }
}

/// <summary>A stretch of code with names of its own: the module, a function, a class body, a comprehension.</summary>
internal sealed class Scope(ScopeKind kind, int name, in Node node, Scope? parent)
{
    const int MaxUnindexed = 8;

    readonly List<Identifier> identifiers = [];
    Dictionary<int, Identifier>? index;

    public ScopeKind Kind => kind;

    public int Name => name;

    public Node Node { get; } = node;

    public Scope? Parent => parent;

    /// <summary>How many scopes are around this one.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public bool IsFunctionLike => kind is not (ScopeKind.Module or ScopeKind.Class);

    public bool IsComprehension => kind is ScopeKind.ListComp or ScopeKind.DictComp or ScopeKind.SetComp or ScopeKind.GenExpr;

    public List<Identifier> Identifiers => identifiers;

    public CodeList Code { get; } = new();

    public ScopeFlags Flags { get; set; }

    public int PositionalParameters { get; set; }

    public int KeywordOnlyParameters { get; set; }

    public int DefaultParameters { get; set; }

    public int Locals { get; set; }

    public Identifier? Find(int name)
    {
        if (index is not null)
            return index.GetValueOrDefault(name);
        foreach (var identifier in identifiers)
            if (identifier.Name == name)
                return identifier;
        return null;
    }

    /// <summary>The identifier of a name, added with <paramref name="kind"/> when the scope has none yet.</summary>
    public Identifier FindOrAdd(int name, IdentifierKind kind, out bool added)
    {
        if (Find(name) is { } known)
        {
            added = false;
            return known;
        }
        var identifier = new Identifier(name, kind);
        identifiers.Add(identifier);
        if (index is null && identifiers.Count > MaxUnindexed)
        {
            index = [];
            foreach (var earlier in identifiers)
                index.Add(earlier.Name, earlier);
        }
        else
        {
            index?.Add(name, identifier);
        }
        added = true;
        return identifier;
    }
}
