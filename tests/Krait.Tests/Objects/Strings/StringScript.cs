using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Tests.Objects.Strings;

/// <summary>Runs one line of the string vectors: an operator, a built-in or a method, its operands as literals, to the
/// outcome as ascii() of the value or as an exception.</summary>
internal sealed class StringScript(Limits? limits = null)
{
    private readonly BareMachine machine = new(limits);

    /// <summary>The outcome in the words of the vectors.</summary>
    public string Run(string operation, ReadOnlySpan<string> operands)
    {
        var values = new List<Value>();
        var keywords = new List<Value>();
        foreach (var operand in operands)
        {
            var equals = operand.IndexOf('=');
            if (equals > 0 && operand[..equals].All(char.IsAsciiLetter))
                keywords.AddRange([Value.Of(machine.Intern(operand[..equals])), Literals.Read(machine, operand[(equals + 1)..])]);
            else
                values.Add(Literals.Read(machine, operand));
        }
        Value result = default;
        var status = Apply(operation, values, keywords, ref result);
        return status == Status.Ok ? Show(result) : Exception(status);
    }

    private string Show(in Value value)
    {
        Value shown = default;
        var status = StrRepr.Ascii(machine, value, ref shown);
        return status == Status.Ok ? ((PyStr)shown.Object!).Text : Exception(status);
    }

    private string Exception(Status status)
    {
        Assert.Equal(Status.Raised, status);
        var exception = machine.Pending!;
        if (exception.IsLimit)
            return $"!limit {exception.LimitKind}";
        machine.Pending = null;
        Value text = default;
        Assert.Equal(Status.Ok, Operations.Str(machine, Value.Of(exception), ref text));
        Assert.Equal(Status.Ok, StrRepr.EscapeNonAscii(machine, (PyStr)text.Object!, ref text));
        return $"!{exception.Type.Name}: {((PyStr)text.Object!).Text}";
    }

    private Status Apply(string operation, List<Value> values, List<Value> keywords, ref Value result)
    {
        switch (operation)
        {
            case "+" or "*" or "%" or "<" or "<=" or "==" or "!=" or ">" or ">=":
                return Operations.Binary(machine, Operator(operation), values[0], values[1], ref result);
            case "in":
                var status = Operations.Contains(machine, values[1], values[0], out var found);
                result.SetBool(found);
                return status;
            case "[]":
                return Operations.GetItem(machine, values[0], values[1], ref result);
            case "[:]":
                return Operations.GetItem(machine, values[0], Value.Of(new PySlice(values[1], values[2], values[3])), ref result);
            case "len":
                status = Operations.Length(machine, values[0], out var length);
                result.SetInt(length);
                return status;
            case "list":
                return ToList(values[0], ref result);
            case "repr":
                return Operations.Repr(machine, values[0], ref result);
            case "ascii":
                return StrRepr.Ascii(machine, values[0], ref result);
            case "format":
                return Operations.Format(machine, values[0], ((PyStr)values[1].Object!).Text, ref result);
            case "str" or "bytes":
                return Call(Value.Of(operation == "str" ? Types.Str : Types.Bytes), values, keywords, ref result);
            default:
                Value method = default;
                status = Attributes.Get(machine, values[0], machine.Intern(operation == "str.format" ? "format" : operation), ref method);
                values.RemoveAt(0);
                return status == Status.Ok ? Call(method, values, keywords, ref result) : status;
        }
    }

    private Status Call(in Value callee, List<Value> values, List<Value> keywords, ref Value result)
    {
        Value[] arguments = [.. values, .. keywords, default];
        return machine.Call(callee, new Arguments(ref arguments[0], values.Count, keywords.Count / 2), ref result);
    }

    private Status ToList(in Value iterable, ref Value result)
    {
        var list = new PyList();
        Value iterator = default, item = default;
        var status = Operations.Iterate(machine, iterable, ref iterator);
        while (status == Status.Ok && (status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
            status = list.Append(machine, item);
        result.SetObject(list);
        return status == Status.Stop ? Status.Ok : status;
    }

    private static BinaryOperator Operator(string symbol) => symbol switch
    {
        "+" => BinaryOperator.Add,
        "*" => BinaryOperator.Multiply,
        "%" => BinaryOperator.Modulo,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessEqual,
        "==" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        ">" => BinaryOperator.Greater,
        _ => BinaryOperator.GreaterEqual,
    };
}
