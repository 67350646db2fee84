using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

public class SlotWrappersTests
{
    private readonly BareMachine machine = new();

    [Theory]
    [InlineData("[].__len__()", "3")]
    [InlineData("list.__len__([])", "3")]
    [InlineData("[].__getitem__(5)", "5")]
    [InlineData("[].__setitem__(1, 2)", "None")]
    [InlineData("[].__delitem__(1)", "None")]
    [InlineData("[].__contains__(1)", "False")]
    [InlineData("[].__eq__([])", "True")]
    [InlineData("[].__ne__([])", "False")]
    [InlineData("[].__eq__(3)", "NotImplemented")]
    [InlineData("[].__lt__([])", "NotImplemented")]
    [InlineData("[].__repr__()", "[...]")]
    public void A_slot_is_its_special_methods(string call, string expected) =>
        Assert.Equal(expected, new PythonCall(machine).Evaluate(call));

    [Theory]
    [InlineData("list.__len__(5)", "descriptor '__len__' requires a 'list' object but received a 'int'")]
    [InlineData("list.__len__()", "descriptor '__len__' of 'list' object needs an argument")]
    [InlineData("[].__len__(1)", "expected 0 arguments, got 1")]
    [InlineData("[].__len__(x=1)", "wrapper __len__() takes no keyword arguments")]
    [InlineData("[].__setitem__(1)", " expected 2 arguments, got 1")]
    [InlineData("[].__eq__()", "expected 1 argument, got 0")]
    [InlineData("[].__eq__(1, 2)", "expected 1 argument, got 2")]
    [InlineData("[].__contains__()", "expected 1 argument, got 0")]
    [InlineData("[].__delitem__()", "expected 1 argument, got 0")]
    [InlineData("[].__iter__(1)", "expected 0 arguments, got 1")]
    public void A_call_that_does_not_fit_is_refused_as_CPython_does(string call, string message) =>
        Assert.Equal("TypeError: " + message, new PythonCall(machine).Evaluate(call));

    [Fact]
    public void Next_raises_StopIteration_at_the_end()
    {
        Value iterator = default, item = default;
        Assert.Equal(Status.Ok, Call(SampleListBinding.Instance.Type, "__iter__", ref iterator, Value.Of(new SampleList())));
        Assert.Equal(Status.Ok, Call(iterator.AsObject!.Type, "__next__", ref item, iterator));
        Assert.Equal(0, item.Bits);
        Assert.Equal(Status.Raised, Call(iterator.AsObject!.Type, "__next__", ref item, iterator));
        Assert.Same(Types.StopIteration, machine.Pending!.Type);
        Assert.Empty(machine.Pending!.Arguments.Items);
    }

    [Fact]
    public void A_type_without_a_slot_has_no_such_method()
    {
        var members = ((BuiltinType)SampleListBinding.Instance.Type).Members;
        Assert.False(members.TryGet("__call__", out _));
        Assert.False(members.TryGet("__str__", out _));
        Assert.False(members.TryGet("__bool__", out _));
        Assert.True(members.TryGet("__hash__", out var hash));
        Assert.True(hash.IsNone);
    }

    [Theory]
    [InlineData(Slots.Arithmetic, "__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__ __rmod__ __rdivmod__ __rpow__ __neg__ __pos__ __abs__ __int__ __float__")]
    [InlineData(Slots.Bitwise, "__or__ __and__ __xor__ __lshift__ __rshift__ __ror__ __rand__ __rxor__ __rlshift__ __rrshift__ __invert__ __index__")]
    [InlineData(Slots.SetAlgebra | Slots.Length, "__len__ __or__ __and__ __xor__ __sub__ __ror__ __rand__ __rxor__ __rsub__")]
    [InlineData(Slots.Equality | Slots.Order, "__eq__ __ne__ __lt__ __le__ __gt__ __ge__")]
    [InlineData(Slots.GetAttribute | Slots.SetAttribute, "__getattribute__ __setattr__ __delattr__")]
    public void Each_flag_names_its_methods(Slots slots, string names)
    {
        var table = new MemberTable(Types.Int);
        SlotWrappers.Bind(table, slots);
        Assert.Equal(names.Split(' '), table.Names);
    }

    [Fact]
    public void Complex_numbers_have_no_floor_division()
    {
        var table = new MemberTable(Types.Complex);
        SlotWrappers.Bind(table, Slots.Arithmetic);
        Assert.DoesNotContain("__floordiv__", table.Names);
        Assert.DoesNotContain("__int__", table.Names);
        Assert.Contains("__truediv__", table.Names);
    }

    [Fact]
    public void Operators_reach_the_slot_with_the_side_they_are_on()
    {
        var type = new BuiltinType(new Recording(), Types.Object);
        var self = Value.Of(new Recorder(type));
        Assert.Equal("Add False", Ask("__add__"));
        Assert.Equal("Add True", Ask("__radd__"));
        Assert.Equal("Power True", Ask("__rpow__"));
        Assert.Equal("Or False", Ask("__or__"));
        Assert.Equal("InplaceXor False", Ask("__ixor__"));
        Assert.Equal("InplaceOr False", Ask("__ior__"));
        Assert.Equal("Less", Ask("__lt__"));
        Assert.Equal("GreaterEqual", Ask("__ge__"));

        string Ask(string name)
        {
            Value result = default;
            Assert.Equal(Status.Ok, Call(type, name, ref result, self, Value.None));
            return result.Object!.ToString()!;
        }
    }

