using Krait.Core;

namespace Krait.Objects;

/// <summary>A function written in Python.</summary>
internal sealed class PyFunction : PyObject
{
    public override PyType Type => Types.Function;
}

/// <summary>A generator, or the coroutine of an async function.</summary>
internal sealed class PyGenerator : PyObject
{
    public override PyType Type => Types.Generator;
}
