using Krait.Objects;

namespace Krait.Core;

/// <content>Which classes of this engine derive from a type: builtin types belong to the process and cannot know.</content>
public abstract partial class Machine
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PyType, List<WeakReference<ClassType>>> subclasses = [];

    /// <summary>The living direct subclasses, in order of creation.</summary>
    internal List<ClassType> SubclassesOf(PyType type)
    {
        var living = new List<ClassType>();
        if (subclasses.TryGetValue(type, out var known))
            foreach (var reference in known)
                if (reference.TryGetTarget(out var subclass))
                    living.Add(subclass);
        return living;
    }

    internal void AddSubclass(PyType type, ClassType subclass)
    {
        var known = subclasses.GetOrCreateValue(type);
        // Dead entries go when the list would grow, so that it stays in proportion to the living.
        if (known.Count == known.Capacity)
            known.RemoveAll(reference => !reference.TryGetTarget(out _));
        known.Add(new WeakReference<ClassType>(subclass));
    }

    internal void RemoveSubclass(PyType type, ClassType subclass)
    {
        if (subclasses.TryGetValue(type, out var known))
            known.RemoveAll(reference => !reference.TryGetTarget(out var living) || living == subclass);
    }
}
