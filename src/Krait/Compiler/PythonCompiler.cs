using System.Diagnostics.CodeAnalysis;
using System.Text;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// Python source to a <c>.mpy</c> file, byte for byte as mpy-cross makes it. The stages are
/// <see cref="Parser"/> with <see cref="ConstantFolder"/>: bytes to a tree;
/// <see cref="Lowering"/>: tree to instructions, one list for each <see cref="Scope"/>;
/// <see cref="NameResolution"/>: what each name is and where it lives;
/// <see cref="Assembler"/>: instructions to bytes.
/// </summary>
public static class PythonCompiler
{
    /// <summary>Compiles a source text.</summary>
    /// <param name="source">The text, in UTF-8.</param>
    /// <param name="options">How to compile.</param>
    /// <param name="mpy">The bytes of the <c>.mpy</c> file; empty when there is an error.</param>
    /// <param name="error">The first problem of the source, or null.</param>
    /// <returns>Whether the source compiles.</returns>
    public static bool TryCompile(
        ReadOnlySpan<byte> source, CompilerOptions options, out byte[] mpy, [NotNullWhen(false)] out Diagnostic? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        var text = new SourceText(source);
        try
        {
            mpy = Compile(text, options).ToBytes();
            error = null;
            return true;
        }
        catch (SourceException problem)
        {
            error = Describe(problem, text, options);
        }
        catch (InsufficientExecutionStackException)
        {
            error = Describe(new SourceException("RuntimeError", "maximum recursion depth exceeded"), text, options);
        }
        mpy = [];
        return false;
    }

    /// <exception cref="SourceException">The source does not compile.</exception>
    internal static MpyModule Compile(SourceText source, CompilerOptions options)
    {
        var tree = new SyntaxTree(source);
        var folder = new ConstantFolder(tree, options.SmallIntBits);
        var sourceName = tree.Strings.Add(Encoding.UTF8.GetBytes(options.SourceName));
        if (options.InputPath is { } path)
            tree.Strings.Add(Encoding.UTF8.GetBytes(path));
        var start = options.Mode switch
        {
            CompileMode.Single => Symbol.SingleInput,
            CompileMode.Eval => Symbol.EvalInput,
            _ => Symbol.FileInput,
        };
        Parser.Parse(tree, folder, start, debug: options.OptimizationLevel == 0, options.Budget);
        var tables = new ModuleTables(tree.Strings);
        tables.Qstr(sourceName);
        var scopes = Lowering.Lower(tree, folder, tables, options);
        NameResolution.NumberLocals(scopes, options.Budget);
        var root = new Assembler(tables, scopes, options.Budget).Assemble();
        return new MpyModule(options.SmallIntBits, tables.Qstrs, tables.Objects, root)
        {
            ArchitectureFlags = options.ArchitectureFlags,
        };
    }

    static Diagnostic Describe(SourceException problem, SourceText source, CompilerOptions options)
    {
        var file = problem.Block is null ? options.InputPath ?? options.SourceName : options.SourceName;
        if (problem.Line == 0)
            return new Diagnostic(problem.Type, problem.Message, file, 0, 0, 0, null, "");
        var (line, column) = source.Locate(problem.Position);
        var length = Math.Clamp(problem.Length, 1, Math.Max(1, line.Length + 1 - column));
        return new Diagnostic(
            problem.Type, problem.Message, file, problem.Line, column, column + length, problem.Block, line);
    }
}
