using Krait.Core;

namespace Krait.Objects;

/// <summary>A function bound to its first argument.</summary>
internal sealed class PyMethod(in Value function, in Value self) : PyObject
{
    /// <summary>The function.</summary>
    public readonly Value Function = function;

    /// <summary>The first argument.</summary>
    public readonly Value Self = self;

    public override PyType Type => Function.Object is PyBuiltin ? Types.BuiltinFunction : Types.Method;

    internal override Status Call(Machine machine, in Arguments arguments, ref Value result)
    {
        var values = new Value[arguments.Positional + 2 * arguments.Keywords + 1];
        values[0] = Self;
        for (var i = 1; i < values.Length; i++)
            values[i] = arguments[i - 1];
        return Operations.Invoke(machine, Function, new Arguments(ref values[0], arguments.Positional + 1, arguments.Keywords), ref result);
    }
}
