using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// A class statement on its way. Its steps, each of which may run Python: bases that are no classes say what stands for
/// them (<c>__mro_entries__</c>), the metaclass gives the namespace (<c>__prepare__</c>), the body runs with it as its
/// locals, the metaclass is called.
/// </summary>
internal sealed class ClassPlan : Pending
{
    private readonly PyFunction body;
    private readonly PyTuple given;
    private readonly List<Value> bases = [];

    // Arguments of the metaclass: name, bases, namespace, then the statement's keywords.
    private readonly Value[] call;
    private readonly int keywords;
    private Value metaclass;
    private Value cell;
    private Step step;
    private int position;
    private bool isReplaced;

    private ClassPlan(PyFunction body, PyTuple given, in Value metaclass, Value[] call, int keywords)
    {
        this.body = body;
        this.given = given;
        this.metaclass = metaclass;
        this.call = call;
        this.keywords = keywords;
    }

    private enum Step : byte
    {
        Bases,
        Namespace,
        Body,
        Class,
    }

    private PyDict Namespace => (PyDict)call[2].Object!;

    /// <summary><c>__build_class__</c>(body, name, *bases, **keywords).</summary>
    public static Status Build(Machine machine, in Arguments arguments, ref Value result)
    {
        if (arguments.Positional < 2)
            return machine.Raise(Types.TypeError, "__build_class__: not enough arguments");
        if (arguments[0].Object is not PyFunction body)
            return machine.Raise(Types.TypeError, "__build_class__: func must be a function");
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
        body.IsClassBody = true;
        call[0] = Value.Of(name);
        return new ClassPlan(body, bases, metaclass, call, keywords).ResolveBases(machine, ref result);
    }

    public override Status Resume(Machine machine, in Value value, ref Value result) => step switch
    {
        Step.Bases => TakeEntries(machine, value) == Status.Ok ? ResolveBases(machine, ref result) : Status.Raised,
        Step.Namespace => RunBody(machine, value, ref result),
        Step.Body => MakeClass(machine, value, ref result),
        _ => Finish(machine, value, ref result),
    };

    /// <summary>Replaces bases that are no types by what their <c>__mro_entries__</c> gives.</summary>
    private Status ResolveBases(Machine machine, ref Value result)
    {
        step = Step.Bases;
        while (position < given.Items.Length)
        {
            var one = given.Items[position++];
            Value entries = default;
            if (one.Object is PyType)
            {
                bases.Add(one);
                continue;
            }
            if (Attributes.Get(machine, one, machine.Intern("__mro_entries__"), ref entries) != Status.Ok)
            {
                if (!machine.Catch(Types.AttributeError))
                    return Status.Raised;
                bases.Add(one);
                continue;
            }
            Value argument = Value.Of(given), answer = default;
            var status = machine.Invoke(entries, new Arguments(ref argument, 1, 0), this, ref answer);
            if (status == Status.Ok)
                status = TakeEntries(machine, answer);
            if (status != Status.Ok)
                return status;
        }
        call[1] = Value.Of(isReplaced ? new PyTuple([.. bases]) : given);
        return Prepare(machine, ref result);
    }

    private Status TakeEntries(Machine machine, in Value answer)
    {
        if (answer.Object is not PyTuple tuple)
            return machine.Raise(Types.TypeError, "__mro_entries__ must return a tuple");
        bases.AddRange(tuple.Items);
        isReplaced = true;
        return Status.Ok;
    }

    /// <summary>Asks the metaclass for the namespace of the body; without <c>__prepare__</c> it is a dict.</summary>
    private Status Prepare(Machine machine, ref Value result)
    {
        step = Step.Namespace;
        var status = ClassBuilder.Metaclass(machine, metaclass, ((PyTuple)call[1].Object!).Items, out metaclass);
        if (status != Status.Ok)
            return status;
        Value members = Value.Of(new PyDict()), prepare = default;
        if (metaclass.Object == (object)Types.Type)
            return RunBody(machine, members, ref result);
        status = Attributes.Get(machine, metaclass, machine.Names[Special.Prepare], ref prepare);
        if (status != Status.Ok)
            return machine.Catch(Types.AttributeError) ? RunBody(machine, members, ref result) : status;
        // Without the namespace that is yet to come: name, bases, keywords.
        // Bounded: as many keywords as the statement has.
        var arguments = new Value[2 + 2 * keywords];
        arguments[0] = call[0];
        arguments[1] = call[1];
        call.AsSpan(3, 2 * keywords).CopyTo(arguments.AsSpan(2));
        status = machine.Invoke(prepare, new Arguments(ref arguments[0], 2, keywords), this, ref members);
        return status == Status.Ok ? RunBody(machine, members, ref result) : status;
    }

    private Status RunBody(Machine machine, in Value members, ref Value result)
    {
        step = Step.Body;
        if (members.Object is not PyDict dictionary)
        {
            var name = metaclass.Object is PyType type ? type.Name : "<metaclass>";
            return machine.Raise(Types.TypeError, $"{name}.__prepare__() must return a mapping, not {Operations.TypeName(members)}");
        }
        call[2] = members;
        if (isReplaced)
            dictionary.SetName(machine, machine.Intern("__orig_bases__"), Value.Of(given));
        return machine.RunBody(body, dictionary, this, ref result);
    }

    /// <summary>The body has run: the metaclass, or any callable that the statement names, makes the class.</summary>
    private Status MakeClass(Machine machine, in Value returned, ref Value result)
    {
        step = Step.Class;
        cell = returned;
        Qualify(machine);
        // The cell of __class__, which a body returns when a method uses it, is for type.__new__.
        if (cell.Object is PyCell)
            Namespace.SetName(machine, machine.Names.ClassCell, cell);
        Value made = default;
        var status = machine.Invoke(metaclass, new Arguments(ref call[0], 3, keywords), this, ref made);
        return status == Status.Ok ? Finish(machine, made, ref result) : status;
    }

    /// <summary>The bytecode of a body knows the class's plain name; <c>__qualname__</c> says where it lies too, unless the
    /// body gave it a value of its own.</summary>
    private void Qualify(Machine machine)
    {
        var name = machine.Names.QualName;
        if (Namespace.TryGetName(machine, name, out var stored) && stored.Object is PyStr text && text.Text == body.Code.Name(machine).Text)
            Namespace.SetName(machine, name, Value.Of(PyStr.From(body.QualifiedName(machine))));
    }

    /// <summary>Whether the metaclass passed the cell on.</summary>
    private Status Finish(Machine machine, in Value made, ref Value result)
    {
        if (cell.Object is not PyCell own || made.Object is not PyType type || Value.Is(own.Contents, made))
        {
            result.Set(made);
            return Status.Ok;
        }
        if (Operations.Repr(machine, made, out var text) != Status.Ok)
            return Status.Raised;
        if (own.Contents.IsNull)
            return machine.Raise(Types.RuntimeError,
                $"__class__ not set defining '{type.Name}' as {text}. Was __classcell__ propagated to type.__new__?");
        return Operations.Repr(machine, own.Contents, out var other) == Status.Ok
            ? machine.Raise(Types.TypeError, $"__class__ set to {other} defining '{type.Name}' as {text}")
            : Status.Raised;
    }
}
