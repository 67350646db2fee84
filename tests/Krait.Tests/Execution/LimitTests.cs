using System.Diagnostics;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Tests.Execution;

/// <summary>Limits end every program, no handler sees them, and the engine goes on.</summary>
public class LimitTests
{
    private const string Ones = "def ones():\n while True: yield 1\n";

    /// <summary>Far more than the 50 ms that are promised: the machines that run tests are shared.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Endless => new(
        "while True: pass",
        "while True:\n try: 1/0\n except BaseException: pass",
        "while True:\n try:\n  while True: pass\n except BaseException: pass\n finally: continue",
        "def f():\n try:\n  while True: pass\n finally:\n  while True: pass\nf()",
        "def g():\n while True:\n  try: yield 1\n  except BaseException: pass\n  finally: pass\nfor x in g(): pass",
        "class A:\n def __enter__(s): return s\n def __exit__(s, *a): return True\nwhile True:\n with A():\n  while True: pass",
        "class A:\n def __getattr__(s, n):\n  while True: pass\nhasattr(A(), 'x')",
        "class A(Exception):\n def __str__(s):\n  while True: pass\nraise A()",
        "def f(): f()\nwhile True:\n try: f()\n except RecursionError: pass",
        Ones + "sum(ones())",
        Ones + "max(ones())",
        Ones + "2 in ones()",
        Ones + "all(ones())",
        Ones + "set(ones())",
        "sum(iter(int, 1))",
        "2 in iter(int, 1)",
        "next(filter(None, iter(int, 1)))",
        "import math\nmath.fsum(iter(int, 1))",
        "import math\nmath.prod(iter(int, 1))",
        "5.5 in range(10**18)",
        "sum(range(10**12))");

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_time_limit_ends_it(string program)
    {
        var watch = Stopwatch.StartNew();
        AssertEnds(new Limits { Time = TimeSpan.FromMilliseconds(50) }, program, LimitKind.Time);
        Assert.True(watch.Elapsed < patience);
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_step_limit_ends_it_at_the_same_step_each_time(string program) =>
        Assert.Equal(
            AssertEnds(new Limits { Steps = 5000 }, program, LimitKind.Steps),
            AssertEnds(new Limits { Steps = 5000 }, program, LimitKind.Steps));

    [Theory]
    [InlineData("while True: pass")]
    [InlineData("sum(iter(int, 1))")]
    [InlineData("while True:\n try:\n  while True: pass\n except BaseException: pass")]
    public void Cancelling_ends_it(string program)
    {
        using var engine = new Engine();
        using var timer = new Timer(_ => engine.Cancel(), null, 30, Timeout.Infinite);
        Assert.Throws<OperationCanceledException>(() => engine.Execute(program));
        AssertUsable(engine);
    }

    [Theory]
    [InlineData("'a' * 10**9")]
    [InlineData("[0] * 10**8")]
    [InlineData("b'a' * 10**9")]
    [InlineData("(0,) * 10**8")]
    [InlineData("1 << 10**9")]
    [InlineData("'{:1000000000}'.format(5)")]
    [InlineData("'%1000000000d' % 5")]
    [InlineData("('a' * 10000).replace('a', 'b' * 10000)")]
    [InlineData("'a'.join(['b' * 10000] * 100000)")]
    [InlineData("list(range(10**12))")]
    [InlineData("sorted(range(10**8))")]
    [InlineData("x = 'a'\nwhile True: x += x")]
    [InlineData("x = []\nwhile True: x.append([])")]
    [InlineData("x = None\nwhile True: x = (x,)")]
    [InlineData("class A: pass\nx = []\nwhile True: x.append(A())")]
    public void A_memory_limit_ends_it_before_much_more_is_allocated(string program)
    {
        const long limit = 20_000_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertEnds(new Limits { AllocatedBytes = limit }, program, LimitKind.Memory);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * limit);
    }

    [Fact]
    public void Calls_and_jumps_are_steps()
    {
        Assert.Equal(1000, Steps("for i in range(1000): pass") - Steps("for i in range(0): pass"), 5.0);
        Assert.Equal(1000, Steps("def f(): pass\n" + string.Concat(Enumerable.Repeat("f()\n", 1000))) - Steps("def f(): pass\n"), 5.0);
    }

    [Fact]
    public void A_builtin_charges_a_step_for_64_elements() =>
        Assert.Equal(1000, Steps("sum(iter(range(64000)))") - Steps("sum(iter(range(0)))"), 30.0);

    [Fact]
    public void Each_run_has_the_whole_budget()
    {
        using var engine = new Engine(new EngineOptions { Limits = new Limits { Steps = 1000 } });
        for (var i = 0; i < 5; i++)
            engine.Execute("for i in range(600): pass");
    }

    private static long Steps(string program)
    {
        const long budget = 1_000_000;
        using var engine = new Engine(new EngineOptions { Limits = new Limits { Steps = budget } });
        engine.Execute(program);
        return budget - engine.Machine.StepsLeft;
    }

    private static long AssertEnds(Limits limits, string program, LimitKind kind)
    {
        using var engine = new Engine(new EngineOptions { Limits = limits });
        var problem = Assert.Throws<LimitReachedException>(() => engine.Execute(program));
        Assert.Equal(kind, problem.Kind);
        var left = engine.Machine.StepsLeft;
        AssertUsable(engine);
        return left;
    }

    private static void AssertUsable(Engine engine)
    {
        Assert.Equal(0, engine.Machine.Depth);
        Assert.Equal(0, engine.Machine.ActiveHandlers);
        Assert.Null(engine.Machine.Handled);
        Assert.Null(engine.Machine.Pending);
        engine.Execute("try:\n 1/0\nexcept ZeroDivisionError: pass\nassert [i for i in range(3)] == [0, 1, 2]");
    }
}
