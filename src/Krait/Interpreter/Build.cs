using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Making functions and containers, and taking sequences apart.</summary>
[Micro]
internal static class Build
{
    /// <summary>MAKE_FUNCTION.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeFunction(Interpreter machine, int child, ref Value result)
    {
        result.SetObject(Make(machine, child));
        return Status.Ok;
    }

    /// <summary>MAKE_FUNCTION_DEFARGS.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeFunctionWithDefaults(Interpreter machine, int child, ref Value defaults, ref Value keywords, ref Value result)
    {
        var function = Make(machine, child);
        SetDefaults(function, defaults, keywords);
        result.SetObject(function);
        return Status.Ok;
    }

    /// <summary>MAKE_CLOSURE.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeClosure(Interpreter machine, int child, int count, ref Value cells, ref Value result)
    {
        var function = Make(machine, child);
        function.Closure = Cells(ref cells, count);
        result.SetObject(function);
        return Status.Ok;
    }

    /// <summary>MAKE_CLOSURE_DEFARGS: defaults and keyword defaults lie below the cells.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeClosureWithDefaults(Interpreter machine, int child, int count, ref Value defaults, ref Value keywords, ref Value cells, ref Value result)
    {
        var function = Make(machine, child);
        function.Closure = Cells(ref cells, count);
        SetDefaults(function, defaults, keywords);
        result.SetObject(function);
        return Status.Ok;
    }

    private static PyFunction Make(Interpreter machine, int child)
    {
        var parent = machine.Current.Function;
        return new PyFunction(parent.Code.Child(child), parent.Globals, parent);
    }

    private static PyCell[] Cells(ref Value first, int count)
    {
        // Bounded: the count is a byte of the instruction.
        var cells = new PyCell[count];
        for (var i = 0; i < count; i++)
            cells[i] = Unsafe.As<PyCell>(Unsafe.Add(ref first, i).Object)!;
        return cells;
    }

    // The verifier proves that defaults are a tuple or NULL and keywords a dict or NULL (rule "make.defaults").
    private static void SetDefaults(PyFunction function, in Value defaults, in Value keywords)
    {
        if (defaults.Object is PyTuple tuple)
            function.Defaults = tuple.Items;
        function.KeywordDefaults = keywords.Object as PyDict;
    }

