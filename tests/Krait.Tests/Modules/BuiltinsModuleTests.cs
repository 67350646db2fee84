using Krait.Capabilities;
using Krait.Core;
using Krait.Objects;
using Krait.Tests.Objects.Classes;

namespace Krait.Tests.Modules;

/// <summary>The functions of builtins: results and messages of CPython 3.11.</summary>
public class BuiltinsModuleTests
{
    private readonly FakeHost host = new();
    private readonly Kit kit;

    public BuiltinsModuleTests() => kit = new Kit(new BareMachine { Capabilities = new CapabilitySet { Console = host, Clock = host } });

    private static Value S(string text) => Kit.Str(text);

    private static Value I(long number) => Value.Int(number);

    private static Value L(params Value[] items) => Value.Of(PyList.Adopt(items));

    [Fact]
    public void Functions_of_one_value()
    {
        Gives("'0b101'", "bin", I(5));
        Gives("'-0x1f'", "hex", I(-31));
        Gives("'0o0'", "oct", I(0));
        Gives("'0x8000000000000000'", "hex", PyInt.Normalize(System.Numerics.BigInteger.Pow(2, 63)));
        Gives("'€'", "chr", I(0x20ac));
        Gives("8364", "ord", S("€"));
        Gives("74565", "ord", S("\U00012345"));
        Gives("97", "ord", Value.Of(PyBytes.From("a"u8)));
        Assert.Equal("'\\u20ac'", kit.Show(kit.Call(kit["ascii"], S("€"))));
        Gives("True", "callable", kit["len"]);
        Gives("False", "callable", I(1));
        Gives("3", "len", S("abc"));
        Gives("7", "abs", I(-7));
        Gives("(-4, 1)", "divmod", I(-7), I(2));
        Gives("1", "pow", I(3), I(4), I(5));
        Gives("True", "hasattr", S(""), S("join"));
        Gives("False", "hasattr", S(""), S("nothing"));
        Gives("5", "getattr", S(""), S("nothing"), I(5));
        Gives("' 5'", "format", I(5), S("2"));
    }

    [Fact]
    public void Functions_of_one_value_refuse()
    {
        Refuses("ValueError: chr() arg not in range(0x110000)", "chr", I(-1));
        Refuses("TypeError: ord() expected a character, but string of length 2 found", "ord", S("ab"));
        Refuses("TypeError: ord() expected string of length 1, but int found", "ord", I(1));
        Refuses("TypeError: 'float' object cannot be interpreted as an integer", "hex", Value.Float(1));
        Refuses("TypeError: attribute name must be string, not 'int'", "getattr", I(1), I(2));
        Refuses("AttributeError: 'int' object has no attribute 'x'", "getattr", I(1), S("x"));
        Refuses("TypeError: object of type 'int' has no len()", "len", I(1));
        Refuses("TypeError: unhashable type: 'list'", "hash", L());
        Refuses("TypeError: vars() argument must have __dict__ attribute", "vars", I(1));
    }

    [Fact]
    public void Functions_over_iterables()
    {
        Gives("True", "all", L(I(1), I(2)));
        Gives("False", "all", L(I(1), I(0)));
        Gives("False", "any", L());
        Gives("6", "sum", L(I(1), I(2), I(3)));
        Gives("16", "sum", L(I(1), I(2), I(3)), I(10));
        Gives("[1, 2, 3]", "sorted", Kit.Tuple(I(3), I(1), I(2)));
        Gives("3", "max", I(1), I(3), I(2));
        Gives("1", "min", L(I(3), I(1)));
        Assert.Equal("7", kit.Repr(kit.Call(kit["max"], [L()], ("default", I(7)))));
        Assert.Equal("-5", kit.Repr(kit.Call(kit["max"], [I(-5), I(3)], ("key", kit["abs"]))));
        Assert.Equal("[3, 2, 1]", kit.Repr(kit.Call(kit["sorted"], [L(I(2), I(3), I(1))], ("reverse", Value.True))));
        var iterator = kit.Call(kit["iter"], L(I(1)));
        Gives("1", "next", iterator);
        Gives("None", "next", iterator, Value.None);
        Refuses("StopIteration", "next", iterator);
    }

