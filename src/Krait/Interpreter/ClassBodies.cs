using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Class statements: the body runs in a pushed frame, then the class is made of what it defined.</summary>
internal static class ClassBodies
{
    /// <summary>__build_class__(body, name, *bases, **keywords).</summary>
    public static Status Start(Interpreter machine, in Arguments arguments, ref Value result)
    {
        if (ClassPlan.Begin(machine, arguments, out var plan) != Status.Ok)
            return Status.Raised;
        if (arguments[0].Object is not PyFunction body)
            return machine.Raise(Types.TypeError, "__build_class__: func must be a function");
        body.IsClassBody = true;
        plan!.Body = body;
        Value none = default;
        var status = Calls.Push(machine, body, ref none, 0, out var frame);
        if (status != Status.Pushed)
            return status;
        frame.Locals = plan.Namespace;
        frame.Continuation = Continuation.ClassBody;
        frame.State = plan;
        return Status.Pushed;
    }

    /// <summary>The body has run.</summary>
    public static Status AfterBody(Machine machine, ClassPlan plan, in Value returned, ref Value result)
    {
        Value cell = returned;
        plan.Qualify(machine);
        return plan.Finish(machine, cell, ref result);
    }
}
