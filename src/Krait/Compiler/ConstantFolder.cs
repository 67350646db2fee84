using System.Numerics;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// Gives literals their meaning and folds constants while the parser builds the tree: arithmetic, <c>and</c>,
/// <c>or</c>, <c>not</c>, tuples, <c>X = const(…)</c> and the constants of <c>math</c>.
/// </summary>
internal sealed class ConstantFolder : TreeActions
{
    /// <summary>A string literal of at most this many bytes is interned.</summary>
    const int MaxInternedLength = 10;

    /// <summary>How many bits of large ints one file may fold, so that a hostile one takes no time.</summary>
    const long MaxTotalBits = 16L * ConstantArithmetic.MaxBits;

    readonly SyntaxTree tree;
    readonly long maxSmallInt;
    readonly List<Constant> constants = [];
    readonly Dictionary<int, Constant> declared = [];
    readonly FloatConstant nan = new(double.NaN);
    readonly int mathName;
    readonly int constName;
    long foldedBits;

    public ConstantFolder(SyntaxTree tree, int smallIntBits)
    {
        this.tree = tree;
        maxSmallInt = (1L << Math.Clamp(smallIntBits - 1, 0, 62)) - 1;
        mathName = tree.Strings.Add("math"u8);
        constName = tree.Strings.Add("const"u8);
    }

    /// <summary>The constant that a <see cref="Symbol.Constant"/> leaf stands for.</summary>
    public Constant this[in Node node] => constants[(int)node.Value];

    public bool IsConstant(in Node node) =>
        node.Kind is Symbol.Integer or Symbol.String or Symbol.Constant or Symbol.KwNone or Symbol.KwTrue
            or Symbol.KwFalse or Symbol.Ellipsis
        || node.Kind == Symbol.Paren && tree.Child(node, 0).IsNone;

    /// <summary>The truth value of a constant node.</summary>
    public bool IsTrue(in Node node) => node.Kind switch
    {
        Symbol.Integer => node.Value != 0,
        Symbol.String => tree.Strings[node.String].Length > 0,
        Symbol.Constant => this[node].IsTrue,
        _ => node.Kind is Symbol.KwTrue or Symbol.Ellipsis,
    };

    public override Node Literal(in Token token, ReadOnlySpan<byte> text)
    {
        switch (token.Kind)
        {
            case Symbol.String:
                var interned = tree.Strings.Find(text);
                if (interned < 0 && (text.Length <= MaxInternedLength || PreinternedStrings.Contains(text)))
                    interned = tree.Strings.Add(text);
                return interned >= 0
                    ? new Node(Symbol.String, 0, token.Line, token.Position, interned)
                    : AddConstant(new TextConstant(ObjectKind.Str, text.ToArray()), token.Line, token.Position);
            case Symbol.Bytes:
                return AddConstant(new TextConstant(ObjectKind.Bytes, text.ToArray()), token.Line, token.Position);
            case Symbol.Integer:
                return FromInt(NumberLiterals.ParseInt(token, text), token.Line, token.Position);
            default:
                return AddConstant(NumberLiterals.ParseFloat(token, text), token.Line, token.Position);
        }
    }

    public override Node Identifier(in Node name)
    {
        if (declared.Count == 0 || !declared.TryGetValue(name.String, out var constant))
            return name;
        return constant is IntConstant number
            ? FromInt(number.Value, name.Line, name.Position)
            : AddConstant(constant, name.Line, name.Position);
    }

    public override bool TryReduce(Symbol rule, ref Span<Node> children, in Token first, out Node result)
    {
        result = default;
        switch (rule)
        {
            case Symbol.OrTest:
                return TryFoldLogic(ref children, deciding: true, out result);
            case Symbol.AndTest:
                return TryFoldLogic(ref children, deciding: false, out result);
            case Symbol.NotExpr when IsConstant(children[0]):
                var truth = IsTrue(children[0]) ? Symbol.KwFalse : Symbol.KwTrue;
                result = new Node(truth, 0, first.Line, first.Position, 0);
                return true;
            case Symbol.Expr:
                return TryFoldChain(children, Symbol.Bar, out result);
            case Symbol.XorExpr:
                return TryFoldChain(children, Symbol.Caret, out result);
            case Symbol.AndExpr:
                return TryFoldChain(children, Symbol.Ampersand, out result);
            case Symbol.ShiftExpr or Symbol.ArithExpr or Symbol.Term:
                return TryFoldChain(children, Symbol.None, out result);
            case Symbol.Power:
                return TryFoldChain(children, Symbol.DoubleStar, out result);
            case Symbol.UnaryExpr:
                return TryFoldUnary(children, out result);
            case Symbol.PlainExpr:
                return TryFoldMath(children, out result);
            case Symbol.ExprStmt:
                return TryDeclare(children, first, out result);
            case Symbol.Paren when children[0].Kind == Symbol.Items:
                return TryFoldTuple(tree.Children(children[0]), children[0].Line, children[0].Position, out result);
            case Symbol.TestList or Symbol.StarTests or Symbol.Subscripts:
                return TryFoldTuple(children, first.Line, first.Position, out result);
            default:
                return false;
        }
    }

