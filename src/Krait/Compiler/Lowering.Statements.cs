using Krait.Instructions;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Simple statements, <c>if</c> and imports.</summary>
internal sealed partial class Lowering
{
    void VisitReturn(in Node node)
    {
        if (scope.Kind != ScopeKind.Function)
            throw Fail(node, "'return' outside function");
        var value = tree.Child(node, 0);
        if (value.IsNone)
        {
            code.Emit(Opcode.LoadConstNone, 1);
        }
        else if (value.Kind == Symbol.IfExpr)
        {
            var choice = tree.Child(value, 1);
            var otherwise = code.NewLabel();
            JumpIf(tree.Child(choice, 0), false, otherwise);
            Visit(tree.Child(value, 0));
            code.Emit(Opcode.ReturnValue, -1);
            code.Place(otherwise);
            Visit(tree.Child(choice, 1));
        }
        else
        {
            Visit(value);
        }
        code.Emit(Opcode.ReturnValue, -1);
    }

    void VisitYieldStatement(in Node node)
    {
        Visit(tree.Child(node, 0));
        code.Emit(Opcode.PopTop, -1);
    }

    void VisitRaise(in Node node)
    {
        var argument = tree.Child(node, 0);
        if (argument.IsNone)
        {
            code.Emit(Opcode.RaiseLast, 0);
        }
        else if (argument.Kind == Symbol.RaiseArg)
        {
            Visit(tree.Child(argument, 0));
            Visit(tree.Child(argument, 1));
            code.Emit(Opcode.RaiseFrom, -2);
        }
        else
        {
            Visit(argument);
            code.Emit(Opcode.RaiseObj, -1);
        }
    }

    void VisitAssert(in Node node)
    {
        if (options.OptimizationLevel > 0)
            return;
        var holds = code.NewLabel();
        JumpIf(tree.Child(node, 0), true, holds);
        EmitGlobal(names.AssertionError);
        var message = tree.Child(node, 1);
        if (!message.IsNone)
        {
            Visit(message);
            code.Emit(Opcode.CallFunction, -1, 1);
        }
        code.Emit(Opcode.RaiseObj, -1);
        code.Place(holds);
    }

    void VisitIf(in Node node)
    {
        var end = code.NewLabel();
        var elifs = tree.Child(node, 2);
        var otherwise = tree.Child(node, 3);
        var jumpToEnd = !elifs.IsNone || !otherwise.IsNone;
        if (!VisitBranch(tree.Child(node, 0), tree.Child(node, 1), jumpToEnd, end)
            && !VisitElifs(elifs, end))
            Visit(otherwise);
        code.Place(end);
    }

    /// <summary>Returns true when a condition always holds, so that nothing after it counts.</summary>
    bool VisitElifs(in Node elifs, int end)
    {
        ReadOnlySpan<Node> parts = elifs.Kind == Symbol.ElifList ? tree.Children(elifs) : elifs.IsNone ? [] : [elifs];
        foreach (ref readonly var part in parts)
            if (VisitBranch(tree.Child(part, 0), tree.Child(part, 1), jumpToEnd: true, end))
                return true;
        return false;
    }

    bool VisitBranch(in Node condition, in Node body, bool jumpToEnd, int end)
    {
        var known = constants.IsConstant(condition);
        if (known && !constants.IsTrue(condition))
            return false;
        var next = code.NewLabel();
        JumpIf(condition, false, next);
        Visit(body);
        if (known)
            return true;
        if (jumpToEnd)
            code.EmitJump(Opcode.Jump, 0, end);
        code.Place(next);
        return false;
    }

    void VisitImport(in Node node)
    {
        var list = tree.Child(node, 0);
        ReadOnlySpan<Node> modules = list.Kind == Symbol.DottedAsNames ? tree.Children(list) : [list];
        foreach (ref readonly var module in modules)
        {
            code.EmitSmallInt(0);
            code.Emit(Opcode.LoadConstNone, 1);
            var alias = module.Kind == Symbol.DottedAsName ? tree.Child(module, 1) : default;
            var dotted = alias.IsNone ? module : tree.Child(module, 0);
            EmitImportName(dotted);
            if (!alias.IsNone)
            {
                for (var i = 1; i < dotted.Count; i++)
                    code.Emit(Opcode.LoadAttr, 0, tables.Qstr(tree.Child(dotted, i).String));
                Store(alias.String);
            }
            else
            {
                Store(dotted.IsName ? dotted.String : tree.Child(dotted, 0).String);
            }
        }
    }

    /// <summary>Imports a module by its dotted name, which is one string to the machine.</summary>
    void EmitImportName(in Node dotted)
    {
        var name = dotted.IsNone ? names.Empty : dotted.String;
        if (dotted.Kind == Symbol.DottedName)
        {
            var text = new ByteBuilder();
            for (var i = 0; i < dotted.Count; i++)
            {
                if (i > 0)
                    text.Add((byte)'.');
                text.Add(tree.Strings[tree.Child(dotted, i).String]);
            }
            name = tree.Strings.Add(text.Span);
        }
        code.Emit(Opcode.ImportName, -1, tables.Qstr(name));
    }

    void VisitImportFrom(in Node node)
    {
        var source = tree.Child(node, 0);
        var what = tree.Child(node, 1);
        var level = 0;
        if (source.Kind is not (Symbol.Name or Symbol.DottedName))
        {
            var dots = source.Kind == Symbol.ImportRelative ? tree.Child(source, 0) : source;
            level = CountDots(dots);
            source = source.Kind == Symbol.ImportRelative ? tree.Child(source, 1) : default;
        }
        if (what.Kind == Symbol.Star)
        {
            if (scope.Kind != ScopeKind.Module)
                throw Fail(node, "import * not at module level");
            code.EmitSmallInt(level);
            EmitString(names.Star);
            code.Emit(Opcode.BuildTuple, 0, 1);
            EmitImportName(source);
            code.Emit(Opcode.ImportStar, -1);
            return;
        }
        ReadOnlySpan<Node> list = what.Kind == Symbol.ImportAsNames ? tree.Children(what) : [what];
        code.EmitSmallInt(level);
        foreach (ref readonly var item in list)
            EmitString(tree.Child(item, 0).String);
        code.Emit(Opcode.BuildTuple, 1 - list.Length, list.Length);
        EmitImportName(source);
        foreach (ref readonly var item in list)
        {
            var name = tree.Child(item, 0);
            var alias = tree.Child(item, 1);
            code.Emit(Opcode.ImportFrom, 1, tables.Qstr(name.String));
            Store(alias.IsNone ? name.String : alias.String);
        }
        code.Emit(Opcode.PopTop, -1);
    }

    int CountDots(in Node dots)
    {
        if (dots.Kind != Symbol.Dots)
            return dots.Kind == Symbol.Ellipsis ? 3 : 1;
        var count = 0;
        foreach (ref readonly var dot in tree.Children(dots))
            count += dot.Kind == Symbol.Ellipsis ? 3 : 1;
        return count;
    }
}
