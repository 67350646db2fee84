using System.Globalization;
using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Containers;

/// <summary>
/// Runs one line of the container vectors on a machine without an interpreter: statements that are separated by
/// semicolons, of which the last gives the outcome. Assignments (also augmented, to names and subscripts), del, a for
/// with one statement, and expressions of displays, operators, subscripts, slices, attributes and calls.
/// </summary>
internal sealed class ContainerScript
{
    private static readonly string[] augmented = ["|= ", "&= ", "^= ", "-= ", "+= ", "*= "];

    private readonly BareMachine machine = new();
    private readonly Dictionary<string, Value> names = [];
    private string text = "";
    private int at;

    /// <summary>A Python exception on its way out of the script.</summary>
    private sealed class PythonRaised : Exception;

    /// <summary>The repr of the last expression, or the exception's type and text.</summary>
    public string Run(string script)
    {
        try
        {
            Value last = default;
            foreach (var statement in script.Split("; "))
                last = Execute(statement);
            return last.IsNull ? "" : Repr(last);
        }
        catch (PythonRaised)
        {
            var exception = machine.Pending!;
            machine.Pending = null;
            Assert.Equal(Status.Ok, Operations.Str(machine, Value.Of(exception), out string message));
            return $"{exception.Type.Name}: {message}";
        }
    }

    private Value Execute(string statement)
    {
        if (statement.StartsWith("for ", StringComparison.Ordinal))
            return Loop(statement);
        text = statement;
        at = 0;
        var isDelete = Accept("del ");
        var start = at;
        var value = isDelete || !LooksLikeName() ? default : Name(peek: true);
        var isTarget = TryTarget(start, out var container, out var key, out var name);
        if (isDelete)
        {
            Check(Operations.DeleteItem(machine, container, key));
            return default;
        }
        foreach (var op in augmented)
        {
            if (!isTarget || !Accept(op))
                continue;
            Value old = default, result = default;
            if (name is null)
                Check(Operations.GetItem(machine, container, key, ref old));
            else
                old = value;
            var right = Expression();
            Check(Operations.Binary(machine, Operator(op.Trim()), old, right, ref result));
            Store(container, key, name, result);
            return default;
        }
        if (isTarget && Rest() is ['=', not '=', ..])
        {
            at++;
            Accept(" ");
            Store(container, key, name, Expression());
            return default;
        }
        at = start;
        value = Expression();
        Assert.Equal(text.Length, at);
        return value;
    }

    private Value Loop(string statement)
    {
        var colon = statement.IndexOf(": ", StringComparison.Ordinal);
        var words = statement[4..colon].Split(" in ", 2);
        text = words[1];
        at = 0;
        Value iterator = default, item = default;
        Check(Operations.Iterate(machine, Expression(), ref iterator));
        Status status;
        while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
        {
            names[words[0]] = item;
            Execute(statement[(colon + 2)..]);
        }
        if (status != Status.Stop)
            Check(status);
        return default;
    }

    /// <summary>Reads a name or a subscript that something could be stored to; on false nothing is read.</summary>
    private bool TryTarget(int start, out Value container, out Value key, out string? name)
    {
        container = key = default;
        name = null;
        at = start;
        if (!LooksLikeName())
            return false;
        name = Word();
        if (Rest() is not ['[', ..])
        {
            Accept(" ");
            return true;
        }
        container = names.GetValueOrDefault(name);
        at++;
        if (container.IsNull)
            return false;
        key = Subscript();
        name = null;
        Accept(" ");
        return Rest() is not ['.' or '[' or '(', ..];
    }

    private void Store(in Value container, in Value key, string? name, in Value value)
    {
        if (name is not null)
            names[name] = value;
        else
            Check(Operations.SetItem(machine, container, key, value));
    }

    private Value Expression() => Comparison();

