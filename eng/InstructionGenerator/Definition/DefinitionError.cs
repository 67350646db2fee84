namespace Krait.InstructionGenerator.Definition;

/// <summary>A rule that the table or a body breaks. The message starts with file and line, as compilers write them.</summary>
internal sealed class DefinitionError(string file, int line, string message) : Exception($"{file}:{line}: error: {message}")
{
    public int Line { get; } = line;
}
