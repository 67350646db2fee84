using System.Globalization;
using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

/// <summary>Evaluates one call written in Python on the samples: "[].insert(1, 'x')", "list.append()", "math.sqrt(x=2)".
/// Arguments are literals; [] is a sample list, and '' before a dot a sample str.</summary>
internal sealed class PythonCall(Machine machine)
{
    private Value result;

    /// <summary>The repr of the result, or "TypeError: message".</summary>
    public string Evaluate(string expression)
    {
        var open = expression.IndexOf('(');
        var values = new List<Value>();
        var keywords = new List<Value>();
        foreach (var argument in expression[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = argument.IndexOf('=');
            if (equals > 0)
                keywords.AddRange([Value.Of(machine.Intern(argument[..equals])), Literal(argument[(equals + 1)..])]);
            else
                values.Add(Literal(argument));
        }
        result = default;
        return Text(Call(expression[..open], values, keywords));
    }

    private Status Call(string path, List<Value> values, List<Value> keywords)
    {
        if (TypeNamed(path) is { } type)
        {
            Value[] all = [Value.Of(type), .. values, .. keywords];
            return type.Constructor!(machine, new Arguments(ref all[0], values.Count + 1, keywords.Count / 2), ref result);
        }
        var dot = path.LastIndexOf('.');
        Value callee = default;
        var status = Attributes.Get(machine, Target(dot < 0 ? "builtins" : path[..dot]), machine.Intern(path[(dot + 1)..]), ref callee);
        if (status != Status.Ok)
            return status;
        Value[] arguments = [.. values, .. keywords, default];
        return machine.Call(callee, new Arguments(ref arguments[0], values.Count, keywords.Count / 2), ref result);
    }

    private string Text(Status status)
    {
        if (status == Status.Ok && result.IsFloat)
            return result.AsFloat.ToString(CultureInfo.InvariantCulture);
        if (status == Status.Ok && result.Object is PyInt big)
            return big.Number.ToString(CultureInfo.InvariantCulture);
        if (status == Status.Ok)
            return result.IsBool ? result.AsBool.ToString()
                : result.Object is PyStr text ? text.Text
                : Operations.Repr(machine, result, out string repr) == Status.Ok ? repr : Text(Status.Raised);
        Assert.Equal(Status.Raised, status);
        var pending = machine.Pending!;
        machine.Pending = null;
        return $"{pending.Type.Name}: {(pending.Arguments.Items is [{ Object: PyStr message }, ..] ? message.Text : "")}";
    }

    private Value Target(string name) => name switch
    {
        "builtins" or "math" => Value.Of(PyModule.Create(machine, ModuleCatalog.Find(name)!)),
        "''" => Value.Of(new SampleText()),
        _ => Literal(name),
    };

    private static BuiltinType? TypeNamed(string name) => name switch
    {
        "list" => (BuiltinType)SampleListBinding.Instance.Type,
        "str" => (BuiltinType)SampleStrBinding.Instance.Type,
        "int" => (BuiltinType)SampleIntBinding.Instance.Type,
        "slice" => Types.Slice,
        "module" => Types.Module,
        _ => null,
    };

    private static Value Literal(string text) => text switch
    {
        "[]" => Value.Of(new SampleList()),
        "None" => Value.None,
        "True" => Value.True,
        "False" => Value.False,
        ['\'', .., '\''] => Value.Of(PyStr.From(text[1..^1])),
        _ when TypeNamed(text) is { } type => Value.Of(type),
        _ when text.Contains('.') => Value.Float(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => PyInt.Normalize(BigInteger.Parse(text, CultureInfo.InvariantCulture)),
    };
}
