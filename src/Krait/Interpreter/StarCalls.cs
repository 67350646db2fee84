using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Calls with * and ** arguments: the argument list is built anew.</summary>
internal static class StarCalls
{
    /// <summary>Calls with positional values and keyword pairs from <paramref name="first"/>, the stars bitmap behind
    /// them; <paramref name="self"/> goes first when there is one.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, in Value self, int operand, ref Value first, ref Value result)
    {
        var positional = Calls.Positional(operand);
        var keywords = Calls.Keywords(operand);
        ref var bitmap = ref Unsafe.Add(ref first, positional + 2 * keywords);
        if (!bitmap.IsInt && bitmap.Object is not PyInt)
            return machine.Raise(Types.SystemError, "the bitmap of starred arguments is not an int");
        var list = new ArgumentList(callee);
        if (!self.IsNull && !list.Add(machine, self))
            return Status.Raised;
        for (var i = 0; i < positional; i++)
        {
            ref var argument = ref Unsafe.Add(ref first, i);
            if (!IsStarred(bitmap, i) ? !list.Add(machine, argument) : !list.AddAll(machine, argument))
                return Status.Raised;
        }
        var count = list.Count;
        for (var k = 0; k < keywords; k++)
        {
            ref var name = ref Unsafe.Add(ref first, positional + 2 * k);
            ref var value = ref Unsafe.Add(ref name, 1);
            if (name.IsNull ? !list.AddMapping(machine, value) : !list.AddKeyword(machine, name, value))
                return Status.Raised;
        }
        // The list starts with a free slot, where Invoke may put a self.
        return Calls.Invoke(machine, callee, ref list.First, count, (list.Count - count) / 2, hasRoom: true, ref result);
    }

    private static bool IsStarred(in Value bitmap, int index) => bitmap.Object is PyInt big
        ? !((big.Number >> index) & 1).IsZero
        : index < 63 ? ((bitmap.Bits >> index) & 1) != 0 : bitmap.Bits < 0;

    /// <summary>Collects positional values, then keyword pairs.</summary>
    private ref struct ArgumentList(in Value callee)
    {
        private readonly Value callee = callee;
        private Value[] values = new Value[8];
        private int keywordsFrom = -1;

        public int Count { get; private set; }

        public readonly ref Value First => ref values[1];

        public bool Add(Machine machine, in Value value)
        {
            if (Count + 1 == values.Length)
            {
                if (!machine.Charge(values.Length, 2L * values.Length * Unsafe.SizeOf<Value>()))
                    return false;
                Array.Resize(ref values, 2 * values.Length);
            }
            values[++Count] = value;
            return true;
        }

        public bool AddAll(Machine machine, in Value iterable)
        {
            Value iterator = default;
            if (Operations.Iterate(machine, iterable, ref iterator) != Status.Ok)
            {
                if (machine.Catch(Types.TypeError))
                    machine.Raise(Types.TypeError, $"{Name(machine)} argument after * must be an iterable, not {Operations.TypeName(iterable)}");
                return false;
            }
            Value item = default;
            Status status;
            var meter = new WorkMeter(machine);
            while ((status = Operations.Next(machine, iterator, ref item)) == Status.Ok)
                if (!meter.Tick() || !Add(machine, item))
                    return false;
            return status == Status.Stop;
        }

        public bool AddKeyword(Machine machine, in Value name, in Value value)
        {
            if (keywordsFrom < 0)
                keywordsFrom = Count;
            if (name.Object is not PyStr text)
            {
                machine.Raise(Types.TypeError, "keywords must be strings");
                return false;
            }
            var interned = machine.Interned.Get(text.Text);
            for (var i = keywordsFrom; i < Count; i += 2)
                if (values[i + 1].Object == (object)interned)
                {
                    machine.Raise(Types.TypeError, $"{Name(machine)} got multiple values for keyword argument '{text.Text}'");
                    return false;
                }
            return Add(machine, Value.Of(interned)) && Add(machine, value);
        }

        public bool AddMapping(Machine machine, in Value mapping)
        {
            Value keys = default;
            if (mapping.Object is PyObject item && item.Type.Lookup(machine, machine.Names.Keys, out _))
            {
                Value method = default;
                if (Attributes.Get(machine, mapping, machine.Names.Keys, ref method) != Status.Ok
                    || machine.Call(method, ref keys) != Status.Ok)
                    return false;
            }
            else
            {
                machine.Raise(Types.TypeError, $"{Name(machine)} argument after ** must be a mapping, not {Operations.TypeName(mapping)}");
                return false;
            }
            Value iterator = default;
            if (Operations.Iterate(machine, keys, ref iterator) != Status.Ok)
                return false;
            Value key = default;
            Value value = default;
            Status status;
            var meter = new WorkMeter(machine);
            while ((status = Operations.Next(machine, iterator, ref key)) == Status.Ok)
                if (!meter.Tick() || Operations.GetItem(machine, mapping, key, ref value) != Status.Ok || !AddKeyword(machine, key, value))
                    return false;
            return status == Status.Stop;
        }

        private static string Qualified(Machine machine, PyFunction function)
        {
            var module = function.Globals.TryGetName(machine, machine.Names.Name, out var name) && name.Object is PyStr text ? text.Text + "." : "";
            return $"{module}{function.QualifiedName(machine)}()";
        }

        private readonly string Name(Machine machine) => callee.Object switch
        {
            PyFunction function => Qualified(machine, function),
            PyBuiltin builtin => builtin.Name + "()",
            PyMethod { Function.Object: PyFunction function } => Qualified(machine, function),
            PyType type => type.Name + "()",
            _ => "object",
        };
    }
}
