using Krait.Objects;

namespace Krait.Core;

/// <content>What built-ins need of the interpreter: the frame that called them, and running code that is not a call.
/// The interpreter overrides these; they may answer <see cref="Status.Pushed"/>.</content>
public abstract partial class Machine
{
    /// <summary>The globals of the innermost Python frame, or null when none runs.</summary>
    internal virtual PyDict? CurrentGlobals => null;

    /// <summary>The namespace of the innermost frame that has one of its own (a module, a class body); null in a
    /// function, whose locals have no names.</summary>
    internal virtual PyDict? CurrentLocals => null;

    /// <summary><c>__name__</c> of the module whose code runs.</summary>
    internal PyStr? CurrentModuleName =>
        CurrentGlobals is { } globals && globals.TryGetName(this, Names.Name, out var name) ? name.Object as PyStr : null;

    /// <summary>Imports a module: the leaf of a dotted name when <paramref name="names"/> lists what is wanted of it,
    /// the top package otherwise.</summary>
    internal virtual Status Import(string name, PyDict? globals, in Value names, int level, ref Value result) => NoInterpreter();

    /// <summary>Compiles source to a code object.</summary>
    /// <param name="source">The source text.</param>
    /// <param name="file">The name that tracebacks show.</param>
    /// <param name="mode">"exec", "eval" or "single".</param>
    /// <param name="result">Gets the <see cref="PyCode"/>.</param>
    internal virtual Status Compile(string source, string file, string mode, ref Value result) => NoInterpreter();

    /// <summary>Runs a code object; the result of an expression, None of statements.</summary>
    internal virtual Status Execute(PyCode code, PyDict globals, PyDict locals, ref Value result) => NoInterpreter();
}

