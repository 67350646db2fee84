using Krait.Hosting;

namespace Krait.Tests.Execution;

/// <summary>Code that is run as a body (a class statement, exec, eval) must not be a generator: found by the campaign, in a
/// mutant whose class body had become one.</summary>
public class BodyTests
{
    [Theory]
    [InlineData("__build_class__(lambda: (yield), 'X')")]
    [InlineData("def f():\n    yield 1\nexec(f.__code__)")]
    [InlineData("def f():\n    yield 1\neval(f.__code__)")]
    public void A_generator_function_is_no_body(string source)
    {
        using var engine = new Engine();
        var error = Assert.Throws<PythonException>(() => engine.Execute(source));
        Assert.Equal("TypeError", error.PythonType);
    }
}
