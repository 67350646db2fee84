using Krait.Capabilities;
using Krait.Core;
using Krait.Modules;
using Krait.Tests.Objects.Classes;

namespace Krait.Tests.Modules;

/// <summary>The module time on a clock that the test sets: 2023-11-14 22:13:20 UTC, two hours later locally.</summary>
public class TimeModuleTests
{
    private readonly FakeHost host = new() { Now = 1_700_000_000_500_000_000, Monotonic = 3_000_000_000 };
    private readonly Kit kit;
    private readonly Value time;

    public TimeModuleTests()
    {
        kit = new Kit(new BareMachine { Capabilities = new CapabilitySet { Clock = host } });
        time = Value.Of(BuiltinModules.Create(kit.Machine, "time")!);
    }

    [Fact]
    public void Clocks_are_those_of_the_host()
    {
        Assert.Equal("1700000000.5", Call("time"));
        Assert.Equal("1700000000500000000", Call("time_ns"));
        Assert.Equal("3.0", Call("monotonic"));
        Assert.Equal("3000", Call("ticks_ms"));
        var bare = new Kit();
        Assert.Equal("PermissionError: [Errno 13] the host grants no clock",
            bare.Error(bare.Get(Value.Of(BuiltinModules.Create(bare.Machine, "time")!), "time")));
    }

    [Fact]
    public void Ticks_wrap_around()
    {
        Assert.Equal("-2", Call("ticks_diff", Value.Int((1 << 30) - 1), Value.Int(1)));
        Assert.Equal("1", Call("ticks_add", Value.Int((1 << 30) - 1), Value.Int(2)));
        Assert.Equal("OverflowError: ticks interval overflow", kit.Error(kit.Get(time, "ticks_add"), Value.Int(0), Value.Int(1 << 29)));
    }

    [Fact]
    public void Dates_are_those_of_CPython()
    {
        Assert.Equal("time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0)", Call("gmtime"));
        Assert.Equal("15", kit.Repr(kit.Get(kit.Call(kit.Get(time, "localtime")), "tm_mday")));
        Assert.Equal("'Thu Jan  1 02:00:00 1970'", Call("ctime", Value.Int(0)));
        Assert.Equal("1700000000.0", Call("mktime", kit.Call(kit.Get(time, "localtime"))));
        Assert.Equal("OverflowError: timestamp out of range for platform time_t", kit.Error(kit.Get(time, "gmtime"), Value.Float(1e20)));
        Assert.Equal("ValueError: month out of range", kit.Error(kit.Get(time, "asctime"), Nine(2023, 13, 1, 0, 0, 0, 0, 1, 0)));
        Assert.Equal("TypeError: Tuple or struct_time argument required", kit.Error(kit.Get(time, "asctime"), Value.Int(1)));
    }

    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S", "2023-11-14 22:13:20")]
    [InlineData("%a %A %b %B %j %U %W %V %G %u %w %p %I", "Tue Tuesday Nov November 318 46 46 46 2023 2 2 PM 10")]
    [InlineData("%c|%x|%X|%%|%y", "Tue Nov 14 22:13:20 2023|11/14/23|22:13:20|%|23")]
    public void Strftime_follows_the_C_locale(string format, string expected) =>
        Assert.Equal($"'{expected}'", Call("strftime", Kit.Str(format), kit.Call(kit.Get(time, "gmtime"))));

    [Fact]
    public void Sleep_waits_on_the_clock_of_the_host_and_can_be_interrupted()
    {
        Call("sleep", Value.Float(0.5));
        Assert.Equal(3_500_000_000, host.Monotonic);
        Call("sleep_ms", Value.Int(5));
        Assert.Equal(3_505_000_000, host.Monotonic);
        Assert.Equal("ValueError: sleep length must be non-negative", kit.Error(kit.Get(time, "sleep"), Value.Int(-1)));
        kit.Machine.Request(PollReason.Interrupt);
        Assert.Equal("KeyboardInterrupt", kit.Error(kit.Get(time, "sleep"), Value.Int(1000)));
    }

    private static Value Nine(params int[] numbers) => Kit.Tuple([.. numbers.Select(number => Value.Int(number))]);

    private string Call(string function, params Value[] arguments) => kit.Repr(kit.Call(kit.Get(time, function), arguments));
}
