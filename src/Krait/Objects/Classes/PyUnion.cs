using Krait.Core;

namespace Krait.Objects;

/// <summary>Types of which any will do: int | str.</summary>
[PyType("UnionType", Module = "types", PositionalOnly = true, Slots = Slots.Union)]
internal sealed class PyUnion(PyTuple types) : PyObject
{
    private PyTuple? parameters;

    public override PyType Type => Types.UnionType;

    [PyProperty("__args__")]
    internal PyTuple Items { get; } = types;

    /// <summary>The type variables among the types, each once.</summary>
    [PyProperty("__parameters__")]
    internal Status Parameters(Machine machine, ref Value result)
    {
        if (parameters is null && TypeArguments.ParametersOf(machine, Items, out parameters) != Status.Ok)
            return Status.Raised;
        result.SetObject(parameters!);
        return Status.Ok;
    }

    [PyFunction("__instancecheck__")]
    internal Status InstanceCheck(Machine machine, in Value instance, ref Value result)
    {
        var status = TypeChecks.IsInstance(machine, instance, Value.Of(this), out var answer);
        result.SetBool(answer);
        return status;
    }

    [PyFunction("__subclasscheck__")]
    internal Status SubclassCheck(Machine machine, in Value subclass, ref Value result)
    {
        var status = TypeChecks.IsSubclass(machine, subclass, Value.Of(this), out var answer);
        result.SetBool(answer);
        return status;
    }

    internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Binary(machine, op, Value.Of(this), other, reflected, ref result);

    /// <summary>The operator of types, aliases and unions: | and nothing else.</summary>
    public static Status Binary(Machine machine, BinaryOperator op, in Value self, in Value other, bool reflected, ref Value result)
    {
        if (op != BinaryOperator.Or)
            return Status.NotImplemented;
        return reflected ? Make(machine, other, self, ref result) : Make(machine, self, other, ref result);
    }

    /// <summary>left | right; <see cref="Status.NotImplemented"/> for what is no type. One type alone stands for itself.</summary>
    public static Status Make(Machine machine, in Value left, in Value right, ref Value result)
    {
        if (!IsPart(left) || !IsPart(right))
            return Status.NotImplemented;
        var types = new List<Value>();
        if (Add(machine, types, left) != Status.Ok || Add(machine, types, right) != Status.Ok)
            return Status.Raised;
        if (types.Count == 1)
        {
            result.Set(types[0]);
            return Status.Ok;
        }
        if (PyTuple.From(machine, [.. types]) is not { } parts)
            return Status.Raised;
        result.SetObject(new PyUnion(parts));
        return Status.Ok;
    }

    private static bool IsPart(in Value value) => value.IsNone || value.Object is PyType or PyGenericAlias or PyUnion;

    private static Status Add(Machine machine, List<Value> types, in Value type)
    {
        if (type.Object is not PyUnion union)
            return AddOne(machine, types, type.IsNone ? Value.Of(Types.NoneType) : type);
        foreach (var part in union.Items.Items)
            if (AddOne(machine, types, part) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    private static Status AddOne(Machine machine, List<Value> types, in Value type)
    {
        var status = Contains(machine, types, type, out var known);
        if (status == Status.Ok && !known)
            types.Add(type);
        return status;
    }

    private static Status Contains(Machine machine, IReadOnlyList<Value> types, in Value type, out bool found)
    {
        found = false;
        if (!machine.Charge(types.Count, 2L * System.Runtime.CompilerServices.Unsafe.SizeOf<Value>()))
            return Status.Raised;
        for (var i = 0; i < types.Count && !found; i++)
            if (Operations.Equals(machine, types[i], type, out found) != Status.Ok)
                return Status.Raised;
        return Status.Ok;
    }

    /// <summary>Unions of the same types are equal in any order.</summary>
    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual) || other.Object is not PyUnion union)
            return Status.NotImplemented;
        var equal = Items.Count == union.Items.Count;
        for (var i = 0; i < Items.Count && equal; i++)
            if (Contains(machine, union.Items.Items, Items.Items[i], out equal) != Status.Ok)
                return Status.Raised;
        result.SetBool(equal == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        foreach (var type in Items.Items)
        {
            if (Operations.Hash(machine, type, out var one) != Status.Ok)
                return Status.Raised;
            hash ^= one * 0x9E3779B1;
        }
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        Value known = default, replaced = default;
        if (Parameters(machine, ref known) != Status.Ok)
            return Status.Raised;
        if (parameters!.Count == 0)
            return Operations.Repr(machine, Value.Of(this), out var text) == Status.Ok
                ? machine.Raise(Types.TypeError, $"{text} is not a generic class")
                : Status.Raised;
        if (TypeArguments.Substitute(machine, Value.Of(this), Items, parameters, key, ref replaced) != Status.Ok)
            return Status.Raised;
        var parts = ((PyTuple)replaced.Object!).Items;
        Value union = parts[0];
        for (var i = 1; i < parts.Length; i++)
            if (Operations.Binary(machine, BinaryOperator.Or, union, parts[i], ref union) != Status.Ok)
                return Status.Raised;
        result.Set(union);
        return Status.Ok;
    }

    internal override Status Repr(Machine machine, ref Value result)
    {
        var writer = new ReprWriter(machine);
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0 && writer.Write(" | ") != Status.Ok)
                return Status.Raised;
            var status = Items.Items[i].Object == (object)Types.NoneType ? writer.Write("None") : TypeArguments.Write(machine, writer, Items.Items[i]);
            if (status != Status.Ok)
                return status;
        }
        return writer.Finish(ref result);
    }
}
