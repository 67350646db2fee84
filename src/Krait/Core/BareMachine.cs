using Krait.Objects;

namespace Krait.Core;

/// <summary>A machine without an interpreter: runs what C# implements and no Python frame. For tests of built-ins.</summary>
internal sealed class BareMachine(Limits? limits = null) : Machine(limits ?? new Limits())
{
    internal override NestedEntry EnterNested() => default;

    /// <summary>The steps of a class without those that are Python's.</summary>
    internal override Status Instantiate(PyType type, in Arguments arguments, ref Value result)
    {
        if (type is not ClassType made)
            return base.Instantiate(type, arguments, ref result);
        var hasNew = made.FindSpecial(this, Special.New, out var creator);
        var status = hasNew
            ? TypeMethods.CallWithFirst(this, creator, Value.Of(type), arguments, ref result)
            : TypeMethods.New(this, made, arguments, ref result);
        if (status != Status.Ok || !Operations.IsInstance(result, type))
            return status;
        if (!Specials.Find(this, result.AsObject!, Special.Init, out var initializer))
            return hasNew ? TypeMethods.Initialize(this, result, arguments) : Status.Ok;
        Value instance = result, answer = default;
        status = TypeMethods.CallMember(this, initializer, instance, arguments, ref answer);
        return status == Status.Ok ? TypeMethods.CheckInitResult(this, answer) : status;
    }

    private protected override Status Run(NestedEntry entry, ref Value result) =>
        throw new InvalidOperationException("a bare machine has no interpreter");

    private protected override void LeaveNested(NestedEntry entry)
    {
    }
}
