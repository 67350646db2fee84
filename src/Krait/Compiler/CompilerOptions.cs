namespace Krait.Compiler;

/// <summary>What a source text is.</summary>
public enum CompileMode
{
    /// <summary>A file: statements.</summary>
    Module,

    /// <summary>One input at a prompt; the values of expression statements are printed.</summary>
    Single,

    /// <summary>One expression, whose value the code returns.</summary>
    Eval,
}

/// <summary>How to compile; the defaults are mpy-cross's.</summary>
public sealed record CompilerOptions
{
    /// <summary>0: everything; 1 and 2: without asserts, <c>__debug__</c> is False; from 3 on also without lines.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>The size of small ints in bits, sign included; larger ones become objects.</summary>
    public int SmallIntBits { get; init; } = 31;

    /// <summary>Whether code records the lines it was made from.</summary>
    public bool SourceLines { get; init; } = true;

    /// <summary>The name that the module gives as its source's.</summary>
    public string SourceName { get; init; } = "<stdin>";

    /// <summary>The path that syntax errors name; <see cref="SourceName"/> when it is null.</summary>
    public string? InputPath { get; init; }

    /// <summary>What the source is.</summary>
    public CompileMode Mode { get; init; }

    /// <summary>Whether <c>@micropython.native</c> functions become bytecode instead of an error.</summary>
    public bool NativeAsBytecode { get; init; }

    /// <summary>What the compilation may use; by default whatever it takes.</summary>
    internal Syntax.Budget Budget { get; init; } = new(static _ => true);

    /// <summary>Architecture flags for the header, where a target demands them even without native code.</summary>
    public uint? ArchitectureFlags { get; init; }
}
