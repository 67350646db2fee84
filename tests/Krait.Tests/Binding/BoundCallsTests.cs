using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

/// <summary>What arrives in C# and what comes back.</summary>
public class BoundCallsTests
{
    private readonly BareMachine machine = new();

    [Theory]
    [InlineData("[].append(1)", "None")]
    [InlineData("[].clear()", "None")]
    [InlineData("[].pop()", "-1")]
    [InlineData("[].pop(3)", "3")]
    [InlineData("[].pop(True)", "1")]
    [InlineData("[].sort()", "no key")]
    [InlineData("[].sort(reverse=True)", "no key, reversed")]
    [InlineData("[].sort(reverse=0, key=1)", "key")]
    [InlineData("list.append([], 1)", "None")]
    [InlineData("list()", "[...]")]
    [InlineData("list.__new__(list, 1)", "[...]")]
    [InlineData("''.replace('a', 'b')", "ab-1")]
    [InlineData("''.replace('a', 'b', 2)", "ab2")]
    [InlineData("''.encode()", "utf-8 strict")]
    [InlineData("''.encode('ascii')", "ascii strict")]
    [InlineData("''.encode(errors='ignore')", "utf-8 ignore")]
    [InlineData("''.encode('ascii', errors='ignore')", "ascii ignore")]
    [InlineData("''.split()", "None")]
    [InlineData("''.split(None)", "None")]
    [InlineData("''.split('x')", "x")]
    [InlineData("''.splitlines(keepends=5)", "True")]
    [InlineData("''.expandtabs()", "8")]
    [InlineData("''.expandtabs(tabsize=4)", "4")]
    [InlineData("''.ljust(4)", "5")]
    [InlineData("str()", "0")]
    [InlineData("str(1, errors='x')", "101")]
    [InlineData("str(object=1, encoding='x')", "11")]
    [InlineData("str.maketrans(1, 2)", "None")]
    [InlineData("int.from_bytes('')", "big")]
    [InlineData("int.from_bytes(bytes='', signed=True, byteorder='little')", "little signed")]
    [InlineData("int.fromhex('ff')", "intff")]
    [InlineData("int.fromkeys(1, 2)", "2")]
    [InlineData("print()", "0")]
    [InlineData("print(1, 2, 3)", "3")]
    [InlineData("print(1, sep='--', flush=True)", "2101")]
    [InlineData("max(1, 2, 3)", "2")]
    [InlineData("max(1, key=None)", "0")]
    [InlineData("sum(1)", "1")]
    [InlineData("sum(1, start=2)", "2")]
    [InlineData("pow(1, 2)", "False")]
    [InlineData("pow(1, 2, mod=3)", "True")]
    [InlineData("dict(1, 2, a=3)", "12")]
    [InlineData("optional_then_rest()", "0")]
    [InlineData("optional_then_rest(1)", "100")]
    [InlineData("optional_then_rest(1, 2, 3)", "102")]
    [InlineData("optional_then_rest(1, 2, a=3)", "111")]
    [InlineData("[].__init__(1)", "None")]
    [InlineData("math.sqrt(4)", "2")]
    [InlineData("math.isclose(1, 2)", "False")]
    [InlineData("math.isclose(1, 2, rel_tol=1)", "True")]
    [InlineData("math.isclose(b=2, a=2)", "True")]
    [InlineData("math.gcd(1, 2, 3)", "3")]
    [InlineData("math.comb(100000000000000000000, 1)", "100000000000000000001")]
    [InlineData("math.maybe_number()", "5")]
    [InlineData("math.maybe_number(None)", "-1")]
    [InlineData("math.maybe_number(7, [], True)", "1107")]
    [InlineData("math.maybe_number(7, None, None)", "7")]
    [InlineData("math.takes_list([])", "None")]
    [InlineData("math.takes_list([], None)", "None")]
    [InlineData("math.takes_list([], [])", "[...]")]
    [InlineData("math.takes_list(5)", "TypeError: takes_list() argument 1 must be list, not int")]
    [InlineData("math.takes_list([], 5)", "TypeError: takes_list() argument 2 must be list or None, not int")]
    [InlineData("math.fail()", "RuntimeError: it failed")]
    public void A_call_converts_its_arguments_and_its_result(string call, string expected) =>
        Assert.Equal(expected, new PythonCall(machine).Evaluate(call));

    [Fact]
    public void Cancellation_passes_through() =>
        Assert.Throws<OperationCanceledException>(() => new PythonCall(machine).Evaluate("math.fail(True)"));

