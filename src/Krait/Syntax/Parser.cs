using System.Runtime.CompilerServices;

namespace Krait.Syntax;

/// <summary>
/// Tokens to tree: a predictive parser that interprets <see cref="Grammar"/>'s table with one token of look-ahead.
/// Its stacks are on the heap, so that a source may nest ten thousand deep.
/// <see cref="TreeActions"/> give literals their meaning and fold constants while the tree grows.
/// </summary>
internal sealed class Parser
{
    /// <summary>Rules within each other; a pair of brackets takes about twenty.</summary>
    const int MaxDepth = 1 << 18;

    readonly SyntaxTree tree;
    readonly Budget budget;
    readonly Lexer lexer;
    readonly TreeActions actions;
    readonly bool keepConstantStatements;
    Frame[] frames = new Frame[128];
    int depth;
    Node[] stack = new Node[256];
    int top;
    Token token;

    Parser(SyntaxTree tree, Lexer lexer, TreeActions actions, bool keepConstantStatements, Budget budget)
    {
        this.budget = budget;
        this.tree = tree;
        this.lexer = lexer;
        this.actions = actions;
        this.keepConstantStatements = keepConstantStatements;
    }

    /// <summary>Parses the tree's source; its root becomes a <paramref name="start"/> node or what stands for it.</summary>
    /// <exception cref="SourceException">The source is no Python.</exception>
    /// <exception cref="OperationCanceledException">The budget does not allow it.</exception>
    public static void Parse(SyntaxTree tree, TreeActions actions, Symbol start, bool debug, Budget budget)
    {
        var parser = new Parser(tree, new Lexer(tree.Source, debug), actions, start == Symbol.SingleInput, budget);
        parser.Run(start);
        tree.Root = parser.stack[0];
    }

    enum ListState : byte { Item, AfterItem, AfterSeparator }

    /// <summary>A rule that is being parsed: its next part, and where its children begin on the stack.</summary>
    record struct Frame(Symbol Rule, Symbol Shape, ListState State, int Part, int Base, Token First);

    void Run(Symbol start)
    {
        token = lexer.ReadFirst();
        if (Grammar.Shape(start) != Symbol.Alt)
            Begin(start);
        else if (!TryBegin(start))
            throw Error();
        while (depth > 0)
        {
            budget.Tick();
            ref var frame = ref frames[depth - 1];
            var complete = frame.Shape switch
            {
                Symbol.Rep => !TryBegin(Grammar.Part(frame.Part)),
                Symbol.List or Symbol.ListTrailing => !ContinueList(ref frame),
                _ => !ContinueSequence(ref frame),
            };
            if (complete)
                Complete(frames[--depth]);
        }
        if (token.Kind != Symbol.End)
            throw Error();
    }

    bool ContinueSequence(ref Frame frame)
    {
        while (true)
        {
            var part = Grammar.Part(frame.Part++);
            if (part is >= Symbol.Alt and < Symbol.Opt)
                return false;
            var optional = part == Symbol.Opt;
            if (optional)
                part = Grammar.Part(frame.Part++);
            if (part.IsRule() || part == Symbol.Name)
            {
                if (TryBegin(part))
                {
                    if (part.IsRule())
                        return true;
                }
                else if (optional)
                {
                    Push(default);
                }
                else
                {
                    throw Error();
                }
            }
            else if (part == token.Kind)
            {
                token = lexer.Read();
            }
            else
            {
                throw Error();
            }
        }
    }

    bool ContinueList(ref Frame frame)
    {
        if (frame.State == ListState.AfterItem)
        {
            var separator = Grammar.Part(frame.Part + 1);
            if (separator.IsRule())
            {
                frame.State = ListState.Item;
                return TryBegin(separator);
            }
            if (separator != token.Kind)
                return false;
            token = lexer.Read();
            frame.State = ListState.AfterSeparator;
        }
        var after = frame.State;
        frame.State = ListState.AfterItem;
        if (TryBegin(Grammar.Part(frame.Part)))
            return true;
        if (after == ListState.Item || frame.Shape == Symbol.List)
            throw Error();
        frame.State = ListState.AfterSeparator;
        return false;
    }

