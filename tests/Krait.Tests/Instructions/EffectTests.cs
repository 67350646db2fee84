using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;
using Krait.Objects;
using Krait.Tests.Programs;

namespace Krait.Tests.Instructions;

/// <summary>Programs run under the traced loop: no instruction does what its variant does not declare.</summary>
public class EffectTests
{
    public static TheoryData<string> Programs => [.. Directory.EnumerateFiles(Path.Combine(ProgramRun.Root, "language"), "*.py")
        .Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('_')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Instructions_do_only_what_they_declare(string program)
    {
        EffectObserver? observer = null;
        ProgramRun.Output(Path.Combine(ProgramRun.Root, "language", program), machine =>
        {
            machine.IsTraced = true;
            observer = new EffectObserver(machine);
            machine.Observer = observer.Observe;
        }, new Limits { Steps = long.MaxValue - 1 });
        Assert.Empty(observer!.Surprises);
        Assert.True(observer.Compared > 50);
    }

    [Fact]
    public void A_deed_that_is_not_declared_is_noticed()
    {
        var machine = TestFunction.Machine();
        machine.IsTraced = true;
        var observer = new EffectObserver(machine);
        machine.Observer = frame =>
        {
            observer.Observe(frame);
            // LOAD_CONST_NONE does none of this.
            if (frame.Offset == 1)
                frame[0].SetInt(9);
        };
        Value result = default;
        byte[] code = [(byte)Opcode.LoadConstTrue, (byte)Opcode.LoadConstNone, (byte)Opcode.PopTop, (byte)Opcode.ReturnValue];
        Assert.Equal(Status.Ok, machine.Call(Value.Of(TestFunction.Create(code, 1)), [Value.Int(1)], ref result));
        Assert.Equal(["LOAD_CONST_NONE generic: writes Locals"], observer.Surprises);
    }
}
