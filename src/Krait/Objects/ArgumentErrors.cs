using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// What generated code says when a call does not fit, in CPython's words. All are TypeErrors and answer
/// <see cref="Status.Raised"/>; functions are named as CPython names them: "list.append", "math.sqrt", "len".
/// </summary>
public static class ArgumentErrors
{
    /// <summary>An operand of a type that an operator does not take: the other operand may know it.</summary>
    public static Status Declined(Machine machine) => machine.Catch(Types.TypeError) ? Status.NotImplemented : Status.Raised;

    /// <summary>A method that was called without self, or with one of another type.</summary>
    public static Status Receiver(Machine machine, in Arguments arguments, string type, string name) => arguments.Positional == 0
        ? machine.Raise(Types.TypeError, $"unbound method {type}.{name}() needs an argument")
        : machine.Raise(Types.TypeError,
            $"descriptor '{name}' for '{type}' objects doesn't apply to a '{Operations.TypeName(arguments[0])}' object");

    /// <summary>As <see cref="Receiver"/>, for the special methods that CPython makes of slots.</summary>
    public static Status SlotReceiver(Machine machine, in Arguments arguments, string type, string name) => arguments.Positional == 0
        ? machine.Raise(Types.TypeError, $"descriptor '{name}' of '{type}' object needs an argument")
        : machine.Raise(Types.TypeError,
            $"descriptor '{name}' requires a '{type}' object but received a '{Operations.TypeName(arguments[0])}'");

    /// <summary>A class method or <c>__new__</c> that was called without a class, or with one that is not derived from
    /// <paramref name="owner"/>.</summary>
    public static Status Class(Machine machine, in Arguments arguments, PyType owner, string name)
    {
        if (arguments.Positional == 0)
            return machine.Raise(Types.TypeError, $"{owner.Name}.{name}(): not enough arguments");
        return arguments[0].Object is PyType type
            ? machine.Raise(Types.TypeError, $"{owner.Name}.{name}({type.Name}): {type.Name} is not a subtype of {owner.Name}")
            : machine.Raise(Types.TypeError,
                $"{owner.Name}.{name}(X): X is not a type object ({Operations.TypeName(arguments[0])})");
    }

    /// <summary>A function of no or one argument that was called with another number, or with names.</summary>
    public static Status Fixed(Machine machine, in Arguments arguments, string function, int count)
    {
        if (arguments.Keywords != 0)
            return Keywords(machine, function);
        return machine.Raise(Types.TypeError,
            $"{function}() takes {(count == 0 ? "no arguments" : "exactly one argument")} ({arguments.Positional} given)");
    }

    /// <summary>A function of positional arguments that was called with too few or too many, or with names.</summary>
    public static Status Range(Machine machine, in Arguments arguments, string function, int least, int most)
    {
        if (arguments.Keywords != 0 && (most != int.MaxValue || arguments.Positional >= least))
            return Keywords(machine, function);
        var bound = arguments.Positional < least ? least : most;
        var manner = least == most ? "" : arguments.Positional < least ? "at least " : "at most ";
        var name = function[(function.LastIndexOf('.') + 1)..];
        return machine.Raise(Types.TypeError, $"{name} expected {manner}{bound} argument{Plural(bound)}, got {arguments.Positional}");
    }

    /// <summary>An argument of another type than the parameter's; <paramref name="parameter"/> reads "f() argument 1".</summary>
    public static Status Type(Machine machine, string parameter, string expected, in Value value) =>
        machine.Raise(Types.TypeError, $"{parameter} must be {expected}, not {Operations.TypeName(value)}");

    internal static string Plural(int count) => count == 1 ? "" : "s";

    private static Status Keywords(Machine machine, string function) =>
        machine.Raise(Types.TypeError, $"{function}() takes no keyword arguments");
}