    [Fact]
    public void Constants_of_a_module_have_their_values()
    {
        var members = PyModule.Create(machine, ModuleCatalog.Find("math")!).Members;
        Assert.Equal(Math.PI, Member("pi").AsFloat);
        Assert.Equal("math", Member("name").Object!.ToString());
        Assert.True(Member("nothing").IsNone);
        Assert.Equal("1000000000000000000000000000000", ((PyInt)Member("big").Object!).Number.ToString());
        Assert.Same(SampleListBinding.Instance.Type, Member("list").Object);

        Value Member(string name)
        {
            Assert.True(members.TryGetName(machine, machine.Intern(name), out var value));
            return value;
        }
    }

    [Fact]
    public void The_catalogue_knows_the_modules_of_its_assembly()
    {
        Assert.Same(SampleMathBinding.Instance, ModuleCatalog.Find("math"));
        Assert.Null(ModuleCatalog.Find("nowhere"));
    }

    [Fact]
    public void Properties_read_and_write_through()
    {
        var list = new SampleList();
        Assert.Equal(3, Get(list, "size").Bits);
        Assert.Equal(Status.Ok, Set(list, "size", Value.Int(9)));
        Assert.Equal(9, list.Size);
        Assert.Equal(Status.Ok, Set(list, "first", Value.True));
        Assert.True(Get(list, "first").AsBool);
        Assert.True(Get(list, "label").IsNone);
        Assert.Equal(7, Get(list, "limit").Bits);
    }

    [Fact]
    public void A_property_checks_what_is_written_to_it()
    {
        Assert.Equal(Status.Raised, Set(new SampleList(), "size", Value.None));
        Assert.Equal("'NoneType' object cannot be interpreted as an integer", Message());
        Assert.Equal(Status.Raised, Set(new SampleList(), "label", Value.None));
        Assert.Equal("attribute 'label' of 'list' objects is not writable", Message());
    }

    [Fact]
    public void The_parts_of_a_slice_are_attributes()
    {
        var slice = new PySlice(Value.Int(1), Value.None, Value.True);
        Assert.Equal(1, Get(slice, "start").Bits);
        Assert.True(Get(slice, "stop").IsNone);
        Assert.True(Get(slice, "step").AsBool);
        Assert.Equal(Status.Raised, Set(slice, "start", Value.None));
    }

    [Theory]
    [InlineData("slice(1)", "slice(None, 1, None)")]
    [InlineData("slice(1, 2)", "slice(1, 2, None)")]
    [InlineData("slice(1, 2, None)", "slice(1, 2, None)")]
    [InlineData("slice(1, 2, 3)", "slice(1, 2, 3)")]
    [InlineData("slice.__new__(slice, 1)", "slice(None, 1, None)")]
    public void A_slice_is_made_from_one_to_three_parts(string call, string expected) =>
        Assert.Equal(expected, new PythonCall(machine).Evaluate(call));

    [Fact]
    public void An_unhashable_type_says_so()
    {
        Assert.True(Types.Slice.Members.TryGet("__hash__", out var member));
        Assert.True(member.IsNone);
    }

    [Fact]
    public void A_call_that_fits_allocates_nothing()
    {
        Value[] positional = [Value.Of(new SampleList()), Value.Int(3)];
        Value[] named = [Value.Of(new SampleText()), Value.Of(machine.Intern("keepends")), Value.Int(1)];
        var pop = Function(SampleListBinding.Instance, "pop");
        var splitLines = Function(SampleStrBinding.Instance, "splitlines");
        Value result = default;
        Assert.Equal(2000, Run(1000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var calls = Run(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2000, calls);

        int Run(int times)
        {
            var succeeded = 0;
            for (var i = 0; i < times; i++)
            {
                succeeded += pop(machine, new Arguments(positional), ref result) == Status.Ok ? 1 : 0;
                succeeded += splitLines(machine, new Arguments(ref named[0], 1, 1), ref result) == Status.Ok ? 1 : 0;
            }
            return succeeded;
        }
    }

    private static NativeFunction Function(TypeBinding binding, string name)
    {
        Assert.True(((BuiltinType)binding.Type).Members.TryGet(name, out var member));
        return ((PyBuiltin)member.Object!).Function;
    }

    private Value Get(PyObject item, string name)
    {
        Value result = default;
        Assert.Equal(Status.Ok, Attributes.Get(machine, Value.Of(item), machine.Intern(name), ref result));
        return result;
    }

    private Status Set(PyObject item, string name, Value value) => Attributes.Set(machine, Value.Of(item), machine.Intern(name), value);

    private string Message()
    {
        var pending = machine.Pending!;
        machine.Pending = null;
        return pending.Arguments.Items[0].Object!.ToString()!;
    }
}
