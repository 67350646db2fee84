using System.Text;
using Krait.Compiler;
using Krait.Syntax;

namespace Krait.Tests.Compiler;

/// <summary>Compiles a text as the file <c>t.py</c>.</summary>
internal static class Source
{
    static readonly CompilerOptions defaults = new() { SourceName = "t.py" };

    public static byte[] Compile(string text, CompilerOptions? options = null)
    {
        Assert.True(PythonCompiler.TryCompile(Encoding.UTF8.GetBytes(text), options ?? defaults, out var mpy, out var error), error?.ToString());
        return mpy;
    }

    public static Diagnostic Reject(string text, CompilerOptions? options = null)
    {
        Assert.False(PythonCompiler.TryCompile(Encoding.UTF8.GetBytes(text), options ?? defaults, out _, out var error));
        return error;
    }
}