    [Fact]
    public void Functions_over_iterables_refuse()
    {
        Refuses("TypeError: sum() can't sum strings [use ''.join(seq) instead]", "sum", L(), S(""));
        Refuses("ValueError: max() arg is an empty sequence", "max", L());
        Refuses("TypeError: min expected at least 1 argument, got 0", "min");
        Assert.Equal("TypeError: Cannot specify a default for max() with multiple positional arguments", kit.Error(kit["max"], [I(1), I(2)], ("default", I(1))));
        Assert.Equal("TypeError: 'x' is an invalid keyword argument for max()", kit.Error(kit["max"], [I(1), I(2)], ("x", I(1))));
        Refuses("TypeError: iter(v, w): v must be callable", "iter", I(1), I(2));
        Refuses("TypeError: 'int' object is not iterable", "iter", I(1));
        Refuses("TypeError: 'int' object is not an iterator", "next", I(1));
        Refuses("TypeError: 'int' object is not iterable", "sorted", I(1));
    }

    [Fact]
    public void Print_writes_to_the_console_of_the_host()
    {
        kit.Call(kit["print"], S("a"), I(1), Value.None);
        kit.Call(kit["print"], [S("a"), S("b")], ("sep", S("-")), ("end", S("!")), ("flush", Value.True));
        Assert.Equal("a 1 None\na-b!", host.Output);
        Assert.Equal(1, host.Flushes);
        Assert.Equal("TypeError: sep must be None or a string, not int", kit.Error(kit["print"], [], ("sep", I(1))));
        Assert.Equal("UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            kit.Error(kit["print"], Value.Of(PyStr.FromUnits("\ud800"))));
    }

    [Fact]
    public void Print_writes_to_any_file()
    {
        var written = new List<string>();
        var file = kit.Class("F", [], ("write", Kit.Method((_, in arguments, ref result) =>
        {
            written.Add(kit.Show(arguments[1]));
            result.SetNone();
            return Status.Ok;
        })));
        kit.Call(kit["print"], [S("x")], ("file", kit.Call(file)));
        Assert.Equal(["x", "\n"], written);
    }

    [Fact]
    public void Input_prompts_and_strips_the_line_feed()
    {
        host.Input.Enqueue("answer\n");
        host.Input.Enqueue("last");
        Gives("'answer'", "input", S("? "));
        Gives("'last'", "input");
        Assert.Equal("? ", host.Output);
        Refuses("EOFError: EOF when reading a line", "input");
    }

    [Fact]
    public void Without_a_console_print_is_refused()
    {
        var bare = new Kit();
        Assert.Equal("PermissionError: [Errno 13] the host grants no console", bare.Error(bare["print"], S("x")));
    }

    [Fact]
    public void Dir_lists_own_and_inherited_names()
    {
        var parent = kit.Class("P", [], ("inherited", I(1)));
        var instance = kit.Call(kit.Class("C", [parent], ("own", I(1))));
        kit.Set(instance, "mine", I(1));
        var names = kit.Repr(kit.Call(kit["dir"], instance));
        Assert.Contains("'inherited', 'mine', 'own'", names, StringComparison.Ordinal);
        Assert.Contains("'__class__'", names, StringComparison.Ordinal);
        Assert.DoesNotContain("'__dict__'", kit.Repr(kit.Call(kit["dir"], I(1))), StringComparison.Ordinal);
        var chosen = kit.Class("D", [], ("__dir__", Kit.Giving(L(S("b"), S("a")))));
        Gives("['a', 'b']", "dir", kit.Call(chosen));
    }

    [Fact]
    public void Identities_differ()
    {
        var numbers = new HashSet<string>();
        Value[] values = [I(1), I(-1), I(0), Value.True, Value.False, Value.None, Value.Float(1), Value.Float(0), S("a"), L(), kit["len"]];
        foreach (var value in values)
            Assert.True(numbers.Add(kit.Repr(kit.Call(kit["id"], value))));
    }

    [Fact]
    public void All_types_and_exceptions_have_names()
    {
        foreach (var name in new[] { "int", "dict", "super", "property", "ConnectionResetError", "UnicodeWarning", "IOError", "Ellipsis", "__debug__" })
            Assert.False(kit[name].IsNull);
    }

    private void Gives(string expected, string function, params Value[] arguments) =>
        Assert.Equal(expected, kit.Repr(kit.Call(kit[function], arguments)));

    private void Refuses(string expected, string function, params Value[] arguments) =>
        Assert.Equal(expected, kit.Error(kit[function], arguments));
}
