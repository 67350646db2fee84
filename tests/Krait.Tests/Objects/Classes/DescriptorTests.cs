using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Classes;

/// <summary>super, property, staticmethod, classmethod, methods and isinstance as CPython 3.11 does them.</summary>
public class DescriptorTests
{
    private readonly Kit kit = new();

    private static Value S(string text) => Kit.Str(text);

    private static Value I(long number) => Value.Int(number);

    /// <summary>A method that shows its first argument's type and how many arguments follow.</summary>
    private static Value Telling(string name) => Kit.Method((machine, in arguments, ref result) => machine.Return(ref result,
        $"{name} {(arguments[0].Object is PyType type ? "class " + type.Name : Operations.TypeName(arguments[0]))} {arguments.Positional - 1}"));

    [Fact]
    public void Super_looks_behind_the_class_and_binds_properly()
    {
        var a = kit.Class("A", [], ("f", Telling("A.f")), ("c", Value.Of(new PyClassMethod(Telling("A.c")))),
            ("p", kit.Call(kit["property"], Telling("A.p"))), ("s", Value.Of(new PyStaticMethod(I(9)))));
        var b = kit.Class("B", [a], ("f", Telling("B.f")));
        var c = kit.Class("C", [b], ("f", Telling("C.f")));
        var instance = kit.Call(c);
        var parent = kit.Call(kit["super"], c, instance);
        Assert.Equal("B.f C 1", kit.Show(kit.Call(kit.Get(parent, "f"), I(1))));
        Assert.Equal("A.f C 0", kit.Show(kit.Call(kit.Get(kit.Call(kit["super"], b, instance), "f"))));
        Assert.Equal("A.c class C 0", kit.Show(kit.Call(kit.Get(parent, "c"))));
        Assert.Equal("A.p C 0", kit.Show(kit.Get(parent, "p")));
        Assert.Equal("9", kit.Repr(kit.Get(parent, "s")));
        Assert.Equal("<super: <class 'C'>, <C object>>", kit.Repr(parent));
        Assert.Equal("AttributeError: 'super' object has no attribute 'nothing'", kit.GetError(parent, "nothing"));
        Assert.Equal("TypeError: super(type, obj): obj must be an instance or subtype of type", kit.Error(kit["super"], c, I(1)));
        Assert.Equal("TypeError: super() argument 1 must be a type, not int", kit.Error(kit["super"], I(1)));
        Assert.Equal("A.c class C 0", kit.Show(kit.Call(kit.Get(kit.Call(kit["super"], c, c), "c"))));
        Assert.Equal(Status.Ok, Supers.Lookup(kit.Machine, (PyType)c.Object!, instance, kit.Machine.Intern("f"), out var member));
        Assert.Equal(Status.Raised, Supers.Lookup(kit.Machine, (PyType)a.Object!, instance, kit.Machine.Intern("f"), out member));
        Assert.Equal("AttributeError: 'super' object has no attribute 'f'", kit.TakeError());
    }

