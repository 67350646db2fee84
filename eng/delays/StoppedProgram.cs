namespace Krait.Delays;

/// <summary>A program that ends only when it is stopped.</summary>
/// <param name="Name">What it does over and over.</param>
/// <param name="Source">Its text.</param>
internal sealed record StoppedProgram(string Name, string Source)
{
    /// <summary>The programs of a file in which each begins with a line "## name".</summary>
    public static IEnumerable<StoppedProgram> ReadAll()
    {
        foreach (var block in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programs.py")).Split("## ")[1..])
            yield return new StoppedProgram(block[..block.IndexOf('\n')], block[(block.IndexOf('\n') + 1)..]);
    }
}
