using Krait.Core;

namespace Krait.Objects;

/// <summary>An instance of a Python class that derives from str.</summary>
internal sealed class PyStrInstance : PyStr, IInstance
{
    private InstanceState state;

    public PyStrInstance(ClassType type, PyStr text)
        : base(text)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