    [Fact]
    public void Ints_and_floats_answer_for_themselves()
    {
        var ints = Bound(Types.Int, Slots.Arithmetic | Slots.Bitwise | Slots.Truth | Slots.Hash);
        var floats = Bound(Types.Float, Slots.Arithmetic);
        Assert.Equal(7, Ask(ints, "__int__", Value.Int(7)).Bits);
        Assert.Equal(1, Ask(ints, "__index__", Value.True).Bits);
        Assert.True(Ask(ints, "__index__", Value.True).IsInt);
        Assert.Equal(7.0, Ask(ints, "__float__", Value.Int(7)).AsFloat);
        Assert.False(Ask(ints, "__bool__", Value.Int(0)).AsBool);
        Assert.Equal(-2, Ask(floats, "__int__", Value.Float(-2.9)).Bits);
        Assert.Equal(2.5, Ask(floats, "__abs__", Value.Float(-2.5)).AsFloat);
        Assert.Equal("10000000000000000000000", ((PyInt)Ask(floats, "__int__", Value.Float(1e22)).Object!).Number.ToString());
        Assert.Equal("cannot convert float NaN to integer", Refusal(floats, "__int__", Value.Float(double.NaN)));
        Assert.Equal("cannot convert float infinity to integer", Refusal(floats, "__int__", Value.Float(double.NegativeInfinity)));
        Assert.Equal("descriptor '__int__' requires a 'float' object but received a 'int'", Refusal(floats, "__int__", Value.Int(1)));
    }

    [Fact]
    public void Arithmetic_of_a_type_declines_other_types()
    {
        var ints = Bound(Types.Int, Slots.Arithmetic | Slots.Bitwise | Slots.Order);
        Assert.Equal(3, Ask(ints, "__add__", Value.Int(1), Value.Int(2)).Bits);
        Assert.Equal(1, Ask(ints, "__rsub__", Value.Int(1), Value.Int(2)).Bits);
        Assert.True(Ask(ints, "__lt__", Value.Int(1), Value.Int(2)).AsBool);
        Assert.Same(Singletons.NotImplemented, Ask(ints, "__add__", Value.Int(1), Value.Of(PyStr.From("x"))).Object);
        Assert.Same(Singletons.NotImplemented, Ask(ints, "__divmod__", Value.Int(1), Value.Float(2)).Object);
        Assert.Same(Singletons.NotImplemented, Ask(ints, "__lt__", Value.Int(1), Value.None).Object);
        Assert.Equal(["-4", "1"], ((PyTuple)Ask(ints, "__divmod__", Value.Int(-7), Value.Int(2)).Object!).Items.Select(item => item.Bits.ToString()));
        Assert.Equal(["3", "1"], ((PyTuple)Ask(ints, "__rdivmod__", Value.Int(2), Value.Int(7)).Object!).Items.Select(item => item.Bits.ToString()));
        Assert.Equal(7, Ask(ints, "__abs__", Value.Int(-7)).Bits);
    }

    [Fact]
    public void A_power_may_have_a_modulus()
    {
        var ints = Bound(Types.Int, Slots.Arithmetic);
        Assert.Equal(3, Ask(ints, "__pow__", Value.Int(2), Value.Int(3), Value.Int(5)).Bits);
        Assert.Equal(4, Ask(ints, "__rpow__", Value.Int(2), Value.Int(3), Value.Int(5)).Bits);
        Assert.Equal(8, Ask(ints, "__pow__", Value.Int(2), Value.Int(3), Value.None).Bits);
        Assert.Equal(" expected at least 1 argument, got 0", Refusal(ints, "__pow__", Value.Int(2)));
        Assert.Equal(" expected at most 2 arguments, got 3", Refusal(ints, "__pow__", Value.Int(2), Value.Int(2), Value.Int(2), Value.Int(2)));
    }

    [Fact]
    public void A_number_of_a_derived_class_is_what_it_was_made_of()
    {
        var number = Value.Of(new PyIntInstance(Derived("I", Types.Int), Value.Int(-5)));
        var real = Value.Of(new PyFloatInstance(Derived("F", Types.Float), 2.5));
        var ints = Bound(Types.Int, Slots.Arithmetic | Slots.Bitwise);
        var floats = Bound(Types.Float, Slots.Arithmetic);
        Assert.True(Value.Is(Value.Int(-5), Ask(ints, "__index__", number)));
        Assert.True(Value.Is(Value.Int(-5), Ask(ints, "__int__", number)));
        Assert.Equal(5, Ask(ints, "__abs__", number).Bits);
        Assert.Equal(-5.0, Ask(ints, "__float__", number).AsFloat);
        Assert.Equal(2.5, Ask(floats, "__float__", real).AsFloat);
        Assert.Equal(2, Ask(floats, "__int__", real).Bits);
        Assert.True(Conversions.TryInt64(machine, number, out var converted));
        Assert.Equal(-5, converted);
    }

