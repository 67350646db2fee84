using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Finds modules and makes their code ready: the host's sources, built-in modules, .py and .mpy files.</summary>
internal interface IModuleLoader
{
    /// <summary>Finds a module by its full name.</summary>
    /// <param name="machine">The machine that imports.</param>
    /// <param name="name">The full dotted name.</param>
    /// <param name="package">The package it is looked for in; null for a top-level module.</param>
    /// <param name="found">What was found.</param>
    /// <returns><see cref="Status.Ok"/>, <see cref="Status.Stop"/> when there is no such module, or
    /// <see cref="Status.Raised"/> when it is there but cannot be loaded.</returns>
    Status Find(Interpreter machine, string name, PyModule? package, out LoadedModule found);

    /// <summary>Compiles source for compile(), exec() and eval().</summary>
    /// <param name="machine">The machine that will run it.</param>
    /// <param name="source">The source text.</param>
    /// <param name="file">What tracebacks call its file.</param>
    /// <param name="mode">"exec", "eval" or "single".</param>
    /// <param name="code">The code.</param>
    Status Compile(Interpreter machine, string source, string file, string mode, out LinkedCode? code);
}

/// <summary>A module that was found: complete, or with a body still to run.</summary>
/// <param name="Module">The module.</param>
/// <param name="Body">Its outer function; null when the module is complete.</param>
internal readonly record struct LoadedModule(PyModule Module, PyFunction? Body);
