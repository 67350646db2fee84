namespace Krait.Core;

/// <summary>A machine without an interpreter: runs what C# implements and no Python frame. For tests of built-ins.</summary>
internal sealed class BareMachine(Limits? limits = null) : Machine(limits ?? new Limits())
{
    internal override NestedEntry EnterNested() => default;

    private protected override Status Run(NestedEntry entry, ref Value result) =>
        throw new InvalidOperationException("a bare machine has no interpreter");

    private protected override void LeaveNested(NestedEntry entry)
    {
    }
}
