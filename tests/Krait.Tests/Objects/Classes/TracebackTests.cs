using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Classes;

/// <summary>The text of uncaught exceptions: each expectation is what CPython 3.11 printed for the same, carets aside.</summary>
public sealed unsafe class TracebackTests : IDisposable
{
    private readonly Kit kit = new();
    private readonly List<GCHandle> pinned = [];

    [Fact]
    public void Places_are_shown_outermost_first_with_their_source()
    {
        var exception = PyException.Create(Types.ZeroDivisionError, Kit.Str("division by zero"));
        exception.AddTraceback(Code("inner"), 0);
        exception.AddTraceback(Code("outer"), 0);
        Assert.Equal(
            """
            Traceback (most recent call last):
              File "f.py", line 1, in outer
                1 / 0  # why
              File "f.py", line 1, in inner
                1 / 0  # why
            ZeroDivisionError: division by zero

            """, Format(exception, (file, line) => file == "f.py" && line == 1 ? "  1 / 0  # why\n" : null));
        Assert.Equal(
            """
            Traceback (most recent call last):
              File "f.py", line 1, in outer
              File "f.py", line 1, in inner
            ZeroDivisionError: division by zero

            """, TracebackPrinter.FormatPlain(kit.Machine, exception));
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(4, "  [Previous line repeated 1 more time]\n")]
    [InlineData(973, "  [Previous line repeated 970 more times]\n")]
    public void Repeated_places_are_counted(int count, string note)
    {
        var exception = PyException.Create(Types.RecursionError);
        var code = Code("f");
        exception.AddTraceback(Code("g"), 0);
        for (var i = 0; i < count; i++)
            exception.AddTraceback(code, 0);
        var place = "  File \"f.py\", line 1, in f\n";
        Assert.Equal("Traceback (most recent call last):\n" + place + place + place + note
            + "  File \"f.py\", line 1, in g\nRecursionError\n", Format(exception));
    }

    [Fact]
    public void Chains_start_with_the_oldest()
    {
        var first = PyException.Create(Types.KeyError, Kit.Str("k"));
        var second = PyException.Create(Types.TypeError, Kit.Str("t"));
        var third = PyException.Create(Types.ValueError, Kit.Str("v"));
        second.SetContext(first);
        third.SetContext(second);
        third.SetCause(second);
        Assert.Equal("KeyError: 'k'\n\nDuring handling of the above exception, another exception occurred:\n\nTypeError: t\n"
            + "\nThe above exception was the direct cause of the following exception:\n\nValueError: v\n", Format(third));
        second.SuppressContext = true;
        Assert.StartsWith("TypeError: t", Format(third), StringComparison.Ordinal);
        // A circle is shown once.
        second.SuppressContext = false;
        first.Context = third;
        Assert.Equal(2, Format(third).Split("KeyError").Length);
    }

    [Theory]
    [InlineData("  abc def\n", 5, null, "    abc def\n      ^\n")]
    [InlineData("  abc def\n", 5, 8, "    abc def\n      ^^^\n")]
    [InlineData("  abc def", 0, null, "    abc def\n")]
    [InlineData("  abc def", 50, null, "    abc def\n           ^\n")]
    [InlineData("abc\ndef\nghi", 6, null, "    def\nghi\n     ^\n")]
    [InlineData("", 2, null, "    \n    ^\n")]
    public void Syntax_errors_show_their_place(string source, int column, int? end, string shown)
    {
        Value[] place = [Kit.Str("f.py"), Value.Int(3), Value.Int(column), Kit.Str(source)];
        if (end is not null)
            place = [.. place, Value.Int(3), Value.Int(end.Value)];
        var exception = (PyException)kit.Call(kit["SyntaxError"], Kit.Str("m"), Kit.Tuple(place)).Object!;
        Assert.Equal("  File \"f.py\", line 3\n" + shown + "SyntaxError: m\n", Format(exception));
    }

    [Fact]
    public void A_message_that_cannot_be_made_is_said_to_be_so()
    {
        var made = kit.Class("E", [kit["Exception"]], ("__module__", Kit.Str("__main__")), ("__str__", Kit.Giving(Value.Int(5))));
        Assert.Equal("E: <exception str() failed>\n", Format((PyException)kit.Call(made).Object!));
        var elsewhere = kit.Class("E", [kit["Exception"]], ("__module__", Kit.Str("m")), ("__qualname__", Kit.Str("A.E")));
        Assert.Equal("m.A.E\n", Format((PyException)kit.Call(elsewhere).Object!));
        Assert.Null(kit.Machine.Pending);
    }

    [Fact]
    public void Python_sees_the_places_as_a_list_of_links()
    {
        var exception = PyException.Create(Types.ValueError);
        exception.AddTraceback(Code("inner"), 0);
        exception.AddTraceback(Code("outer"), 0);
        var outer = kit.Get(Value.Of(exception), "__traceback__");
        Assert.Equal("'outer'", kit.Repr(kit.Get(kit.Get(kit.Get(outer, "tb_frame"), "f_code"), "co_name")));
        Assert.Equal("1", kit.Repr(kit.Get(outer, "tb_lineno")));
        var inner = kit.Get(outer, "tb_next");
        Assert.Equal("'inner'", kit.Repr(kit.Get(kit.Get(kit.Get(inner, "tb_frame"), "f_code"), "co_name")));
        Assert.Equal("None", kit.Repr(kit.Get(inner, "tb_next")));
        var other = kit.Call(kit["KeyError"]);
        Assert.True(Value.Is(other, kit.Call(kit.Get(other, "with_traceback"), inner)));
        Assert.Equal(1, ((PyException)other.Object!).Trace.Length);
        kit.Set(other, "__traceback__", Value.None);
        Assert.Equal("None", kit.Repr(kit.Get(other, "__traceback__")));
    }

    public void Dispose() => pinned.ForEach(handle => handle.Free());

    private string Format(PyException exception, Func<string, int, string?>? source = null) =>
        TracebackPrinter.Format(kit.Machine, exception, source);

    /// <summary>Code of file "f.py" without a line table, so that all of it is line 1.</summary>
    private LinkedCode Code(string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("f.py" + name);
        var handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        pinned.Add(handle);
        var start = (byte*)handle.AddrOfPinnedObject();
        var image = new ModuleImage
        {
            Memory = bytes,
            Start = start,
            Qstrs = [new QstrEntry((nint)start, 4, 0), new QstrEntry((nint)(start + 4), name.Length, 0)],
            ObjectOffsets = [],
        };
        var unit = new CodeUnit
        {
            Image = image,
            Code = start,
            CodeLength = 0,
            ImageOffset = 0,
            NameQstr = 1,
            ParameterQstrs = [],
            Flags = CodeFlags.None,
            PositionalCount = 0,
            KeywordOnlyCount = 0,
            DefaultCount = 0,
            ClosureCount = 0,
            Cells = [],
            LocalCount = 0,
            StackDepth = 0,
            BlockDepth = 0,
            TokenTests = [],
            Children = [],
            Lines = start,
            LinesLength = 0,
        };
        return new LinkedCode(unit, new LinkedModule(image));
    }
}