    bool TryFoldLogic(ref Span<Node> children, bool deciding, out Node result)
    {
        var count = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            var known = IsConstant(child);
            if (known && IsTrue(child) != deciding && i < children.Length - 1)
                continue;
            children[count++] = child;
            if (known && IsTrue(child) == deciding)
                break;
        }
        children = children[..count];
        result = children[0];
        return count == 1;
    }

    /// <summary>Folds a whole chain of operators or nothing of it.</summary>
    bool TryFoldChain(Span<Node> children, Symbol op, out Node result)
    {
        result = default;
        if (foldedBits > MaxTotalBits)
            return false;
        var step = op == Symbol.None ? 2 : 1;
        for (var i = 0; i < children.Length; i += step)
            if (!TryGetNumber(children[i], out _))
                return false;
        TryGetNumber(children[0], out var value);
        for (var i = step; i < children.Length; i += step)
        {
            TryGetNumber(children[i], out var right);
            if (!ConstantArithmetic.TryBinary(step == 2 ? children[i - 1].Kind : op, value, right, out value) || !TakeRoom(value))
                return false;
        }
        result = FromNumber(value, children[0].Position);
        return true;
    }

    bool TryFoldUnary(Span<Node> children, out Node result)
    {
        result = default;
        var operand = children[1];
        if (!TryGetNumber(operand, out var number) || !ConstantArithmetic.TryUnary(children[0].Kind, number, out var value))
            return false;
        var position = children[0].Position;
        if (children[0].Kind == Symbol.Plus && operand.Kind == Symbol.Constant)
            result = operand with { Line = 0, Position = position };
        else if (!number.IsFloat && !Number.IsHostSmall(number.Int))
            result = AddConstant(new IntConstant(value.Int), 0, position); // What was large stays an object.
        else
            result = FromNumber(value, position);
        return TakeRoom(value);
    }

    bool TakeRoom(in Number value) => (foldedBits += value.IsFloat ? 64 : value.Int.GetBitLength()) <= MaxTotalBits;

    bool TryFoldMath(Span<Node> children, out Node result)
    {
        result = default;
        if (!children[0].IsName || children[0].String != mathName || children[1].Kind != Symbol.AttrTrailer)
            return false;
        var name = tree.Strings[tree.Child(children[1], 0).String];
        var constant =
            name.SequenceEqual("e"u8) ? new FloatConstant(Math.E)
            : name.SequenceEqual("pi"u8) ? new FloatConstant(Math.PI)
            : name.SequenceEqual("tau"u8) ? new FloatConstant(Math.Tau)
            : name.SequenceEqual("inf"u8) ? new FloatConstant(double.PositiveInfinity)
            : name.SequenceEqual("nan"u8) ? nan
            : null;
        if (constant is null)
            return false;
        result = AddConstant(constant, 0, children[0].Position);
        return true;
    }

    /// <summary>Recognises <c>NAME = const(value)</c>, with or without annotation.</summary>
    bool TryDeclare(Span<Node> children, in Token first, out Node result)
    {
        result = default;
        if (!children[0].IsName)
            return false;
        var annotated = children[1].Kind == Symbol.AnnAssign;
        var call = annotated ? tree.Child(children[1], 1) : children[1];
        if (call.Kind != Symbol.PlainExpr)
            return false;
        var callee = tree.Child(call, 0);
        var trailer = tree.Child(call, 1);
        if (!callee.IsName || callee.String != constName || trailer.Kind != Symbol.CallTrailer)
            return false;
        var value = tree.Child(trailer, 0);
        if (!IsConstant(value))
            throw new SourceException("SyntaxError", "not a constant", call.Line, call.Position, 5);
        declared.TryAdd(children[0].String, ToConstant(value));
        if (tree.Strings[children[0].String] is [(byte)'_', ..])
        {
            result = tree.Add(Symbol.PassStmt, [], 0, first.Position);
            return true;
        }
        children[1] = annotated
            ? tree.Add(Symbol.AnnAssign, [tree.Child(children[1], 0), value], children[1].Line, children[1].Position)
            : value;
        return false;
    }

    bool TryFoldTuple(ReadOnlySpan<Node> items, int line, int position, out Node result)
    {
        result = default;
        foreach (ref readonly var item in items)
            if (!IsConstant(item))
                return false;
        var values = new Constant[items.Length];
        for (var i = 0; i < items.Length; i++)
            values[i] = ToConstant(items[i]);
        result = AddConstant(new TupleConstant(values), line, position);
        return true;
    }

    Constant ToConstant(in Node node) => node.Kind switch
    {
        Symbol.Integer => new IntConstant(node.Value),
        Symbol.String => new TextConstant(ObjectKind.Str, tree.Strings[node.String].ToArray()),
        Symbol.Constant => this[node],
        Symbol.KwNone => Constant.None,
        Symbol.KwTrue => Constant.True,
        Symbol.KwFalse => Constant.False,
        Symbol.Ellipsis => Constant.Ellipsis,
        _ => new TupleConstant([]),
    };

    bool TryGetNumber(in Node node, out Number number)
    {
        number = default;
        switch (node.Kind)
        {
            case Symbol.Integer:
                number = Number.From(new BigInteger(node.Value));
                return true;
            case Symbol.Constant when this[node] is IntConstant constant:
                number = Number.From(constant.Value);
                return true;
            case Symbol.Constant when this[node] is FloatConstant constant:
                number = Number.From(constant.Value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A computed constant has no line.</summary>
    Node FromNumber(in Number number, int position) =>
        number.IsFloat ? AddConstant(new FloatConstant(number.Float), 0, position) : FromInt(number.Int, 0, position);

    Node FromInt(BigInteger value, int line, int position) =>
        value <= maxSmallInt && value >= ~maxSmallInt
            ? new Node(Symbol.Integer, 0, line, position, (long)value)
            : AddConstant(new IntConstant(value), line, position);

    Node AddConstant(Constant constant, int line, int position)
    {
        constants.Add(constant);
        return new Node(Symbol.Constant, 0, line, position, constants.Count - 1);
    }
}
