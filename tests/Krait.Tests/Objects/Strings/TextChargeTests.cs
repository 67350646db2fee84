using System.Diagnostics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Objects.Strings;

/// <summary>The largest arguments under a small budget: an exception or a limit, soon and without the memory.</summary>
public class TextChargeTests
{
    private static readonly string[][] calls =
    [
        ["*", "'ab'", "1000000000"], ["*", "b'ab'", "9223372036854775807"], ["ljust", "'a'", "9223372036854775807"],
        ["rjust", "'\\U0001f600'", "2000000000"], ["center", "b'a'", "4000000000"], ["zfill", "'a'", "9223372036854775807"],
        ["zfill", "b'a'", "2000000000"], ["expandtabs", "'\\t\\t'", "2147483647"], ["expandtabs", "b'\\t\\t'", "2147483647"],
        ["format", "'a'", "'2000000000'"], ["format", "5", "'2000000000'"], ["%", "'%2000000000d'", "5"],
        ["%", "'%*s'", "(2000000000, 'a')"], ["%", "'%.2000000000d'", "5"], ["%", "b'%2000000000s'", "b'a'"],
        ["str.format", "'{:>2000000000}'", "'a'"], ["bytes", "2000000000"], ["bytes", "9223372036854775807"],
    ];

    [Fact]
    public void Results_too_large_for_the_budget_are_refused_before_they_are_made()
    {
        foreach (var call in calls)
        {
            var script = new StringScript(new Limits { AllocatedBytes = 1_000_000, Steps = 1_000_000 });
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var outcome = script.Run(call[0], call.AsSpan(1));
            Assert.True(outcome is "!MemoryError: " or "!limit Memory" or "!limit Steps" or "!OverflowError: precision too large", $"{string.Join(' ', call)}: {outcome}");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
            Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
        }
    }

    [Fact]
    public void Replacing_and_joining_are_sized_beforehand()
    {
        var machine = new BareMachine(new Limits { AllocatedBytes = 3_000_000 });
        var long1 = PyStr.From(new string('a', 10_000));
        Value result = default;
        Assert.Equal(Status.Raised, long1.Replace(machine, PyStr.From("a"), long1, ref result));
        Assert.Equal(LimitKind.Memory, machine.Pending!.LimitKind);

        machine = new BareMachine(new Limits { AllocatedBytes = 3_000_000 });
        var pieces = new Value[500];
        Array.Fill(pieces, Value.Of(long1));
        Assert.Equal(Status.Raised, PyStr.From("").Join(machine, Value.Of(new PyTuple(pieces)), ref result));
        Assert.Equal(LimitKind.Memory, machine.Pending!.LimitKind);
    }

    [Fact]
    public void Texts_made_from_one_buffer_are_paid_for_when_they_are_asked_for()
    {
        var machine = new BareMachine(new Limits { AllocatedBytes = 10_000_000 });
        var text = PyStr.From(new string('a', 1000));
        var piece = PyStr.From("b");
        var texts = new List<PyStr>();
        for (var i = 0; i < 20_000; i++)
            texts.Add(text = PyStr.Concat(machine, text, piece)!);
        Assert.Null(machine.Pending);
        // Each would be a string of its own: 20 000 of them up to 42 kB.
        var asked = 0;
        while (machine.Charge(0) && asked < texts.Count)
            Assert.Equal(1001 + asked, texts[asked++].Text.Length);
        Assert.InRange(asked, 1, 10_000);
        Assert.Equal(LimitKind.Memory, machine.Pending!.LimitKind);
    }
}
