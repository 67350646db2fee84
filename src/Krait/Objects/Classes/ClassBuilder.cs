using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// type.__new__: makes a class of a name, bases and a namespace. Parts of the folder: <see cref="ClassPlan"/> the class
/// statement around it, <see cref="Linearization"/> the method resolution order, <see cref="TypeMethods"/> making
/// instances, <see cref="TypeAttributes"/> and <see cref="ObjectMethods"/> what types and all objects show to Python.
/// </summary>
internal static class ClassBuilder
{
    /// <summary>The metaclass: the one given, or the most derived one of the bases when they are more so.</summary>
    public static Status Metaclass(Machine machine, in Value given, Value[] bases, out Value metaclass)
    {
        metaclass = given.IsNull ? Value.Of(bases.Length == 0 ? Types.Type : Operations.TypeOf(bases[0])) : given;
        if (metaclass.Object is not PyType winner)
            return Status.Ok;
        foreach (var value in bases)
        {
            var candidate = Operations.TypeOf(value);
            if (winner.IsSubclassOf(candidate))
                continue;
            if (!candidate.IsSubclassOf(winner))
                return machine.Raise(Types.TypeError, "metaclass conflict: the metaclass of a derived class must be a "
                    + "(non-strict) subclass of the metaclasses of all its bases");
            winner = candidate;
        }
        metaclass = Value.Of(winner);
        return Status.Ok;
    }

    /// <summary>Makes a class. The keywords go to <c>__init_subclass__</c> of its bases.</summary>
    public static Status Create(Machine machine, PyType metaclass, PyStr name, PyTuple given, PyDict members,
        in Arguments keywords, ref Value result)
    {
        PyType[] bases;
        PyType best = null!;
        PyType[] order = null!;
        SlotPlan slots = default;
        var status = Bases(machine, given.Items, out bases);
        if (status == Status.Ok)
            status = BestBase(machine, bases, out best);
        if (status == Status.Ok)
            status = Linearization.Compute(machine, bases, out order);
        if (status == Status.Ok)
            status = SlotPlan.Read(machine, members, bases, best, out slots);
        if (status != Status.Ok)
            return status;
        if (name.Text.Contains('\0', StringComparison.Ordinal))
            return machine.Raise(Types.ValueError, "type name must not contain null characters");
        var type = new ClassType(machine, name.Text, metaclass, bases, order, best.Layout, new PyDict())
        {
            BestBase = best,
            SlotNames = slots.Names,
            HasDictionary = slots.HasDictionary,
        };
        return Fill(machine, type, members) == Status.Ok
            ? new PendingClass(type, members, keywords).Start(machine, ref result)
            : Status.Raised;
    }

    /// <summary>Gives a class other bases (<c>__bases__ = ...</c>): the instances must keep their storage.</summary>
    public static Status SetBases(Machine machine, ClassType type, in Value value)
    {
        if (value.Object is not PyTuple tuple)
            return machine.Raise(Types.TypeError,
                $"can only assign tuple to {type.Name}.__bases__, not {Operations.TypeName(value)}");
        if (tuple.Items.Length == 0)
            return machine.Raise(Types.TypeError, $"can only assign non-empty tuple to {type.Name}.__bases__, not ()");
        foreach (var item in tuple.Items)
        {
            if (item.Object is not PyType parent)
                return machine.Raise(Types.TypeError,
                    $"{type.Name}.__bases__ must be tuple of classes, not '{Operations.TypeName(item)}'");
            if (parent.IsSubclassOf(type))
                return machine.Raise(Types.TypeError, "a __bases__ item causes an inheritance cycle");
        }
        PyType best = null!;
        var status = Bases(machine, tuple.Items, out var bases);
        if (status == Status.Ok)
            status = BestBase(machine, bases, out best);
        if (status != Status.Ok)
            return status;
        if (best.SolidBase != type.BestBase.SolidBase)
            return machine.Raise(Types.TypeError,
                $"__bases__ assignment: '{best.Name}' object layout differs from '{type.BestBase.Name}'");
        return Rebase(machine, type, bases);
    }