    private Value Comparison()
    {
        var left = BitOr();
        foreach (var (symbol, op) in new[]
        {
            (" == ", BinaryOperator.Equal), (" != ", BinaryOperator.NotEqual), (" <= ", BinaryOperator.LessEqual),
            (" >= ", BinaryOperator.GreaterEqual), (" < ", BinaryOperator.Less), (" > ", BinaryOperator.Greater),
        })
            if (Accept(symbol))
                return Apply(op, left, BitOr());
        if (Accept(" not in "))
            return Value.Bool(!Contains(BitOr(), left));
        if (Accept(" in "))
            return Value.Bool(Contains(BitOr(), left));
        return Accept(" is ") ? Value.Bool(Value.Is(left, BitOr())) : left;
    }

    private Value BitOr() => Chain(BitXor, " | ");

    private Value BitXor() => Chain(BitAnd, " ^ ");

    private Value BitAnd() => Chain(Sum, " & ");

    private Value Sum() => Chain(Product, " + ", " - ");

    private Value Product() => Chain(Factor, " * ");

    private Value Chain(Func<Value> next, params string[] symbols)
    {
        var left = next();
        while (Array.Find(symbols, Accept) is { } symbol)
            left = Apply(Operator(symbol.Trim() + "=") + (BinaryOperator.Or - BinaryOperator.InplaceOr), left, next());
        return left;
    }

    private Value Factor()
    {
        if (Rest() is not ['-', ..])
            return Power();
        at++;
        Value result = default;
        Check(Operations.Unary(machine, UnaryOperator.Negative, Power(), ref result));
        return result;
    }

    private Value Power()
    {
        var left = Postfix();
        return Accept("**") ? Apply(BinaryOperator.Power, left, Factor()) : left;
    }

    private Value Postfix()
    {
        var value = Atom();
        while (true)
        {
            switch (Rest())
            {
                case ['.', ..]:
                    at++;
                    Value attribute = default;
                    Check(Attributes.Get(machine, value, machine.Intern(Word()), ref attribute));
                    value = attribute;
                    break;
                case ['[', ..]:
                    at++;
                    Value element = default;
                    Check(Operations.GetItem(machine, value, Subscript(), ref element));
                    value = element;
                    break;
                case ['(', ..]:
                    at++;
                    value = Call(value);
                    break;
                default:
                    return value;
            }
        }
    }

    private Value Call(in Value callee)
    {
        var positional = new List<Value>();
        var keywords = new List<Value>();
        while (!Accept(")"))
        {
            var start = at;
            if (LooksLikeName() && Word() is { } name && Rest() is ['=', not '=', ..])
            {
                at++;
                keywords.Add(Value.Of(machine.Intern(name)));
                keywords.Add(Expression());
            }
            else
            {
                at = start;
                positional.Add(Expression());
            }
            Accept(", ");
        }
        Value result = default;
        Value[] arguments = [.. positional, .. keywords, default];
        Check(machine.Call(callee, new Arguments(ref arguments[0], positional.Count, keywords.Count / 2), ref result));
        return result;
    }

    private Value Subscript()
    {
        var parts = new Value[3];
        var count = 0;
        var isSlice = false;
        for (; !Accept("]"); isSlice |= Accept(":") && ++count > 0)
            if (Rest() is not [':', ..])
                parts[count] = Expression();
        return isSlice
            ? Value.Of(new PySlice(OrNone(parts[0]), OrNone(parts[1]), OrNone(parts[2])))
            : parts[0];
    }

    private Value Atom()
    {
        switch (Rest())
        {
            case ['(', ..]:
                at++;
                var items = Items(")", out var comma);
                return items.Length == 1 && !comma ? items[0] : Value.Of(new PyTuple(items));
            case ['[', ..]:
                at++;
                return Value.Of(PyList.From(machine, Items("]", out _))!);
            case ['{', ..]:
                at++;
                return Braces();
            case ['\'', ..]:
                var end = text.IndexOf('\'', at + 1);
                var content = text[(at + 1)..end];
                at = end + 1;
                return Value.Of(PyStr.From(content));
            case [>= '0' and <= '9', ..]:
                return Number();
            default:
                return Name(peek: false);
        }
    }

    private Value[] Items(string close, out bool comma)
    {
        var items = new List<Value>();
        comma = false;
        while (!Accept(close))
        {
            items.Add(Expression());
            comma = Accept(", ") || Accept(",");
        }
        return [.. items];
    }

