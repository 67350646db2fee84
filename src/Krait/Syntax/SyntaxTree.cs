namespace Krait.Syntax;

/// <summary>
/// The nodes of one source file in one array. A parent is added after its children, which are copied to the end
/// side by side; so the tree needs no object per node and is walked without chasing pointers.
/// </summary>
internal sealed class SyntaxTree
{
    Node[] nodes;
    int used;

    public SyntaxTree(SourceText source)
    {
        Source = source;
        nodes = new Node[16 + source.Length / 4];
        Strings = new StringPool(source.Length / 64);
    }

    public SourceText Source { get; }

    /// <summary>The texts of names and interned strings.</summary>
    public StringPool Strings { get; }

    public Node Root { get; set; }

    /// <summary>The children of a node; none for a leaf.</summary>
    public ReadOnlySpan<Node> Children(scoped in Node node) => nodes.AsSpan((int)node.Value, node.Count);

    public Node Child(scoped in Node node, int index) => nodes[(int)node.Value + index];

    public Node Add(Symbol rule, ReadOnlySpan<Node> children, int line, int position)
    {
        if (nodes.Length - used < children.Length)
            Array.Resize(ref nodes, Math.Max(nodes.Length * 2, used + children.Length));
        children.CopyTo(nodes.AsSpan(used));
        var node = new Node(rule, children.Length, line, position, used);
        used += children.Length;
        return node;
    }
}
