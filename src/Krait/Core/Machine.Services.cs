using Krait.Objects;

namespace Krait.Core;

/// <content>What built-ins need of the interpreter: the frame that called them.</content>
public abstract partial class Machine
{
    /// <summary>The globals of the innermost Python frame, or null when none runs.</summary>
    internal virtual PyDict? CurrentGlobals => null;

    /// <summary><c>__name__</c> of the module whose code runs.</summary>
    internal PyStr? CurrentModuleName =>
        CurrentGlobals is { } globals && globals.TryGetName(this, Names.Name, out var name) ? name.Object as PyStr : null;
}
