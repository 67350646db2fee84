using Krait.Instructions;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>Functions, lambdas, classes, decorators, comprehensions: what makes scopes.</summary>
internal sealed partial class Lowering
{
    /// <summary>The parameters of a function or lambda; a single one is its own list.</summary>
    ReadOnlySpan<Node> Parameters(in Node owner, int index)
    {
        var list = tree.Child(owner, index);
        return list.Kind is Symbol.Params or Symbol.LambdaParams ? tree.Children(list)
            : list.IsNone ? []
            : tree.Children(owner).Slice(index, 1);
    }

    void AddParameters(ReadOnlySpan<Node> parameters)
    {
        var (afterStar, afterDoubleStar) = (false, false);
        foreach (ref readonly var parameter in parameters)
        {
            if (afterDoubleStar)
                throw Fail(parameter, "invalid syntax");
            switch (parameter.Kind)
            {
                case Symbol.ParamDoubleStar or Symbol.LambdaParamDoubleStar:
                    AddParameter(parameter, tree.Child(parameter, 0), ParameterFlags.DoubleStar);
                    scope.Flags |= ScopeFlags.VarKeywords;
                    afterDoubleStar = true;
                    break;
                case Symbol.ParamStar or Symbol.LambdaParamStar:
                    if (afterStar)
                        throw Fail(parameter, "invalid syntax");
                    afterStar = true;
                    var name = tree.Child(parameter, 0);
                    if (name.IsNone)
                        break;
                    AddParameter(parameter, name.IsName ? name : tree.Child(name, 0), ParameterFlags.Star);
                    scope.Flags |= ScopeFlags.VarArgs;
                    break;
                default:
                    AddParameter(parameter, parameter.IsName ? parameter : tree.Child(parameter, 0), ParameterFlags.None);
                    if (afterStar)
                        scope.KeywordOnlyParameters++;
                    else
                        scope.PositionalParameters++;
                    break;
            }
        }
    }

    void AddParameter(in Node parameter, in Node name, ParameterFlags flags)
    {
        var identifier = scope.FindOrAdd(name.String, IdentifierKind.Local, out var added);
        if (!added)
            throw Fail(parameter, "argument name reused");
        identifier.Flags = ParameterFlags.Parameter | flags;
    }

    /// <summary>Visits the defaults of parameters and makes the function.</summary>
    void MakeFunction(int child, ReadOnlySpan<Node> parameters)
    {
        var (afterStar, positional, keyword) = (false, 0, 0);
        foreach (ref readonly var parameter in parameters)
        {
            if (parameter.Kind is Symbol.ParamStar or Symbol.LambdaParamStar)
                afterStar = true;
            if (parameter.Kind is Symbol.ParamStar or Symbol.LambdaParamStar or Symbol.ParamDoubleStar or Symbol.LambdaParamDoubleStar)
                continue;
            var value = parameter.IsName ? default : tree.Child(parameter, parameter.Count - 1);
            if (value.IsNone)
            {
                if (!afterStar && positional > 0)
                    throw Fail(parameter, "non-default argument follows default argument");
            }
            else if (afterStar)
            {
                if (keyword++ == 0)
                {
                    EmitPositionalDefaults(positional);
                    code.Emit(Opcode.BuildMap, 1, 0);
                }
                Visit(value);
                EmitString(tree.Child(parameter, 0).String);
                code.Emit(Opcode.StoreMap, -2);
            }
            else
            {
                Visit(value);
                positional++;
            }
        }
        if (positional > 0 && keyword == 0)
        {
            EmitPositionalDefaults(positional);
            code.Emit(Opcode.LoadNull, 1);
        }
        if (keyword > 0)
            scopes[child].Flags |= ScopeFlags.DefaultKeywords;
        scopes[child].DefaultParameters = positional;
        code.EmitMakeFunction(child, positional + keyword > 0);
    }

    void EmitPositionalDefaults(int count)
    {
        if (count > 0)
            code.Emit(Opcode.BuildTuple, 1 - count, count);
        else
            code.Emit(Opcode.LoadNull, 1);
    }

