using Krait.Objects;

namespace Krait.Core;

/// <summary>
/// A Python object that is not a tagged payload. The virtual methods are the slots of its type: what an operation does
/// for an object that C# implements.
/// </summary>
/// <remarks>
/// <para>Operations go through <see cref="Operations"/>, which also knows the tagged kinds (int, float, bool, None) and
/// asks a class written in Python for its special methods first. A slot here never sees those.</para>
/// <para>A slot answers <see cref="Status.Ok"/> with the result written, <see cref="Status.Raised"/> with an exception
/// pending, or where its comment says so <see cref="Status.Stop"/>, <see cref="Status.NotImplemented"/> or
/// <see cref="Status.Pushed"/>. It charges
/// the machine for work in proportion to size and before it allocates a variable size. A slot that calls back into
/// Python does so through the machine; it never keeps state of the call anywhere but on the C# stack and in objects.</para>
/// </remarks>
public abstract class PyObject
{
    /// <summary>The Python type of this object.</summary>
    public abstract PyType Type { get; }

    /// <summary>repr(self): a str.</summary>
    internal virtual Status Repr(Machine machine, ref Value result) =>
        machine.Return(ref result, $"<{Type.QualifiedName} object at 0x{machine.IdOf(this):x}>");

    /// <summary>str(self): a str; by default <see cref="Repr"/>.</summary>
    internal virtual Status Str(Machine machine, ref Value result) => Operations.Repr(machine, Value.Of(this), ref result);

    /// <summary>format(self, spec): by default str(self), and a TypeError for a specification.</summary>
    internal virtual Status Format(Machine machine, string specification, ref Value result) =>
        specification.Length == 0
            ? Operations.Str(machine, Value.Of(this), ref result)
            : machine.Raise(Types.TypeError, $"unsupported format string passed to {Type.Name}.__format__");

    /// <summary>hash(self), by default by identity.</summary>
    internal virtual Status Hash(Machine machine, out long hash)
    {
        hash = machine.IdOf(this) >> 4;
        return Status.Ok;
    }

    /// <summary>One of the six comparisons with self on the left; <see cref="Status.NotImplemented"/> to decline. By
    /// default Equal and NotEqual decide by identity and everything else declines.</summary>
    internal virtual Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object == (object)this && op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            result.SetBool(op == BinaryOperator.Equal);
            return Status.Ok;
        }
        return Status.NotImplemented;
    }

    /// <summary>bool(self): by default <see cref="Length"/> where there is one, otherwise true.</summary>
    internal virtual Status Truth(Machine machine, out bool truth)
    {
        truth = true;
        return Status.Ok;
    }

    /// <summary>len(self); TypeError by default.</summary>
    internal virtual Status Length(Machine machine, out long length)
    {
        length = 0;
        return machine.Raise(Types.TypeError, $"object of type '{Type.Name}' has no len()");
    }

    /// <summary>self[key]; TypeError by default.</summary>
    internal virtual Status GetItem(Machine machine, in Value key, ref Value result) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object is not subscriptable");

    /// <summary>self[key] = value; TypeError by default.</summary>
    internal virtual Status SetItem(Machine machine, in Value key, in Value value) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object does not support item assignment");

    /// <summary>del self[key]; TypeError by default.</summary>
    internal virtual Status DeleteItem(Machine machine, in Value key) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object doesn't support item deletion");

    /// <summary>item in self; <see cref="Status.NotImplemented"/> (the default) makes the caller iterate.</summary>
    internal virtual Status Contains(Machine machine, in Value item, out bool found)
    {
        found = false;
        return Status.NotImplemented;
    }

    /// <summary>iter(self): an iterator; TypeError by default.</summary>
    internal virtual Status Iterate(Machine machine, ref Value result) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object is not iterable");

    /// <summary>next(self): an item, or <see cref="Status.Stop"/>; TypeError by default.</summary>
    internal virtual Status Next(Machine machine, ref Value result) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object is not an iterator");

    /// <summary>A binary operator other than comparison, containment and identity, self on the left, or on the right
    /// when <paramref name="reflected"/>; in-place operators arrive as such first, then plain.
    /// <see cref="Status.NotImplemented"/> (the default) to decline.</summary>
    internal virtual Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
        Status.NotImplemented;

    /// <summary>A unary operator other than not; <see cref="Status.NotImplemented"/> (the default) to decline.</summary>
    internal virtual Status Unary(Machine machine, UnaryOperator op, ref Value result) => Status.NotImplemented;

    /// <summary>self(...). May answer <see cref="Status.Pushed"/>. TypeError by default.</summary>
    internal virtual Status Call(Machine machine, in Arguments arguments, ref Value result) =>
        machine.Raise(Types.TypeError, $"'{Type.Name}' object is not callable");

    /// <summary>Reads an attribute: by default the type's members, bound to self (docs: PyType.Lookup).</summary>
    internal virtual Status GetAttribute(Machine machine, PyStr name, ref Value result) =>
        Attributes.GetDefault(machine, Value.Of(this), name, ref result);

    /// <summary>Writes an attribute; AttributeError by default.</summary>
    internal virtual Status SetAttribute(Machine machine, PyStr name, in Value value) =>
        Attributes.SetDefault(machine, Value.Of(this), name, value);

    /// <summary>Deletes an attribute; AttributeError by default.</summary>
    internal virtual Status DeleteAttribute(Machine machine, PyStr name) =>
        Attributes.DeleteDefault(machine, Value.Of(this), name);

    /// <summary>The object's own attributes, created on demand, or null where it has none (builtin types).</summary>
    internal virtual PyDict? AttributeDictionary(Machine machine, bool create) => null;
}