    /// <summary>Orders anew what derives from a class: all of it, or nothing when one order is impossible.</summary>
    private static Status Rebase(Machine machine, ClassType type, PyType[] bases)
    {
        if (!type.TryForget(machine, out var derived))
            return Status.Raised;
        var old = derived.ConvertAll(each => each.Mro);
        for (var i = 0; i < derived.Count; i++)
        {
            var status = Linearization.Compute(machine, i == 0 ? bases : derived[i].Bases, out var order);
            if (status != Status.Ok)
            {
                while (--i >= 0)
                    derived[i].SetMro(old[i]);
                return status;
            }
            derived[i].SetMro([derived[i], .. order]);
        }
        type.SetBases(machine, bases);
        return Status.Ok;
    }

    private static Status Bases(Machine machine, Value[] given, out PyType[] bases)
    {
        // Bounded: as many as the tuple has.
        bases = given.Length == 0 ? [Types.Object] : new PyType[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].Object is not PyType type)
                return machine.Raise(Types.TypeError, "bases must be types");
            bases[i] = type;
        }
        return Status.Ok;
    }

    /// <summary>The base whose storage the instances get: every other base's must be contained in it.</summary>
    private static Status BestBase(Machine machine, PyType[] bases, out PyType best)
    {
        best = bases[0];
        foreach (var type in bases)
        {
            if (type is BuiltinType { IsBase: false })
                return machine.Raise(Types.TypeError, $"type '{type.Name}' is not an acceptable base type");
            if (best.SolidBase.IsSubclassOf(type.SolidBase))
                continue;
            if (!type.SolidBase.IsSubclassOf(best.SolidBase))
                return machine.Raise(Types.TypeError, "multiple bases have instance lay-out conflict");
            best = type;
        }
        return Status.Ok;
    }

    /// <summary>Copies the namespace, with what the language adds and wraps.</summary>
    private static Status Fill(Machine machine, ClassType type, PyDict members)
    {
        var names = machine.Names;
        type.SetModuleName("builtins");
        for (var position = 0; members.NextEntry(ref position, out var key, out var value);)
        {
            if (key.Object is not PyStr text)
            {
                if (type.Members.Set(machine, key, value) != Status.Ok)
                    return Status.Raised;
                continue;
            }
            var name = machine.Interned.Get(text);
            if (name == names.QualName)
            {
                if (value.Object is not PyStr qualified)
                    return machine.Raise(Types.TypeError, $"type __qualname__ must be a str, not {Operations.TypeName(value)}");
                type.SetQualifiedName(qualified.Text);
                continue;
            }
            if (name == names.ClassCell)
            {
                if (value.Object is not PyCell cell)
                    return machine.Raise(Types.TypeError,
                        $"__classcell__ must be a nonlocal cell, not <class '{Operations.TypeName(value)}'>");
                cell.Contents = Value.Of(type);
                continue;
            }
            if (name == names.Module && value.Object is PyStr module)
                type.SetModuleName(module.Text);
            type.Members.SetName(machine, name, Wrap(names, name, value));
        }
        if (!type.Members.TryGetName(machine, names.Module, out _) && machine.CurrentModuleName is { } current)
        {
            type.SetModuleName(current.Text);
            type.Members.SetName(machine, names.Module, Value.Of(current));
        }
        foreach (var slot in type.SlotNames ?? [])
            type.Members.SetName(machine, slot, Value.Of(new PySlotMember(slot, type)));
        if (!type.Members.TryGetName(machine, names.Doc, out _))
            type.Members.SetName(machine, names.Doc, Value.None);
        if (type.Members.TryGetName(machine, names[Special.Eq], out _) && !type.Members.TryGetName(machine, names[Special.Hash], out _))
            type.Members.SetName(machine, names[Special.Hash], Value.None);
        return Status.Ok;
    }

    /// <summary>Functions of these names belong to the class, not to its instances.</summary>
    private static Value Wrap(Names names, PyStr name, in Value value)
    {
        if (value.Object is not PyFunction)
            return value;
        if (name == names[Special.New])
            return Value.Of(new PyStaticMethod(value));
        return name == names[Special.InitSubclass] || name == names[Special.ClassGetItem]
            ? Value.Of(new PyClassMethod(value))
            : value;
    }
}
