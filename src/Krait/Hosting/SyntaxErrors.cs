using Krait.Core;
using Krait.Objects;
using Krait.Syntax;

namespace Krait.Hosting;

/// <summary>Diagnostics of the compiler as Python's exceptions.</summary>
internal static class SyntaxErrors
{
    /// <summary>Raises the SyntaxError (or IndentationError, ...) of a diagnostic: message, (file, line, column, text).</summary>
    public static Status Raise(Machine machine, Diagnostic error)
    {
        var type = error.Type switch
        {
            "IndentationError" => Types.IndentationError,
            "NotImplementedError" => Types.NotImplementedError,
            "RuntimeError" => Types.RuntimeError,
            _ => Types.SyntaxError,
        };
        if (!type.IsSubclassOf(Types.SyntaxError))
            return machine.Raise(type, error.Message);
        var place = new PyTuple(
        [
            Value.Of(PyStr.From(error.File)), Value.Int(error.Line), Value.Int(error.Column),
            Value.Of(PyStr.From(error.SourceLine)), Value.Int(error.Line), Value.Int(error.EndColumn),
        ]);
        return machine.Raise(PyException.Create(type, new PyTuple([Value.Of(PyStr.From(error.Message)), Value.Of(place)])));
    }
}