    private Value Braces()
    {
        if (Accept("}"))
            return Value.Of(new PyDict());
        var dict = new PyDict();
        var set = new PySet();
        while (!Accept("}"))
        {
            var item = Expression();
            Check(Accept(": ") ? dict.Set(machine, item, Expression()) : set.Add(machine, item));
            Accept(", ");
        }
        return dict.Count != 0 ? Value.Of(dict) : Value.Of(set);
    }

    private Value Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        var digits = text[start..at];
        return digits.Contains('.')
            ? Value.Float(double.Parse(digits, CultureInfo.InvariantCulture))
            : PyInt.Normalize(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
    }

    private Value Name(bool peek)
    {
        var start = at;
        var word = Word();
        if (peek)
            at = start;
        if (names.TryGetValue(word, out var value))
            return value;
        return word switch
        {
            "None" => Value.None,
            "True" => Value.True,
            "False" => Value.False,
            "nan" => Value.Float(double.NaN),
            "list" => Value.Of(Types.List),
            "tuple" => Value.Of(Types.Tuple),
            "dict" => Value.Of(Types.Dict),
            "set" => Value.Of(Types.Set),
            "frozenset" => Value.Of(Types.FrozenSet),
            "range" => Value.Of(Types.Range),
            "enumerate" => Value.Of(Types.Enumerate),
            "zip" => Value.Of(Types.Zip),
            "map" => Value.Of(Types.Map),
            "filter" => Value.Of(Types.Filter),
            "reversed" => Value.Of(Types.Reversed),
            "int" => Value.Of(Types.Int),
            "bool" => Value.Of(Types.Bool),
            "len" => Function(word, Length),
            "hash" => Function(word, Hash),
            "iter" => Function(word, static (machine, in arguments, ref result) => Operations.Iterate(machine, arguments[0], ref result)),
            "next" => Function(word, Next),
            "neg" => Function(word, static (machine, in arguments, ref result) => Operations.Unary(machine, UnaryOperator.Negative, arguments[0], ref result)),
            "calls" => Function(word, static (machine, in arguments, ref result) => machine.Call(arguments[0], ref result)),
            _ => peek ? default : throw new InvalidOperationException($"no name {word} in {text}"),
        };
    }

    private static Value Function(string name, NativeFunction function) =>
        Value.Of(new PyBuiltin(name, function, null, BuiltinKind.Function));

    private static Status Length(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = Operations.Length(machine, arguments[0], out var length);
        result.SetInt(length);
        return status;
    }

    private static Status Hash(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = Operations.Hash(machine, arguments[0], out var hash);
        result.SetInt(hash);
        return status;
    }

    private static Status Next(Machine machine, in Arguments arguments, ref Value result)
    {
        var status = Operations.Next(machine, arguments[0], ref result);
        return status == Status.Stop ? machine.Raise(Types.StopIteration) : status;
    }

    private Value Apply(BinaryOperator op, in Value left, in Value right)
    {
        Value result = default;
        Check(Operations.Binary(machine, op, left, right, ref result));
        return result;
    }

    private bool Contains(in Value container, in Value item)
    {
        Check(Operations.Contains(machine, container, item, out var found));
        return found;
    }

    private string Repr(in Value value)
    {
        Check(Operations.Repr(machine, value, out string repr));
        return repr;
    }

    private static BinaryOperator Operator(string augmentedSymbol)
    {
        for (var op = BinaryOperator.InplaceOr; op <= BinaryOperator.InplacePower; op++)
            if (Operators.Symbol(op) == augmentedSymbol)
                return op;
        throw new InvalidOperationException(augmentedSymbol);
    }

    private static Value OrNone(in Value value) => value.IsNull ? Value.None : value;

    private static void Check(Status status)
    {
        if (status != Status.Ok)
            throw new PythonRaised();
    }

    private string Rest() => text[at..];

    private bool LooksLikeName() => at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_');

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return text[start..at];
    }

    private bool Accept(string symbol)
    {
        if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0)
            return false;
        at += symbol.Length;
        return true;
    }
}