    [Fact]
    public void A_derived_classs_own_method_is_not_asked()
    {
        var type = Derived("I", Types.Int);
        type.SetMember(machine, machine.Intern("__repr__"), Value.Of(new PyBuiltin("__repr__",
            static (Machine machine, in Arguments _, ref Value result) => machine.Return(ref result, "own"), null, BuiltinKind.Method)));
        var number = Value.Of(new PyIntInstance(type, Value.Int(5)));
        Assert.Equal(Status.Ok, Operations.Repr(machine, number, out string text));
        Assert.Equal("own", text);
        Assert.Equal("5", Ask(Bound(Types.Int, Slots.Repr), "__repr__", number).Object!.ToString());
    }

    [Fact]
    public void Objects_own_methods_ignore_what_a_type_defines()
    {
        var object_ = Bound(Types.Object, Slots.Repr | Slots.Str | Slots.Hash | Slots.Equality | Slots.Order | Slots.Format
            | Slots.GetAttribute | Slots.SetAttribute);
        var list = Value.Of(new SampleList());
        Assert.StartsWith("<list object at 0x", Ask(object_, "__repr__", list).Object!.ToString());
        Assert.Equal("[...]", Ask(object_, "__str__", list).Object!.ToString());
        Assert.Equal("[...]", Ask(object_, "__format__", list, Value.Of(PyStr.From(""))).Object!.ToString());
        Assert.Equal("unsupported format string passed to list.__format__", Refusal(object_, "__format__", list, Value.Of(PyStr.From("x"))));
        Assert.Equal(machine.IdOf(list.AsObject!) >> 4, Ask(object_, "__hash__", list).Bits);
        Assert.True(Ask(object_, "__eq__", list, list).AsBool);
        Assert.Same(Singletons.NotImplemented, Ask(object_, "__eq__", list, Value.Of(new SampleList())).Object);
        Assert.False(Ask(object_, "__ne__", list, Value.Of(new SampleList())).AsBool);
        Assert.Same(Singletons.NotImplemented, Ask(object_, "__lt__", list, list).Object);
        Assert.Equal(3, Ask(object_, "__getattribute__", list, Value.Of(PyStr.From("size"))).Bits);
        Assert.True(Ask(object_, "__setattr__", list, Value.Of(PyStr.From("size")), Value.Int(4)).IsNone);
        Assert.Equal(4, ((SampleList)list.Object!).Size);
        Assert.Equal("attribute name must be string, not 'int'", Refusal(object_, "__setattr__", list, Value.Int(1), Value.Int(4)));
        Assert.Equal("can't apply this __setattr__ to type object", Refusal(object_, "__setattr__", Value.Of(Types.Int), Value.Of(PyStr.From("a")), Value.None));
        Assert.Equal("can't apply this __delattr__ to type object", Refusal(object_, "__delattr__", Value.Of(Types.Int), Value.Of(PyStr.From("a"))));
    }

    private ClassType Derived(string name, BuiltinType parent) => new(machine, name, Types.Type, [parent], parent.Mro, parent, new PyDict());

    private static MemberTable Bound(BuiltinType type, Slots slots)
    {
        var table = new MemberTable(type);
        SlotWrappers.Bind(table, slots);
        return table;
    }

    private Value Ask(MemberTable table, string name, params Value[] arguments)
    {
        Value result = default;
        Assert.True(table.TryGet(name, out var method));
        Assert.Equal(Status.Ok, machine.Call(method, arguments, ref result));
        return result;
    }

    private string Refusal(MemberTable table, string name, params Value[] arguments)
    {
        Value result = default;
        Assert.True(table.TryGet(name, out var method));
        Assert.Equal(Status.Raised, machine.Call(method, arguments, ref result));
        var pending = machine.Pending!;
        machine.Pending = null;
        return pending.Arguments.Items[0].Object!.ToString()!;
    }

    private Status Call(PyType type, string name, ref Value result, params Value[] arguments)
    {
        Assert.True(((BuiltinType)type).Members.TryGet(name, out var method));
        return machine.Call(method, arguments, ref result);
    }

    private sealed class Recorder(PyType type) : PyObject
    {
        public override PyType Type => type;

        internal override Status Binary(Machine machine, BinaryOperator op, in Value other, bool reflected, ref Value result) =>
            machine.Return(ref result, $"{op} {reflected}");

        internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result) =>
            machine.Return(ref result, op.ToString());
    }

    private sealed class Recording : TypeBinding
    {
        public override string Name => "recorder";

        public override Slots Slots => Slots.Arithmetic | Slots.SetAlgebra | Slots.InplaceSetAlgebra | Slots.Order;

        public override void Bind(MemberTable members)
        {
        }
    }
}
