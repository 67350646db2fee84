using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Classes;

/// <summary>Making classes and instances as CPython 3.11 does.</summary>
public class ClassTests
{
    private readonly Kit kit = new();

    private static Value S(string text) => Kit.Str(text);

    private static Value I(long number) => Value.Int(number);

    [Fact]
    public void The_order_of_bases_is_C3()
    {
        var o = kit["object"];
        var a = kit.Class("A", [o]);
        var b = kit.Class("B", [a]);
        var c = kit.Class("C", [a]);
        var d = kit.Class("D", [b, c]);
        Assert.Equal("D B C A object", Order(d));
        Assert.Equal("TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B", kit.ClassError("X", [a, b]));
        Assert.Equal("TypeError: duplicate base class A", kit.ClassError("X", [a, a]));
        kit.Set(b, "__bases__", Kit.Tuple(kit.Class("N", [o])));
        Assert.Equal("D B N C A object", Order(d));
        Assert.Equal("TypeError: a __bases__ item causes an inheritance cycle", kit.SetError(a, "__bases__", Kit.Tuple(d)));
        Assert.Equal("[<class 'builtins.D'>]".Replace("builtins.", "", StringComparison.Ordinal), kit.Repr(kit.Call(kit.Get(c, "__subclasses__"))));
    }

    [Fact]
    public void Bases_must_fit_together()
    {
        Assert.Equal("TypeError: type 'bool' is not an acceptable base type", kit.ClassError("X", [kit["bool"]]));
        Assert.StartsWith("TypeError: metaclass conflict", kit.ClassError("X", [I(1)]), StringComparison.Ordinal);
        Assert.Equal("TypeError: multiple bases have instance lay-out conflict", kit.ClassError("X", [kit["int"], kit["list"]]));
        Assert.Equal("TypeError: type() takes 1 or 3 arguments", kit.Error(kit["type"], S("X"), Kit.Tuple()));
        Assert.Equal("TypeError: type.__new__() argument 1 must be str, not int", kit.Error(kit["type"], I(1), Kit.Tuple(), Value.Of(new PyDict())));
    }

    [Fact]
    public void The_metaclass_is_the_most_derived_one()
    {
        var meta = kit.Class("Meta", [kit["type"]]);
        var other = kit.Class("Other", [kit["type"]]);
        var a = kit.Call(meta, S("A"), Kit.Tuple(), Value.Of(new PyDict()));
        Assert.Equal("<class 'Meta'>", kit.Repr(kit.Get(a, "__class__")));
        Assert.Equal("<class 'Meta'>", kit.Repr(kit.Get(kit.Class("B", [a]), "__class__")));
        var c = kit.Call(other, S("C"), Kit.Tuple(), Value.Of(new PyDict()));
        Assert.Equal("TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
            + "metaclasses of all its bases", kit.ClassError("D", [a, c]));
    }

    [Fact]
    public void Arguments_are_for_whoever_takes_them()
    {
        var plain = kit.Class("A", []);
        Assert.Equal("TypeError: A() takes no arguments", kit.Error(plain, I(1)));
        Assert.Equal("TypeError: object() takes no arguments", kit.Error(kit["object"], I(1)));
        var initialized = kit.Class("B", [], ("__init__", Kit.Giving(Value.None)));
        Assert.StartsWith("<B object at 0x", kit.Repr(kit.Call(initialized, I(1))), StringComparison.Ordinal);
        var wrong = kit.Class("C", [], ("__init__", Kit.Giving(I(5))));
        Assert.Equal("TypeError: __init__() should return None, not 'int'", kit.Error(wrong));
        Assert.Equal("TypeError: object.__new__(X): X is not a type object (int)", kit.Error(kit.Get(kit["object"], "__new__"), I(1)));
        Assert.Equal("TypeError: object.__new__(): not enough arguments", kit.Error(kit.Get(kit["object"], "__new__")));
        Assert.Equal("TypeError: object.__new__(list) is not safe, use list.__new__()", kit.Error(kit.Get(kit["object"], "__new__"), kit["list"]));
        Assert.Equal("TypeError: tuple.__new__(int): int is not a subtype of tuple", kit.Error(kit.Get(kit["tuple"], "__new__"), kit["int"]));
        Assert.Equal("TypeError: cannot create 'NoneType' instances", kit.Error(Value.Of(Types.Generator)).Replace("generator", "NoneType", StringComparison.Ordinal));
    }

    [Fact]
    public void New_may_give_anything()
    {
        var made = kit.Class("A", [], ("__new__", Value.Of(new PyStaticMethod(Kit.Giving(I(5))))), ("__init__", Kit.Giving(I(1))));
        Assert.Equal("5", kit.Repr(kit.Call(made, I(1), I(2))));
    }

    [Fact]
    public void Classes_derive_from_builtin_types()
    {
        var list = kit.Class("L", [kit["list"]]);
        var filled = kit.Call(list, Kit.Tuple(I(1), I(2)));
        Assert.Equal("[1, 2]", kit.Repr(filled));
        kit.Set(filled, "extra", I(3));
        Assert.Equal("{'extra': 3}", kit.Repr(kit.Get(filled, "__dict__")));
        // With an __init__ of its own the list waits to be filled.
        var waiting = kit.Class("W", [kit["list"]], ("__init__", Kit.Giving(Value.None)));
        Assert.Equal("[]", kit.Repr(kit.Call(waiting, I(1), I(2), I(3))));
        Assert.Equal("(1, 2)", kit.Repr(kit.Call(kit.Class("T", [kit["tuple"]]), Kit.Tuple(I(1), I(2)))));
    }

