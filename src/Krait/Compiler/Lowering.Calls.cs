using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>What follows an atom: attributes, subscripts, and calls with their arguments.</summary>
internal sealed partial class Lowering
{
    /// <summary>The trailers of an atom; there may be one, several, or (after <c>await</c>) none.</summary>
    ReadOnlySpan<Node> Trailers(in Node node)
    {
        var trailers = tree.Child(node, 1);
        return trailers.Kind == Symbol.Trailers ? tree.Children(trailers)
            : trailers.IsNone ? []
            : tree.Children(node)[1..];
    }

    void VisitTrailers(in Node node)
    {
        var atom = tree.Child(node, 0);
        var trailers = Trailers(node);
        Visit(atom);
        var next = IsSuper(atom, trailers) ? VisitSuper(trailers) : 0;
        while (next < trailers.Length)
        {
            if (IsMethodCall(trailers, next))
            {
                EmitAttribute(Opcode.LoadMethod, 1, trailers[next]);
                VisitCall(tree.Child(trailers[next + 1], 0), 0, Opcode.CallMethod);
                next += 2;
            }
            else
            {
                Visit(trailers[next++]);
            }
        }
    }

    static bool IsMethodCall(ReadOnlySpan<Node> trailers, int at) =>
        at + 1 < trailers.Length && trailers[at].Kind == Symbol.AttrTrailer && trailers[at + 1].Kind == Symbol.CallTrailer;

    bool IsSuper(in Node atom, ReadOnlySpan<Node> trailers) =>
        scope.Kind == ScopeKind.Function && atom.IsName && atom.String == names.Super
        && trailers is [{ Kind: Symbol.CallTrailer }, ..] && tree.Child(trailers[0], 0).IsNone;

    /// <summary><c>super()</c> is called with the class and the first parameter; returns how many trailers that took.</summary>
    int VisitSuper(ReadOnlySpan<Node> trailers)
    {
        Load(names.DunderClass);
        var self = scope.Identifiers.Find(identifier => (identifier.Flags & ParameterFlags.Parameter) != 0)
            ?? throw Fail(trailers[0], "super() can't find self");
        Load(self.Name);
        if (!IsMethodCall(trailers, 1))
        {
            code.Emit(Opcode.CallFunction, -2, 2);
            return 1;
        }
        EmitAttribute(Opcode.LoadSuperMethod, -1, trailers[1]);
        VisitCall(tree.Child(trailers[2], 0), 0, Opcode.CallMethod);
        return 3;
    }

    /// <summary>Visits arguments and calls.</summary>
    /// <param name="arguments">Nothing, one argument, or a list of them.</param>
    /// <param name="count">How many positional arguments are on the stack already.</param>
    /// <param name="call">The plain form of the call.</param>
    void VisitCall(in Node arguments, int count, Opcode call)
    {
        ReadOnlySpan<Node> list = arguments.Kind == Symbol.ArgList ? tree.Children(arguments) : arguments.IsNone ? [] : [arguments];
        var (keywords, stars, doubleStar) = (0, 0L, false);
        for (var i = 0; i < list.Length; i++)
        {
            var argument = list[i];
            switch (argument.Kind)
            {
                case Symbol.ArgStar:
                    if (doubleStar || keywords > 0)
                        throw Fail(argument, doubleStar ? "* arg after **" : "* arg after kwarg");
                    if (i >= options.SmallIntBits - 1)
                        throw Fail(argument, "too many args");
                    stars |= 1L << i;
                    Visit(tree.Child(argument, 0));
                    count++;
                    break;
                case Symbol.ArgDoubleStar:
                    doubleStar = true;
                    code.Emit(Opcode.LoadNull, 1);
                    Visit(tree.Child(argument, 0));
                    keywords++;
                    break;
                case Symbol.Argument when IsKeyword(argument):
                    VisitKeyword(argument);
                    keywords++;
                    break;
                case Symbol.Argument when tree.Child(argument, 1).Kind == Symbol.ArgWalrus:
                    VisitWalrus(tree.Child(argument, 0), tree.Child(tree.Child(argument, 1), 0));
                    count++;
                    break;
                case Symbol.Argument:
                    VisitComprehension(argument, ScopeKind.GenExpr);
                    count++;
                    break;
                default:
                    if (doubleStar || keywords > 0)
                        throw Fail(argument, doubleStar ? "positional arg after **" : "positional arg after keyword arg");
                    Visit(argument);
                    count++;
                    break;
            }
        }
        // The count is one byte of the operand: one more would be taken for a keyword.
        if (count > byte.MaxValue)
            throw Fail(arguments, "too many args");
        EmitCall(call, count, keywords, stars, stars != 0 || doubleStar);
    }

    bool IsKeyword(in Node argument) => tree.Child(argument, 1).Kind is not (Symbol.CompFor or Symbol.ArgWalrus);

    void VisitKeyword(in Node argument)
    {
        var name = tree.Child(argument, 0);
        if (!name.IsName)
            throw Fail(argument, "LHS of keyword arg must be an id");
        EmitString(name.String);
        Visit(tree.Child(argument, 1));
    }

    void EmitCall(Opcode call, int count, int keywords, long stars, bool variable)
    {
        var effect = -count - 2 * keywords - (call == Opcode.CallMethod ? 1 : 0);
        if (variable)
        {
            code.EmitSmallInt(stars);
            call = call == Opcode.CallMethod ? Opcode.CallMethodVarKw : Opcode.CallFunctionVarKw;
            effect--;
        }
        code.Emit(call, effect, (long)keywords << 8 | (uint)count);
    }
}
