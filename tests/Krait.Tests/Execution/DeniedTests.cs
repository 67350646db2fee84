using Krait.Hosting;

namespace Krait.Tests.Execution;

/// <summary>An engine to which nothing was handed in reaches nothing.</summary>
public class DeniedTests
{
    [Theory]
    [InlineData("print('x')", "PermissionError", "[Errno 13] the host grants no console")]
    [InlineData("input()", "PermissionError", "[Errno 13] the host grants no console")]
    [InlineData("import time\ntime.time()", "PermissionError", "[Errno 13] the host grants no clock")]
    [InlineData("import time\ntime.sleep(1)", "PermissionError", "[Errno 13] the host grants no clock")]
    [InlineData("import module_on_disk", "ModuleNotFoundError", "No module named 'module_on_disk'")]
    public void A_bare_engine_says_what_it_was_not_given(string program, string type, string message)
    {
        using var engine = new Engine();
        var problem = Assert.Throws<PythonException>(() => engine.Execute(program));
        Assert.Equal(type, problem.PythonType);
        Assert.Equal(message, problem.Message);
    }
}
