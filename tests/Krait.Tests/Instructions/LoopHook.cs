using Krait.Core;
using Krait.Instructions;
using Krait.Tests.Instructions;

/// <summary>Found by its name when a child process asks for start-up hooks: runs each loop until it is hot.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // for local 0 from itself down to 1
        byte[] countDown =
        [
            (byte)Opcode.LoadFastMulti, (byte)Opcode.LoadConstSmallIntMulti + 17, (byte)Opcode.BinaryOpSubtract,
            (byte)Opcode.StoreFastMulti, (byte)Opcode.LoadFastMulti, (byte)Opcode.PopJumpIfTrue, 0x40 - 7,
            (byte)Opcode.LoadConstNone, (byte)Opcode.ReturnValue,
        ];
        foreach (var (limits, isTraced) in ((Limits, bool)[])[(new(), false), (new() { Steps = long.MaxValue - 1 }, false), (new(), true)])
        {
            Value result = default;
            Value[] arguments = [Value.Int(200_000)];
            var machine = TestFunction.Machine(limits);
            machine.IsTraced = isTraced;
            machine.Call(Value.Of(TestFunction.Create(countDown, 1)), arguments, ref result);
        }
    }
}
