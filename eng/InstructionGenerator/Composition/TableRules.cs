using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Composition;

/// <summary>Rules that need no micro-op: bytes, families, fusions.</summary>
internal static class TableRules
{
    public static void Check(string file, Table table)
    {
        var owners = new Dictionary<int, Instruction>();
        foreach (var instruction in table.Instructions)
        {
            DefinitionError Error(string message) => new(file, instruction.Line, $"{instruction.Name}: {message}");

            foreach (var code in instruction.Codes)
                if (!owners.TryAdd(code, instruction))
                    throw Error($"byte 0x{code:x2} is {owners[code].Name}'s already");
            if (instruction.Variants.Count == 0 || instruction.Variants[^1].Name != "generic")
                throw Error("the last variant is 'generic'");
            if (instruction.Variants[^1].Guards.Count > 0)
                throw Error("the generic variant has no guards");
            if (instruction.Variants.GroupBy(variant => variant.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw Error($"two variants are named {twice.Key}");
            if (instruction.IsReplicated && !instruction.IsRange)
                throw Error("only an instruction whose byte carries the operand is replicated");
            if (instruction.Effect.Inputs.GroupBy(item => item.Name).Any(group => group.Count() > 1))
                throw Error("two inputs have the same name");
        }
        var names = table.Instructions.SelectMany(instruction => instruction.Names).ToHashSet();
        foreach (var fusion in table.Fusions)
            if (((string[])[fusion.First, fusion.Second]).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
                throw new DefinitionError(file, fusion.Line, $"fuse: there is no instruction {unknown}");
        foreach (var instruction in table.Instructions.Where(instruction => instruction.LongForm is not null))
            if (!instruction.IsRange || !names.Contains(instruction.LongForm!))
                throw new DefinitionError(file, instruction.Line, $"{instruction.Name}: only a byte that carries its operand is a short form, and of an instruction");
    }
}
