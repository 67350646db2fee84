using Krait.Core;

namespace Krait.Objects;

/// <summary>What Python sees of generators and coroutines.</summary>
[PyType("generator", PositionalOnly = true, Slots = Slots.Iterate | Slots.Next | Slots.Repr)]
internal static class GeneratorMethods
{
    [PyProperty("__name__")]
    internal static PyStr Name(Machine machine, PyGenerator self) => FunctionAttributes.Name(machine, self.Function);

    [PyProperty("__qualname__")]
    internal static string QualifiedName(Machine machine, PyGenerator self) => self.Function.QualifiedName(machine);

    [PyProperty("gi_running")]
    internal static bool IsRunning(PyGenerator self) => self.IsRunning;

    [PyProperty("gi_suspended")]
    internal static bool IsSuspended(PyGenerator self) => self.HasStarted && !self.IsRunning && self.Frame is not null;

    [PyProperty("gi_code")]
    internal static PyCode Code(PyGenerator self) => new(self.Function.Code);

    [PyFunction("send")]
    internal static Status Send(Machine machine, PyGenerator self, in Value value, ref Value result) => machine.Send(self, value, ref result);

    /// <summary>throw(exception), or the older throw(type, value, traceback).</summary>
    [PyFunction("throw")]
    internal static Status Throw(Machine machine, PyGenerator self, in Value type, ref Value result, in Value value = default, in Value traceback = default)
    {
        _ = traceback;
        if (type.Object is PyException given)
        {
            return value.IsNull || value.IsNone
                ? machine.Throw(self, given, ref result)
                : machine.Raise(Types.TypeError, "instance exception may not have a separate value");
        }
        if (type.Object is not PyType kind || !kind.IsSubclassOf(Types.BaseException))
            return machine.Raise(Types.TypeError,
                $"exceptions must be classes or instances deriving from BaseException, not {Operations.TypeName(type)}");
        if (value.Object is PyException instance)
            return machine.Throw(self, instance, ref result);
        Value made = default;
        var status = value.IsNull || value.IsNone ? machine.Call(type, ref made) : machine.Call(type, value, ref made);
        if (status != Status.Ok)
            return status;
        return made.Object is PyException exception
            ? machine.Throw(self, exception, ref result)
            : machine.Raise(Types.TypeError, $"calling {kind.Name} should have returned an instance of BaseException, not {Operations.TypeName(made)}");
    }

    [PyFunction("close")]
    internal static Status Close(Machine machine, PyGenerator self, ref Value result) => machine.Close(self, ref result);
}
