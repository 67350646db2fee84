using Krait.Campaign;
using Krait.Compiler;

namespace Krait.Tests.Mpy;

/// <summary>Programs that try what docs/verifier.md warns of, run with its promises checked.</summary>
public class PromisedSourceTests
{
    private static void Runs(string source)
    {
        Assert.True(PythonCompiler.TryCompile(System.Text.Encoding.UTF8.GetBytes(source), new CompilerOptions(), out var mpy, out var error), error?.ToString());
        foreach (var isChecked in (bool[])[false, true])
        {
            var result = Case.Run(mpy, isChecked);
            Assert.True(result.Outcome == Outcome.Fine, $"{result.Outcome} {result.Detail}");
        }
    }

    [Theory]
    [InlineData("int")]
    [InlineData("None")]
    [InlineData("ValueError")]
    public void Async_with_tells_marks_from_exceptions_whatever_BaseException_is(string rebound) => Runs($$"""
        BaseException = {{rebound}}
        seen = []
        class Manager:
            async def __aenter__(self):
                return self
            async def __aexit__(self, kind, value, trace):
                seen.append(kind)
                return True
        async def run(how):
            for i in range(3):
                async with Manager():
                    if how == 0:
                        return 7
                    if how == 1:
                        raise ValueError
                    if how == 2:
                        continue
                    if how == 3:
                        break
            return i
        def finish(coroutine):
            try:
                coroutine.send(None)
            except StopIteration as stop:
                return stop.value
        assert finish(run(0)) == 7
        assert finish(run(1)) == 2
        assert finish(run(2)) == 2
        assert finish(run(3)) == 0
        assert seen == [None] + 3 * [ValueError] + 4 * [None], seen
        """);

    [Fact]
    public void A_keyword_never_meets_the_slot_of_a_closed_over_name() => Runs("""
        def outer():
            x = 1
            def inner(a, *, b=2):
                return x + a + b
            def gather(a, **rest):
                return x, rest
            return inner, gather
        inner, gather = outer()
        try:
            inner(**{'*': 5, 'a': 1})
            assert False
        except TypeError:
            pass
        try:
            inner(**{'*': 5})
            assert False
        except TypeError:
            pass
        assert inner(1) == 4
        assert gather(1, **{'*': 5}) == (1, {'*': 5})
        """);

    [Fact]
    public void Returns_and_jumps_under_way_pass_nested_handlers() => Runs("""
        log = []
        class Manager:
            def __enter__(self):
                return self
            def __exit__(self, kind, value, trace):
                log.append(kind)
        def run(n):
            for i in range(4):
                try:
                    with Manager():
                        try:
                            if n == 0:
                                return i
                            if n == 1:
                                break
                            if n == 2:
                                continue
                            raise KeyError
                        finally:
                            for j in range(2):
                                try:
                                    if n == 4:
                                        continue
                                    log.append(j)
                                finally:
                                    log.append(-j)
                            if n == 5:
                                return -1
                except KeyError:
                    log.append('caught')
            return i
        assert [run(n) for n in range(6)] == [0, 0, 3, 3, 3, -1]
        assert log.count(KeyError) == 8 and log.count(None) == 7, log
        """);
}
