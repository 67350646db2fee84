using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// The parameters of a bound function that has names for them, and how a call's arguments are put in their order.
/// Made on the C# stack at each call: it is a few constants.
/// </summary>
public readonly ref struct Signature
{
    private readonly string function;
    private readonly ReadOnlySpan<string> names;
    private readonly int positionalOnly;
    private readonly int positional;
    private readonly ulong required;
    private readonly bool hasRest;

    /// <summary>A signature.</summary>
    /// <param name="function">The function's name in messages.</param>
    /// <param name="names">The parameters in order: positional-only ones, those of either kind, keyword-only ones.</param>
    /// <param name="positionalOnly">How many are positional-only.</param>
    /// <param name="positional">How many may be given by position.</param>
    /// <param name="required">A bit for each parameter that must be given.</param>
    /// <param name="hasRest">Whether further positional arguments are allowed.</param>
    public Signature(string function, ReadOnlySpan<string> names, int positionalOnly, int positional, ulong required, bool hasRest)
    {
        this.function = function;
        this.names = names;
        this.positionalOnly = positionalOnly;
        this.positional = positional;
        this.required = required;
        this.hasRest = hasRest;
    }

    /// <summary>Puts the arguments of a call into <paramref name="values"/>, one for each parameter; a parameter that
    /// was left out keeps no value. False with a TypeError pending.</summary>
    public bool TryBind(Machine machine, scoped in Arguments arguments, scoped Span<Value> values)
    {
        var given = Math.Min(arguments.Positional, positional);
        for (var i = 0; i < given; i++)
            values[i] = arguments[i];
        var known = hasRest || arguments.Positional <= positional;
        for (var i = 0; i < arguments.Keywords; i++)
        {
            var parameter = Find(arguments.KeywordName(i));
            if (parameter < 0 || !values[parameter].IsNull)
                known = false;
            else
                values[parameter] = arguments.KeywordValue(i);
        }
        for (var i = 0; i < names.Length; i++)
            if (values[i].IsNull && (required >> i & 1) != 0)
                known = false;
        if (!known)
            Explain(machine, arguments, values);
        return known;
    }

    /// <summary>The positional arguments behind the first <paramref name="count"/>.</summary>
    public static Arguments Rest(in Arguments arguments, int count) => new(ref arguments[count], arguments.Positional - count, 0);

    private int Find(PyStr name)
    {
        for (var i = positionalOnly; i < names.Length; i++)
            if (names[i] == name.Text)
                return i;
        return -1;
    }

    /// <summary>Raises the TypeError of a call that does not fit; which one, when several things are wrong, is what
    /// CPython looks at first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Explain(Machine machine, scoped in Arguments arguments, scoped Span<Value> values) =>
        machine.Raise(Types.TypeError, Surplus(arguments) ?? Missing(arguments, values) ?? Unexpected(arguments));

    private string? Surplus(scoped in Arguments arguments)
    {
        var (given, total) = (arguments.Positional, arguments.Positional + arguments.Keywords);
        if (hasRest)
            return null;
        if (total > names.Length)
            return $"{function}() takes at most {names.Length} {(given == 0 ? "keyword " : "")}argument{ArgumentErrors.Plural(names.Length)} ({total} given)";
        if (given <= positional)
            return null;
        if (positional == 0)
            return $"{function}() takes no positional arguments";
        var manner = RequiredBefore(positional) < positional ? "at most" : "exactly";
        return $"{function}() takes {manner} {positional} positional argument{ArgumentErrors.Plural(positional)} ({given} given)";
    }

    private string? Missing(scoped in Arguments arguments, scoped Span<Value> values)
    {
        var least = RequiredBefore(positionalOnly);
        if (arguments.Positional < least)
        {
            if (hasRest)
                return $"{function} expected at least {least} argument{ArgumentErrors.Plural(least)}, got {arguments.Positional}";
            var manner = least < positional ? "at least" : "exactly";
            return $"{function}() takes {manner} {least} positional argument{ArgumentErrors.Plural(least)} ({arguments.Positional} given)";
        }
        for (var i = 0; i < names.Length; i++)
            if (values[i].IsNull && (required >> i & 1) != 0)
                return $"{function}() missing required argument '{names[i]}' (pos {i + 1})";
        return null;
    }

    private string Unexpected(scoped in Arguments arguments)
    {
        for (var i = 0; i < arguments.Keywords; i++)
        {
            var parameter = Find(arguments.KeywordName(i));
            if (parameter >= 0 && parameter < Math.Min(arguments.Positional, positional))
                return $"argument for {function}() given by name ('{names[parameter]}') and position ({parameter + 1})";
        }
        for (var i = 0; i < arguments.Keywords; i++)
            if (Find(arguments.KeywordName(i)) < 0)
                return $"'{arguments.KeywordName(i).Text}' is an invalid keyword argument for {function}()";
        return $"{function}() got multiple values for keyword argument '{Repeated(arguments)}'";
    }

    /// <summary>The name that is given twice, when nothing else is wrong.</summary>
    private string Repeated(scoped in Arguments arguments)
    {
        ulong seen = 0;
        for (var i = 0; ; i++)
        {
            var parameter = Find(arguments.KeywordName(i));
            if ((seen >> parameter & 1) != 0)
                return names[parameter];
            seen |= 1UL << parameter;
        }
    }

    private int RequiredBefore(int end)
    {
        var count = 0;
        while (count < end && (required >> count & 1) != 0)
            count++;
        return count;
    }
}
