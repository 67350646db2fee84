using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>With random inputs, the kinds that fast paths are for among them, an instruction does the same with and without
/// its fast paths: result, exception, and what becomes of its inputs. Each fast path is taken, and each gives way.</summary>
public class FastPathTests
{
    private const int Rounds = 1000;

    /// <summary>A sequence times a large number is more than this.</summary>
    private static readonly Limits limits = new() { AllocatedBytes = 1 << 16 };

    /// <summary>The instructions with fast paths whose inputs are all on the stack.</summary>
    public static TheoryData<string> Names =>
    [
        .. InstructionSet.All()
            .Where(facts => facts.Variants.Any(variant => variant.Guards.Count > 0 && !variant.IsCold)
                && !facts.OwnsCache && facts.Takes.Count > 0 && facts.Takes.All(item => !item.Contains('[') || item.Contains(":iterator"))
                && !facts.Variants.Any(variant => variant.Guards.Any(guard => guard.Contains("frame", StringComparison.Ordinal))))
            .Select(facts => facts.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_instruction_does_the_same_without_its_fast_paths(string name)
    {
        var facts = InstructionSet.All().Single(facts => facts.Name == name);
        var kinds = facts.Takes.Select(item => KindsOf(facts, item.Split('?', ':')[0])).ToArray();
        var coverage = new VariantCoverage();
        var random = new Random(5);
        for (var round = 0; round < Rounds; round++)
        {
            var seed = random.Next();
            var isNull = facts.Takes.Select(item => item.Contains('?') && random.Next(8) == 0).ToArray();
            var code = Code(facts, isNull);
            var fast = Run(code, kinds, seed, coverage);
            Assert.Equal(Run(code, kinds, seed, null), fast);
        }
        // A generator needs a program: tests/programs/language/fast_paths.py has one.
        Assert.Empty(coverage.Missing(facts).Except(["FOR_ITER.generator was never taken"]));
    }

    /// <summary>The kinds that guards look for in an input.</summary>
    private static string[] KindsOf(InstructionFacts facts, string input) =>
    [
        .. facts.Variants.SelectMany(variant => variant.Guards)
            .Where(guard => guard.StartsWith("Is", StringComparison.Ordinal) && guard.EndsWith($"({input})", StringComparison.Ordinal))
            .Select(guard => guard[2..guard.IndexOf('(', StringComparison.Ordinal)]).Distinct(),
    ];

    /// <summary>A function of the inputs: loads them, executes the instruction, returns what that leaves; an empty tuple when it
    /// leaves nothing, None when it jumps and leaves nothing.</summary>
    private static byte[] Code(InstructionFacts facts, bool[] isNull)
    {
        var code = new List<byte>();
        for (var i = 0; i < facts.Takes.Count; i++)
            code.Add((byte)(isNull[i] ? (int)Opcode.LoadNull : (int)Opcode.LoadFastMulti + i));
        if (facts.Takes is [var only] && only.Contains(":iterator"))
            code.Add((byte)Opcode.GetIterStack);
        code.Add(facts.Codes[0]);
        var leaves = facts.Leaves.Count;
        switch (facts.Operand)
        {
            case "jump":
                code.Add(0x40 + 3);
                break;
            case "forward":
                code.Add(3);
                break;
            case "uint":
                code.AddRange([2, (byte)Opcode.BuildTuple, 2]);
                break;
        }
        // Three bytes, then what a jump leads to.
        code.AddRange(leaves == 0
            ? [(byte)Opcode.BuildTuple, 0, (byte)Opcode.ReturnValue]
            : [(byte)Opcode.ReturnValue, (byte)Opcode.ReturnValue, (byte)Opcode.ReturnValue]);
        code.AddRange(facts.LeavesOnJump is { Count: > 0 } ? [(byte)Opcode.ReturnValue] : [(byte)Opcode.LoadConstNone, (byte)Opcode.ReturnValue]);
        return [.. code];
    }

    private static string Run(byte[] code, string[][] kinds, int seed, VariantCoverage? coverage)
    {
        var random = new Random(seed);
        var machine = TestFunction.Machine(limits);
        machine.IsTraced = true;
        machine.OnlyGeneric = coverage is null;
        machine.VariantCounts = coverage?.Counts;
        var inputs = Array.ConvertAll(kinds, wanted => Any(machine, random, random.Next(5) > 0 && wanted.Length > 0 ? wanted[random.Next(wanted.Length)] : ""));
        Value result = default;
        var function = Value.Of(TestFunction.Create(code, inputs.Length));
        var text = new System.Text.StringBuilder();
        // Iterators go on from where they were.
        for (var call = 0; call < 3; call++)
        {
            var status = machine.Call(function, [.. inputs], ref result);
            text.Append(status == Status.Ok ? Describe(result) : $"{machine.Pending!.Type.Name} {Describe(Value.Of(machine.Pending.Arguments))}").Append("; ");
            machine.Pending = null;
        }
        foreach (var input in inputs)
            text.Append(Describe(input)).Append(' ');
        return text.ToString();
    }

    private static Value Any(Machine machine, Random random, string kind)
    {
        var number = random.Next(4) == 0 ? random.NextInt64() >> random.Next(64) : random.Next(-3, 7);
        Value Item(int which) => which switch
        {
            0 => Value.Int(number),
            1 => Value.Float(number / 4.0),
            _ => Value.Of(PyStr.From(number % 2 == 0 ? "a" : "longer")),
        };
        Value[] Items(int which) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Item(which < 0 ? random.Next(3) : which))];
        Value Iterator(Value iterable)
        {
            Value iterator = default;
            Assert.Equal(Status.Ok, Operations.Iterate(machine, iterable, ref iterator));
            return iterator;
        }
        Value List(int which) => Value.Of(PyList.From(machine, Items(which))!);
        Value Dict()
        {
            var dict = new PyDict();
            foreach (var key in (Value[])[Value.Int(0), Value.Int(1), Value.Of(PyStr.From("a")), Value.None])
                Assert.Equal(Status.Ok, dict.Set(machine, key, Item(random.Next(3))));
            return Value.Of(dict);
        }
        return kind switch
        {
            "Int" => Item(0),
            "Float" => random.Next(9) == 0 ? Value.Float(double.NaN) : Item(1),
            "Bool" => Value.Bool(number % 2 == 0),
            "Str" => Item(2),
            "Tuple" => Value.Of(new PyTuple(Items(-1))),
            "IntList" => List(0),
            "FloatList" => List(1),
            "ValueList" => List(2),
            "RangeIterator" => Value.Of(new RangeIterator(number, 1 + random.Next(3), random.Next(3))),
            "ListIterator" => Iterator(List(random.Next(3))),
            "TupleIterator" => Iterator(Value.Of(new PyTuple(Items(-1)))),
            "Dict" => Dict(),
            _ => random.Next(6) switch
            {
                0 => Value.None,
                1 => Item(random.Next(3)),
                2 => Any(machine, random, "Tuple"),
                3 => List(-1),
                4 => Value.Of(PyBytes.From("ab"u8)),
                _ => Any(machine, random, "Bool"),
            },
        };
    }

    private static string Describe(in Value value)
    {
        switch (value.Object)
        {
            case null:
                return "NULL";
            case PyStr text:
                return $"'{text.Text}'";
            case PyTuple tuple:
                return $"({string.Join(", ", tuple.Items.Select(item => Describe(item)))})";
            case PyList list:
                var items = new Value[list.Count];
                for (var i = 0; i < items.Length; i++)
                    list.Get(i, ref items[i]);
                return $"[{string.Join(", ", items.Select(item => Describe(item)))}]";
            case PyDict dict:
                var position = 0;
                var entries = new List<string>();
                while (dict.Keys.Next(ref position))
                    entries.Add($"{Describe(dict.Keys.Entries[position - 1].Key)}: {Describe(dict.EntryValue(position - 1))}");
                return $"{{{string.Join(", ", entries)}}}";
            case RangeIterator range:
                return $"range iterator at {range.Current}, {range.Remaining} left";
            case PyObject item:
                return item.Type.Name;
            default:
                return value.IsFloat && double.IsNaN(value.AsFloat) ? "nan" : $"{value.Object} {value.Bits}";
        }
    }
}
