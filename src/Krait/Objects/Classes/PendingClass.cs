using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A class that exists and whose making still runs Python: the metaclass's <c>mro</c>, then each member's
/// <c>__set_name__</c>, then the bases' <c>__init_subclass__</c>.
/// </summary>
internal sealed class PendingClass : Pending
{
    private readonly ClassType type;
    private readonly PyDict members;
    private readonly Value[] keywords;
    private Step step;
    private int position;
    private Value key;
    private Value member;

    /// <summary>The keywords are those of the class statement, for <c>__init_subclass__</c>.</summary>
    public PendingClass(ClassType type, PyDict members, in Arguments keywords)
    {
        this.type = type;
        this.members = members;
        // Bounded: the arguments are there already, and charged.
        this.keywords = new Value[2 * keywords.Keywords];
        for (var i = 0; i < this.keywords.Length; i++)
            this.keywords[i] = keywords[keywords.Positional + i];
    }

    private enum Step : byte
    {
        Order,
        Names,
        Bases,
    }

    /// <summary>Goes through all steps; the result is the class.</summary>
    public Status Start(Machine machine, ref Value result)
    {
        Value order = default;
        var status = AskForOrder(machine, ref order);
        return status == Status.Ok ? Resume(machine, order, ref result) : status;
    }

    public override Status Resume(Machine machine, in Value value, ref Value result)
    {
        if (step == Step.Order)
        {
            if (!value.IsNull && SetOrder(machine, value) != Status.Ok)
                return Status.Raised;
            step = Step.Names;
        }
        if (step == Step.Names)
        {
            var status = SetNames(machine);
            if (status != Status.Ok)
                return status;
            step = Step.Bases;
            status = InitializeSubclass(machine);
            if (status != Status.Ok)
                return status;
        }
        result.SetObject(type);
        return Status.Ok;
    }

    public override Status ResumeRaised(Machine machine, ref Value result) =>
        step == Step.Names ? NameFailed(machine) : Status.Raised;

    /// <summary>Lets a metaclass that defines <c>mro</c> order the bases its way; no value when it does not.</summary>
    private Status AskForOrder(Machine machine, ref Value order)
    {
        if (type.Metaclass is not ClassType metaclass || !metaclass.Lookup(machine, machine.Intern("mro"), out var method) || method.Object is PyBuiltin)
            return Status.Ok;
        Value bound = default, none = default;
        return Attributes.Bind(machine, method, Value.Of(type), metaclass, ref bound) == Status.Ok
            ? machine.Invoke(bound, new Arguments(ref none, 0, 0), this, ref order)
            : Status.Raised;
    }

    private Status SetOrder(Machine machine, in Value given)
    {
        if (Iteration.Collect(machine, given, out var items) != Status.Ok)
            return Status.Raised;
        // Bounded: collecting the items was charged.
        var order = new PyType[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Object is not PyType entry)
                return machine.Raise(Types.TypeError, $"mro() returned a non-class ('{Operations.TypeName(items[i])}')");
            if (!type.SolidBase.IsSubclassOf(entry.SolidBase))
                return machine.Raise(Types.TypeError, $"mro() returned base with unsuitable layout ('{entry.Name}')");
            order[i] = entry;
        }
        if (!type.TryForget(machine, out _))
            return Status.Raised;
        type.SetMro(order);
        return Status.Ok;
    }

    /// <summary>Tells the members that want to know their name.</summary>
    private Status SetNames(Machine machine)
    {
        while (members.NextEntry(ref position, out key, out member))
        {
            if (member.Object is PyProperty { Type: BuiltinType } property && key.Object is PyStr name)
                property.Name = name.Text;
            if (member.Object is not PyObject item || !Specials.Find(machine, item, Special.SetName, out var method))
                continue;
            Value bound = default, ignored = default;
            var status = Attributes.Bind(machine, method, member, item.Type, ref bound);
            if (status == Status.Ok)
            {
                var arguments = default(ArgumentBuffer);
                arguments[0] = Value.Of(type);
                arguments[1] = key;
                status = machine.Invoke(bound, new Arguments(ref arguments[0], 2, 0), this, ref ignored);
            }
            if (status != Status.Ok)
                return status == Status.Raised ? NameFailed(machine) : status;
        }
        return Status.Ok;
    }

    /// <summary>A <c>__set_name__</c> raised: the error says whose.</summary>
    private Status NameFailed(Machine machine)
    {
        if (machine.Pending is not { IsLimit: false } cause || Operations.Repr(machine, key, out var text) != Status.Ok)
            return Status.Raised;
        machine.Raise(Types.RuntimeError, $"Error calling __set_name__ on '{Operations.TypeName(member)}' instance {text} in '{type.Name}'");
        machine.Pending!.SetContext(cause);
        machine.Pending.SetCause(cause);
        return Status.Raised;
    }

    /// <summary>Tells the bases of their new subclass.</summary>
    private Status InitializeSubclass(Machine machine)
    {
        Value method = default, ignored = default;
        var name = machine.Names[Special.InitSubclass];
        foreach (var parent in type.Mro.AsSpan(1))
        {
            if (!parent.TryGetOwn(machine, name, out var found))
                continue;
            if (Attributes.BindToType(machine, found, type, ref method) != Status.Ok)
                return Status.Raised;
            Value none = default;
            ref var first = ref keywords.Length == 0 ? ref none : ref keywords[0];
            return machine.Invoke(method, new Arguments(ref first, 0, keywords.Length / 2), this, ref ignored);
        }
        return keywords.Length == 0 ? Status.Ok : machine.Raise(Types.TypeError, $"{type.Name}.__init_subclass__() takes no keyword arguments");
    }
}
