namespace Krait.Capabilities;

/// <summary>What a program may know of the process it runs in.</summary>
public interface IEnvironment
{
    /// <summary>The value of an environment variable, or null.</summary>
    string? Get(string name);

    /// <summary>The names of all environment variables.</summary>
    IReadOnlyList<string> Names { get; }
}
