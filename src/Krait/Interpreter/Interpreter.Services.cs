using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <content>What built-ins ask of the frames: who called, importing, code that is text.</content>
internal sealed partial class Interpreter
{
    internal override PyDict? CurrentGlobals => Running?.Function.Globals;

    internal override PyDict? CurrentLocals => Running?.Locals;

    /// <summary>The innermost frame of a program; boundaries and relays do not count.</summary>
    private Frame? Running
    {
        get
        {
            var frame = Current;
            while (frame is not null && !Boundary.IsProgram(frame))
                frame = frame.Caller;
            return frame;
        }
    }

    internal override Status Import(string name, PyDict? globals, in Value names, int level, ref Value result) =>
        Imports.Import(this, name, globals, names, level, ref result);

    internal override Status Compile(string source, string file, string mode, ref Value result)
    {
        var status = Loader.Compile(this, source, file, mode, out var code);
        if (status == Status.Ok)
            result.SetObject(new PyCode(code!));
        return status;
    }

    internal override Status Execute(PyCode code, PyDict globals, PyDict locals, ref Value result)
    {
        Value none = default;
        var status = Calls.Push(this, new PyFunction(code.Code, globals), ref none, 0, out var frame);
        if (status == Status.Pushed)
            frame.Locals = locals;
        return status;
    }

    internal override Status RunBody(PyFunction body, PyDict locals, Pending pending, ref Value result)
    {
        Value none = default;
        var status = Calls.Push(this, body, ref none, 0, out var frame);
        if (status != Status.Pushed)
            return status;
        frame.Locals = locals;
        new After(Continuation.Resume, 0, pending).SetOn(frame);
        return Status.Pushed;
    }
}