    void VisitFunction(in Node node)
    {
        MakeFunction(node);
        Store(tree.Child(node, 0).String);
    }

    Scope MakeFunction(in Node node)
    {
        var child = AddScope(ScopeKind.Function, tree.Child(node, 0).String, node);
        MakeFunction(child, Parameters(node, 1));
        return scopes[child];
    }

    void VisitLambda(in Node node)
    {
        var child = AddScope(ScopeKind.Lambda, names.Lambda, node);
        MakeFunction(child, Parameters(node, 0));
    }

    void LowerLambda()
    {
        AddParameters(Parameters(scope.Node, 0));
        MarkLine(scope.Node);
        Visit(tree.Child(scope.Node, 1));
        if ((scope.Flags & ScopeFlags.Generator) == 0)
            return;
        code.Emit(Opcode.PopTop, -1);
        code.Emit(Opcode.LoadConstNone, 1);
    }

    void VisitClass(in Node node)
    {
        MakeClass(node);
        Store(tree.Child(node, 0).String);
    }

    void MakeClass(in Node node)
    {
        var name = tree.Child(node, 0).String;
        var child = AddScope(ScopeKind.Class, name, node);
        code.Emit(Opcode.LoadBuildClass, 1);
        MakeFunction(child, []);
        EmitString(name);
        var arguments = tree.Child(node, 1);
        // The node of empty parentheses says no more than their absence.
        VisitCall(arguments.Kind == Symbol.ClassArgs ? default : arguments, 2, Opcode.CallFunction);
    }

    void LowerClassBody()
    {
        scope.FindOrAdd(names.DunderClass, IdentifierKind.Local, out _);
        Load(names.DunderName);
        Store(names.DunderModule);
        EmitString(scope.Name);
        Store(names.DunderQualname);
        Visit(tree.Child(scope.Node, 2));
        code.EmitClassCell(names.DunderClass);
    }

    void VisitDecorated(in Node node)
    {
        var list = tree.Child(node, 0);
        ReadOnlySpan<Node> decorators = list.Kind == Symbol.Decorators ? tree.Children(list) : [list];
        var body = tree.Child(node, 1);
        var count = 0;
        foreach (ref readonly var decorator in decorators)
        {
            if (IsCompilerDecorator(decorator, body))
                continue;
            count++;
            VisitDecorator(decorator);
        }
        if (body.Kind == Symbol.ClassDef)
            MakeClass(body);
        else if (body.Kind == Symbol.FuncDef)
            MakeFunction(body);
        else
            MakeFunction(body = tree.Child(body, 0)).Flags |= ScopeFlags.Generator;
        for (; count > 0; count--)
            code.Emit(Opcode.CallFunction, -1, 1);
        Store(tree.Child(body, 0).String);
    }

    void VisitDecorator(in Node decorator)
    {
        var name = tree.Child(decorator, 0);
        if (name.IsName)
        {
            Load(name.String);
        }
        else
        {
            Load(tree.Child(name, 0).String);
            for (var i = 1; i < name.Count; i++)
                code.Emit(Opcode.LoadAttr, 0, tables.Qstr(tree.Child(name, i).String));
        }
        Visit(tree.Child(decorator, 1));
    }

    /// <summary>Handles the decorators that say what kind of code to make, and are no code themselves.</summary>
    bool IsCompilerDecorator(in Node decorator, in Node decorated)
    {
        var name = tree.Child(decorator, 0);
        var first = name.IsName ? name : tree.Child(name, 0);
        if (first.String != names.Micropython)
            return false;
        if (name.Count != 2)
            throw Fail(first, "invalid micropython decorator");
        var kind = tree.Child(name, 1);
        var text = tree.Strings[kind.String];
        if (text.SequenceEqual("bytecode"u8) || options.NativeAsBytecode && text.SequenceEqual("native"u8))
            return true;
        if (!IsNativeKind(text))
            throw Fail(kind, "invalid micropython decorator");
        throw Fail(kind, options.NativeAsBytecode ? $"{TextOf(kind)} code is not supported: '{TextOf(tree.Child(decorated, 0))}'" : "invalid arch");
    }

