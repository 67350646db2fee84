namespace Krait.Tests;

/// <summary>Where the sources are: tests about the repository itself read them.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Krait.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Krait.slnx")))
                return folder.FullName;
        throw new InvalidOperationException($"no Krait.slnx above {AppContext.BaseDirectory}");
    }
}