    [Fact]
    public void Properties_call_and_complain()
    {
        var property = kit.Call(kit["property"], [Telling("get")], ("doc", S("d")));
        var made = kit.Class("A", [], ("p", property));
        var instance = kit.Call(made);
        Assert.Equal("get A 0", kit.Show(kit.Get(instance, "p")));
        Assert.Equal("AttributeError: property 'p' of 'A' object has no setter", kit.SetError(instance, "p", I(1)));
        Assert.Equal("AttributeError: property 'p' of 'A' object has no deleter", kit.DeleteError(instance, "p"));
        Assert.True(Value.Is(property, kit.Get(made, "p")));
        Assert.Equal("'d'", kit.Repr(kit.Get(property, "__doc__")));
        Value seen = default;
        var setter = Kit.Method((_, in arguments, ref result) =>
        {
            seen = arguments[1];
            result.SetNone();
            return Status.Ok;
        });
        kit.Set(made, "p", kit.Call(kit.Get(property, "setter"), setter));
        kit.Set(instance, "p", I(4));
        Assert.Equal("4", kit.Repr(seen));
        Assert.Equal("AttributeError: property of 'A' object has no getter",
            kit.GetError(kit.Call(kit.Class("A", [], ("p", kit.Call(kit["property"])))), "p").Replace(" 'p'", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Methods_compare_by_function_and_self()
    {
        var list = kit.Call(kit["list"]);
        Assert.Equal("True", kit.Repr(Compare(kit.Get(list, "append"), kit.Get(list, "append"))));
        Assert.Equal("False", kit.Repr(Compare(kit.Get(list, "append"), kit.Get(kit.Call(kit["list"]), "append"))));
        Assert.Matches("^<built-in method append of list object at 0x[0-9a-f]+>$", kit.Repr(kit.Get(list, "append")));
        Assert.Equal("<method 'append' of 'list' objects>", kit.Repr(kit.Get(kit["list"], "append")));
        Assert.Equal("<built-in function len>", kit.Repr(kit["len"]));
        Assert.Equal(("'append'", "'list.append'"), (kit.Repr(kit.Get(kit.Get(list, "append"), "__name__")), kit.Repr(kit.Get(kit.Get(list, "append"), "__qualname__"))));
        Assert.True(Value.Is(list, kit.Get(kit.Get(list, "append"), "__self__")));
    }

    [Fact]
    public void Descriptors_of_python_classes_are_asked()
    {
        var descriptor = kit.Class("D", [], ("__get__", Telling("get")), ("__set__", Telling("set")));
        var made = kit.Class("A", [], ("d", kit.Call(descriptor)));
        Assert.Equal("get D 2", kit.Show(kit.Get(kit.Call(made), "d")));
        Assert.Equal("get D 2", kit.Show(kit.Get(made, "d")));
        kit.Set(kit.Call(made), "d", I(1));
        Assert.Equal("AttributeError: __delete__", kit.DeleteError(kit.Call(made), "d"));
    }

    [Fact]
    public void Isinstance_takes_tuples_and_asks_metaclasses()
    {
        var check = kit["isinstance"];
        Assert.Equal("True", kit.Repr(kit.Call(check, Value.True, Kit.Tuple(kit["str"], Kit.Tuple(kit["int"])))));
        Assert.Equal("TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union", kit.Error(check, I(1), I(2)));
        Assert.Equal("TypeError: issubclass() arg 1 must be a class", kit.Error(kit["issubclass"], I(1), kit["int"]));
        Assert.Equal("TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union", kit.Error(kit["issubclass"], kit["int"], I(1)));
        var meta = kit.Class("M", [kit["type"]], ("__instancecheck__", Kit.Giving(I(1))), ("__subclasscheck__", Kit.Giving(I(0))));
        var made = kit.Call(meta, S("A"), Kit.Tuple(), Value.Of(new PyDict()));
        Assert.Equal("True", kit.Repr(kit.Call(check, I(1), made)));
        Assert.Equal("False", kit.Repr(kit.Call(kit["issubclass"], made, made)));
        var proxy = kit.Class("P", [], ("__class__", kit.Call(kit["property"], Kit.Giving(kit["int"]))));
        Assert.Equal("True", kit.Repr(kit.Call(check, kit.Call(proxy), kit["int"])));
    }

    [Fact]
    public void Attribute_hooks_are_called()
    {
        var made = kit.Class("A", [], ("__getattr__", Telling("getattr")));
        Assert.Equal("getattr A 1", kit.Show(kit.Get(kit.Call(made), "x")));
        var all = kit.Class("B", [], ("__getattribute__", Telling("all")), ("__setattr__", Telling("set")));
        Assert.Equal("all B 1", kit.Show(kit.Get(kit.Call(all), "x")));
        kit.Set(kit.Call(all), "x", I(1));
    }

    [Fact]
    public void Cells_show_their_contents()
    {
        var cell = Value.Of(new PyCell());
        Assert.Matches("^<cell at 0x[0-9a-f]+: empty>$", kit.Repr(cell));
        Assert.Equal("ValueError: Cell is empty", kit.GetError(cell, "cell_contents"));
        kit.Set(cell, "cell_contents", I(1));
        Assert.Matches("^<cell at 0x[0-9a-f]+: int object>$", kit.Repr(cell));
    }

    private Value Compare(in Value left, in Value right)
    {
        Value result = default;
        Assert.Equal(Status.Ok, Operations.Compare(kit.Machine, BinaryOperator.Equal, left, right, ref result));
        return result;
    }
}
