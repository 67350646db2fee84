using Krait.Core;

namespace Krait.Objects;

/// <summary>A generator, or the coroutine of an async function: a frame that is kept between runs.</summary>
internal sealed class PyGenerator(Frame frame) : PyObject
{
    /// <summary>Its frame, with values of its own; null when it is finished.</summary>
    public Frame? Frame = frame;

    /// <summary>The function that made it.</summary>
    public readonly PyFunction Function = frame.Function;

    /// <summary>Whether it runs now.</summary>
    public bool IsRunning;

    /// <summary>Whether it has started: only then may a value be sent.</summary>
    public bool HasStarted;

    public override PyType Type => Types.Generator;

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result) => machine.NextNested(this, ref result);

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result,
        $"<generator object {Function.QualifiedName(machine)} at 0x{machine.IdOf(this):x}>");
}
