using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Matches the arguments of a call with a function's parameters, and makes the locals of its frame.</summary>
internal static class Binding
{
    /// <summary>Fills <paramref name="locals"/>: closed-over cells, parameters, star parameters, cells. The rest is
    /// emptied. False with a TypeError pending. The arguments may overlap with locals only at the same places or below.</summary>
    public static bool Bind(Machine machine, PyFunction function, in Arguments arguments, Span<Value> locals)
    {
        var unit = function.Code.Unit;
        var cells = unit.ClosureCount;
        var wanted = unit.PositionalCount - cells;
        var given = Math.Min(arguments.Positional, wanted);
        var named = unit.PositionalCount + unit.KeywordOnlyCount;
        var next = named;
        for (var i = 0; i < given; i++)
            locals[cells + i].Set(arguments[i]);
        for (var i = 0; i < cells; i++)
            locals[i].SetObject(function.Closure[i]);
        locals[(cells + given)..].Clear();

        if ((unit.Flags & CodeFlags.VarArguments) != 0)
        {
            var surplus = arguments.Positional - given;
            var rest = surplus == 0 ? PyTuple.Empty : Collect(machine, arguments, given, surplus);
            if (rest is null)
                return false;
            locals[next++].SetObject(rest);
        }

        PyDict? extra = null;
        if ((unit.Flags & CodeFlags.VarKeywords) != 0)
            locals[next].SetObject(extra = new PyDict());
        for (var k = 0; k < arguments.Keywords; k++)
            if (!BindKeyword(machine, function, arguments.KeywordName(k), arguments.KeywordValue(k), locals, extra))
                return false;
        if (arguments.Positional > wanted && (unit.Flags & CodeFlags.VarArguments) == 0)
            return TooMany(machine, function, arguments, locals[unit.PositionalCount..named]);

        if (!FillDefaults(machine, function, locals))
            return false;
        foreach (var index in unit.Cells)
        {
            var cell = new PyCell();
            cell.Contents = locals[index];
            locals[index].SetObject(cell);
        }
        return true;
    }

    private static PyTuple? Collect(Machine machine, in Arguments arguments, int start, int count)
    {
        var items = machine.NewArray<Value>(count);
        if (items is null)
            return null;
        for (var i = 0; i < count; i++)
            items[i] = arguments[start + i];
        return new PyTuple(items);
    }

    private static bool BindKeyword(Machine machine, PyFunction function, PyStr name, in Value value, Span<Value> locals, PyDict? extra)
    {
        var unit = function.Code.Unit;
        var named = unit.PositionalCount + unit.KeywordOnlyCount;
        for (var i = unit.ClosureCount; i < named; i++)
        {
            var parameter = function.Code.String(machine, unit.ParameterQstrs[i]);
            if (parameter != name && !parameter.ContentEquals(name))
                continue;
            if (!locals[i].IsNull)
            {
                machine.Raise(Types.TypeError, $"{Name(machine, function)}() got multiple values for argument '{name.Text}'");
                return false;
            }
            locals[i].Set(value);
            return true;
        }
        if (extra is null)
        {
            machine.Raise(Types.TypeError, $"{Name(machine, function)}() got an unexpected keyword argument '{name.Text}'");
            return false;
        }
        var key = machine.Interned.Get(name.Text);
        if (extra.TryGetName(machine, key, out _))
        {
            machine.Raise(Types.TypeError, $"{Name(machine, function)}() got multiple values for keyword argument '{name.Text}'");
            return false;
        }
        extra.SetName(machine, key, value);
        return true;
    }

    private static bool FillDefaults(Machine machine, PyFunction function, Span<Value> locals)
    {
        var unit = function.Code.Unit;
        var firstDefault = unit.PositionalCount - function.Defaults.Length;
        var missing = 0;
        for (var i = unit.ClosureCount; i < unit.PositionalCount; i++)
        {
            if (!locals[i].IsNull)
                continue;
            if (i >= firstDefault)
                locals[i].Set(function.Defaults[i - firstDefault]);
            else
                missing++;
        }
        if (missing > 0)
            return Missing(machine, function, locals, unit.ClosureCount, unit.PositionalCount, missing, "positional");
        var named = unit.PositionalCount + unit.KeywordOnlyCount;
        for (var i = unit.PositionalCount; i < named; i++)
        {
            if (!locals[i].IsNull)
                continue;
            if (function.KeywordDefaults is { } defaults
                && defaults.TryGetName(machine, function.Code.String(machine, unit.ParameterQstrs[i]), out var value))
                locals[i].Set(value);
            else
                missing++;
        }
        return missing == 0 || Missing(machine, function, locals, unit.PositionalCount, named, missing, "keyword-only");
    }

    private static bool Missing(Machine machine, PyFunction function, Span<Value> locals, int from, int to, int count, string kind)
    {
        var names = new List<string>(count);
        for (var i = from; i < to; i++)
            if (locals[i].IsNull)
                names.Add($"'{function.Code.String(machine, function.Code.Unit.ParameterQstrs[i]).Text}'");
        var list = names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => $"{string.Join(", ", names.Take(names.Count - 1))}, and {names[^1]}",
        };
        machine.Raise(Types.TypeError, $"{Name(machine, function)}() missing {count} required {kind} argument{(count == 1 ? "" : "s")}: {list}");
        return false;
    }

    private static bool TooMany(Machine machine, PyFunction function, in Arguments arguments, ReadOnlySpan<Value> keywordOnly)
    {
        var unit = function.Code.Unit;
        var wanted = unit.PositionalCount - unit.ClosureCount;
        var least = wanted - function.Defaults.Length;
        var takes = function.Defaults.Length == 0 ? $"{wanted}" : $"from {least} to {wanted}";
        var plural = function.Defaults.Length == 0 && wanted == 1 ? "" : "s";
        var others = 0;
        foreach (ref readonly var value in keywordOnly)
            others += value.IsNull ? 0 : 1;
        var given = arguments.Positional == 1 ? "1 was" : $"{arguments.Positional} were";
        if (others > 0)
            given = $"{arguments.Positional} positional argument{(arguments.Positional == 1 ? "" : "s")} (and {others} keyword-only argument{(others == 1 ? "" : "s")}) were";
        machine.Raise(Types.TypeError, $"{Name(machine, function)}() takes {takes} positional argument{plural} but {given} given");
        return false;
    }

    private static string Name(Machine machine, PyFunction function) => function.QualifiedName(machine);
}
