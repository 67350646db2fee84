using Krait.Hosting;

namespace Krait.Tests.Objects.Classes;

/// <summary>Arguments of types that answer differently when they are asked again. CPython does not survive them.</summary>
public class TypeArgumentTests
{
    private const string Turning = """
        class Turning:
            asked = 0
            @property
            def __typing_subst__(self):
                self.asked += 1
                if self.asked == 1: raise AttributeError
                return lambda argument: argument
            __parameters__ = ('p',)

        """;

    [Theory]
    [InlineData("list[Turning()][int]")]
    [InlineData("(list[int] | list[Turning()])[int]")]
    public void What_becomes_a_parameter_too_late_is_a_TypeError(string use)
    {
        using var engine = new Engine();
        var problem = Assert.Throws<PythonException>(() => engine.Execute(Turning + use));
        Assert.Equal("TypeError", problem.PythonType);
        Assert.Contains("'Turning' object is not among the parameters", problem.Message, StringComparison.Ordinal);
    }
}
