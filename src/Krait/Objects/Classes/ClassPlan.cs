using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A class statement between its first step and its last: <see cref="Begin"/>, then the body runs with
/// <see cref="Namespace"/> as its locals, then <see cref="Finish"/> with what the body returned.
/// </summary>
internal sealed class ClassPlan
{
    private readonly Value[] call;
    private readonly int keywords;

    private ClassPlan(in Value metaclass, PyDict members, Value[] call, int keywords)
    {
        Metaclass = metaclass;
        Namespace = members;
        this.call = call;
        this.keywords = keywords;
    }

    /// <summary>What makes the class: a metaclass, or any callable that the statement names.</summary>
    public Value Metaclass { get; }

    /// <summary>What the body defines.</summary>
    public PyDict Namespace { get; }

    /// <summary>The body, once it runs.</summary>
    public PyFunction? Body { get; set; }

    /// <summary>The arguments of the metaclass: name, bases, namespace, and the statement's keywords.</summary>
    public Arguments Arguments => new(ref call[0], 3, keywords);

    /// <summary>Evaluates the head of a class statement as <c>__build_class__</c> gets it: body, name, bases, keywords.</summary>
    public static Status Begin(Machine machine, in Arguments arguments, out ClassPlan? plan)
    {
        plan = null;
        if (arguments.Positional < 2)
            return machine.Raise(Types.TypeError, "__build_class__: not enough arguments");
        if (arguments[1].Object is not PyStr name)
            return machine.Raise(Types.TypeError, "__build_class__: name is not a string");
        var call = machine.NewArray<Value>(3 + 2L * arguments.Keywords);
        var bases = PyTuple.From(machine, arguments.Values[2..]);
        if (call is null || bases is null)
            return Status.Raised;
        Value metaclass = default;
        var keywords = 0;
        for (var i = 0; i < arguments.Keywords; i++)
        {
            if (arguments.KeywordName(i).Text == "metaclass")
            {
                metaclass = arguments.KeywordValue(i);
                continue;
            }
            call[3 + 2 * keywords] = Value.Of(arguments.KeywordName(i));
            call[4 + 2 * keywords++] = arguments.KeywordValue(i);
        }
        var given = bases;
        var status = ResolveBases(machine, ref bases);
        if (status == Status.Ok)
            status = ClassBuilder.Metaclass(machine, metaclass, bases.Items, out metaclass);
        if (status != Status.Ok)
            return status;
        call[0] = Value.Of(name);
        call[1] = Value.Of(bases);
        status = Prepare(machine, metaclass, new Arguments(ref call[0], 3, keywords), out var members);
        if (status != Status.Ok)
            return status;
        call[2] = Value.Of(members);
        if (given != bases)
            members.SetName(machine, machine.Intern("__orig_bases__"), Value.Of(given));
        plan = new ClassPlan(metaclass, members, call, keywords);
        return Status.Ok;
    }

    /// <summary>The bytecode of a body knows the class's plain name; <c>__qualname__</c> says where it lies too, unless the
    /// body gave it a value of its own.</summary>
    public void Qualify(Machine machine)
    {
        var name = machine.Names.QualName;
        if (Body is { } body && Namespace.TryGetName(machine, name, out var stored) && stored.Object is PyStr text
            && text.Text == body.Code.Name(machine).Text)
            Namespace.SetName(machine, name, Value.Of(PyStr.From(body.QualifiedName(machine))));
    }

    /// <summary>Hands the cell of <c>__class__</c>, which a body returns when a method uses it, to type.__new__.</summary>
    public void Accept(Machine machine, in Value body)
    {
        if (body.Object is PyCell)
            Namespace.SetName(machine, machine.Names.ClassCell, body);
    }

    /// <summary>Makes the class and waits, given what the body returned.</summary>
    public Status Finish(Machine machine, in Value body, ref Value result)
    {
        Accept(machine, body);
        var status = machine.Call(Metaclass, Arguments, ref result);
        return status == Status.Ok ? Check(machine, body, result) : status;
    }

    /// <summary>Whether the metaclass passed the cell on.</summary>
    public static Status Check(Machine machine, in Value body, in Value made)
    {
        if (body.Object is not PyCell cell || made.Object is not PyType type || Value.Is(cell.Contents, made))
            return Status.Ok;
        if (Operations.Repr(machine, made, out var text) != Status.Ok)
            return Status.Raised;
        if (cell.Contents.IsNull)
            return machine.Raise(Types.RuntimeError,
                $"__class__ not set defining '{type.Name}' as {text}. Was __classcell__ propagated to type.__new__?");
        return Operations.Repr(machine, cell.Contents, out var other) == Status.Ok
            ? machine.Raise(Types.TypeError, $"__class__ set to {other} defining '{type.Name}' as {text}")
            : Status.Raised;
    }

    /// <summary>Replaces bases that are no types by what their <c>__mro_entries__</c> gives.</summary>
    private static Status ResolveBases(Machine machine, ref PyTuple bases)
    {
        List<Value>? replaced = null;
        var given = bases.Items;
        for (var i = 0; i < given.Length; i++)
        {
            Value entries = default;
            if (given[i].Object is PyType
                || Attributes.Get(machine, given[i], machine.Intern("__mro_entries__"), ref entries) != Status.Ok)
            {
                if (given[i].Object is not PyType && !machine.Catch(Types.AttributeError))
                    return Status.Raised;
                replaced?.Add(given[i]);
                continue;
            }
            var status = machine.Call(entries, Value.Of(bases), ref entries);
            if (status != Status.Ok)
                return status;
            if (entries.Object is not PyTuple tuple)
                return machine.Raise(Types.TypeError, "__mro_entries__ must return a tuple");
            replaced ??= [.. given[..i]];
            replaced.AddRange(tuple.Items);
        }
        if (replaced is not null)
            bases = new PyTuple([.. replaced]);
        return Status.Ok;
    }

    /// <summary>The namespace for the body: what the metaclass's <c>__prepare__</c> gives, a dict otherwise.</summary>
    private static Status Prepare(Machine machine, in Value metaclass, in Arguments arguments, out PyDict members)
    {
        members = new PyDict();
        if (metaclass.Object == (object)Types.Type)
            return Status.Ok;
        Value prepare = default;
        var status = Attributes.Get(machine, metaclass, machine.Names[Special.Prepare], ref prepare);
        if (status != Status.Ok)
            return machine.Catch(Types.AttributeError) ? Status.Ok : status;
        // Without the namespace that is yet to come: name, bases, keywords.
        // Bounded: as many keywords as the statement has.
        var call = new Value[2 + 2 * arguments.Keywords];
        call[0] = arguments[0];
        call[1] = arguments[1];
        for (var i = 2; i < call.Length; i++)
            call[i] = arguments[i + 1];
        Value result = default;
        status = machine.Call(prepare, new Arguments(ref call[0], 2, arguments.Keywords), ref result);
        if (status != Status.Ok)
            return status;
        if (result.Object is PyDict dictionary)
        {
            members = dictionary;
            return Status.Ok;
        }
        var name = metaclass.Object is PyType type ? type.Name : "<metaclass>";
        return machine.Raise(Types.TypeError, $"{name}.__prepare__() must return a mapping, not {Operations.TypeName(result)}");
    }
}
