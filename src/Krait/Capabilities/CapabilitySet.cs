namespace Krait.Capabilities;

/// <summary>What a host hands in. Nothing is there by default: a program that asks gets an OSError that says so.</summary>
public sealed record CapabilitySet
{
    /// <summary>No capability at all.</summary>
    public static CapabilitySet None { get; } = new();

    /// <summary>Standard streams.</summary>
    public IConsole? Console { get; init; }

    /// <summary>Files.</summary>
    public IFileSystem? Files { get; init; }

    /// <summary>Time.</summary>
    public IClock? Clock { get; init; }

    /// <summary>Randomness.</summary>
    public IRandom? Random { get; init; }

    /// <summary>The process's environment.</summary>
    public IEnvironment? Environment { get; init; }
}
