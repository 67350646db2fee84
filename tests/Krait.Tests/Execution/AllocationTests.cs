using Krait.Core;
using Krait.Hosting;
using Krait.Objects;

namespace Krait.Tests.Execution;

/// <summary>Calls, and operations on ints and floats, allocate nothing (invariant 6).</summary>
public class AllocationTests
{
    private const string Functions = """
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)

        def count(n):
            i = 0
            total = 0
            while i < n:
                total += i & 7
                i += 1
            return total

        def grow(n):
            x = 1.0
            i = 0
            while i < n:
                x = x * 1.0000001 + 0.5 - x / 3.0
                i += 1
            return x
        """;

    [Theory]
    [InlineData("fib", 22)]
    [InlineData("fib", 25)]
    [InlineData("count", 300_000)]
    [InlineData("grow", 300_000)]
    public void A_warm_function_allocates_nothing(string name, long argument)
    {
        using var engine = new Engine();
        engine.Execute(Functions);
        var machine = engine.Machine;
        var module = (PyModule)Find(machine, machine.Modules, "__main__").Object!;
        var function = Find(machine, module.Members, name);
        Call(machine, function, argument);
        Call(machine, function, argument);

        // The call from C# costs something each time; nothing may grow with the work.
        Assert.Equal(Allocated(machine, function, argument / 2), Allocated(machine, function, argument));
    }

    private static long Allocated(Machine machine, in Value function, long argument)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Call(machine, function, argument);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Value Find(Machine machine, PyDict names, string name)
    {
        Assert.True(names.TryGetName(machine, machine.Intern(name), out var value));
        return value;
    }

    private static void Call(Machine machine, in Value function, long argument)
    {
        Value result = default;
        var status = machine.Call(function, Value.Int(argument), ref result);
        Assert.Equal(Status.Ok, status);
    }
}
