using Krait.Capabilities;
using Krait.Core;
using Krait.Mpy;

namespace Krait.Hosting;

/// <summary>What an engine may use and where it looks. Immutable: engines on several threads may share one.</summary>
public sealed record EngineOptions
{
    /// <summary>Steps, memory, time, recursion.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>What the host hands in; nothing by default.</summary>
    public CapabilitySet Capabilities { get; init; } = CapabilitySet.None;

    /// <summary>Folders in which modules are looked for: the start of sys.path.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>sys.argv.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Who may change the .mpy files that are imported.</summary>
    public ImageTrust Trust { get; init; }

    /// <summary>0: asserts run and lines are kept; see <see cref="Compiler.CompilerOptions.OptimizationLevel"/>.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>The file that was started, for sys.executable.</summary>
    public string Executable { get; init; } = "";
}