    /// <summary>Begins a part, or consumes it when it is a single token; returns false if it cannot begin here.</summary>
    bool TryBegin(Symbol part)
    {
        var symbol = Grammar.Predict(part, token.Kind);
        if (symbol == Symbol.None)
            return false;
        if (symbol.IsRule())
            Begin(symbol);
        else
            PushToken(isAtom: part.IsRule());
        return true;
    }

    void Begin(Symbol rule)
    {
        if (depth == MaxDepth)
            throw new SourceException("RuntimeError", "maximum recursion depth exceeded");
        if (depth == frames.Length)
        {
            budget.Use(2L * depth * Unsafe.SizeOf<Frame>());
            Array.Resize(ref frames, depth * 2);
        }
        frames[depth++] = new Frame(rule, Grammar.Shape(rule), ListState.Item, Grammar.FirstPart(rule), top, token);
    }

    void PushToken(bool isAtom)
    {
        Node node;
        switch (token.Kind)
        {
            case Symbol.Name:
                node = new Node(Symbol.Name, 0, token.Line, token.Position, tree.Strings.Add(lexer.Text));
                if (isAtom)
                    node = actions.Identifier(node);
                break;
            case Symbol.Integer or Symbol.Float or Symbol.String or Symbol.Bytes:
                node = actions.Literal(token, lexer.Text);
                break;
            default:
                node = new Node(token.Kind, 0, token.Line, token.Position, 0);
                break;
        }
        Push(node);
        token = lexer.Read();
    }

    void Push(in Node node)
    {
        if (top == stack.Length)
        {
            budget.Use(2L * top * Unsafe.SizeOf<Node>());
            Array.Resize(ref stack, top * 2);
        }
        stack[top++] = node;
    }

    void Complete(in Frame frame)
    {
        if (Collapses(frame))
            return;
        var from = frame.Base;
        if (frame.Rule == Symbol.ItemsMore)
            from--; // The item before the first comma belongs to the same display.
        var children = stack.AsSpan(from, top - from);
        if (!TrySimplify(frame, children, out var node) && !actions.TryReduce(frame.Rule, ref children, frame.First, out node))
            node = tree.Add(frame.Rule, children, frame.First.Line, frame.First.Position);
        top = frame.Base;
        Push(node);
    }

    /// <summary>Leaves a single child on the stack in its parent's stead, where the rule's shape says so.</summary>
    bool Collapses(in Frame frame)
    {
        if (frame.Shape == Symbol.SeqOne)
        {
            var single = -1;
            for (var i = frame.Base; i < top; i++)
            {
                if (stack[i].IsNone)
                    continue;
                if (single >= 0)
                    return false;
                single = i;
            }
            if (single < 0)
                return false;
            stack[frame.Base] = stack[single];
            top = frame.Base + 1;
            return true;
        }
        return frame.Shape is Symbol.Rep or Symbol.List or Symbol.ListTrailing
            && top - frame.Base == 1 && frame.State != ListState.AfterSeparator;
    }

    /// <summary>The shapes of the tree that are no matter of constants.</summary>
    bool TrySimplify(in Frame frame, Span<Node> children, out Node node)
    {
        node = default;
        switch (frame.Rule)
        {
            case Symbol.Paren when !children[0].IsNone && children[0].Kind != Symbol.Items:
                node = children[0];
                return true;
            case Symbol.Items when children[1].Kind == Symbol.ItemsComma:
                node = tree.Add(Symbol.Items, children[..1], frame.First.Line, frame.First.Position);
                return true;
            case Symbol.Items when children[1].Kind == Symbol.ItemsMore:
                node = children[1] with { Kind = Symbol.Items };
                return true;
            case Symbol.ExprStmt when !keepConstantStatements && children[1].IsNone && IsConstantLeaf(children[0]):
                node = tree.Add(Symbol.PassStmt, [], frame.First.Line, frame.First.Position);
                return true;
            default:
                return false;
        }
    }

    static bool IsConstantLeaf(in Node node) => !node.IsRule && !node.IsName;

    SourceException Error()
    {
        var (type, message) = token.Kind switch
        {
            Symbol.Indent => ("IndentationError", "unexpected indent"),
            Symbol.DedentMismatch => ("IndentationError", "unindent doesn't match any outer indent level"),
            Symbol.MalformedFString => ("SyntaxError", "malformed f-string"),
            _ => ("SyntaxError", "invalid syntax"),
        };
        return new SourceException(type, message, token.Line, token.Position, token.Length);
    }
}
