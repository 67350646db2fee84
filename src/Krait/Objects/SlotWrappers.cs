namespace Krait.Objects;

/// <summary>Shows the C# slots of builtin types as special methods.</summary>
internal static class SlotWrappers
{
    public static void Bind(MemberTable members, Slots slots)
    {
        _ = members;
        _ = slots;
    }
}