    static bool IsNativeKind(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("native"u8) || name.SequenceEqual("viper"u8) || name.SequenceEqual("asm_thumb"u8)
        || name.SequenceEqual("asm_xtensa"u8) || name.SequenceEqual("asm_rv32"u8);

    string TextOf(in Node name) => System.Text.Encoding.UTF8.GetString(tree.Strings[name.String]);

    /// <summary>Calls a function made of the clauses with the first iterable as its only argument.</summary>
    void VisitComprehension(in Node node, ScopeKind kind)
    {
        var name = kind switch
        {
            ScopeKind.ListComp => names.ListComp,
            ScopeKind.DictComp => names.DictComp,
            ScopeKind.SetComp => names.SetComp,
            _ => names.GenExpr,
        };
        var child = AddScope(kind, name, node);
        MakeFunction(child, []);
        Visit(tree.Child(tree.Child(node, 1), 1));
        if (kind == ScopeKind.GenExpr)
            code.Emit(Opcode.GetIter, 0);
        code.Emit(Opcode.CallFunction, -1, 1);
    }

    void LowerComprehension()
    {
        scope.FindOrAdd(names.Empty, IdentifierKind.Local, out _);
        scope.PositionalParameters = 1;
        MarkLine(scope.Node);
        if (scope.Kind == ScopeKind.GenExpr)
        {
            scope.Flags |= ScopeFlags.Generator;
            // The iterator's four slots, made by hand.
            code.Emit(Opcode.LoadNull, 1);
            Load(names.Empty);
            code.Emit(Opcode.LoadNull, 1);
            code.Emit(Opcode.LoadNull, 1);
        }
        else
        {
            var build = scope.Kind switch
            {
                ScopeKind.ListComp => Opcode.BuildList,
                ScopeKind.DictComp => Opcode.BuildMap,
                _ => Opcode.BuildSet,
            };
            code.Emit(build, 1, 0);
            Load(names.Empty);
            code.Emit(Opcode.GetIterStack, 3);
        }
        VisitClauses(tree.Child(scope.Node, 1), 0);
        if (scope.Kind == ScopeKind.GenExpr)
            code.Emit(Opcode.LoadConstNone, 1);
    }

    void VisitClauses(in Node forClause, int level)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var top = code.NewLabel();
        var end = code.NewLabel();
        code.Place(top);
        code.EmitJump(Opcode.ForIter, 1, end);
        Assign(tree.Child(forClause, 0), Access.Store);
        var clause = tree.Child(forClause, 2);
        for (; clause.Kind == Symbol.CompIf; clause = tree.Child(clause, 1))
            JumpIf(tree.Child(clause, 0), false, top);
        if (clause.Kind == Symbol.CompFor)
        {
            Visit(tree.Child(clause, 1));
            code.Emit(Opcode.GetIterStack, 3);
            VisitClauses(clause, level + 1);
        }
        else
        {
            VisitElement(level);
        }
        code.EmitJump(Opcode.Jump, 0, top);
        code.Place(end);
        code.AdjustStack(-4);
    }

    void VisitElement(int level)
    {
        Visit(tree.Child(scope.Node, 0));
        switch (scope.Kind)
        {
            case ScopeKind.GenExpr:
                code.Emit(Opcode.YieldValue, 0);
                code.Emit(Opcode.PopTop, -1);
                break;
            case ScopeKind.ListComp:
                code.Emit(Opcode.StoreComp, -1, 4 * level + 5 << 2);
                break;
            case ScopeKind.DictComp:
                code.Emit(Opcode.StoreComp, -2, 4 * level + 6 << 2 | 1);
                break;
            default:
                code.Emit(Opcode.StoreComp, -1, 4 * level + 5 << 2 | 2);
                break;
        }
    }
}
