using System.Text;
using Krait.Compiler;

namespace Krait.Tests.Compiler;

/// <summary>However deep a source nests, it compiles or is rejected; the process lives.</summary>
public class NestingTests
{
    const int Depth = 10_000;

    public static TheoryData<string, string> Shapes => new()
    {
        { "parentheses", Nest("(", "x", ")") },
        { "tuples", Nest("(", "x", ",)") },
        { "constant tuples", Nest("(", "1", ",)") },
        { "lists", Nest("[", "x", "]") },
        { "dicts", Nest("{1:", "x", "}") },
        { "list targets", Nest("[", "x", "]") + "=y" },
        { "tuple targets", "del " + Nest("(", "x", ",)") },
        { "calls", Nest("f(", "x", ")") },
        { "subscripts", Nest("x[", "x", "]") },
        { "minus", Nest("-", "x", "") },
        { "minus of a constant", Nest("-", "1", "") },
        { "not", Nest("not ", "x", "") },
        { "conditions", "if " + Nest("not ", "x", "") + ": y" },
        { "powers", Nest("x**", "x", "") },
        { "constant powers", Nest("1**", "1", "") },
        { "and in or", Nest("(x and (y or ", "z", "))") },
        { "ternaries", Nest("x if y else ", "z", "") },
        { "lambdas", Nest("lambda:", "x", "") },
        { "lambdas in defaults", Nest("lambda x=", "x", ":x") },
        { "comprehensions", Nest("[", "x", " for x in y]") },
        { "clauses", "[x" + Nest(" for x in y", "", "") + "]" },
        { "formats", Nest("f'{", "x", "}'") },
        { "attributes", "x" + Nest(".y", "", "") },
        { "operators", "x" + Nest("+x", "", "") },
        { "comparisons", "x" + Nest("<x", "", "") },
        { "elifs", "if x: y\n" + Nest("elif x: y\n", "", "") },
        { "with items", "with x" + Nest(",x", "", "") + ": y" },
        { "async with items", "async def f():\n async with x" + Nest(",x", "", "") + ": y" },
        { "assignments", Nest("x=", "x", "") },
        { "decorators", Nest("@x\n", "def f(): pass", "") },
        { "functions", NestLines("def f():", 2_000) },
        { "classes", NestLines("class A:", 2_000) },
        { "loops", NestLines("while x:", 2_000) },
        { "handlers", NestLines("with x:", 2_000) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Deep_nesting_compiles_or_is_rejected(string shape, string source)
    {
        Assert.NotEmpty(shape);
        // Half a megabyte is less than any thread has by default.
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => CompileOrReject(source)), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    static void CompileOrReject(string source)
    {
        var compiled = PythonCompiler.TryCompile(Encoding.UTF8.GetBytes(source), new CompilerOptions(), out var mpy, out var error);
        Assert.Equal(compiled, mpy.Length > 0);
        if (!compiled)
            Assert.Contains(error!.Message, new[] { "maximum recursion depth exceeded", "bytecode overflow", "invalid syntax" });
    }

    static string Nest(string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, Depth)) + inner + string.Concat(Enumerable.Repeat(close, Depth));

    static string NestLines(string header, int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
            text.Append(' ', i).Append(header).Append('\n');
        return text.Append(' ', depth).Append("pass\n").ToString();
    }
}
