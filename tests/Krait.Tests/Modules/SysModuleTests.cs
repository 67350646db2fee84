using Krait.Capabilities;
using Krait.Core;
using Krait.Modules;
using Krait.Objects;
using Krait.Tests.Objects.Classes;

namespace Krait.Tests.Modules;

/// <summary>The module sys.</summary>
public class SysModuleTests
{
    private readonly FakeHost host = new();
    private readonly Kit kit;
    private readonly Value sys;

    public SysModuleTests()
    {
        kit = new Kit(new BareMachine { Capabilities = new CapabilitySet { Console = host } });
        sys = Value.Of(BuiltinModules.Create(kit.Machine, "sys")!);
        kit.Machine.Modules.SetName(kit.Machine, kit.Machine.Intern("sys"), sys);
    }

    [Fact]
    public void Versions_say_which_language_and_which_implementation()
    {
        Assert.Equal("sys.version_info(major=3, minor=11, micro=0, releaselevel='final', serial=0)", kit.Repr(kit.Get(sys, "version_info")));
        Assert.Equal("11", kit.Repr(kit.Get(kit.Get(sys, "version_info"), "minor")));
        Assert.Equal("'krait'", kit.Repr(kit.Get(kit.Get(sys, "implementation"), "name")));
        Assert.Equal("774", kit.Repr(kit.Get(kit.Get(sys, "implementation"), "_mpy")));
        Assert.Equal("TypeError: cannot create 'sys.version_info' instances", kit.Error(kit.Get(kit.Get(sys, "version_info"), "__class__"), Kit.Tuple()));
    }

    [Fact]
    public void Exit_raises_SystemExit()
    {
        Assert.Equal("SystemExit: 3", kit.Error(kit.Get(sys, "exit"), Value.Int(3)));
        Assert.Equal("SystemExit", kit.Error(kit.Get(sys, "exit")));
    }

    [Fact]
    public void Exc_info_tells_what_is_handled()
    {
        Assert.Equal("(None, None, None)", kit.Repr(kit.Call(kit.Get(sys, "exc_info"))));
        kit.Machine.Handled = PyException.Create(Types.KeyError, Kit.Str("k"));
        Assert.Equal("(<class 'KeyError'>, KeyError('k'), None)", kit.Repr(kit.Call(kit.Get(sys, "exc_info"))));
    }

    [Fact]
    public void A_replaced_stdout_gets_what_is_printed()
    {
        kit.Set(sys, "stdout", kit.Get(sys, "stderr"));
        kit.Call(kit["print"], Value.Of(PyStr.FromUnits("x\ud800")));
        Assert.Equal(("", "x\\ud800\n"), (host.Output, host.Errors));
        kit.Set(sys, "stdout", Value.None);
        kit.Call(kit["print"], Kit.Str("nowhere"));
        Assert.Equal("", host.Output);
    }

    [Fact]
    public void Streams_read_and_write_lines()
    {
        host.Input.Enqueue("a\n");
        host.Input.Enqueue("b");
        Assert.Equal("'a\\n'", kit.Repr(kit.Call(kit.Get(kit.Get(sys, "stdin"), "readline"))));
        Assert.Equal("['b']", kit.Repr(kit.Call(kit["list"], kit.Get(sys, "stdin"))));
        Assert.Equal("3", kit.Repr(kit.Call(kit.Get(kit.Get(sys, "stdout"), "write"), Kit.Str("x€y"))));
        Assert.Equal("x€y", host.Output);
    }

    [Fact]
    public void Print_exception_has_the_form_of_MicroPython()
    {
        kit.Call(kit.Get(sys, "print_exception"), kit.Call(kit["ValueError"], Kit.Str("x")));
        Assert.Equal("ValueError: x\n", host.Output);
    }

    [Fact]
    public void Limits_of_int_text_are_checked()
    {
        Assert.Equal("ValueError: maxdigits must be 0 or larger than 640", kit.Error(kit.Get(sys, "set_int_max_str_digits"), Value.Int(639)));
        kit.Call(kit.Get(sys, "set_int_max_str_digits"), Value.Int(0));
        Assert.Equal("0", kit.Repr(kit.Call(kit.Get(sys, "get_int_max_str_digits"))));
        Assert.Equal("ValueError: recursion limit must be greater or equal than 1", kit.Error(kit.Get(sys, "setrecursionlimit"), Value.Int(0)));
    }
}
