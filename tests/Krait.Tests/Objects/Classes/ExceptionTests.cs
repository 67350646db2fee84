using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Classes;

/// <summary>Exceptions as CPython 3.11 makes and shows them.</summary>
public class ExceptionTests
{
    private static readonly Value none = Value.None;
    private readonly Kit kit = new();

    private static Value S(string text) => Kit.Str(text);

    private static Value I(long number) => Value.Int(number);

    [Fact]
    public void Str_and_repr_follow_the_arguments()
    {
        Check("ValueError", [], "", "ValueError()");
        Check("ValueError", [S("a")], "a", "ValueError('a')");
        Check("ValueError", [S("a"), I(1)], "('a', 1)", "ValueError('a', 1)");
        Check("KeyError", [S("")], "''", "KeyError('')");
        Check("KeyError", [S("a"), S("b")], "('a', 'b')", "KeyError('a', 'b')");
        Check("OSError", [S("a")], "a", "OSError('a')");
        Check("OSError", [I(2), S("no")], "[Errno 2] no", "FileNotFoundError(2, 'no')");
        Check("OSError", [I(2), S("no"), S("f")], "[Errno 2] no: 'f'", "FileNotFoundError(2, 'no')");
        Check("OSError", [I(2), S("no"), S("f"), none, S("g")], "[Errno 2] no: 'f' -> 'g'", "FileNotFoundError(2, 'no')");
        Check("OSError", [none, S("a")], "[Errno None] a", "OSError(None, 'a')");
        Check("ImportError", [S("a"), S("b")], "('a', 'b')", "ImportError('a', 'b')");
        Check("SyntaxError", [S("m")], "m", "SyntaxError('m')");
        Check("SyntaxError", [], "None", "SyntaxError()");
        Check("SyntaxError", [S("m"), Kit.Tuple(S("a/f.py"), I(1), I(2), S("t"))], "m (f.py, line 1)", "SyntaxError('m', ('a/f.py', 1, 2, 't'))");
        Check("SyntaxError", [S("m"), Kit.Tuple(none, I(1), I(2), S("t"))], "m (line 1)", "SyntaxError('m', (None, 1, 2, 't'))");
        Check("UnicodeEncodeError", [S("ascii"), S("x\u00e9z"), I(1), I(2), S("why")],
            "'ascii' codec can't encode character '\\xe9' in position 1: why", "UnicodeEncodeError('ascii', 'x\u00e9z', 1, 2, 'why')");
        Check("UnicodeEncodeError", [S("ascii"), S("\U00012345z"), I(0), I(2), S("why")],
            "'ascii' codec can't encode characters in position 0-1: why", null);
        Check("UnicodeDecodeError", [S("ascii"), Value.Of(PyBytes.From("x"u8)), I(0), I(1), S("why")],
            "'ascii' codec can't decode byte 0x78 in position 0: why", null);
        Check("UnicodeTranslateError", [S("\U00012345z"), I(0), I(1), S("why")],
            "can't translate character '\\U00012345' in position 0: why", null);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Refuse("TypeError: function takes at least 4 arguments (2 given)", "SyntaxError", S("m"), Kit.Tuple(I(1), I(2)));
        Refuse("TypeError: end_offset must be provided when end_lineno is provided", "SyntaxError", S("m"), Kit.Tuple(S("f"), I(1), I(2), S("t"), I(3)));
        Refuse("TypeError: 'int' object is not iterable", "SyntaxError", S("m"), I(5));
        Refuse("TypeError: function takes exactly 5 arguments (1 given)", "UnicodeDecodeError", S("a"));
        Refuse("TypeError: argument 5 must be str, not int", "UnicodeDecodeError", S("ascii"), Value.Of(PyBytes.From("x"u8)), I(0), I(1), I(5));
        Refuse("TypeError: function takes exactly 4 arguments (1 given)", "UnicodeTranslateError", S("a"));
        Assert.Equal("TypeError: ValueError() takes no keyword arguments", kit.Error(kit["ValueError"], [], ("a", I(1))));
        Assert.Equal("TypeError: 'foo' is an invalid keyword argument for ImportError()", kit.Error(kit["ImportError"], [], ("foo", I(1))));
        Assert.Equal("TypeError: NameError() takes at most 1 keyword argument (2 given)", kit.Error(kit["NameError"], [], ("name", I(1)), ("obj", I(1))));
    }

    [Fact]
    public void Error_numbers_choose_the_class()
    {
        (int Number, string Name)[] expected =
        [
            (1, "PermissionError"), (2, "FileNotFoundError"), (3, "ProcessLookupError"), (4, "InterruptedError"), (10, "ChildProcessError"),
            (11, "BlockingIOError"), (13, "PermissionError"), (17, "FileExistsError"), (20, "NotADirectoryError"), (21, "IsADirectoryError"),
            (32, "BrokenPipeError"), (103, "ConnectionAbortedError"), (104, "ConnectionResetError"), (110, "TimeoutError"),
            (111, "ConnectionRefusedError"), (5, "OSError"),
        ];
        foreach (var (number, name) in expected)
            Assert.Equal(name, Operations.TypeName(kit.Call(kit["OSError"], I(number), S("x"))));
    }