    [Fact]
    public void Slots_restrict_attributes()
    {
        var made = kit.Class("A", [], ("__slots__", Kit.Tuple(S("x"))));
        var instance = kit.Call(made);
        Assert.Equal("<member 'x' of 'A' objects>", kit.Repr(kit.Get(made, "x")));
        Assert.Equal("AttributeError: 'A' object has no attribute 'x'", kit.GetError(instance, "x"));
        kit.Set(instance, "x", I(1));
        Assert.Equal("1", kit.Repr(kit.Get(instance, "x")));
        Assert.Equal("AttributeError: 'A' object has no attribute 'y'", kit.SetError(instance, "y", I(1)));
        Assert.Equal("AttributeError: 'A' object has no attribute '__dict__'", kit.GetError(instance, "__dict__"));
        kit.Set(kit.Call(kit.Class("B", [made])), "y", I(1));
        Assert.Equal("ValueError: 'x' in __slots__ conflicts with class variable", kit.ClassError("C", [], ("__slots__", S("x")), ("x", I(1))));
        Assert.Equal("TypeError: __slots__ must be identifiers", kit.ClassError("C", [], ("__slots__", S("1x"))));
        Assert.Equal("TypeError: nonempty __slots__ not supported for subtype of 'int'", kit.ClassError("C", [kit["int"]], ("__slots__", S("x"))));
        var second = kit.Class("S", [], ("__slots__", S("z")));
        Assert.Equal("TypeError: multiple bases have instance lay-out conflict", kit.ClassError("C", [made, second]));
    }

    [Fact]
    public void Class_statements_tell_members_and_bases()
    {
        var told = new List<string>();
        var member = kit.Class("M", [], ("__set_name__", Kit.Method((_, in arguments, ref result) =>
        {
            told.Add($"{arguments.Positional} {kit.Repr(arguments[2])}");
            result.SetNone();
            return Status.Ok;
        })));
        var parent = kit.Class("P", [], ("__init_subclass__", Value.Of(new PyClassMethod(Kit.Method((_, in arguments, ref result) =>
        {
            told.Add($"{kit.Repr(arguments[0])} {arguments.Keywords}");
            result.SetNone();
            return Status.Ok;
        })))));
        kit.Call(kit["type"], [S("C"), Kit.Tuple(parent), Value.Of(kit.Namespace(("m", kit.Call(member))))], ("k", I(1)));
        Assert.Equal(["3 'm'", "<class 'C'> 1"], told);
        Assert.Equal("TypeError: D.__init_subclass__() takes no keyword arguments",
            kit.Error(kit["type"], [S("D"), Kit.Tuple(), Value.Of(new PyDict())], ("k", I(1))));
    }

    [Fact]
    public void A_failing_set_name_is_explained()
    {
        var member = kit.Class("M", [], ("__set_name__", Kit.Method((machine, in _, ref _) => machine.Raise(Types.KeyError))));
        Assert.Equal("RuntimeError: Error calling __set_name__ on 'M' instance 'm' in 'C'", kit.ClassError("C", [], ("m", kit.Call(member))));
    }

    [Fact]
    public void The_class_cell_is_filled()
    {
        var cell = new PyCell();
        var made = kit.Class("A", [], ("__classcell__", Value.Of(cell)));
        Assert.True(Value.Is(made, cell.Contents));
        Assert.Equal("TypeError: __classcell__ must be a nonlocal cell, not <class 'int'>", kit.ClassError("A", [], ("__classcell__", I(1))));
    }

    [Fact]
    public void Equality_without_hash_makes_unhashable()
    {
        var made = kit.Class("A", [], ("__eq__", Kit.Giving(Value.True)));
        Assert.Equal("TypeError: unhashable type: 'A'", kit.Error(kit["hash"], kit.Call(made)));
    }

    [Fact]
    public void Names_of_types_can_be_changed_unless_they_are_builtin()
    {
        var made = kit.Class("A", [], ("__module__", S("m")));
        Assert.Equal("<class 'm.A'>", kit.Repr(made));
        kit.Set(made, "__name__", S("B"));
        kit.Set(made, "__qualname__", S("X.B"));
        Assert.Equal("<class 'm.X.B'>", kit.Repr(made));
        Assert.Equal("TypeError: can only assign string to B.__name__, not 'int'", kit.SetError(made, "__name__", I(1)));
        Assert.Equal("TypeError: cannot set 'x' attribute of immutable type 'int'", kit.SetError(kit["int"], "x", I(1)));
        Assert.Equal("mappingproxy", Operations.TypeName(kit.Get(made, "__dict__")));
        Assert.Equal("'m'", kit.Repr(kit.Call(kit.Get(kit.Get(made, "__dict__"), "get"), S("__module__"))));
    }

    [Fact]
    public void Instances_may_change_their_class_when_storage_allows()
    {
        var a = kit.Class("A", []);
        var b = kit.Class("B", [], ("f", I(7)));
        var instance = kit.Call(a);
        kit.Set(instance, "x", I(1));
        kit.Set(instance, "__class__", b);
        Assert.Equal(("7", "1"), (kit.Repr(kit.Get(instance, "f")), kit.Repr(kit.Get(instance, "x"))));
        Assert.Equal("TypeError: __class__ assignment: 'L' object layout differs from 'B'",
            kit.SetError(instance, "__class__", kit.Class("L", [kit["list"]])));
        Assert.Equal("TypeError: __class__ must be set to a class, not 'int' object", kit.SetError(instance, "__class__", I(1)));
        Assert.Equal("TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses", kit.SetError(I(1), "__class__", b));
    }

    private string Order(in Value type) => string.Join(' ', ((PyType)type.Object!).Mro.Select(entry => entry.Name));
}
