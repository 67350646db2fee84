using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

public class ModuleTests
{
    private readonly BareMachine machine = new();

    [Fact]
    public void Attributes_are_read_written_and_deleted_in_the_namespace()
    {
        var module = new PyModule(machine, "m");
        Assert.Equal(Status.Ok, Attributes.Set(machine, Value.Of(module), machine.Intern("x"), Value.Int(5)));
        Assert.True(module.Members.TryGetName(machine, machine.Intern("x"), out var value));
        Assert.Equal(5, value.Bits);
        Assert.Equal("5", Get(module, "x"));
        Assert.Equal(Status.Ok, Attributes.Delete(machine, Value.Of(module), machine.Intern("x")));
        Assert.Equal("AttributeError: module 'm' has no attribute 'x'", Get(module, "x"));
        Assert.Equal(Status.Raised, Attributes.Delete(machine, Value.Of(module), machine.Intern("x")));
        Assert.Equal("'module' object has no attribute 'x'", machine.Pending!.Arguments.Items[0].Object!.ToString());
    }

    [Fact]
    public void Its_own_getattr_answers_for_what_is_missing()
    {
        var module = new PyModule(machine, "m");
        var fallback = new PyBuiltin("__getattr__", static (Machine _, in Arguments arguments, ref Value result) =>
        {
            result.Set(arguments[0]);
            return Status.Ok;
        }, null, BuiltinKind.Function);
        module.Members.SetName(machine, machine.Intern("__getattr__"), Value.Of(fallback));
        module.Members.SetName(machine, machine.Intern("there"), Value.Int(1));
        Assert.Equal("missing", Get(module, "missing"));
        Assert.Equal("1", Get(module, "there"));
    }

    [Fact]
    public void A_module_without_a_name_says_so()
    {
        var module = new PyModule(machine, "m");
        Assert.True(module.Members.RemoveName(machine, machine.Names.Name));
        Assert.Equal("AttributeError: module has no attribute 'x'", Get(module, "x"));
        Assert.Equal("<module '?'>", Repr(Value.Of(module)));
    }

    [Fact]
    public void Repr_says_where_it_comes_from()
    {
        var builtin = PyModule.Create(machine, SampleMathBinding.Instance);
        Assert.Equal($"<module {Repr(Member(builtin, "__name__"))} (built-in)>", Repr(Value.Of(builtin)));
        var module = new PyModule(machine, "m");
        Assert.Equal($"<module {Repr(Member(module, "__name__"))}>", Repr(Value.Of(module)));
        module.Members.SetName(machine, machine.Names.File, Value.Of(PyStr.From("m.py")));
        Assert.Equal($"<module {Repr(Member(module, "__name__"))} from {Repr(Member(module, "__file__"))}>", Repr(Value.Of(module)));
    }

    [Fact]
    public void A_program_can_make_one()
    {
        Value result = default;
        Value[] arguments = [Value.Of(Types.Module), Value.Of(machine.Intern("doc")), Value.Int(1), Value.Of(machine.Intern("name")), Value.Of(PyStr.From("m"))];
        Assert.Equal(Status.Ok, Types.Module.Constructor!(machine, new Arguments(ref arguments[0], 1, 2), ref result));
        var module = (PyModule)result.Object!;
        Assert.Equal("m", module.Name);
        Assert.Equal(1, Member(module, "__doc__").Bits);
    }

    private string Get(PyModule module, string name)
    {
        Value result = default;
        if (Attributes.Get(machine, Value.Of(module), machine.Intern(name), ref result) == Status.Ok)
            return result.Object is PyStr text ? text.Text : result.Bits.ToString();
        var pending = machine.Pending!;
        machine.Pending = null;
        return $"{pending.Type.Name}: {pending.Arguments.Items[0].Object}";
    }

    private Value Member(PyModule module, string name)
    {
        Assert.True(module.Members.TryGetName(machine, machine.Intern(name), out var value));
        return value;
    }

    private string Repr(in Value value)
    {
        Assert.Equal(Status.Ok, Operations.Repr(machine, value, out string text));
        return text;
    }
}