    [Fact]
    public void Attributes_are_derived_from_arguments()
    {
        Assert.Equal("7", kit.Repr(kit.Get(kit.Call(kit["StopIteration"], I(7), I(8)), "value")));
        Assert.Equal("None", kit.Repr(kit.Get(kit.Call(kit["SystemExit"]), "code")));
        Assert.Equal("(1, 2)", kit.Repr(kit.Get(kit.Call(kit["SystemExit"], I(1), I(2)), "code")));
        var import = kit.Call(kit["ImportError"], [S("x")], ("name", S("n")), ("path", S("p")));
        Assert.Equal(("'x'", "'n'", "'p'"), (kit.Repr(kit.Get(import, "msg")), kit.Repr(kit.Get(import, "name")), kit.Repr(kit.Get(import, "path"))));
        var file = kit.Call(kit["OSError"], I(2), S("no"), S("f"));
        Assert.Equal(("2", "'no'", "'f'"), (kit.Repr(kit.Get(file, "errno")), kit.Repr(kit.Get(file, "strerror")), kit.Repr(kit.Get(file, "filename"))));
        kit.Set(file, "errno", I(9));
        Assert.Equal("9", kit.Repr(kit.Get(file, "errno")));
    }

    [Fact]
    public void Every_exception_has_a_value_and_an_errno_behind_its_own_attributes()
    {
        var error = kit.Call(kit["ValueError"], S("a"), I(1));
        Assert.Equal("'a'", kit.Repr(kit.Get(error, "value")));
        Assert.Equal("'a'", kit.Repr(kit.Get(error, "errno")));
        Assert.Equal("None", kit.Repr(kit.Get(kit.Call(kit["ValueError"]), "value")));
        Assert.Equal("5", kit.Repr(kit.Get(kit.Call(kit["OSError"], I(5)), "errno")));
        kit.Set(error, "value", I(3));
        Assert.Equal("3", kit.Repr(kit.Get(error, "value")));
        Assert.Equal("AttributeError: 'ValueError' object has no attribute 'other'", kit.GetError(error, "other"));
    }

    [Fact]
    public void Chaining_attributes_check_what_they_get()
    {
        var error = kit.Call(kit["ValueError"]);
        var other = kit.Call(kit["KeyError"]);
        kit.Set(error, "__cause__", other);
        Assert.True(Value.Is(other, kit.Get(error, "__cause__")));
        Assert.Equal("True", kit.Repr(kit.Get(error, "__suppress_context__")));
        Assert.Equal("TypeError: exception cause must be None or derive from BaseException", kit.SetError(error, "__cause__", I(1)));
        Assert.Equal("TypeError: exception context must be None or derive from BaseException", kit.SetError(error, "__context__", I(1)));
        Assert.Equal("TypeError: __traceback__ must be a traceback or None", kit.SetError(error, "__traceback__", I(1)));
        Assert.Equal("TypeError: attribute value type must be bool", kit.SetError(error, "__suppress_context__", I(1)));
        Assert.Equal("TypeError: 'int' object is not iterable", kit.SetError(error, "args", I(1)));
        Assert.Equal("TypeError: args may not be deleted", kit.DeleteError(error, "args"));
        kit.Set(error, "args", Value.Of(PyList.Adopt([I(1)])));
        Assert.Equal("ValueError(1)", kit.Repr(error));
    }

    [Fact]
    public void A_context_never_closes_a_circle()
    {
        var first = PyException.Create(Types.ValueError);
        var second = PyException.Create(Types.KeyError);
        second.SetContext(first);
        first.SetContext(second);
        Assert.Same(second, first.Context);
        Assert.Null(second.Context);
        first.SetContext(first);
        Assert.Same(second, first.Context);
        // A circle that the program made does not hang the next raise.
        second.Context = first;
        PyException.Create(Types.TypeError).SetContext(first);
    }

    [Fact]
    public void Notes_are_collected()
    {
        var error = kit.Call(kit["ValueError"], S("x"));
        kit.Call(kit.Get(error, "add_note"), S("one"));
        kit.Call(kit.Get(error, "add_note"), S("two"));
        Assert.Equal("['one', 'two']", kit.Repr(kit.Get(error, "__notes__")));
        Assert.Equal("TypeError: note must be a str, not 'int'", kit.Error(kit.Get(error, "add_note"), I(1)));
        Assert.Equal("ValueError: x\none\ntwo\n", TracebackPrinter.Format(kit.Machine, (PyException)error.Object!, null));
    }

    [Fact]
    public void Classes_derive_from_exceptions()
    {
        var made = kit.Class("E", [kit["ValueError"]]);
        var error = kit.Call(made, I(1), I(2));
        Assert.Equal("E(1, 2)", kit.Repr(error));
        kit.Set(error, "anything", I(3));
        Assert.Equal("3", kit.Repr(kit.Get(error, "anything")));
        var both = kit.Class("B", [kit["KeyError"], kit["OSError"]]);
        Assert.Equal("'k'", kit.Show(kit.Call(both, S("k"))));
        Assert.Equal("2", kit.Repr(kit.Get(kit.Call(both, I(2), S("no")), "errno")));
        Assert.Equal("TypeError: multiple bases have instance lay-out conflict", kit.ClassError("C", [kit["ImportError"], kit["OSError"]]));
        // An __init__ of its own decides what the builtin base sees; args are kept all the same.
        var own = kit.Class("Own", [kit["UnicodeDecodeError"]], ("__init__", Kit.Giving(none)));
        Assert.Equal("Own(1)", kit.Repr(kit.Call(own, I(1))));
    }

    [Fact]
    public void Limits_are_no_exceptions_for_python()
    {
        kit.Machine.RaiseLimit(LimitKind.Steps);
        Assert.False(kit.Machine.Catch(Types.BaseException));
        kit.Machine.Pending = null;
    }

    private void Check(string type, Value[] arguments, string text, string? repr)
    {
        var exception = kit.Call(kit[type], arguments);
        Assert.Equal(text, kit.Show(exception));
        if (repr is not null)
            Assert.Equal(repr, kit.Repr(exception));
    }

    private void Refuse(string error, string type, params Value[] arguments) => Assert.Equal(error, kit.Error(kit[type], arguments));
}
