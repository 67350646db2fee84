using Krait.Core;

namespace Krait.Objects;

/// <summary>What <c>__slots__</c> of a class says.</summary>
internal readonly struct SlotPlan
{
    private SlotPlan(PyStr[]? names, bool hasDictionary)
    {
        Names = names;
        HasDictionary = hasDictionary;
    }

    /// <summary>The attributes it adds; null without <c>__slots__</c>.</summary>
    public PyStr[]? Names { get; }

    /// <summary>Whether instances may have other attributes too.</summary>
    public bool HasDictionary { get; }

    /// <summary>Reads <c>__slots__</c> of a namespace.</summary>
    public static Status Read(Machine machine, PyDict members, PyType[] bases, PyType best, out SlotPlan plan)
    {
        plan = new SlotPlan(null, true);
        if (!members.TryGetName(machine, machine.Names.Slots, out var given))
            return Status.Ok;
        Value[] items = [given];
        if (given.Object is not PyStr && Iteration.Collect(machine, given, out items) != Status.Ok)
            return Status.Raised;
        if (items.Length > 0 && best.Layout is var layout && (layout == Types.Int || layout == Types.Tuple || layout == Types.Bytes))
            return machine.Raise(Types.TypeError, $"nonempty __slots__ not supported for subtype of '{best.Name}'");
        var names = new List<PyStr>(items.Length);
        var hasDictionary = InheritsDictionary(bases);
        foreach (var item in items)
        {
            if (item.Object is not PyStr text)
                return machine.Raise(Types.TypeError, $"__slots__ items must be strings, not '{Operations.TypeName(item)}'");
            if (!IsIdentifier(text.Text))
                return machine.Raise(Types.TypeError, "__slots__ must be identifiers");
            var name = machine.Interned.Get(text);
            if (name == machine.Names.Dict)
            {
                if (hasDictionary)
                    return machine.Raise(Types.TypeError, "__dict__ slot disallowed: we already got one");
                hasDictionary = true;
            }
            else if (name.Text != "__weakref__")
            {
                if (members.TryGetName(machine, name, out _) && name != machine.Names.QualName)
                    return machine.Raise(Types.ValueError, $"'{name.Text}' in __slots__ conflicts with class variable");
                names.Add(name);
            }
        }
        plan = new SlotPlan([.. names], hasDictionary);
        return Status.Ok;
    }

    private static bool InheritsDictionary(PyType[] bases)
    {
        foreach (var type in bases)
            if (type is ClassType { HasDictionary: true } || type.IsSubclassOf(Types.BaseException))
                return true;
        return false;
    }

    private static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || char.IsAsciiDigit(text[0]))
            return false;
        foreach (var character in text)
            if (!char.IsLetterOrDigit(character) && character != '_' && !char.IsSurrogate(character))
                return false;
        return true;
    }
}

/// <summary>What <c>__slots__</c> puts into the class: the class shows that there is such an attribute, an instance that
/// has none says so. The attribute itself lies in the instance like any other.</summary>
internal sealed class PySlotMember(PyStr name, ClassType owner) : PyObject
{
    public PyStr Name { get; } = name;

    public override PyType Type => Types.MemberDescriptor;

    internal override Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, $"<member '{Name.Text}' of '{owner.Name}' objects>");
}
