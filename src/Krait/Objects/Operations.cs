using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// What every value can be asked, whatever its kind: the tagged kinds are answered here, C# objects by their slots,
/// instances of Python classes by their special methods. For built-ins: the answer is there when the call returns
/// (never <see cref="Status.Pushed"/>, except from <see cref="Invoke"/>). The interpreter has stackless forms of its own.
/// </summary>
/// <remarks>Parts: this file has the general protocol; <c>Operations.Items.cs</c> containers and iteration;
/// <c>Operations.Arithmetic.cs</c> operators.</remarks>
internal static partial class Operations
{
    /// <summary>type(value).</summary>
    public static PyType TypeOf(in Value value) => value.Object switch
    {
        PyObject item => item.Type,
        (object)Tags.Int => Types.Int,
        (object)Tags.Float => Types.Float,
        (object)Tags.Bool => Types.Bool,
        _ => Types.NoneType,
    };

    /// <summary>The name of the value's type, for messages.</summary>
    public static string TypeName(in Value value) => TypeOf(value).Name;

    /// <summary>repr(value): a str.</summary>
    public static Status Repr(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is not PyObject item)
            return value.IsNone ? machine.Return(ref result, "None") : Numbers.Repr(machine, value, ref result);
        if (!machine.EnterRecursion())
            return Status.Raised;
        if (!Specials.Find(machine, item, Special.Repr, out var method))
            return item.Repr(machine, ref result);
        var status = Specials.Call(machine, method, value, ref result);
        return status == Status.Ok && result.Object is not PyStr
            ? machine.Raise(Types.TypeError, $"__repr__ returned non-string (type {TypeName(result)})")
            : status;
    }

    /// <summary>repr(value) as text.</summary>
    public static Status Repr(Machine machine, in Value value, out string text)
    {
        Value result = default;
        var status = Repr(machine, value, ref result);
        text = status == Status.Ok ? ((PyStr)result.Object!).Text : "";
        return status;
    }

    /// <summary>str(value): a str.</summary>
    public static Status Str(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is not PyObject item)
            return Repr(machine, value, ref result);
        if (!machine.EnterRecursion())
            return Status.Raised;
        if (!Specials.Find(machine, item, Special.Str, out var method))
            return item.Str(machine, ref result);
        var status = Specials.Call(machine, method, value, ref result);
        return status == Status.Ok && result.Object is not PyStr
            ? machine.Raise(Types.TypeError, $"__str__ returned non-string (type {TypeName(result)})")
            : status;
    }

    /// <summary>str(value) as text.</summary>
    public static Status Str(Machine machine, in Value value, out string text)
    {
        Value result = default;
        var status = Str(machine, value, ref result);
        text = status == Status.Ok ? ((PyStr)result.Object!).Text : "";
        return status;
    }

    /// <summary>format(value, specification): a str.</summary>
    public static Status Format(Machine machine, in Value value, string specification, ref Value result)
    {
        if (value.Object is not PyObject item)
            return value.IsNone
                ? specification.Length == 0
                    ? machine.Return(ref result, "None")
                    : machine.Raise(Types.TypeError, "unsupported format string passed to NoneType.__format__")
                : Numbers.Format(machine, value, specification, ref result);
        if (!Specials.Find(machine, item, Special.Format, out var method))
            return item.Format(machine, specification, ref result);
        var status = Specials.Call(machine, method, value, Value.Of(PyStr.From(specification)), ref result);
        return status == Status.Ok && result.Object is not PyStr
            ? machine.Raise(Types.TypeError, $"__format__ must return a str, not {TypeName(result)}")
            : status;
    }

    /// <summary>hash(value).</summary>
    public static Status Hash(Machine machine, in Value value, out long hash)
    {
        if (value.Object is not PyObject item)
        {
            hash = value.IsNone ? 0xfca86420 : Numbers.Hash(value);
            return Status.Ok;
        }
        if (item.GetType() == typeof(PyStr))
        {
            hash = ((PyStr)item).HashCode(machine);
            return Status.Ok;
        }
        if (!machine.EnterRecursion())
        {
            hash = 0;
            return Status.Raised;
        }
        if (!Specials.Find(machine, item, Special.Hash, out var method))
            return item.Hash(machine, out hash);
        hash = 0;
        if (method.IsNone)
            return machine.Raise(Types.TypeError, $"unhashable type: '{item.Type.Name}'");
        Value result = default;
        var status = Specials.Call(machine, method, value, ref result);
        if (status != Status.Ok)
            return status;
        if (!Numbers.IsInt(result))
            return machine.Raise(Types.TypeError, "__hash__ method should return an integer");
        // What fits is taken as it is: reduced like an int's own hash, the inherited hash of a str would be another.
        hash = result.IsInt ? (result.Bits == -1 ? -2 : result.Bits) : Numbers.Hash(result);
        return Status.Ok;
    }

    /// <summary>bool(value).</summary>
    public static Status Truth(Machine machine, in Value value, out bool truth)
    {
        if (value.Object is not PyObject item)
        {
            // For an int and a bool the payload is zero when false; -0.0 is the float whose bits do not say so.
            truth = value.IsFloat ? value.AsFloat != 0 : !value.IsNone && value.Bits != 0;
            return Status.Ok;
        }
        truth = false;
        if (Specials.Find(machine, item, Special.Bool, out var method))
        {
            Value result = default;
            var status = Specials.Call(machine, method, value, ref result);
            if (status != Status.Ok)
                return status;
            if (!result.IsBool)
                return machine.Raise(Types.TypeError, $"__bool__ should return bool, returned {TypeName(result)}");
            truth = result.AsBool;
            return Status.Ok;
        }
        if (Specials.Find(machine, item, Special.Len, out _))
        {
            var status = Length(machine, value, out var length);
            truth = length != 0;
            return status;
        }
        return item.Truth(machine, out truth);
    }

    /// <summary>Calls a value. May answer <see cref="Status.Pushed"/>; <see cref="Machine.Call(in Value, in Arguments, ref Value)"/>
    /// waits.</summary>
    public static Status Invoke(Machine machine, in Value callee, in Arguments arguments, ref Value result) =>
        machine.Invoke(callee, arguments, ref result);

    /// <summary>Whether a value can be called.</summary>
    public static bool IsCallable(Machine machine, in Value value) => value.Object is PyObject item && (item is PyFunction or PyBuiltin or PyType
        or PyMethod || item.Type.Lookup(machine, machine.Names.Call, out _));

    /// <summary>isinstance(value, type) for one type, without <c>__instancecheck__</c>.</summary>
    public static bool IsInstance(in Value value, PyType type) => TypeOf(value).IsSubclassOf(type);
}
