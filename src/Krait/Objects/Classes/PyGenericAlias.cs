using Krait.Core;

namespace Krait.Objects;

/// <summary>A type with arguments: list[int]. It behaves like its origin, except that nothing is an instance of it.</summary>
[PyType("GenericAlias", Module = "types", PositionalOnly = true, Slots = Slots.Union)]
internal sealed class PyGenericAlias(in Value origin, PyTuple arguments, bool isUnpacked = false) : PyObject
{
    private readonly Value origin = origin;
    private PyTuple? parameters;

    public override PyType Type => Types.GenericAlias;

    [PyNew]
    internal static Status New(Machine machine, in Value origin, in Value arguments, ref Value result) => Make(machine, origin, arguments, ref result);

    /// <summary>origin[arguments]: a tuple is several.</summary>
    public static Status Make(Machine machine, in Value origin, in Value arguments, ref Value result)
    {
        if ((arguments.Object as PyTuple ?? PyTuple.From(machine, [arguments])) is not { } tuple)
            return Status.Raised;
        result.SetObject(new PyGenericAlias(origin, tuple));
        return Status.Ok;
    }

    [PyProperty("__origin__")]
    internal Value Origin => origin;

    [PyProperty("__args__")]
    internal PyTuple Items { get; } = arguments;

    [PyProperty("__unpacked__")]
    internal bool IsUnpacked => isUnpacked;

    /// <summary>The type variables among the arguments, each once.</summary>
    [PyProperty("__parameters__")]
    internal Status Parameters(Machine machine, ref Value result)
    {
        if (parameters is null && TypeArguments.ParametersOf(machine, Items, out parameters) != Status.Ok)
            return Status.Raised;
        result.SetObject(parameters!);
        return Status.Ok;
    }

    [PyFunction("__mro_entries__")]
    internal Status BasesFor(Machine machine, in Value bases, ref Value result)
    {
        if (PyTuple.From(machine, [origin]) is not { } entries)
            return Status.Raised;
        result.SetObject(entries);
        return Status.Ok;
    }

    [PyFunction("__instancecheck__")]
    internal Status InstanceCheck(Machine machine, in Value instance) => TypeArguments.IsNoClass(machine, "isinstance");

    [PyFunction("__subclasscheck__")]
    internal Status SubclassCheck(Machine machine, in Value subclass) => TypeArguments.IsNoClass(machine, "issubclass");

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        PyUnion.Binary(machine, op, Value.Of(this), other, reflected, ref result);

    /// <summary>Attributes are the origin's, apart from those of this class.</summary>
    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        name.Text is "__class__" or "__bases__" or "__origin__" or "__args__" or "__unpacked__" or "__parameters__" or "__mro_entries__"
            ? Attributes.GetDefault(machine, Value.Of(this), name, ref result)
            // An alias of an alias of ...
            : machine.EnterRecursion() ? Attributes.Get(machine, origin, name, ref result) : Status.Raised;

    /// <summary>Makes an instance of the origin that remembers the alias, where it can.</summary>
    internal override Status Call(Machine machine, in Arguments arguments, ref Value result)
    {
        Value made = default;
        var status = machine.Invoke(origin, arguments, new Made(this), ref made);
        return status == Status.Ok ? Remember(machine, made, ref result) : status;
    }

    private Status Remember(Machine machine, in Value made, ref Value result)
    {
        if (Attributes.Set(machine, made, machine.Intern("__orig_class__"), Value.Of(this)) != Status.Ok
            && !machine.Catch(Types.AttributeError) && !machine.Catch(Types.TypeError))
            return Status.Raised;
        result.Set(made);
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        Value known = default;
        if (Parameters(machine, ref known) != Status.Ok)
            return Status.Raised;
        if (parameters!.Count == 0)
            return Operations.Repr(machine, Value.Of(this), out var text) == Status.Ok
                ? machine.Raise(Types.TypeError, $"{text} is not a generic class")
                : Status.Raised;
        Value replaced = default;
        if (TypeArguments.Substitute(machine, Value.Of(this), Items, parameters, key, ref replaced) != Status.Ok)
            return Status.Raised;
        result.SetObject(new PyGenericAlias(origin, (PyTuple)replaced.Object!, isUnpacked));
        return Status.Ok;
    }

    /// <summary>Unpacking gives one unpacked alias.</summary>
    internal override Status Iterate(Machine machine, ref Value result)
    {
        if (PyTuple.From(machine, [Value.Of(new PyGenericAlias(origin, Items, isUnpacked: true))]) is not { } one)
            return Status.Raised;
        result.SetObject(new TupleIterator(one));
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual) || other.Object is not PyGenericAlias alias)
            return Status.NotImplemented;
        var equal = isUnpacked == alias.IsUnpacked;
        if (equal && Operations.Equals(machine, origin, alias.origin, out equal) != Status.Ok
            || equal && Operations.Equals(machine, Value.Of(Items), Value.Of(alias.Items), out equal) != Status.Ok)
            return Status.Raised;
        result.SetBool(equal == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        if (Operations.Hash(machine, origin, out hash) != Status.Ok || Operations.Hash(machine, Value.Of(Items), out var items) != Status.Ok)
            return Status.Raised;
        hash ^= items;
        return Status.Ok;
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        var writer = new ReprWriter(machine);
        if (isUnpacked && writer.Write("*") != Status.Ok
            || TypeArguments.Write(machine, writer, origin) != Status.Ok || writer.Write("[") != Status.Ok)
            return Status.Raised;
        for (var i = 0; i < Items.Count; i++)
            if (i > 0 && writer.Write(", ") != Status.Ok || TypeArguments.Write(machine, writer, Items.Items[i]) != Status.Ok)
                return Status.Raised;
        return writer.Write(Items.Count == 0 ? "()]" : "]") == Status.Ok ? writer.Finish(ref result) : Status.Raised;
    }

    /// <summary>A call of the origin that runs Python.</summary>
    private sealed class Made(PyGenericAlias alias) : Pending
    {
        public override Status Resume(Machine machine, in Value value, ref Value result) => alias.Remember(machine, value, ref result);
    }
}