    /// <summary>BUILD_TUPLE.</summary>
    [Op(Effects.MayRaise | Effects.Allocates | Effects.Polls), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildTuple(Interpreter machine, int count, ref Value items, ref Value result)
    {
        if (count == 0)
        {
            result.SetObject(PyTuple.Empty);
            return Status.Ok;
        }
        if (machine.NewArray<Value>(count) is not { } values)
            return Status.Raised;
        MemoryMarshal.CreateSpan(ref items, count).CopyTo(values);
        result.SetObject(new PyTuple(values));
        return Status.Ok;
    }

    /// <summary>BUILD_LIST.</summary>
    [Op(Effects.MayRaise | Effects.Allocates | Effects.Polls), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildList(Interpreter machine, int count, ref Value items, ref Value result)
    {
        if (PyList.From(machine, MemoryMarshal.CreateSpan(ref items, count)) is not { } list)
            return Status.Raised;
        result.SetObject(list);
        return Status.Ok;
    }

    /// <summary>BUILD_MAP.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildMap(Interpreter machine, int hint, ref Value result)
    {
        _ = machine;
        _ = hint;
        result.SetObject(new PyDict());
        return Status.Ok;
    }

    /// <summary>BUILD_SET.</summary>
    [Op(Effects.MayRaise | Effects.Allocates | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildSet(Interpreter machine, int count, ref Value items, ref Value result)
    {
        var set = new PySet();
        for (var i = 0; i < count; i++)
            if (set.Add(machine, Unsafe.Add(ref items, i)) != Status.Ok)
                return Status.Raised;
        result.SetObject(set);
        return Status.Ok;
    }

    /// <summary>BUILD_SLICE.</summary>
    [Op(Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildSlice(Interpreter machine, int count, ref Value parts, ref Value result)
    {
        _ = machine;
        result.SetObject(new PySlice(parts, Unsafe.Add(ref parts, 1), count == 3 ? Unsafe.Add(ref parts, 2) : Value.None));
        return Status.Ok;
    }

    /// <summary>STORE_MAP.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreMap(Interpreter machine, ref Value dict, ref Value value, ref Value key) =>
        dict.Object is PyDict target
            ? target.Set(machine, key, value)
            : machine.Raise(Types.SystemError, "STORE_MAP into something else than a dict");

    /// <summary>STORE_COMP: adds to the list, dict or set that lies under the loops' iterators.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreComprehension(Interpreter machine, int operand, ref Value items)
    {
        // Kind 1 takes two values: key on top, value below it.
        var kind = operand & 3;
        ref var top = ref Unsafe.Add(ref items, kind == 1 ? 1 : 0);
        ref var container = ref Unsafe.Add(ref top, -(operand >> 2));
        return container.Object switch
        {
            PyList list when kind == 0 => list.Append(machine, items),
            PyDict dict when kind == 1 => dict.Set(machine, top, items),
            PySet set when kind == 2 => set.Add(machine, items),
            _ => machine.Raise(Types.SystemError, "STORE_COMP into something else than its container"),
        };
    }

    /// <summary>UNPACK_SEQUENCE of a tuple of the right length.</summary>
    [Op(Reads = Memory.TupleItems), MethodImpl(MethodImplOptions.NoInlining)]
    public static void SpreadTuple(PyTuple sequence, int operand, ref Value items)
    {
        for (var i = 0; i < operand; i++)
            Unsafe.Add(ref items, operand - 1 - i).Set(sequence.Items[i]);
    }

    /// <summary>UNPACK_SEQUENCE: the first item ends on top.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnpackSequence(Interpreter machine, int count, ref Value sequence, ref Value items)
    {
        Value source = sequence;
        if (source.Object is PyTuple tuple && tuple.GetType() == typeof(PyTuple))
            return Spread(machine, tuple.Items, count, ref items);
        if (source.Object is PyList list && list.GetType() == typeof(PyList))
        {
            if (list.Count != count)
                return WrongCount(machine, list.Count, count);
            for (var i = 0; i < count; i++)
                list.Get(i, ref Unsafe.Add(ref items, count - 1 - i));
            return Status.Ok;
        }
        Value iterator = default;
        if (Operations.Iterate(machine, source, ref iterator) != Status.Ok)
            return machine.Catch(Types.TypeError)
                ? machine.Raise(Types.TypeError, $"cannot unpack non-iterable {Operations.TypeName(source)} object")
                : Status.Raised;
        var taken = machine.NewArray<Value>(count);
        if (taken is null)
            return Status.Raised;
        Status status;
        for (var i = 0; i < count; i++)
        {
            status = Operations.Next(machine, iterator, ref taken[i]);
            if (status != Status.Ok)
                return status == Status.Stop ? WrongCount(machine, i, count) : status;
        }
        Value surplus = default;
        status = Operations.Next(machine, iterator, ref surplus);
        return status switch
        {
            Status.Stop => Spread(machine, taken, count, ref items),
            Status.Ok => machine.Raise(Types.ValueError, $"too many values to unpack (expected {count})"),
            _ => status,
        };
    }

    private static Status Spread(Machine machine, Value[] values, int count, ref Value items)
    {
        if (values.Length != count)
            return WrongCount(machine, values.Length, count);
        for (var i = 0; i < count; i++)
            Unsafe.Add(ref items, count - 1 - i).Set(values[i]);
        return Status.Ok;
    }

    private static Status WrongCount(Machine machine, int got, int wanted) => machine.Raise(Types.ValueError, got > wanted
        ? $"too many values to unpack (expected {wanted})"
        : $"not enough values to unpack (expected {wanted}, got {got})");

    /// <summary>UNPACK_EX: the first items end on top, then a list of the middle, then the last items.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnpackEx(Interpreter machine, int operand, ref Value sequence, ref Value items)
    {
        var left = operand & 0xff;
        var right = operand >> 8;
        Value source = sequence;
        Value[]? values;
        var status = Iteration.Collect(machine, source, out values);
        if (status != Status.Ok)
            return status;
        if (values.Length < left + right)
            return machine.Raise(Types.ValueError, $"not enough values to unpack (expected at least {left + right}, got {values.Length})");
        if (PyList.From(machine, values.AsSpan(left, values.Length - left - right)) is not { } middle)
            return Status.Raised;
        for (var i = 0; i < right; i++)
            Unsafe.Add(ref items, right - 1 - i).Set(values[values.Length - right + i]);
        Unsafe.Add(ref items, right).SetObject(middle);
        for (var i = 0; i < left; i++)
            Unsafe.Add(ref items, right + left - i).Set(values[i]);
        return Status.Ok;
    }
}
